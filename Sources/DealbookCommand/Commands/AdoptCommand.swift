// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dealbook
import Glibc
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct AdoptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Propose a playbook for a team's own workbook: which sheet is what, which header means which column.",
    discussion: """
      Example:
        dealbook adopt workbooks/pipeline/report.xlsx --yes -o adopted.yaml

      The workbook itself is not changed. On a terminal it asks about anything doubtful: type a number and press \
      Enter. --yes accepts the proposal as it is; without a terminal and without --yes the proposal is only printed. \
      The playbook is written beside the workbook as dealbook.yaml, where every command finds it, or to the path given \
      with -o. Decisions of an earlier adopt are kept.

      If nothing is recognised, no playbook is written and the exit code is 3.
      """)

  @Argument(help: ArgumentHelp("The workbook.", valueName: "FILE"))
  var files: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("Write the playbook here.", valueName: "dealbook.yaml"))
  var output: String?

  @Flag(name: .shortAndLong, help: "Accept the proposal without asking, and write the playbook.")
  var yes = false

  @Option(help: ArgumentHelp("Format of the proposal.", valueName: "text|json"))
  var format: OutputFormat = .text

  @Option(help: ArgumentHelp("Language of the messages: zh-Hant, zh-Hans or en.", valueName: "LANGUAGE"))
  var language: Language?

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    guard files.count == 1 || output == nil else {
      throw ValidationError(
        Spoken.words(
          "-o 只用於一份工作簿；不寫 -o，每份的規則手冊就放在各自旁邊",
          "-o is for one workbook; without it, each playbook is written beside its workbook"))
    }
  }

  func run() throws {
    let limits = try reading.resolved()
    for file in files {
      let target = output ?? PlaybookTarget.beside(file)
      let confinement = Confinement(
        reading: reading, file: file, reads: [Confinement.folder(of: target)],
        output: yes || isInteractive ? target : nil)
      let status = try confinement.run {
        do throws(Failure) {
          try adopt(file, to: target, limits: limits)
          return .done
        } catch {
          StandardError.complain(error.message)
          return error.status
        }
      }
      if status != .done { throw status }
    }
  }

  private var isInteractive: Bool { !yes && format == .text && isatty(STDIN_FILENO) == 1 && StandardOutput.isTerminal }

  private func adopt(_ file: String, to target: String, limits: Limits) throws(Failure) {
    if yes || isInteractive { try CommandMistake.requireFolder(of: target) }
    let source = try WorkbookFile(file, limits: limits, readsText: true)
    if source.snapshot.isFile(at: target) {
      throw Failure(
        .usage,
        Spoken.words(
          "-o \(target) 就是工作簿本身；規則手冊要寫進以 .yaml 結尾的檔案",
          "-o \(target) is the workbook itself; the playbook goes into a file that ends in .yaml"))
    }
    let earlier = try PlaybookTarget(target)
    let told = language ?? source.workbook.writtenLanguage ?? Language.ofLocale
    Spoken.go(onIn: told)
    var options = ReadOptions(language: language, today: Clock.today())
    options.fallbackLanguage = told
    do throws(DealbookError) {
      var adoption = try Adoption(
        source.workbook, fileName: source.name, basis: earlier.playbook ?? .builtIn, options: options)
      try Self.requireSameWorkbook(adoption, target, told)
      let report = AdoptionReport(path: file, language: told)
      guard !adoption.isEmpty else {
        if format == .json { StandardOutput.write(report.json(adoption)) }
        throw .usage(report.refusal(adoption))
      }
      switch format {
      case .text: StandardOutput.write(report.text(adoption))
      case .json: StandardOutput.write(report.json(adoption))
      }
      if isInteractive {
        StandardOutput.flush()
        for question in adoption.questions {
          guard let choice = ask(question, of: adoption, report) else { return }
          adoption.answer(question, with: choice)
        }
        try adoption.settle()
      }
      guard yes || isInteractive else {
        if format == .text {
          StandardError.complain(
            Spoken.words("沒有寫入任何檔案；加上 --yes 就寫出 \(target)", "nothing was written; --yes writes \(target)"))
        }
        return
      }
      var text = try adoption.playbookText(language: told)
      if case .ours(let old) = earlier.state { text = KeptSections.added(to: text, from: old) }
      let analysis = try adoption.analysis()
      if adoption.isNew || earlier.playbook == nil {
        try Self.requireNothingForgotten(adoption, target, told)
        try written(text, to: target, over: earlier, told)
      }
      if format == .text { StandardOutput.write(report.preview(analysis, playbook: target)) }
    } catch {
      if case .usage(let message) = error { throw Failure(.unreadable, message) }
      throw Failure(error, file: file)
    }
  }

  /// Refuses to mix the playbook of another workbook with this one, or to replace it.
  private static func requireSameWorkbook(
    _ adoption: Adoption, _ target: String, _ told: Language
  ) throws(DealbookError) {
    let titles = adoption.otherWorkbook.joined(separator: told == .english ? ", " : "、")
    guard !titles.isEmpty else { return }
    throw .usage(
      told.pick(
        "\(target) 是另一份工作簿的規則手冊（工作表：\(titles)）：請用 -o 指定別的檔名",
        "\(target) 是另一份工作簿的规则手册（工作表：\(titles)）：请用 -o 指定别的文件名",
        "\(target) is the playbook of another workbook (sheets: \(titles)): name another file with -o"))
  }

  /// Refuses to overwrite a playbook that covers more than this workbook has.
  private static func requireNothingForgotten(
    _ adoption: Adoption, _ target: String, _ told: Language
  ) throws(DealbookError) {
    let titles = adoption.forgotten.joined(separator: told == .english ? ", " : "、")
    guard !titles.isEmpty else { return }
    switch told {
    case .english:
      throw .usage("\(target) also states \(titles), which this workbook does not have: name another file with -o")
    case .traditionalChinese: throw .usage("\(target) 還寫有 \(titles)，這份工作簿沒有：請用 -o 指定別的檔名")
    case .simplifiedChinese: throw .usage("\(target) 还写有 \(titles)，这份工作簿没有：请用 -o 指定别的文件名")
    }
  }

  private func ask(_ question: AdoptionQuestion, of adoption: Adoption, _ report: AdoptionReport) -> AdoptionChoice? {
    StandardOutput.write(report.text(question, of: adoption))
    StandardOutput.flush()
    while let line = readLine() {
      let answer = line.filter { !$0.isWhitespace }
      if answer.isEmpty { return question.choices[0] }
      if let number = Int(answer), question.choices.indices.contains(number - 1) { return question.choices[number - 1] }
      StandardOutput.write("1–\(question.choices.count)? ")
      StandardOutput.flush()
    }
    return nil
  }

  private func written(_ text: String, to path: String, over earlier: PlaybookTarget, _ told: Language)
    throws(DealbookError)
  {
    let words: (String, String, String)?
    switch earlier.state {
    case .absent: words = nil
    case .ours(let old) where old == text: return
    case .ours: words = nil
    case .foreign:
      words = (
        "\(path) already exists and was not written by adopt: name another file with -o, or move it away",
        "\(path) 已存在，而且不是 adopt 寫的：請用 -o 指定別的檔名，或先移開它", "\(path) 已存在，而且不是 adopt 写的：请用 -o 指定别的文件名，或先移开它"
      )
    }
    if let words {
      let message = told == .english ? words.0 : told == .traditionalChinese ? words.1 : words.2
      throw .usage(message)
    }
    do throws(NightlyError) {
      if case .ours(let old) = earlier.state {
        let kept = "\(path).~1~"
        try Files.write(Array(old.utf8), to: kept)
        StandardError.complain(
          told.pick("舊的規則手冊保留為 \(kept)", "旧的规则手册保留为 \(kept)", "the old playbook is kept as \(kept)"))
      }
      try Files.write(Array(text.utf8), to: path)
    } catch {
      throw .usage("\(error)")
    }
  }
}

/// The file to write a playbook to, and what it contains now.
struct PlaybookTarget {
  enum State {
    case absent
    /// Written by `adopt`.
    case ours(String)
    case foreign
  }

  /// Part of the first line that `adopt` writes.
  static let mark = "dealbook adopt"

  let state: State
  let playbook: Playbook?

  init(_ path: String) throws(Failure) {
    guard Files.exists(path) else {
      (state, playbook) = (.absent, nil)
      return
    }
    let source = try PlaybookFile.source(path)
    let text = String(decoding: source.bytes, as: UTF8.self)
    let first = text.split(separator: "\n", maxSplits: 1).first ?? ""
    state = first.hasPrefix("#") && first.contains(Self.mark) ? .ours(text) : .foreign
    playbook = try PlaybookFile.read(path)
  }

  static func beside(_ file: String) -> String {
    let steps = file.split(separator: "/", omittingEmptySubsequences: false)
    return (steps.dropLast() + [Substring(PlaybookFile.name)]).joined(separator: "/")
  }
}
