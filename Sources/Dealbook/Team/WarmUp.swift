public import Playbook
import Spreadsheet
import Zip

/// Makes ready, in a process that is about to part into many workers, what each of them would else make anew: the prepared
/// playbook and what the language's runtime sets up when code first runs.
public enum WarmUp {
  /// From so many files on it takes less time than it saves.
  public static let worthwhileFrom = 16

  /// Reads and checks a small workbook made of the playbook itself. From here on this process and its copies use one thread: a
  /// copy has only that one.
  ///
  /// - Returns: what came of it, for what the caller makes of each workbook.
  @discardableResult
  public static func run(_ playbook: Playbook) -> Analysis? {
    SingleThread.ask()
    guard let day = SerialDate(year: 2026, month: 3, day: 31) else { return nil }
    let sample = NewWorkbook(
      playbook: playbook, language: .traditionalChinese, profile: .full, asOf: day, hasSample: true)
    // The words of the vocabulary, which a team's own headers ask for, and what is in other languages.
    PreparedPlaybook.of(playbook).makeReady(playbook)
    // What goes wrong here goes wrong again where it is told.
    guard let bytes = try? sample.bytes(), let workbook = try? Workbook(bytes) else { return nil }
    return try? Analysis(workbook, playbook: playbook, options: ReadOptions(today: day))
  }
}
