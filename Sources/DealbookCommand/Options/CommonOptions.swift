// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
public import Dealbook
import Glibc
internal import Isolation
import Nightly
public import Playbook
import Spreadsheet

/// The format of results on standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// Options of every command that reads a workbook.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many resources a file may use. untrusted (the default of nightly) also handles each file in an isolated process that can touch nothing else.",
      valueName: "default|untrusted"))
  var limits: LimitProfile?

  @Option(name: .customLong("limit"), help: ArgumentHelp("Set one limit; may be repeated.", valueName: "NAME=VALUE"))
  var limitOverrides: [String] = []

  enum LimitProfile: String, ExpressibleByArgument, CaseIterable {
    case `default`, untrusted
  }

  /// Uses `profile` unless one was given.
  func defaulting(to profile: LimitProfile) -> ReadingOptions {
    var options = self
    options.limits = limits ?? profile
    return options
  }

  var isUntrusted: Bool { limits == .untrusted }

  /// The limits for a file.
  func resolved() throws -> Limits {
    var limits: Limits = isUntrusted ? .untrusted : .default
    for (name, value) in try overrides() { limits[name] = value }
    return limits
  }

  /// The limits for a worker process.
  func workerLimits() throws -> WorkerLimits {
    var limits: WorkerLimits = isUntrusted ? .untrusted : .default
    for (name, value) in try overrides() {
      if let limit = WorkerLimits.named.first(where: { $0.name == name })?.limit { limits[keyPath: limit] = value }
    }
    return limits
  }

  private func overrides() throws -> [(name: String, value: Int)] {
    let names = Limits.named.map(\.name) + WorkerLimits.named.map(\.name)
    return try limitOverrides.map { item in
      let parts = item.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw ValidationError(
          Spoken.words(
            "--limit \(item)：應寫成 名稱=值，例如 \(names[0])=64MiB",
            "--limit \(item): expected NAME=VALUE, for example \(names[0])=64MiB"))
      }
      if let fixed = Limits.fixed.first(where: { $0.name == parts[0] }) {
        throw ValidationError(
          Spoken.words(
            "--limit \(item)：\(fixed.name) 固定為 \(fixed.value)，不能改",
            "--limit \(item): \(fixed.name) is fixed at \(fixed.value) and cannot be set"))
      }
      guard names.contains(parts[0]) else {
        throw ValidationError(
          Spoken.words(
            "--limit \(item)：沒有「\(parts[0])」這項上限", "--limit \(item): there is no limit ‘\(parts[0])’")
            + (Suggestion.nearest(parts[0], among: names).map(Spoken.words.nearest)
              ?? Spoken.words("；dealbook limits 列出全部", "; dealbook limits lists them"))
        )
      }
      guard let value = ByteCount.read(parts[1]) else {
        throw ValidationError(
          Spoken.words(
            "--limit \(item)：應為整數，可加 KiB、MiB 或 GiB，卻是「\(parts[1])」",
            "--limit \(item): expected a whole number with or without KiB, MiB or GiB, found ‘\(parts[1])’"))
      }
      return (parts[0], value)
    }
  }
}

/// `2GiB`, `64KiB`, `1000`.
enum ByteCount {
  static func read(_ text: String) -> Int? {
    for (suffix, factor) in [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)] where text.hasSuffix(suffix) {
      guard let count = Int(text.dropLast(suffix.count)), count >= 0 else { return nil }
      let (value, overflow) = count.multipliedReportingOverflow(by: factor)
      return overflow ? nil : value
    }
    return Int(text).flatMap { $0 >= 0 ? $0 : nil }
  }
}

/// Options of every command that uses a playbook.
struct PlaybookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The playbook to use. Default: dealbook.yaml beside the workbook or in a folder above it, else the built-in one.",
      valueName: "FILE"))
  var playbook: String?

  @OptionGroup var sight: SightOptions

  var asOf: Day? { sight.asOf }
  var period: Period? { sight.period }
  var language: Language? { sight.language }
  var profile: Profile? { sight.profile }

  /// - Parameter path: the path of the workbook, whose name may hint at its contents.
  func readOptions(of path: String? = nil) -> ReadOptions { sight.readOptions(of: path) }
}

