// SPDX-License-Identifier: Apache-2.0

internal import XML

extension WorkbookPatch {
  mutating func addListSheets() throws(SpreadsheetError) {
    guard !edit.newListSheets.isEmpty else { return }
    let kept = workbook.sheets.indices.filter { !edit.removedSheets.contains($0) }
    var names = kept.map { workbook.sheets[$0].name } + edit.newSheets.map(\.name)
    var (tableNames, ids) = try tables(of: kept)
    for name in workbook.definedNames { tableNames.insert(name.name.lowercased()) }
    let isStrict = WorkbookPartPatch.isStrict(workbook)
    for sheet in edit.newListSheets {
      if let problem = NameRules.problem(ofSheetName: sheet.name, among: names) {
        throw .edit(EditError(.sheetName(sheet.name, why: problem)))
      }
      names.append(sheet.name)
      if let place = sheet.place, !edit.removedSheets.contains(place) {
        throw .edit(EditError(.noSuchSheet(position: place, count: edit.removedSheets.count)))
      }
      guard tableNames.insert(sheet.tableName.lowercased()).inserted else {
        throw .edit(EditError(.definedName(sheet.tableName, why: "there is a table or a name called so")))
      }
      let markup = ListSheetMarkup(
        sheet: sheet, namespace: workbook.document.root.writtenNamespace,
        relationships: Self.relationshipNamespace(isStrict: isStrict),
        isSelected: sheet.place.map { main.activeTab == $0 } ?? false)
      try editing(sheet.name) { () throws(EditError) in try markup.check() }
      let part = freePartName("worksheets/sheet", from: 1)
      let table = freePartName("tables/table", from: 1)
      let id = (ids.max() ?? 0) + 1
      ids.insert(id)
      try package.add(table, type: Self.contentType + "table+xml", [markup.table(id: id)[...]])
      let tableID = try package.relate(part, to: table, type: Self.relationshipType("table", isStrict: isStrict))
      let bytes = try editing(sheet.name) { () throws(EditError) in try markup.worksheet(table: tableID) }
      try package.add(part, type: Self.contentType + "worksheet+xml", [bytes[...]])
      let relationship = try package.relate(
        workbook.part, to: part, type: Self.relationshipType("worksheet", isStrict: isStrict))
      guard let number = main.freeSheetID(taken: newSheetIDs) else {
        throw .edit(EditError(.sheetName(sheet.name, why: "the workbook has as many sheets as it can")))
      }
      newSheetIDs.insert(number)
      main.addSheet(name: sheet.name, id: number, relationship: relationship, place: sheet.place)
    }
  }

  /// The names and ids of the tables on some sheets.
  private func tables(of sheets: [Int]) throws(SpreadsheetError) -> (names: Set<String>, ids: Set<Int>) {
    var (names, ids): (Set<String>, Set<Int>) = ([], [])
    for index in sheets {
      guard let part = workbook.sheets[index].part, workbook.package.contains(part) else { continue }
      for relationship in try workbook.package.relationships(of: part).all(RelationshipType.table) {
        guard let table = relationship.part, workbook.package.contains(table) else { continue }
        let root = try workbook.package.document(of: table).root
        if let name = root.xString("displayName") { names.insert(name.lowercased()) }
        if let id = root.integer("id") { ids.insert(id) }
      }
    }
    return (names, ids)
  }
}
