internal import Zip

extension Workbook {
  /// Checks, before a save, that what an edit made of `original` can be read again: the cells of every worksheet whose bytes
  /// differ. What was bad in the original and is not touched does not count.
  public func verify(against original: Workbook) throws(SpreadsheetError) {
    let changed = sheets.indices.filter { index in
      guard sheets[index].kind == .worksheet, let part = sheets[index].part, let entry = package.entry(of: part) else {
        return false
      }
      guard let old = original.package.entry(of: part) else { return true }
      return !package.archive.holdsSame(entry, as: old, of: original.package.archive)
    }
    _ = try concurrentMap(changed.count) { (index: Int) throws(SpreadsheetError) in
      try Worksheet(self, at: changed[index], strings: SharedStringTable.none).forEachRow { _ in }
    }
  }
}
