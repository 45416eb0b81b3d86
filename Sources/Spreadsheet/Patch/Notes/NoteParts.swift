// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The two parts that store the notes of a sheet, for a package written from scratch. The sheet needs a relationship to each
/// part, and its `legacyDrawing` element must name the relationship to the drawing.
package struct NoteParts: Sendable {
  /// The comments part (18.7.6).
  public let comments: [UInt8]
  /// The VML drawing part. Without it, Excel drops the notes.
  public let drawing: [UInt8]

  public static let commentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
  /// The content type of every part with the extension `vml`.
  public static let drawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing"

  /// - Parameters:
  ///   - number: the number of the sheet in its workbook, starting at 1. It keeps shape ids distinct between sheets.
  ///   - columnWidth: the width of a column (numbered from 1) in characters; 0 if the column is hidden, nil if it has the default
  ///     width.
  /// - Throws: ``SpreadsheetError/edit(_:)`` if the text of a note is too long.
  public init(
    _ notes: [CellReference: CellNote], sheetNumber number: Int, columnWidth: (Int) -> Double?
  ) throws(SpreadsheetError) {
    let (commentsPart, drawingPart) = (PartName("/xl/comments1.xml"), PartName("/xl/drawings/vmlDrawing1.vml"))
    let empty = CommentsPatch.emptyPart(namespace: XMLNamespace.spreadsheet)
    let document = try OPCPackage.document(empty, of: commentsPart, .default)
    var comments = CommentsPatch(PartPatch(part: commentsPart, document: document))
    do throws(EditError) {
      try comments.apply(notes.mapValues { .set($0) })
    } catch {
      throw .edit(error)
    }
    var drawing = try NoteDrawing(
      NoteDrawing.emptyPart(block: number), part: drawingPart, limits: Limits.default.xml)
    var lastBlock = number
    for (cell, note) in notes.sorted(by: { $0.key < $1.key }) {
      let frame = NoteFrame(cell: cell, text: note.text) { column in
        let width = columnWidth(column) ?? 9.14
        return width == 0 ? 0 : Int(min(max(width, 0), 255) * 7) + 5
      }
      if drawing.needsBlock {
        // Blocks are numbered after their sheets. A jump of 1,000 avoids those of the other sheets.
        lastBlock += 1000
        drawing.take(block: lastBlock)
      }
      drawing.add(cell, frame)
    }
    self.comments = Array(try comments.patch.pieces().joined())
    self.drawing = Array(try drawing.pieces().joined())
  }
}
