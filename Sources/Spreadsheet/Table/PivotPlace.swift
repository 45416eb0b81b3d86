// SPDX-License-Identifier: Apache-2.0

internal import XML

extension Workbook {
  /// The ranges of the pivot tables on the worksheet at position `index` in ``sheets``.
  public func pivotTables(ofSheet index: Int) throws(SpreadsheetError) -> [CellRange] {
    try package.pivotTables(ofSheet: worksheetPart(at: index))
  }
}

extension OPCPackage {
  func pivotTables(ofSheet sheet: PartName) throws(SpreadsheetError) -> [CellRange] {
    var ranges: [CellRange] = []
    for relationship in try relationships(of: sheet).all(RelationshipType.pivotTable) {
      guard let part = relationship.part, contains(part),
        let range = try document(of: part).root.firstChild("location")?.attribute("ref").flatMap({ CellRange($0) })
      else { continue }
      ranges.append(range)
    }
    return ranges
  }
}
