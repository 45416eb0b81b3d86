// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Parts of a workbook that cannot be read, although no check needs them.
enum DamagedParts {
  /// Larger parts are skipped: a part this large is a sheet, and reading it takes as long.
  private static let largest = 4 << 20

  /// Reads every part except large ones and those that the checks have already read.
  static func found(in team: BoundWorkbook) -> [(part: String, error: SpreadsheetError)] {
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
