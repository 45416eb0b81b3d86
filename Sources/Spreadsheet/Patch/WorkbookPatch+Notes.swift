// SPDX-License-Identifier: Apache-2.0

internal import XML
internal import Zip

extension WorkbookPatch {
  /// Applies the note edits of one sheet to its comments part and to the drawing that belongs to it.
  ///
  /// - Parameter mirrors: the discussions for which notes stand; nil for a note that goes with its discussion.
  mutating func writeNotes(
    _ edits: [CellReference: NoteEdit], _ mirrors: [CellReference: Discussion?] = [:], of sheet: inout SheetPatch,
    columns: [ColumnFormat], isNew: Bool
  ) throws(SpreadsheetError) {
    guard !edits.isEmpty || !mirrors.isEmpty else { return }
    let stored = isNew ? nil : try workbook.commentsPart(ofSheet: sheet.part)
    if stored == nil, edits.values.allSatisfy({ $0 == .remove }), mirrors.values.allSatisfy({ $0 == nil }) { return }
    let isStrict = WorkbookPartPatch.isStrict(workbook)
    let part = stored ?? freePartName("comments", from: 1)
    let document =
      if let stored {
        try workbook.package.document(of: stored)
      } else {
        try OPCPackage.document(
          CommentsPatch.emptyPart(namespace: workbook.document.root.writtenNamespace), of: part,
          workbook.package.limits)
      }
    var comments = CommentsPatch(PartPatch(part: part, document: document))
    try editing(sheet.sheet) { () throws(EditError) in try comments.apply(edits, mirrors) }
    if let stored, comments.cells.isEmpty, !comments.removed.isEmpty {
      return try removeNotes(in: stored, comments, of: &sheet)
    }
    // An existing note may lack its shape even if its text is right.
    var texts: [CellReference: String] = [:]
    for (cell, edit) in edits {
      switch edit {
      case .set(let note), .append(let note): texts[cell] = note.text
      case .remove: break
      }
    }
    for (cell, discussion) in mirrors { texts[cell] = discussion?.mirrorText }
    try draw(comments, of: &sheet, columns, texts, isStrict: isStrict, isNew: isNew)
    if stored != nil {
      package.take(comments.patch)
    } else {
      try package.add(part, type: Self.contentType + "comments+xml", comments.patch.pieces())
      _ = try package.relate(sheet.part, to: part, type: Self.relationshipType("comments", isStrict: isStrict))
    }
  }

  /// Removes the comments part with the last note of a sheet, and the drawing if it contains nothing else.
  private mutating func removeNotes(
    in part: PartName, _ comments: CommentsPatch, of sheet: inout SheetPatch
  ) throws(SpreadsheetError) {
    try package.remove(part, from: sheet.part)
    let relationships = try workbook.package.relationships(of: sheet.part)
    guard let stored = sheet.legacyDrawing.flatMap({ relationships[id: $0]?.part }), workbook.package.contains(stored)
    else { return }
    var drawing = try NoteDrawing(
      workbook.package.bytes(of: stored), part: stored, limits: workbook.package.limits.xml)
    if drawing.holdsOnly(notesOn: comments.removed) {
      try package.remove(stored, from: sheet.part)
      sheet.removeLegacyDrawing()
      return
    }
    try editing(sheet.sheet) { () throws(EditError) in try drawing.remove(comments.removed) }
    if drawing.isChanged { package.replace(stored, with: .whole(try drawing.pieces())) }
  }

  /// Updates the drawing, so that it has a shape for each remaining note and none for removed ones.
  private mutating func draw(
    _ comments: CommentsPatch, of sheet: inout SheetPatch, _ columns: [ColumnFormat],
    _ texts: [CellReference: String], isStrict: Bool, isNew: Bool
  ) throws(SpreadsheetError) {
    let relationships = isNew ? .none : try workbook.package.relationships(of: sheet.part)
    let stored = sheet.legacyDrawing.flatMap { relationships[id: $0]?.part }.flatMap {
      workbook.package.contains($0) ? $0 : nil
    }
    let part = stored ?? freePartName("drawings/vmlDrawing", from: 1, extension: "vml")
    let bytes: [UInt8]
    if let stored {
      bytes = try workbook.package.bytes(of: stored)
    } else {
      bytes = NoteDrawing.emptyPart(block: try freeShapeBlock())
    }
    var drawing = try NoteDrawing(bytes, part: part, limits: workbook.package.limits.xml)
    if !comments.removed.isEmpty {
      try editing(sheet.sheet) { () throws(EditError) in try drawing.remove(comments.removed) }
    }
    // If the drawing can't be parsed, shapes are added for new notes only.
    let shown = drawing.cells ?? Set(comments.cells).subtracting(comments.new)
    for cell in comments.cells where !shown.contains(cell) {
      let frame = NoteFrame(cell: cell, text: texts[cell] ?? "") { sheet.pixelWidth(ofColumn: $0, columns) }
      if drawing.needsBlock { drawing.take(block: try freeShapeBlock()) }
      drawing.add(cell, frame)
    }
    guard drawing.isChanged else { return }
    if stored != nil {
      package.replace(part, with: .whole(try drawing.pieces()))
    } else {
      try package.add(part, defaultType: NoteParts.drawingType, drawing.pieces())
      let id = try package.relate(sheet.part, to: part, type: Self.relationshipType("vmlDrawing", isStrict: isStrict))
      sheet.setLegacyDrawing(id, relationships: Self.relationshipNamespace(isStrict: isStrict))
    }
  }

  /// A block of shape ids that no drawing in the package owns.
  private mutating func freeShapeBlock() throws(SpreadsheetError) -> Int {
    var used = newShapeBlocks
    for entry in workbook.package.archive.entries where PartName(entry.name).pathExtension == "vml" {
      let bytes = try workbook.package.bytes(of: PartName(entry.name))
      used.formUnion(NoteDrawing.blocks(in: String(decoding: bytes, as: UTF8.self)))
    }
    var block = 1
    while used.contains(block) { block += 1 }
    newShapeBlocks.insert(block)
    return block
  }
}
