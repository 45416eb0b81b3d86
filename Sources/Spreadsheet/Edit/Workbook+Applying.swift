package import Zip

extension Workbook {
  /// The bytes of the workbook with `edit` carried out.
  ///
  /// Only what the edit names differs, and what that entails: the calculation chain goes when a formula does, a table follows
  /// its header cells, and the program is asked to calculate where values would be stale (``Recalculation``). Every other
  /// entry of the archive keeps its compressed bytes, and every other byte of a part its place. An edit that changes nothing
  /// gives the same bytes. The same edit always gives the same bytes.
  ///
  /// - Throws: ``SpreadsheetError/edit(_:)`` for an edit that can't be made, and what reading the touched parts throws.
  public func applying(_ edit: WorkbookEdit) throws(SpreadsheetError) -> [UInt8] {
    let patch = try patch(for: edit)
    do throws(ZipError) {
      return try patch.apply(to: package.archive)
    } catch {
      throw SpreadsheetError(error)
    }
  }

  /// The changes to the archive that `edit` means; empty when it changes nothing.
  package func patch(for edit: WorkbookEdit) throws(SpreadsheetError) -> ZipPatch {
    var patch = try WorkbookPatch(self, edit)
    return try patch.run()
  }
}
