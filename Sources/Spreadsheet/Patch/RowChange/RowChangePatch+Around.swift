// SPDX-License-Identifier: Apache-2.0

internal import XML

extension RowChangePatch {
  static let rangeAttributes: Set<String> = ["ref", "sqref", "activeCell"]
  static let formulaElements: Set<String> = [
    "formula", "formula1", "formula2", "f", "calculatedColumnFormula", "totalsRowFormula",
  ]

  /// Elements that hold a list of others, and may not be empty.
  static let listElements: Set<String> = ["mergeCells", "dataValidations", "hyperlinks", "ignoredErrors"]

  mutating func patched(
    _ sheet: WorksheetSurroundings, part: PartName, isOwn: Bool
  ) throws(SpreadsheetError) -> PartPatch {
    var patch = PartPatch(part: part, document: sheet.document)
    try patchTree(patch.root, &patch, isOwn: isOwn)
    guard isOwn else { return patch }
    for breaks in patch.root.children("rowBreaks") {
      for element in breaks.children("brk") {
        guard let id = element.integer("id"), id >= change.first - 1 else { continue }
        guard let new = change.row(id + 1) else {
          try need(id + 1...id + 1, "there is a page break in row \(id)")
          continue
        }
        patch.set("id", of: element, to: String(new - 1))
      }
    }
    return patch
  }

  /// Updates the ranges and formulas of all elements below `root`.
  mutating func patchTree(_ root: XMLElement, _ patch: inout PartPatch, isOwn: Bool) throws(SpreadsheetError) {
    // The end of the last removed element: what is inside goes with it.
    var goneTo = 0
    for element in root.descendants where element.element.lowerBound >= goneTo {
      // Ranges without a sheet name only refer to the changed sheet in its own part.
      if isOwn {
        if Self.listElements.contains(element.localName), trimList(element, &patch) {
          goneTo = element.element.upperBound
          continue
        }
        if try patchRanges(of: element, &patch) {
          goneTo = element.element.upperBound
          continue
        }
      }
      guard Self.formulaElements.contains(element.localName) else { continue }
      let text = try changed(element.text, isOnSheet: isOwn, lost: "a rule or a chart reads a row that goes")
      if let text { patch.setText(of: element, to: text) }
    }
  }

  /// Updates the ranges in an element's attributes and text. Returns whether the element is removed.
  private mutating func patchRanges(
    of element: XMLElement, _ patch: inout PartPatch
  ) throws(SpreadsheetError) -> Bool {
    for name in Self.rangeAttributes {
      guard let value = element.attribute(name), let new = moved(value) else { continue }
      if element.localName == "mergeCell", let range = CellRange(value), change.range(range) != nil,
        change.row(range.first.row) == nil
      {
        try need(range.rows, "the merged area \(value) begins in a row that goes")
        continue
      }
      if isGone(element) {
        patch.remove(element)
        return true
      }
      guard new != value else { continue }
      if !new.isEmpty {
        patch.set(name, of: element, to: new)
      } else if element.localName == "selection" {
        patch.remove(name, of: element)
      } else {
        try need(rows(of: value), "\(element.localName) in \(value) would be lost")
      }
    }
    if element.localName == "sqref", let new = moved(element.text), new != element.text {
      if new.isEmpty {
        try need(rows(of: element.text), "a rule in \(element.text) would be lost")
      } else {
        patch.setText(of: element, to: new)
      }
    }
    return false
  }

  /// Corrects the number of elements in a list of which some go. Returns whether all go, so that the list itself is removed.
  private func trimList(_ list: XMLElement, _ patch: inout PartPatch) -> Bool {
    let all = Array(list.children)
    let gone = all.count { isGone($0) }
    guard gone > 0 else { return false }
    if gone == all.count {
      patch.remove(list)
      return true
    }
    if list.attribute("count") != nil { patch.set("count", of: list, to: String(all.count - gone)) }
    return false
  }

  /// Whether an element goes together with the rows that it is about.
  private func isGone(_ element: XMLElement) -> Bool {
    switch element.localName {
    case "mergeCell":
      guard let range = element.attribute("ref").flatMap({ CellRange($0) }) else { return false }
      guard let new = change.range(range) else { return true }
      // An area of one cell is not merged.
      return new != range && new.first == new.last && change.row(range.first.row) != nil
    case "dataValidation", "conditionalFormatting", "hyperlink", "ignoredError":
      guard let value = element.attribute("sqref") ?? element.attribute("ref") else { return false }
      return !value.isEmpty && moved(value)?.isEmpty == true
    default: return false
    }
  }

  private func rows(of list: String) -> ClosedRange<Int> {
    let ranges = list.split(separator: " ").compactMap { CellRange($0)?.rows }
    return (ranges.map(\.lowerBound).min() ?? 1)...(ranges.map(\.upperBound).max() ?? 1)
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
