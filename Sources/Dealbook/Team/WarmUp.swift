// SPDX-License-Identifier: Apache-2.0

internal import Base
public import Playbook
import Spreadsheet

/// Prepares, in a process that is about to fork into many workers, what each of them would otherwise have to make: the prepared playbook,
/// and what the language's runtime sets up when code first runs.
public enum WarmUp {
  /// From this number of files on it saves more time than it takes.
  public static let worthwhileFrom = 16

  /// Reads and checks a small workbook made from the playbook itself. From here on this process and its forks use a single thread, because
  /// a fork has only that one.
  ///
  /// - Parameter fills: whether the forks will fill workbooks too.
  /// - Returns: the analysis of that workbook, for the caller to prepare what it does with each workbook.
  @discardableResult
  public static func run(_ playbook: Playbook, fills: Bool = true) -> Analysis? {
    SingleThread.ask()
    guard let day = SerialDate(year: 2026, month: 3, day: 31) else { return nil }
    let sample = NewWorkbook(
      playbook: playbook, language: .traditionalChinese, profile: .full, asOf: day, hasSample: true)
    // The words of the vocabulary, which a team's own headers ask for, and what is in other languages.
    PreparedPlaybook.of(playbook).makeReady(playbook)
    // Errors here occur again where they are reported.
    guard let workbook = try? fills ? Workbook(sample.bytes()) : sample.design().workbook else { return nil }
    return try? Analysis(workbook, playbook: playbook, options: ReadOptions(today: day))
  }
}
