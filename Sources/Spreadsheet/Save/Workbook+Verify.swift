internal import Zip

extension Workbook {
  /// Checks, before a save, that what an edit made of `original` can be read again: every entry of the archive whose bytes
  /// differ inflates to its size and matches its checksum, and of worksheets the cells are read. What was bad in the original
  /// and is not touched does not count.
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