/// How a workbook is read: its day, its period, and the words for it.
struct SightOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The date that days are counted to. Default: the workbook's own as-of date, else today.", valueName: "YYYY-MM-DD"),
    transform: Day.read)
  var asOf: Day?

  @Option(
    help: ArgumentHelp(
      "The period of the figures: a year, a quarter as 2026-Q3, a month as 2026-09, or two days as 2026-01-01..2026-06-30. Default: the workbook's own, else the year of the as-of date.",
      valueName: "PERIOD"),
    transform: Period.read)
  var period: Period?

  @Option(
    help: ArgumentHelp(
      "Language of the messages: zh-Hant, zh-Hans or en. Default: the workbook's own, else the locale's.",
      valueName: "LANGUAGE"))
  var language: Language?

  @Option(
    help: ArgumentHelp("How much of the method the workbook uses: small, core or full.", valueName: "PROFILE"))
  var profile: Profile?

  @Flag(
    name: .customLong("roc-years"),
    help: "Read 114/6/30 as a Republic of China date (民國114年) even if the workbook does not say so.")
  var rocYears = false

  /// Says once, for all workbooks, that the day asked for is yet to come.
  func warnOfFuture(quiet: Bool) {
    guard !quiet, let day = asOf?.date.isoText, let today = Clock.today()?.isoText, day > today else { return }
    StandardError.complain(
      Spoken.words(
        "--as-of \(day) 是將來的日子；還沒發生的逾期也會算進來",
        "--as-of \(day) is in the future: what falls due until then counts as overdue"))
  }

  /// - Parameter path: the path of the workbook, whose name may hint at its contents.
  func readOptions(of path: String? = nil) -> ReadOptions {
    var options = ReadOptions(
      language: language, profile: profile, asOf: asOf?.date, today: Clock.today(), rocYears: rocYears)
    options.fallbackLanguage = Language.ofLocale
    options.period = period?.period
    options.fileName = path.flatMap { $0.split(separator: "/").last.map(String.init) }
    return options
  }
}

/// A date as an argument.
struct Day {
  let date: SerialDate

  /// Parses `2026-03-31`, and explains what is wrong with anything else.
  static func read(_ argument: String) throws -> Day {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    if parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) {
      if let date = SerialDate(year: year, month: month, day: day) { return Day(date: date) }
      throw ValidationError(
        (1...12).contains(month)
          ? Spoken.words("\(year) 年 \(month) 月沒有 \(day) 日", "there is no day \(day) in month \(month) of \(year)")
          : Spoken.words("沒有 \(month) 月；請寫成 YYYY-MM-DD", "there is no month \(month); write YYYY-MM-DD"))
    }
    throw ValidationError(reason(argument))
  }

  private static func reason(_ argument: String) -> String {
    var argument = argument
    if argument.count == 8, argument.allSatisfy({ $0.isASCII && $0.isNumber }) {
      argument = "\(argument.prefix(4))-\(argument.dropFirst(4).prefix(2))-\(argument.suffix(2))"
    }
    let numbers = argument.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 3, argument.allSatisfy({ $0.isNumber || "/.-年月日 ".contains($0) }) else {
      return Spoken.words("應為 YYYY-MM-DD 的日期，例如 2026-03-31", "expected a day as YYYY-MM-DD, for example 2026-03-31")
    }
    func text(_ year: Int, _ month: Int, _ day: Int) -> String? {
      SerialDate(year: year, month: month, day: day)?.isoText
    }
    if numbers[0] > 31 {
      return text(numbers[0], numbers[1], numbers[2]).map { Spoken.words("請寫成 \($0)", "write \($0)") }
        ?? Spoken.words("沒有這一天；請寫成 YYYY-MM-DD", "there is no such day; write YYYY-MM-DD")
    }
    let readings = [text(numbers[2], numbers[1], numbers[0]), text(numbers[2], numbers[0], numbers[1])].compactMap {
      $0
    }
    let choices = Set(readings).sorted().joined(separator: Spoken.words.or)
    return Spoken.words("日、月、年的順序不明；請寫成 ", "the order of day, month and year is not clear; write ")
      + (choices.isEmpty ? "YYYY-MM-DD" : choices)
  }
}

extension Day: ExpressibleByArgument {
  init?(argument: String) {
    guard let day = try? Day.read(argument) else { return nil }
    self = day
  }
}

extension Language: ExpressibleByArgument {
  /// The language of the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set; English if we don't have it.
  static var ofLocale: Language {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { Files.variable($0) }.first { !$0.isEmpty } ?? ""
    let locale = name.lowercased().replacing("_", with: "-")
    guard locale.hasPrefix("zh") else { return .english }
    return ["tw", "hk", "mo", "hant"].contains { locale.hasPrefix("zh-" + $0) }
      ? .traditionalChinese : .simplifiedChinese
  }
}
extension Profile: ExpressibleByArgument {}
extension ColumnSelection: ExpressibleByArgument {}
extension RepairLevel: ExpressibleByArgument {}
extension FormulaForm: ExpressibleByArgument {}
extension MergePreference: ExpressibleByArgument {}

/// The only place that reads the clock.
enum Clock {
  /// Today in the local time zone. If SOURCE_DATE_EPOCH (seconds since 1970) is set, it replaces the clock, so that machines
  /// that share a night agree on the day.
  static func today() -> SerialDate? {
    var now = Files.variable("SOURCE_DATE_EPOCH").flatMap { time_t($0) } ?? time(nil)
    var parts = unsafe tm()
    unsafe localtime_r(&now, &parts)
    return unsafe SerialDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}

/// Findings at or above this severity make the command end with 1.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  func isReached(by severity: Severity) -> Bool {
    switch self {
    case .error: severity >= .error
    case .warning: severity >= .warning
    case .info: true
    case .never: false
    }
  }
}

/// How much is printed, and how it looks.
struct DisplayOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print results only, no messages.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "No colours (like the environment variable NO_COLOR).")
  var noColor = false

  var usesColor: Bool {
    guard !noColor, StandardOutput.isTerminal else { return false }
    return unsafe getenv("NO_COLOR").map { unsafe $0.pointee == 0 } ?? true
  }
}
