// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The target of each name in the written formulas, and what has to be added for it.
struct NamePlan {
  private(set) var settings: [String] = []
  private(set) var lists: [String: Set<String>] = [:]
  /// Columns of data sheets, whether they exist, are planned or are missing.
  private(set) var columns: [(name: String, id: ColumnID)] = []
  private(set) var sheetFlags: [String] = []

  /// - Parameter templates: every formula that will be in a cell.
  init(_ templates: [FormulaTemplate], playbook: Playbook) {
    var settings: Set<String> = []
    var columns: [String: ColumnID] = [:]
    var flags: Set<String> = []
    for name in Set(templates.flatMap(\.names)) {
      switch playbook.meaning(ofName: name) {
      case .setting(let setting): settings.insert(setting)
      case .column(let reference): columns[name] = ColumnID(sheet: reference.sheet, key: reference.column)
      case .listColumn(let list, let column): lists[list, default: []].insert(column)
      case .hasSheet(let prefix): flags.insert(prefix)
      case nil: break
      }
    }
    // The inputs of a rate get names too, so that the list can be read by its names.
    for list in playbook.lists {
      for column in list.computedColumns where lists[list.prefix]?.contains(column.name) == true {
        lists[list.prefix]?.formUnion(ListFormula.columns(readBy: column))
      }
    }
    // The label column of a list is a formula that depends on the language.
    if lists.values.contains(where: { $0.contains("label") }) { settings.insert("Lang") }
    self.settings = playbook.settings.map(\.name).filter(settings.contains)
    self.columns = columns.sorted { $0.key < $1.key }.map { (name: $0.key, id: $0.value) }
    sheetFlags = playbook.knownPrefixes.filter(flags.contains)
  }

  var usesMeta: Bool { !sheetFlags.isEmpty }
}
