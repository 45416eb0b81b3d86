// SPDX-License-Identifier: Apache-2.0

internal import XML

/// Notes and discussions, which move and go with their cells.
extension RowChangePatch {
  /// Moves the notes of the changed sheet, and their boxes in the drawing that belongs to them.
  mutating func patchNotes(_ part: PartName, of sheet: PartName) throws(SpreadsheetError) {
    let document = try workbook.package.document(of: part)
    let cells = SheetNotes.comments(of: document.root).compactMap { $0.attribute("ref").flatMap { CellReference($0) } }
    guard let last = cells.map(\.row).max(), last >= change.first else { return }
    var patch = PartPatch(part: part, document: document)
    moveCells(of: SheetNotes.comments(of: patch.root), &patch)
    package.take(patch)
    // Several parts may be drawings of old form: only one has the boxes of the notes.
    for related in try workbook.package.relationships(of: sheet).all
    where related.type.lowercased().hasSuffix("/vmldrawing") {
      guard let target = related.part, workbook.package.contains(target) else { continue }
      var drawing = try NoteDrawing(
        workbook.package.bytes(of: target), part: target, limits: workbook.package.limits.xml)
      do throws(EditError) { try drawing.move(change) } catch { throw refuse("the drawing of its notes is not XML") }
      if drawing.isChanged { package.replace(target, with: .whole(try drawing.pieces())) }
    }
  }

  /// Moves the discussions (threaded comments) of the changed sheet.
  mutating func patchDiscussions(_ part: PartName) throws(SpreadsheetError) {
    var patch = PartPatch(part: part, document: try workbook.package.document(of: part))
    moveCells(of: Array(patch.root.children("threadedComment")), &patch)
    if !patch.splices.isEmpty { package.take(patch) }
  }

  private func moveCells(of elements: [XMLElement], _ patch: inout PartPatch) {
    for element in elements {
      guard let cell = element.attribute("ref").flatMap({ CellReference($0) }), cell.row >= change.first else {
        continue
      }
      if let row = change.row(cell.row), let new = CellReference(row: row, column: cell.column) {
        patch.set("ref", of: element, to: "\(new)")
      } else {
        patch.remove(element)
      }
    }
  }
}
