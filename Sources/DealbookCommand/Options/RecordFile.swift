import Dealbook
import Playbook
import Spreadsheet

/// A workbook file read by its records.
struct RecordFile {
  /// What messages call it.
  let name: String
  /// Nil for an empty file, which stands for a workbook without sheets: git gives one where a side has none.
  let file: WorkbookFile?
  let book: RecordBook

  var isEmpty: Bool { file == nil }

  init(
    _ path: String, called name: String? = nil, _ playbook: Playbook, _ options: PlaybookOptions, limits: Limits
  ) throws(Failure) {
    let name = name ?? path
    self.name = name
    file = Self.isEmptyFile(path) ? nil : try WorkbookFile(path, limits: limits, readsText: true)
    let workbook: Workbook
    do throws(SpreadsheetError) {
      workbook = if let file { file.workbook } else { try Workbook(WorkbookDesign().bytes(), limits: limits) }
    } catch {
      throw Failure(.unreadable, "\(name): \(error)")
    }
    do throws(DealbookError) {
      book = try RecordBook(workbook, playbook: playbook, options: options.readOptions(of: name))
    } catch {
      throw Failure(error, file: name)
    }
  }

  private static func isEmptyFile(_ path: String) -> Bool {
    if path == "/dev/null" { return true }
    guard let snapshot = try? FileSnapshot.read(path, limits: Limits.default.zip) else { return false }
    return snapshot.bytes.isEmpty
  }
}
