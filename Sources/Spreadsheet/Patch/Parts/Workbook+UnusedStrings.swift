// SPDX-License-Identifier: Apache-2.0

internal import Zip

extension Workbook {
  /// The bytes of the workbook without the text of shared strings that no cell uses, so that text deleted from the cells can't be
  /// recovered from the file. The emptied items stay in the table, so that the indices in the cells remain valid.
  public func withoutUnusedStrings() throws(SpreadsheetError) -> [UInt8] {
    guard let part = relationships.first(RelationshipType.sharedStrings)?.part, package.contains(part) else {
      return package.archive.bytes
    }
    let table = try sharedStrings.table()
    var isUsed = [Bool](repeating: false, count: table.count)
    for (index, info) in sheets.enumerated() where info.kind.hasCells {
      guard let part = info.part, package.contains(part) else { continue }
      let sheet = try worksheet(at: index)
      try sheet.forEachRow { row throws(SpreadsheetError) in
        for cell in row.cells where cell.type == .sharedString {
          if case .sharedString(let number) = try sheet.scalar(of: cell, row: row.index), number < isUsed.count {
            isUsed[number] = true
          }
        }
      }
    }
    guard isUsed.contains(false) else { return package.archive.bytes }
    var patch = ZipPatch()
    patch.replace(part.entryName, with: [table.bytes(of: isUsed)[...]])
    return try package.applying(patch)
  }
}
