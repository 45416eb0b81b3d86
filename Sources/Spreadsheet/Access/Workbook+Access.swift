internal import Synchronization

extension Workbook {
  /// The worksheet with this title, in either case.
  ///
  /// ```swift
  /// print(try book["Deals"]["B2"])
  /// ```
  /// It is read when it is first asked for, in time and memory in proportion to its cells.
  ///
  /// - Throws: ``SpreadsheetError/noSheetNamed(_:titles:)`` where no sheet has the title, and what reading it throws.
  public subscript(title: String) -> Sheet {
    get throws(SpreadsheetError) { try opened.sheet(of: self, at: index(ofSheet: title)) }
  }

  /// Calls `body` for each row of a worksheet, in the order of the file: a sheet of any size takes the memory of some rows.
  ///
  /// ```swift
  /// try book.forEachRow(of: "Deals") { row in total += row["I"].number ?? 0 }
  /// ```
  /// - Throws: what `body` throws, and a ``SpreadsheetError`` where the sheet is not there or can't be read. Rows before the place
  ///   of an error have been shown.
  public func forEachRow(of title: String, _ body: (Sheet.Row) throws -> Void) throws {
    let reader = ContentReader(self)
    var problem: (any Error)?
    let index = try index(ofSheet: title)
    do throws(SpreadsheetError) {
      try forEachRow(ofSheet: index) { stored, cells throws(SpreadsheetError) in
        let row = try reader.row(stored, cells)
        do { if !row.cells.isEmpty { try body(row) } } catch {
          problem = error
          // Any error ends the reading; this one is not the one that is told.
          throw .noSheet(at: index, count: 0)
        }
      }
    } catch {
      throw problem ?? error
    }
  }

  /// The position of the sheet with this title in ``sheets``.
  package func index(ofSheet title: String) throws(SpreadsheetError) -> Int {
    let index =
      sheets.firstIndex { $0.name == title } ?? sheets.firstIndex { $0.name.lowercased() == title.lowercased() }
    guard let index else { throw .noSheetNamed(title, titles: sheets.map(\.name)) }
    return index
  }
}

/// The sheets of a workbook that have been asked for.
final class OpenedSheets: Sendable {
  private let sheets = Mutex<[Int: Sheet]>([:])

  func sheet(of workbook: Workbook, at index: Int) throws(SpreadsheetError) -> Sheet {
    if let known = sheets.withLock({ $0[index] }) { return known }
    let sheet = try Sheet(workbook, at: index)
    sheets.withLock { $0[index] = sheet }
    return sheet
  }
}
