// SPDX-License-Identifier: Apache-2.0

internal import XML

/// Tables and charts.
extension ListGrowthPatch {
  /// The formulas that tables keep for the cells of their columns, which have grown.
  mutating func growTables() throws(SpreadsheetError) {
    for (index, info) in workbook.sheets.enumerated() where !exceptions.sheets.contains(index) {
      guard let part = info.part, workbook.package.contains(part) else { continue }
      for table in try workbook.package.relationships(of: part).all(RelationshipType.table).compactMap(\.part)
      where workbook.package.contains(table) {
        var patch = PartPatch(part: table, document: try workbook.package.document(of: table))
        for element in patch.root.descendants where element.localName == "calculatedColumnFormula" {
          guard case .grown(let text) = formulas.apply(element.text, at: .init(sheet: info.name, isFixed: true)) else {
            continue
          }
          patch.setText(of: element, to: String(decoding: text, as: UTF8.self))
        }
        if !patch.splices.isEmpty { package.take(patch) }
      }
    }
  }

  /// Leads charts to the longer ranges, with a copy of what they display. A chart of which only some series would grow stays.
  mutating func growCharts() throws(SpreadsheetError) {
    for part in workbook.package.chartParts {
      let document = try workbook.package.document(of: part)
      var patch = PartPatch(part: part, document: document)
      // What belongs together stays equally long.
      var lengths: [Int: Set<Int>] = [:]
      var isGrown = false
      for element in document.root.descendants where element.localName == "f" {
        let ranges = FormulaRange.all(in: Array(element.text.utf8)).ranges
        guard case .grown(let text) = formulas.apply(element.text, at: .init(sheet: "")) else {
          for range in ranges where range.rows.count > 1 {
            lengths[range.rows.count, default: []].insert(range.rows.count)
          }
          continue
        }
        let new = FormulaRange.all(in: text).ranges
        for (range, now) in zip(ranges, new) { lengths[range.rows.count, default: []].insert(now.rows.count) }
        patch.setText(of: element, to: String(decoding: text, as: UTF8.self))
        isGrown = true
      }
      guard isGrown, lengths.values.allSatisfy({ $0.count == 1 }) else { continue }
      if readsValues { try renewCaches(&patch, document) }
      package.take(patch)
      grown.charts.append(part)
    }
  }

  private func renewCaches(_ patch: inout PartPatch, _ document: XMLDocument) throws(SpreadsheetError) {
    for reference in document.root.descendants where ["numRef", "strRef"].contains(reference.localName) {
      let isText = reference.localName == "strRef"
      guard let formula = reference.firstChild("f"), let cache = reference.firstChild(isText ? "strCache" : "numCache"),
        case .grown(let text) = formulas.apply(formula.text, at: .init(sheet: ""))
      else { continue }
      let ranges = FormulaRange.all(in: text).ranges
      guard ranges.count == 1, let range = ranges.first, range.first.column == range.last.column,
        let values = try values(of: range)
      else { continue }
      let new = ChartRange(
        formula: String(decoding: text, as: UTF8.self), cells: values,
        numberFormat: cache.firstChild("formatCode")?.text ?? "General")
      patch.splices.append(
        Splice(cache.element, SeriesMarkup.cache(of: new, isText: isText, prefix: PartPatch.prefix(of: reference))))
    }
  }

  /// The values of a range of one column.
  private func values(of range: FormulaRange) throws(SpreadsheetError) -> [CellValue]? {
    guard let name = range.sheet?.lowercased(),
      let index = workbook.sheets.firstIndex(where: { $0.name.lowercased() == name })
    else { return nil }
    var values = [CellValue](repeating: .blank, count: range.rows.count)
    let column = range.first.column
    try workbook.forFirstRows(ofSheet: index, through: range.rows.upperBound) { row, cells throws(SpreadsheetError) in
      guard range.rows.contains(row.index), let cell = row.cells.first(where: { $0.column == column }) else { return }
      values[row.index - range.rows.lowerBound] = try cells.value(of: cell, row: row.index)
    }
    return values
  }
}
