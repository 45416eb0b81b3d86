// SPDX-License-Identifier: Apache-2.0

internal import Base
internal import Zip

extension Workbook {
  /// Checks, before a save, that the result of editing `original` can be read again. Every archive entry that differs is inflated
  /// and checked against its size and checksum, and the cells of changed worksheets are read. Damage in the original that the
  /// edit did not touch is ignored.
  public func verify(against original: Workbook) throws(SpreadsheetError) {
    let archive = package.archive
    let changed = archive.entries(changedSince: original.package.archive)
    let worksheets = Dictionary(
      sheets.indices.compactMap { index in
        sheets[index].kind == .worksheet ? sheets[index].part.map { ($0, index) } : nil
      }, uniquingKeysWith: { first, _ in first })
    _ = try concurrentMap(changed.count) { (position: Int) throws(SpreadsheetError) in
      if let index = worksheets[PartName(changed[position].name)] {
        try forEachRow(ofSheet: index, strings: SharedStringTable.none) { _, _ in }
      } else {
        do throws(ZipError) { try archive.verify(changed[position]) } catch { throw SpreadsheetError(error) }
      }
    }
  }
}
