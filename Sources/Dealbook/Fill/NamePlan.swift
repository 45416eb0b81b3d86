import Formula
import Playbook
import Spreadsheet

/// Where each name that written formulas use points, and what has to be added so that it can.
struct NamePlan {
  private(set) var settings: [String] = []
  private(set) var lists: [String: Set<String>] = [:]
  /// Columns of data sheets, those that are there or planned and those that are not.
  private(set) var columns: [(name: String, id: ColumnID)] = []
  private(set) var sheetFlags: [String] = []

  /// - Parameter templates: every formula that will stand in a cell.
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
    // What a rate is computed from gets a name too: who reads the list by names finds it.
    for list in playbook.lists {
      for column in list.computedColumns where lists[list.prefix]?.contains(column.name) == true {
        lists[list.prefix]?.formUnion(ListFormula.columns(readBy: column))
      }
    }
    // The label column of a list is a formula over the language.
    if lists.values.contains(where: { $0.contains("label") }) { settings.insert("Lang") }
    self.settings = playbook.settings.map(\.name).filter(settings.contains)
    self.columns = columns.sorted { $0.key < $1.key }.map { (name: $0.key, id: $0.value) }
    sheetFlags = playbook.knownPrefixes.filter(flags.contains)
  }

  var usesMeta: Bool { !sheetFlags.isEmpty }
}
