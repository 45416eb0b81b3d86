// SPDX-License-Identifier: Apache-2.0

internal import XML

extension WorkbookPatch {
  /// Adds the new sheets that have a complete layout, with their charts.
  mutating func addDesigns() throws(SpreadsheetError) {
    guard !edit.newDesigns.isEmpty else { return }
    let kept = workbook.sheets.indices.filter { !edit.removedSheets.contains($0) }.map { workbook.sheets[$0].name }
    var names = kept + edit.newSheets.map(\.name) + edit.newListSheets.map(\.name)
    for new in edit.newDesigns {
      let design = new.sheet
      if let problem = NameRules.problem(ofSheetName: design.name, among: names) {
        throw .edit(EditError(.sheetName(design.name, why: problem)))
      }
      names.append(design.name)
      guard design.tables.isEmpty, !new.isFirst || edit.removedSheets.isEmpty else {
        let why = "a sheet laid out whole has no tables, and is not put first where others go"
        throw .edit(EditError(.sheetName(design.name, why: why)))
      }
      guard let number = main.freeSheetID(taken: newSheetIDs) else {
        throw .edit(EditError(.sheetName(design.name, why: "the workbook has as many sheets as it can")))
      }
      newSheetIDs.insert(number)
      let relationship = try add(new)
      main.addSheet(
        name: design.name, hidden: design.isHidden, id: number, relationship: relationship, isFirst: new.isFirst,
        printTitles: PrintMarkup.titles(design.print, ofSheet: design.name))
      if new.isFirst, new.isShownFirst { main.showFirstTab() }
    }
  }

  /// Adds the parts of one sheet and returns the id of the relationship to it.
  private mutating func add(_ new: DesignedSheet) throws(SpreadsheetError) -> String {
    let design = new.sheet
    let isStrict = WorkbookPartPatch.isStrict(workbook)
    let part = freePartName("worksheets/sheet", from: 1)
    var surroundings = SheetMarkup.Surroundings(isSelected: new.isFirst && new.isShownFirst)
    surroundings.namespace = workbook.document.root.writtenNamespace
    surroundings.relationships = Self.relationshipNamespace(isStrict: isStrict)
    if !design.charts.isEmpty {
      let drawing = try addDrawing(of: design, isStrict: isStrict)
      surroundings.drawing = try package.relate(
        part, to: drawing, type: Self.relationshipType("drawing", isStrict: isStrict))
    }
    var looks = try resolve(design)
    let text = try editing(design.name) { () throws(EditError) in
      var strings: StringBook?
      return try SheetMarkup(design, in: surroundings).text(styles: &looks, strings: &strings)
    }
    try package.add(part, type: Self.contentType + "worksheet+xml", [Self.bytes(text)])
    if design.cells.values.contains(where: { $0.formula != nil && $0.value == .blank }) { writesUncachedFormula() }
    return try package.relate(workbook.part, to: part, type: Self.relationshipType("worksheet", isStrict: isStrict))
  }

  private mutating func addDrawing(of design: SheetDesign, isStrict: Bool) throws(SpreadsheetError) -> PartName {
    let drawing = freePartName("drawings/drawing", from: 1)
    var ids: [String] = []
    for placed in design.charts {
      let markup = ChartMarkup(
        chart: placed.chart, isStrict: isStrict, dates1904: workbook.dateSystem == .year1904)
      let text = try editing(design.name) { () throws(EditError) in try markup.part() }
      let chart = freePartName("charts/chart", from: 1)
      try package.add(chart, type: DrawingMarkup.chartContentType, [Self.bytes(text)])
      ids.append(
        try package.relate(drawing, to: chart, type: Self.relationshipType("chart", isStrict: isStrict)))
    }
    let text = try editing(design.name) { () throws(EditError) in
      try DrawingMarkup(charts: design.charts, isStrict: isStrict).part(ids: ids)
    }
    try package.add(drawing, type: DrawingMarkup.contentType, [Self.bytes(text)])
    return drawing
  }

  private static func bytes(_ text: String) -> ArraySlice<UInt8> {
    Array(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + text).utf8)[...]
  }
}
