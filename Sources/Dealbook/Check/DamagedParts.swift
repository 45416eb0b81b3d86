import Spreadsheet

/// Parts of a workbook that can't be read, though no check needs them.
enum DamagedParts {
  /// Larger parts are not read for this: what is so large is a sheet, and takes as long as one.
  private static let largest = 4 << 20

  /// Reads every part but large ones and those that the checks have read: they are known to be whole.
  static func found(in team: TeamWorkbook) -> [(part: String, error: SpreadsheetError)] {
    let workbook = team.workbook
    var read: Set<PartName> = [workbook.part]
    if let styles = workbook.styles.part { read.insert(styles) }
    for strings in workbook.relationships.all(RelationshipType.sharedStrings) {
      strings.part.map { _ = read.insert($0) }
    }
    for sheet in team.sheets { workbook.sheets[sheet.sheetIndex].part.map { _ = read.insert($0) } }
    var damaged: [(part: String, error: SpreadsheetError)] = []
    for part in workbook.package.parts where !read.contains(part) {
      guard let size = workbook.package.size(of: part), size <= largest else { continue }
      do throws(SpreadsheetError) {
        _ = try workbook.package.bytes(of: part)
      } catch {
        damaged.append((part.entryName, error))
      }
    }
    return damaged
  }
}
