// SPDX-License-Identifier: Apache-2.0

internal import XML

extension RowChangePatch {
  static let rangeAttributes: Set<String> = ["ref", "sqref", "activeCell"]
  static let formulaElements: Set<String> = [
    "formula", "formula1", "formula2", "f", "calculatedColumnFormula", "totalsRowFormula",
  ]

  func patched(
    _ sheet: WorksheetSurroundings, part: PartName, isOwn: Bool
  ) throws(SpreadsheetError) -> PartPatch {
    var patch = PartPatch(part: part, document: sheet.document)
    try patchTree(patch.root, &patch, isOwn: isOwn)
    guard isOwn else { return patch }
    for breaks in patch.root.children("rowBreaks") {
      for element in breaks.children("brk") {
        guard let id = element.integer("id"), id >= change.first - 1 else { continue }
        guard let new = change.row(id + 1) else { throw refuse("there is a page break in row \(id)") }
        patch.set("id", of: element, to: String(new - 1))
      }
    }
    return patch
  }

  /// Updates the ranges and formulas of all elements below `root`.
  func patchTree(_ root: XMLElement, _ patch: inout PartPatch, isOwn: Bool) throws(SpreadsheetError) {
    for element in root.descendants {
      // Ranges without a sheet name only refer to the changed sheet in its own part.
      if isOwn {
        for name in Self.rangeAttributes {
          guard let value = element.attribute(name), let new = moved(value), new != value else { continue }
          if new.isEmpty {
            guard
              ["dataValidation", "conditionalFormatting", "hyperlink", "mergeCell", "selection", "ignoredError"]
                .contains(element.localName)
            else { throw refuse("\(element.localName) in \(value) would be lost") }
            if element.localName == "selection" { patch.remove(name, of: element) } else { patch.remove(element) }
            continue
          }
          patch.set(name, of: element, to: new)
        }
        if element.localName == "sqref", let new = moved(element.text), new != element.text, !new.isEmpty {
          patch.setText(of: element, to: new)
        }
      }
      guard Self.formulaElements.contains(element.localName) else { continue }
      let text = try changed(element.text, isOnSheet: isOwn, lost: "a rule or a chart reads a row that goes")
      if let text { patch.setText(of: element, to: text) }
    }
  }

  /// A list of ranges after the change; nil if it is not a list of ranges.
  func moved(_ list: String) -> String? {
    var ranges: [String] = []
    for text in list.split(separator: " ") {
      guard let range = CellRange(text) else { return nil }
      if let new = change.range(range) {
        ranges.append(new == range ? String(text) : "\(new)")
      }
    }
    return ranges.joined(separator: " ")
  }

  mutating func patchDrawing(_ part: PartName) throws(SpreadsheetError) {
    guard workbook.package.contains(part) else { return }
    let document = try workbook.package.document(of: part)
    var places: [(XMLElement, Int)] = []
    for anchor in document.root.children where anchor.attribute("editAs") != "absolute" {
      for corner in anchor.children where corner.localName == "from" || corner.localName == "to" {
        for element in corner.children where element.localName == "row" {
          guard let row = Int(element.text), row + 1 >= change.first else { continue }
          // A picture anchored to a removed row is anchored to the row below instead.
          places.append(
            (element, (change.row(row + 1) ?? change.rows(row + 1, CellReference.maxRow)?.first ?? row + 1) - 1))
        }
      }
    }
    guard !places.isEmpty else { return }
    try package.edit(part, document) { patch in
      for (element, row) in places where element.text != String(row) { patch.setText(of: element, to: String(row)) }
    }
  }
}
