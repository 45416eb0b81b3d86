// SPDX-License-Identifier: Apache-2.0

extension WorkbookPatch {
  mutating func setNames() throws(SpreadsheetError) {
    var seen: Set<String> = []
    var tables: Set<String>?
    for name in edit.definedNames {
      func refuse(_ why: String) -> SpreadsheetError { .edit(EditError(.definedName(name.name, why: why))) }
      guard seen.insert(name.name.lowercased()).inserted else { throw refuse("it is set twice") }
      if let formula = name.formula {
        if formula.isEmpty || formula.hasPrefix("=") { throw refuse("expected a formula without \"=\"") }
        if formula.utf16.count > ExcelLimits.formulaLength { throw refuse("its formula is too long") }
        if !main.hasName(name.name) {
          if let problem = NameRules.problem(ofDefinedName: name.name) { throw refuse(problem) }
          let known = if let tables { tables } else { try tableNames() }
          tables = known
          if known.contains(name.name.lowercased()) { throw refuse("a table is called so") }
        }
      }
      main.setName(name)
    }
  }

  private func tableNames() throws(SpreadsheetError) -> Set<String> {
    var names: Set<String> = []
    for sheet in workbook.sheets {
      guard let part = sheet.part, workbook.package.contains(part) else { continue }
      for table in try Table.tables(ofSheet: part, in: workbook.package) {
        names.insert(table.displayName.lowercased())
      }
    }
    return names
  }
}
