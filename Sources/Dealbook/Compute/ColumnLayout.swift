// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The position of each column in the filled workbook: existing columns, and new ones to the right of everything else.
struct ColumnLayout: Sendable {
  /// A computed column that does not exist yet.
  struct NewColumn: Sendable {
    var id: ColumnID
    var definition: ColumnDefinition
    var number: Int
  }

  private(set) var numbers: [ColumnID: Int] = [:]
  /// By prefix, from left to right.
  private(set) var newColumns: [String: [NewColumn]] = [:]
  /// Where new columns go, by prefix.
  let rooms: [String: ColumnRoom]
  /// The tool's defined names as they are called in this workbook.
  var names = NameChoice()
  private let firstRows: [String: Int]

  init(_ sheets: [LocatedSheet], chosen: Set<ColumnID>, rooms: [String: ColumnRoom]) {
    self.rooms = rooms
    firstRows = Dictionary(uniqueKeysWithValues: sheets.map { ($0.prefix, $0.rows.range.lowerBound) })
    for sheet in sheets {
      for column in sheet.columns { numbers[ColumnID(sheet: sheet.prefix, key: column.key)] = column.number }
      let new = sheet.definition.computedColumns.filter { definition in
        let id = ColumnID(sheet: sheet.prefix, key: definition.key)
        return chosen.contains(id) && numbers[id] == nil
      }
      guard !new.isEmpty, let first = rooms[sheet.prefix]?.place(for: new.count) else { continue }
      for (number, definition) in zip(first..., new) {
        let id = ColumnID(sheet: sheet.prefix, key: definition.key)
        numbers[id] = number
        newColumns[sheet.prefix, default: []].append(NewColumn(id: id, definition: definition, number: number))
      }
    }
  }

  /// The formula of a column as it is stored in the cells of its sheet.
  ///
  /// - Parameter absent: keys of columns to treat as missing, as they were in an earlier fill.
  func rowFormula(
    _ template: FormulaTemplate, of id: ColumnID, without absent: Set<String> = []
  ) -> RowFormula {
    names.applied(to: template).rowFormula(
      columns: { key in
        absent.contains(key) ? nil : numbers[ColumnID(sheet: id.sheet, key: key)].map { .column($0) }
      },
      firstRow: firstRows[id.sheet] ?? 1, absent: MetaSheet.emptyCell)
  }
}
