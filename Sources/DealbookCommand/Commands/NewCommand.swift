// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dealbook
import Glibc
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a new workbook with all sheets, drop-down lists, formats, notes and formulas.",
    discussion: """
      Example:
        dealbook new team.xlsx --language en --sample

      An existing file is never overwritten. The same playbook, options and --as-of always give the same bytes.
      """)

  @Argument(help: ArgumentHelp("The workbook to write. It must not exist yet.", valueName: "FILE"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Language of the workbook: zh-Hant, zh-Hans or en. Default: zh-Hant, whatever the language of the messages.",
      valueName: "LANGUAGE"))
  var language: Language?

  @Option(
    help: ArgumentHelp(
      "How much of the method to use: small (one sheet each for leads, deals, payments and renewals), core or full. Default: that of the playbook, else full.",
      valueName: "PROFILE"))
  var profile: Profile?

  @Option(
    help: ArgumentHelp("Currency of the amounts, such as USD. Default: that of the playbook.", valueName: "CODE"))
  var currency: String?

  @Flag(help: "Include sample data of a small team.")
  var sample = false

  @Option(
    help: ArgumentHelp(
      "The playbook to use. Default: dealbook.yaml in the folder of FILE or above it, else the built-in one.",
      valueName: "FILE"))
  var playbook: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The as-of date on the Settings sheet. Default: today.", valueName: "YYYY-MM-DD"),
    transform: Day.read)
  var asOf: Day?

  @OptionGroup var display: DisplayOptions

  func run() throws {
    do throws(Failure) {
      try make()
    } catch {
      StandardError.complain(error.message)
      throw error.status
    }
  }

  private func make() throws(Failure) {
    guard file.lowercased().hasSuffix(".xlsx") else {
      throw Failure(
        .usage,
        Spoken.words(
          "\(file)：檔名應以 .xlsx 結尾，例如 \(FileName.path(file, endingIn: "xlsx"))",
          "\(file): expected a name that ends in .xlsx, for example \(FileName.path(file, endingIn: "xlsx"))"))
    }
    try CommandMistake.requireFolder(of: file)
    if unsafe access(file, F_OK) == 0 {
      throw Failure(
        .usage,
        Spoken.words(
          "\(file) 已經存在，沒有動它；請換個檔名，或先把它移走",
          "\(file) already exists and was left alone; choose another name, or move it away first"))
    }
    if let currency, currency.utf8.count != 3 || !currency.utf8.allSatisfy({ (65...90).contains($0) }) {
      throw Failure(
        .usage,
        Spoken.words(
          "--currency \(currency)：應為三個大寫字母，例如 USD、EUR 或 CNY",
          "--currency \(currency): expected three capital letters such as USD, EUR or CNY")
          + Spoken.words.nearest(Currency.named(currency.lowercased())?.code))
    }
    let playbook = try PlaybookFile.load(playbook, inFolder: folder)
    guard let date = asOf?.date ?? Clock.today() else {
      throw Failure(.usage, Spoken.words("請指定日期：--as-of YYYY-MM-DD", "state a date: --as-of YYYY-MM-DD"))
    }
    let bytes: [UInt8]
    do throws(DealbookError) {
      bytes = try NewWorkbook(
        playbook: playbook, language: language ?? .traditionalChinese, profile: profile ?? playbook.profile ?? .full,
        asOf: date,
        hasSample: sample, currency: currency
      ).bytes()
    } catch {
      throw Failure(error, file: file)
    }
    do {
      _ = try FileSaver().write(bytes, to: file) { written in _ = try Workbook(written) }
    } catch {
      throw Failure(error)
    }
    guard !display.quiet else { return }
    StandardError.write(Spoken.words.wrote(file) + "\n")
    let reader = Spoken.words.language
    if language == nil, reader != .traditionalChinese {
      StandardError.write(
        Spoken.words(
          "它是\(Language.traditionalChinese.name(in: reader))的；要\(reader.name(in: reader))的，請加 --language \(reader.rawValue)",
          "It is in \(Language.traditionalChinese.name(in: reader)). For \(reader.name(in: reader)), add --language \(reader.rawValue)."
        ) + "\n")
    }
  }

  /// The folder to look for a playbook in, as the file does not exist yet.
  private var folder: String {
    Files.folder(of: file)
  }
}
