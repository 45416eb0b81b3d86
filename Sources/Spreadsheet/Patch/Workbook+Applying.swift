// SPDX-License-Identifier: Apache-2.0

package import Zip

extension Workbook {
  /// The bytes of the workbook after `edit`.
  ///
  /// Only what the edit names changes, together with what depends on it: the calculation chain is removed when a formula is
  /// removed, a table follows its header cells, and a recalculation is requested if values would be stale (``Recalculation``).
  /// Every other entry of the archive keeps its compressed bytes, and within a changed part all other bytes stay as they are. An
  /// edit that changes nothing returns the same bytes, and the same edit always returns the same bytes.
  ///
  /// - Throws: ``SpreadsheetError/edit(_:)`` if the edit can't be made, or the error raised by reading a part that it changes.
  public func applying(_ edit: WorkbookEdit) throws(SpreadsheetError) -> [UInt8] {
    try applying(edit, .usual)
  }

  /// As ``applying(_:)``, with control over which sheets are streamed. The choice does not affect the contents of the parts.
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
    if edit.removedRows.contains(where: { !$0.value.isEmpty }) {
      var rest = edit
      rest.removedRows = [:]
      // Formulas over ranges that become shorter have stale values.
      if rest.recalculation == .whenStale { rest.recalculation = .always }
      var bytes = try applying(rest, streaming)
      for (index, rows) in edit.removedRows.sorted(by: { $0.key < $1.key }) where !rows.isEmpty {
        bytes = try Workbook(bytes, limits: package.limits).applying(RowChange(removed: rows), toSheet: index)
      }
      return bytes
    }
    return try package.applying(patch(for: edit, streaming))
  }

  /// The bytes of the workbook after `edit`, without a request to recalculate, and whether that would be due: whether values change, or
  /// formulas are written without a value. Rows are neither inserted nor removed.
  package func applyingQuietly(
    _ edit: WorkbookEdit
  ) throws(SpreadsheetError) -> (bytes: [UInt8], changesValues: Bool, isStale: Bool) {
    var quiet = edit
    quiet.recalculation = .never
    var patch = try WorkbookPatch(self, quiet, .usual)
    let bytes = try package.applying(patch.run())
    return (bytes, patch.changesValues, patch.isStale)
  }

  /// Whether the sheet at `index` has a formula.
  package func hasFormula(onSheet index: Int) throws(SpreadsheetError) -> Bool {
    guard sheets[index].kind == .worksheet, let part = sheets[index].part, package.contains(part) else { return false }
    return FormulaSearch.hasFormula(try package.bytes(of: part))
  }

  /// The bytes of the workbook after an edit that sets values and nothing else; nil if the workbook has a formula, whose result may
  /// depend on them.
  package func applyingWithoutFormulas(_ edit: WorkbookEdit) throws(SpreadsheetError) -> [UInt8]? {
    // A workbook with formulas that Excel wrote tells so at once.
    guard relationships.all(RelationshipType.calculationChain).isEmpty else { return nil }
    // Most others have one in their first rows.
    for index in sheets.indices where sheets[index].kind == .worksheet {
      guard let part = sheets[index].part, package.contains(part) else { continue }
      var isFound = false
      try forFirstRows(ofSheet: index, through: Self.firstRows) { row, _ in
        isFound = isFound || row.cells.contains { $0.formulaKind != .none }
      }
      if isFound { return nil }
    }
    var patch = try WorkbookPatch(self, edit, .usual)
    // The sheets that are edited are looked through on the way.
    if try patch.foundFormulas(besides: Set(edit.sheets.keys)) { return nil }
    let changes = try patch.run()
    if patch.removesFormula { return nil }
    return try patch.foundFormulas() ? nil : package.applying(changes)
  }

  private static let firstRows = 20

  /// The changes to the archive that `edit` requires; empty if it changes nothing.
  package func patch(for edit: WorkbookEdit) throws(SpreadsheetError) -> ZipPatch {
    try patch(for: edit, .usual)
  }

  private func patch(for edit: WorkbookEdit, _ streaming: SheetStreaming) throws(SpreadsheetError) -> ZipPatch {
    var patch = try WorkbookPatch(self, edit, streaming)
    return try patch.run()
  }
}

/// Decides which sheets are written while they are read, so that neither their old nor their new bytes are in memory as a whole.
package struct SheetStreaming: Sendable {
  /// The number of written cells from which a sheet is streamed. With fewer, most deflate blocks of the part can be reused; with
  /// so many, hardly any can.
  package let cells: Int
  /// The number of bytes of a part to inflate at a time.
  package let piece: Int
  /// The size of a part, as its archive states it, from which it is streamed however few cells are written.
  package let bytes: Int

  package init(cells: Int, piece: Int, bytes: Int = .max) {
    self.cells = cells
    self.piece = piece
    self.bytes = bytes
  }

  static let usual = SheetStreaming(cells: 10_000, piece: 1 << 17)
  /// For workbooks beside which there is already much else in memory.
  package static let sparing = SheetStreaming(cells: 10_000, piece: 1 << 17, bytes: 1 << 24)
}
