// SPDX-License-Identifier: Apache-2.0

internal import XML

extension WorkbookPatch {
  mutating func addSheets() throws(SpreadsheetError) {
    var names = workbook.sheets.map(\.name)
    let isStrict = WorkbookPartPatch.isStrict(workbook)
    for (offset, new) in edit.newSheets.enumerated() {
      if let problem = NameRules.problem(ofSheetName: new.name, among: names) {
        throw .edit(EditError(.sheetName(new.name, why: problem)))
      }
      names.append(new.name)
      guard let id = main.freeSheetID(taken: newSheetIDs) else {
        throw .edit(EditError(.sheetName(new.name, why: "the workbook has as many sheets as it can")))
      }
      newSheetIDs.insert(id)
      let part = freePartName("worksheets/sheet", from: 1)
      let namespace = workbook.document.root.writtenNamespace
      let template = try editing(new.name) { () throws(EditError) in
        try NewSheetTemplate.bytes(new, namespace: namespace)
      }
      var sheet = try SheetPatch(
        template, part: part, sheet: new.name, dateSystem: workbook.dateSystem, limits: workbook.package.limits)
      var tables = SheetTables(sheet: new.name)
      if let outcome = try write(new.cells, new.fills, tables: &tables, into: &sheet) {
        note(outcome, ofSheet: workbook.sheets.count + offset)
      }
      try sheet.format(new.columns)
      try writeNotes(new.notes.mapValues { .set($0) }, of: &sheet, columns: new.columns, isNew: true)
      try package.add(part, type: Self.contentType + "worksheet+xml", sheet.contents().pieces)
      let relationship = try package.relate(
        workbook.part, to: part, type: Self.relationshipType("worksheet", isStrict: isStrict))
      main.addSheet(
        name: new.name, hidden: new.hidden, id: id, relationship: relationship,
        printTitles: new.print.map { PrintMarkup.titles($0, ofSheet: new.name) } ?? "")
    }
  }

  static let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  static func relationshipType(_ name: String, isStrict: Bool) -> String {
    relationshipNamespace(isStrict: isStrict) + "/" + name
  }

  static func relationshipNamespace(isStrict: Bool) -> String {
    isStrict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : XMLNamespace.relationships
  }

  /// An unused part name in the folder of the workbook part: `/xl/worksheets/sheet4.xml`. With `first` 0, the first candidate has
  /// no number.
  func freePartName(_ stem: String, from first: Int, extension ending: String = "xml") -> PartName {
    let own = workbook.part.description
    let base = own[...(own.lastIndex(of: "/") ?? own.startIndex)] + stem
    var number = first
    func name() -> PartName { PartName("\(base)\(number == 0 ? "" : String(number)).\(ending)") }
    while isTaken(name()) { number += 1 }
    return name()
  }

  /// Whether the package contains the part or refers to it.
  private func isTaken(_ part: PartName) -> Bool {
    package.contains(part) || workbook.package.contentTypes.overrides[part] != nil
      || workbook.relationships.all.contains { $0.part == part }
  }
}
