// SPDX-License-Identifier: Apache-2.0

internal import XML
internal import Zip

/// Parts other than worksheets: names, tables, charts, pivot tables.
extension RowChangePatch {
  mutating func patchWorkbook() throws(SpreadsheetError) {
    var texts: [(XMLElement, String)] = []
    for element in workbook.document.root.firstChild("definedNames")?.children("definedName") ?? [] {
      let text = try changed(
        element.text, isOnSheet: false,
        lost: "the name \(element.attribute("name") ?? "") stands for a row that goes")
      if let text { texts.append((element, text)) }
    }
    guard !texts.isEmpty else { return }
    try package.edit(workbook.part, workbook.document) { patch in
      for (element, text) in texts { patch.setText(of: element, to: text) }
    }
  }

  mutating func patchTables() throws(SpreadsheetError) {
    for (position, info) in workbook.sheets.enumerated() {
      guard let sheet = info.part, workbook.package.contains(sheet) else { continue }
      for relationship in try workbook.package.relationships(of: sheet).all(RelationshipType.table) {
        guard let part = relationship.part, workbook.package.contains(part) else { continue }
        let document = try workbook.package.document(of: part)
        let table = try Table(document, part: part)
        var patch = PartPatch(part: part, document: document)
        if position == index {
          if table.isFed, table.range.last.row >= change.first {
            throw refuse("the table \(table.displayName) is fed by a query")
          }
          if let header = table.range.rows.first, table.headerRowCount > 0, change.row(header) == nil {
            try need(header...header, "the header of the table \(table.displayName) would go")
            continue
          }
          if table.totalsRowCount > 0 {
            let totals = (table.range.last.row - table.totalsRowCount + 1)...table.range.last.row
            if !change.removed(among: totals).isEmpty {
              try need(totals, "the totals of the table \(table.displayName) would go")
              continue
            }
          }
        }
        for element in [patch.root] + patch.root.descendants where position == index {
          guard let value = element.attribute("ref"), let range = CellRange(value) else { continue }
          guard var new = change.range(range) else {
            try need(range.rows, "the table \(table.displayName) would go")
            continue
          }
          // A range that ends with the data of the table grows to include the new rows.
          if let insertion = change.insertion, range.last.row == insertion.before - 1,
            table.range.last.row >= insertion.before,
            range.first.row >= table.range.first.row,
            let corner = CellReference(row: range.last.row + insertion.count, column: range.last.column)
          {
            new = CellRange(new.first, corner)
          }
          if let rows = table.dataRows, element.localName == "table",
            change.rows(rows.lowerBound, rows.upperBound) == nil
          {
            // A table has at least one row.
            try need(rows.lowerBound...rows.lowerBound, "the table \(table.displayName) would have no row")
            continue
          }
          if new != range { patch.set("ref", of: element, to: "\(new)") }
        }
        for element in patch.root.descendants where Self.formulaElements.contains(element.localName) {
          let text = try changed(
            element.text, isOnSheet: position == index, moves: element.localName == "totalsRowFormula",
            lost: "a column of the table \(table.displayName) reads a row that goes")
          if let text { patch.setText(of: element, to: text) }
        }
        if !patch.splices.isEmpty { package.take(patch) }
      }
    }
  }

  mutating func patchCharts() throws(SpreadsheetError) {
    for entry in workbook.package.archive.entries {
      let part = PartName(entry.name)
      let path = part.description.lowercased()
      guard path.contains("/charts/") || path.contains("/chartex"), path.hasSuffix(".xml"), !path.contains("/_rels/"),
        try mentionsSheet(part)
      else { continue }
      var patch = PartPatch(part: part, document: try workbook.package.document(of: part))
      try patchTree(patch.root, &patch, isOwn: false)
      if !patch.splices.isEmpty { package.take(patch) }
    }
  }

  mutating func patchPivots() throws(SpreadsheetError) {
    for relationship in workbook.relationships.all where relationship.type.hasSuffix("/pivotCacheDefinition") {
      guard let part = relationship.part, workbook.package.contains(part) else { continue }
      let document = try workbook.package.document(of: part)
      for source in document.root.descendants where source.localName == "worksheetSource" {
        guard source.attribute("sheet")?.lowercased() == name.lowercased(),
          let range = source.attribute("ref").flatMap({ CellRange($0) })
        else { continue }
        guard let new = change.range(range) else {
          try need(range.rows, "a pivot table reads a row that goes")
          continue
        }
        if new != range { try package.edit(part, document) { $0.set("ref", of: source, to: "\(new)") } }
      }
    }
  }
}
