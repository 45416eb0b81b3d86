// SPDX-License-Identifier: Apache-2.0

internal import XML

extension WorkbookPatch {
  /// Leads charts to the new places of what they display, with a cached copy of it.
  mutating func patchCharts() throws(SpreadsheetError) {
    struct Place: Hashable {
      var sheet: String
      var range: CellRange
    }
    guard !edit.chartRanges.isEmpty else { return }
    var wanted: [Place: ChartRange] = [:]
    for change in edit.chartRanges where workbook.sheets.indices.contains(change.sheet) {
      wanted[Place(sheet: workbook.sheets[change.sheet].name.lowercased(), range: change.old)] = change.new
    }
    for part in workbook.package.chartParts {
      let document = try workbook.package.document(of: part)
      var patch = PartPatch(part: part, document: document)
      for reference in document.root.descendants where ["numRef", "strRef"].contains(reference.localName) {
        guard let formula = reference.firstChild("f"), let mark = formula.text.lastIndex(of: "!"),
          let range = CellRange(formula.text[formula.text.index(after: mark)...].filter { $0 != "$" }),
          let new = wanted[Place(sheet: SheetName.unquoted(formula.text[..<mark]).lowercased(), range: range)],
          new.formula != formula.text
        else { continue }
        patch.setText(of: formula, to: new.formula)
        let isText = reference.localName == "strRef"
        guard let cache = reference.firstChild(isText ? "strCache" : "numCache") else { continue }
        let prefix = PartPatch.prefix(of: reference)
        patch.splices.append(Splice(cache.element, SeriesMarkup.cache(of: new, isText: isText, prefix: prefix)))
      }
      if !patch.splices.isEmpty { package.take(patch) }
    }
  }
}
