// SPDX-License-Identifier: Apache-2.0

internal import XML

extension WorkbookPatch {
  /// Finds the record of the cell metadata for dynamic arrays, if the edit writes one, and adds it if the workbook has none.
  mutating func resolveDynamicArrays() throws(SpreadsheetError) {
    let cells = edit.sheets.values.map(\.cells) + edit.newSheets.map(\.cells)
    guard cells.contains(where: { $0.values.contains { $0.spills && $0.formula != nil } }) else { return }
    let stored = CellMetadata.part(of: workbook)
    let part = stored ?? freePartName("metadata", from: 0)
    let document =
      if stored != nil { try workbook.package.document(of: part) } else {
        try OPCPackage.document(
          MetadataPatch.emptyPart(namespace: workbook.document.root.writtenNamespace), of: part, workbook.package.limits
        )
      }
    if let record = CellMetadata(document.root).firstDynamic {
      dynamicArray = record
      return
    }
    var patch = MetadataPatch(PartPatch(part: part, document: document))
    dynamicArray = patch.addDynamicArray()
    guard stored == nil else { return package.take(patch.patch) }
    try package.add(part, type: Self.contentType + "sheetMetadata+xml", patch.patch.pieces())
    let isStrict = WorkbookPartPatch.isStrict(workbook)
    _ = try package.relate(
      workbook.part, to: part, type: Self.relationshipType("sheetMetadata", isStrict: isStrict))
  }
}
