package import Zip

extension Workbook {
  /// The bytes of the workbook with `edit` carried out.
  ///
  /// Only what the edit names differs, and what that entails: the calculation chain goes when a formula does, a table follows
  /// its header cells, and the program is asked to calculate where values would be stale (``Recalculation``). Every other
  /// entry of the archive keeps its compressed bytes, and every other byte of a part its place. An edit that changes nothing
  /// gives the same bytes. The same edit always gives the same bytes.
  ///
  /// - Throws: ``SpreadsheetError/edit(_:)`` for an edit that can't be made, and what reading the touched parts throws.
  public func applying(_ edit: WorkbookEdit) throws(SpreadsheetError) -> [UInt8] {
    try applying(edit, .usual)
  }

  /// The same, with the contents of the parts the same, whichever sheets are streamed.
  package func applying(_ edit: WorkbookEdit, _ streaming: SheetStreaming) throws(SpreadsheetError) -> [UInt8] {
    if !edit.insertedRows.isEmpty {
      var book = self
      for (index, insertion) in edit.insertedRows.sorted(by: { $0.key < $1.key }) {
        book = try Workbook(book.applying(RowChange(insertion: insertion), toSheet: index), limits: package.limits)
      }
      var rest = edit
      rest.insertedRows = [:]
      return try book.applying(rest, streaming)
    }
    let patch = try patch(for: edit, streaming)
    do throws(ZipError) {
      return try patch.apply(to: package.archive)
    } catch {
      throw SpreadsheetError(error)
    }
  }

  /// The changes to the archive that `edit` means; empty when it changes nothing.
  package func patch(for edit: WorkbookEdit) throws(SpreadsheetError) -> ZipPatch {
    try patch(for: edit, .usual)
  }

  private func patch(for edit: WorkbookEdit, _ streaming: SheetStreaming) throws(SpreadsheetError) -> ZipPatch {
    var patch = try WorkbookPatch(self, edit, streaming)
    return try patch.run()
  }
}

/// Which sheets are written while they are read, so that neither their old nor their new bytes are held.
package struct SheetStreaming: Sendable {
  /// Those of which an edit writes so many cells. Fewer leave most deflated blocks of a part as they are; so many, next to none.
  package let cells: Int
  /// How many bytes of a part are inflated at once.
  package let piece: Int

  package init(cells: Int, piece: Int) {
    self.cells = cells
    self.piece = piece
  }

  static let usual = SheetStreaming(cells: 10_000, piece: 1 << 17)
}
