// SPDX-License-Identifier: Apache-2.0

internal import XML

/// Finds structured references: formulas that name a column of a table.
enum ColumnReferences {
  /// A part in which a formula names the column `column`; nil if there is none. Renaming the column would break such a formula.
  static func partThatNames(_ column: String, in workbook: Workbook) throws(SpreadsheetError) -> PartName? {
    // In a structured reference, `[`, `]`, `#` and an apostrophe are escaped with an apostrophe.
    let spelled = column.reduce(into: "") { $0 += "[]#'".contains($1) ? "'\($1)" : "\($1)" }
    let pattern = Array("[\(XMLEscape.text(spelled))]".utf8)
    let sheets = workbook.sheets.compactMap(\.part).filter { workbook.package.contains($0) }
    var parts = sheets + [workbook.part]
    for sheet in sheets {
      parts += try workbook.package.relationships(of: sheet).all(RelationshipType.table).compactMap(\.part)
    }
    for part in parts where workbook.package.contains(part) {
      if try workbook.package.part(part, containsAny: [pattern]) { return part }
    }
    return nil
  }
}
