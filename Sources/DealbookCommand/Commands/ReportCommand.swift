// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Base
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract:
      "Show the figures of the period: target, forecast, funnel, receivables, renewals and what to do first.",
    discussion: """
      Example:
        dealbook report workbooks/messy_hant.xlsx

        dealbook report team.xlsx --html > team.html

        dealbook report team.xlsx --sheet R7

      The figures are those of the workbook's dashboard, whether or not it has one; nothing is written. --sheet takes \
      R1 (funnel), R3 (coverage), R4 (forecast), R5 (customer matrix), R6 (battle map), R7 (ageing), R8 (collection), \
      R9 (renewals), R10 (leads), R13 (win checklist), R14 (seven steps) and R15 (deals to act on), and these, which \
      are shown only on request: R2 (margin per stage), R11 (stakeholders), R12 (fairness of targets), R16 (accounts), \
      R17 (what to do, by owner), R18 (calibration).
      """)

  @Argument(help: ArgumentHelp("The workbooks.", valueName: "FILE"))
  var files: [String]

  @OptionGroup var form: ReportForm

  @Option(help: ArgumentHelp("Only this report; may be repeated.", valueName: "R1"))
  var sheet: [String] = []

  @OptionGroup var playbookOptions: PlaybookOptions
  @OptionGroup var reading: ReadingOptions

  /// Sorted by number.
  private static var ids: [String] {
    (SalesReport.ids + SalesReport.furtherIDs).sorted { ($0.count, $0) < ($1.count, $1) }
  }

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError(Spoken.words("請至少給一份工作簿", "expected at least one FILE")) }
    for id in sheet where !Self.ids.contains(id.uppercased()) {
      let titled = Playbook.builtIn.explanations(of: id, language: Spoken.words.language).map(\.id)
      let meant = titled.first { Self.ids.contains($0) }
      throw ValidationError(
        Spoken.words(
          "--sheet \(id)：應為下列之一：\(Spoken.words.list(Self.ids))",
          "--sheet \(id): expected one of \(Spoken.words.list(Self.ids))") + (meant.map(Spoken.words.nearest) ?? ""))
    }
    if let file = form.outputAmong(files) {
      let option = form.form?.rawValue ?? ""
      throw ValidationError(
        Spoken.words(
          "「\(file)」不是工作簿：--\(option) 印到標準輸出，要存檔請寫 --\(option) > \(file)",
          "‘\(file)’ is no workbook: --\(option) prints to standard output; write --\(option) > \(file)"))
    }
  }

  func run() throws {
    let limits = try reading.resolved()
    PlaybookFile.announce(playbookOptions.playbook, beside: files, quiet: false)
    var pages: [ReportPage] = []
    var failed: ExitStatus?
    for file in files {
      do throws(Failure) {
        pages.append(try page(of: file, limits))
      } catch {
        StandardError.complain(error.message)
        failed = error.status
      }
    }
    if !pages.isEmpty { StandardOutput.write(form.written(pages)) }
    if let failed { throw failed }
  }

  private func page(of file: String, _ limits: Limits) throws(Failure) -> ReportPage {
    let analysis = try playbookOptions.pages(of: file, limits)
    guard !analysis.team.sheets.isEmpty else {
      throw Failure(
        .unreadable,
        Spoken.words(
          "\(file)：沒有一張工作表是規則手冊認得的，所以沒有可報告的",
          "\(file): no sheet of it is one that the playbook knows, so there is nothing to report"))
    }
    if analysis.team.mayBeAdopted {
      let words = CheckWords(language: analysis.team.messageLanguage)
      StandardError.complain(file + words.colon + words.unadopted("dealbook adopt \(ShellWord.quoted(file))"))
    }
    do {
      return try SalesReport(
        analysis, file: file, language: playbookOptions.language,
        only: sheet.isEmpty ? nil : sheet.map { $0.uppercased() }
      ).page
    } catch {
      throw Failure(error, file: file)
    }
  }
}

struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Show everything a workbook has on one account, on one page, before a meeting.",
    discussion: """
      Example:
        dealbook brief workbooks/messy_hant.xlsx A103
      """)

  @Argument(help: ArgumentHelp("The workbook.", valueName: "FILE"))
  var file: String

  @Argument(help: ArgumentHelp("The ID of the account, or its full name.", valueName: "ACCOUNT"))
  var account: String

  @OptionGroup var form: ReportForm
  @OptionGroup var playbookOptions: PlaybookOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let limits = try reading.resolved()
    do throws(Failure) {
      PlaybookFile.announce(playbookOptions.playbook, beside: [file], quiet: false)
      let analysis = try playbookOptions.pages(of: file, limits)
      Spoken.go(onIn: analysis.team.messageLanguage)
      let sheet = analysis.team.sheet("acc")
      if sheet == nil, AccountBrief.names(in: analysis).isEmpty {
        throw Failure(
          .unreadable,
          Spoken.words("\(file)：沒有規則手冊認得的客戶表", "\(file): it has no sheet of accounts that the playbook knows"))
      }
      guard let brief = AccountBrief(analysis, account: account, file: file, language: playbookOptions.language) else {
        let said =
          sheet.map { sheet in
            Spoken.words(
              "\(file)：「\(sheet.title)」表沒有編號或名稱是「\(account)」的客戶",
              "\(file): the sheet “\(sheet.title)” has no account with the id or the name “\(account)”")
          } ?? Spoken.words("\(file)：沒有一列的客戶是「\(account)」", "\(file): no row names the account “\(account)”")
        let names = AccountBrief.names(in: analysis)
        throw Failure(.usage, said + Spoken.words.nearest(Suggestion.nearest(account, among: names), of: names))
      }
      StandardOutput.write(form.written([brief.page]))
    } catch {
      StandardError.complain(error.message)
      throw error.status
    }
  }
}

/// The format of a report on standard output.
struct ReportForm: ParsableArguments {
  enum Form: String, EnumerableFlag {
    case html, markdown, json

    static func help(for value: Form) -> ArgumentHelp? {
      switch value {
      case .html: "As a single web page."
      case .markdown: "As Markdown."
      case .json: "As JSON."
      }
    }
  }

  @Flag(exclusivity: .exclusive)
  var form: Form?

  /// What was given as a further workbook and is named as the output of the form would be.
  func outputAmong(_ files: [String]) -> String? {
    let endings: [String] =
      switch form {
      case .html: [".html", ".htm"]
      case .markdown: [".md", ".markdown"]
      case .json: [".json"]
      case nil: []
      }
    return files.first { file in endings.contains { file.lowercased().hasSuffix($0) } }
  }

  func written(_ pages: [ReportPage]) -> [UInt8] {
    switch form {
    case nil:
      Array(
        pages.map { page in
          page.text(width: StandardOutput.columns).split(separator: "\n", omittingEmptySubsequences: false).map {
            Printable.text(String($0))
          }
          .joined(separator: "\n")
        }.joined(separator: "\n").utf8)
    case .markdown: Array(pages.map { $0.markdown() }.joined(separator: "\n").utf8)
    case .html: Array(ReportPage.html(pages).utf8)
    case .json: Self.json(pages)
    }
  }

  private static func json(_ pages: [ReportPage]) -> [UInt8] {
    var json = JSONText()
    json.array { json in
      for page in pages {
        json.object { json in
          json.field("file", page.file)
          json.field("title", page.title)
          json.field("subtitle", page.subtitle)
          json.field("language", page.language)
          json.objects("figures", page.figures) { json, figure in
            json.field("key", figure.key)
            json.field("title", figure.title)
            json.key("value")
            json.value(figure.value)
            json.field("note", figure.note)
          }
          json.key("reports")
          json.array { json in for section in page.sections { write(section, to: &json) } }
          json.field("notes", page.notes)
        }
      }
    }
    json.newline()
    return json.bytes
  }

  private static func write(_ section: ReportPage.Section, to json: inout JSONText) {
    json.object { json in
      if !section.id.isEmpty { json.field("id", section.id) }
      json.field("title", section.title)
      json.field("message", section.message)
      json.objects("rows", section.rows) { json, row in
        for (column, value) in zip(section.columns, row) {
          json.key(column.key)
          json.value(value)
        }
      }
    }
  }
}

extension PlaybookOptions {
  /// The workbook as pages show it.
  fileprivate func pages(of file: String, _ limits: Limits) throws(Failure) -> Analysis {
    let playbook = try PlaybookFile.load(self.playbook, beside: file)
    let source = try WorkbookFile(file, limits: limits, readsText: true, by: playbook)
    do {
      return try Analysis(source.workbook, playbook: playbook, options: readOptions()).forPages()
    } catch {
      throw Failure(error, file: file)
    }
  }
}
