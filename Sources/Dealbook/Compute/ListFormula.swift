// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The columns of the Lists sheet that are formulas: the label in the workbook's language, and parameters such as the chance of winning
/// from a stage.
enum ListFormula {
  /// The prefix in `{next_conv}` that refers to the next row.
  private static let nextPrefix = "next_"

  /// The parameter that a formula's key names, and whether it is the next row's.
  private static func parameter(_ key: String) -> (name: String, isNext: Bool) {
    key.hasPrefix(nextPrefix) ? (String(key.dropFirst(nextPrefix.count)), true) : (key, false)
  }

  /// The parameters that the formula of a computed one reads.
  static func columns(readBy column: ListComputedColumn) -> Set<String> {
    Set((try? FormulaTemplate(column.formula))?.keys.map { parameter($0).name } ?? [])
  }

  /// The values of a computed parameter, computed from the last row upwards because rows may read the next one.
  static func values(of column: ListComputedColumn, in columns: [String: [CellValue]], count: Int) -> [CellValue] {
    guard let template = try? FormulaTemplate(column.formula) else { return [] }
    var results = Array(repeating: CellValue.blank, count: count)
    for row in results.indices.reversed() {
      var environment = Environment()
      for key in template.keys {
        let (name, isNext) = parameter(key)
        let cells = name == column.name ? results : columns[name] ?? []
        let place = isNext ? row + 1 : row
        environment.define("row_\(key)", column: Column([place < cells.count ? cells[place] : .blank]))
      }
      let bound = try? BoundFormula(template.expression, sheet: "row", in: environment)
      results[row] = (try? bound?.evaluate(rows: 1, mask: nil, in: environment))?[0] ?? .blank
    }
    return results
  }

  /// The formula of a computed column in one row of the Lists sheet; nil if a column that it reads does not exist.
  static func text(
    of name: String, in table: ListTables.Table, places: [String: Int], row: Int, names: NameChoice
  ) -> String? {
    func cell(_ name: String, _ row: Int) -> String? {
      places[name].map { ColumnName.letters($0) + String(row) }
    }
    if name == "label" {
      let labels = Language.allCases.sorted { $0.settingValue < $1.settingValue }.map { cell($0.listColumn, row) }
      guard !labels.contains(nil) else { return nil }
      return "CHOOSE(\(names.called("Lang")),\(labels.compactMap { $0 }.joined(separator: ",")))"
    }
    guard let column = table.definition.computedColumns.first(where: { $0.name == name }),
      let template = try? FormulaTemplate(column.formula)
    else { return nil }
    var isComplete = true
    let formula = names.applied(to: template).rowFormula(
      columns: { key in
        let (name, isNext) = parameter(key)
        guard let text = cell(name, isNext ? row + 1 : row) else {
          isComplete = false
          return nil
        }
        return .text(text)
      }, firstRow: row, absent: MetaSheet.emptyCell)
    return isComplete ? formula.text(row: row) : nil
  }
}
