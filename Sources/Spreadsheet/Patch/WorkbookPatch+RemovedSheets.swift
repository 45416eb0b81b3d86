// SPDX-License-Identifier: Apache-2.0

internal import XML
internal import Zip

extension WorkbookPatch {
  /// Removes the sheets that the edit names, with the parts that only they refer to.
  mutating func removeSheets() throws(SpreadsheetError) {
    guard !edit.removedSheets.isEmpty else { return }
    let replaced = Set(edit.newListSheets.compactMap(\.place))
    for index in edit.removedSheets.sorted() {
      guard workbook.sheets.indices.contains(index) else {
        throw .edit(EditError(.noSuchSheet(position: index, count: workbook.sheets.count)))
      }
      let name = workbook.sheets[index].name
      guard edit.removedSheets.count < workbook.sheets.count else {
        throw .edit(EditError(.sheetName(name, why: "a workbook needs a sheet")))
      }
      let part = try workbook.worksheetPart(at: index)
      if let other = workbook.sheets.indices.first(where: { $0 != index && workbook.sheets[$0].part == part }) {
        throw .edit(EditError(.sharedPart(otherSheet: workbook.sheets[other].name), sheet: name))
      }
      if edit.sheets[index] != nil {
        throw .edit(EditError(.sheetName(name, why: "it is removed by the same edit"), sheet: name))
      }
      if FormulaSearch.hasFormula(try workbook.package.bytes(of: part)) { removesFormula = true }
      for own in try partsOnly(of: part) { try package.drop(own) }
      try package.remove(part, from: workbook.part)
      main.removeSheet(at: index)
    }
    main.closeGaps(removed: edit.removedSheets.subtracting(replaced))
  }

  /// The parts that `sheet` refers to, directly or indirectly, and that nothing else refers to.
  private func partsOnly(of sheet: PartName) throws(SpreadsheetError) -> [PartName] {
    let package = workbook.package
    var own: [PartName] = []
    var found: Set<PartName> = [sheet]
    var next = [sheet]
    while let part = next.popLast() {
      for child in try package.relationships(of: part).all.compactMap(\.part)
      where package.contains(child) && found.insert(child).inserted {
        own.append(child)
        next.append(child)
      }
    }
    guard !own.isEmpty else { return [] }
    // Parts that something else refers to stay, and so does everything that they refer to.
    var kept: [PartName] = []
    for entry in package.archive.entries {
      let source = PartName(entry.name)
      guard !found.contains(source), source.pathExtension != "rels" else { continue }
      kept += try package.relationships(of: source).all.compactMap(\.part).filter(found.contains)
    }
    kept += try package.relationships(of: nil).all.compactMap(\.part).filter(found.contains)
    var stays: Set<PartName> = [sheet]
    while let part = kept.popLast() {
      guard part != sheet, stays.insert(part).inserted else { continue }
      kept += try package.relationships(of: part).all.compactMap(\.part).filter(found.contains)
    }
    return own.filter { !stays.contains($0) }
  }
}

extension Workbook {
  /// A part other than the sheet at `index` that names the sheet in a formula, or uses its table `table`; nil if there is none.
  public func partThatNames(sheetAt index: Int, table: String) throws(SpreadsheetError) -> PartName? {
    guard sheets.indices.contains(index) else { return nil }
    let name = XMLEscape.attribute(sheets[index].name)
    let quoted = name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    let patterns = [
      "\(name)!", "\(quoted)'!", "\(quoted)&apos;!", "sheet=\"\(name)\"", "\(table)[", "name=\"\(table)\"",
    ]
    .map { Array($0.utf8) }
    let own = sheets[index].part
    var others: Set<PartName> = []
    for sheet in sheets.compactMap(\.part) where sheet != own { others.insert(sheet) }
    others.insert(part)
    for entry in package.archive.entries {
      let part = PartName(entry.name)
      let path = part.description.lowercased()
      if path.contains("/pivotcache/") || path.contains("/charts/") { others.insert(part) }
    }
    for part in others.sorted(by: { $0.description < $1.description }) where package.contains(part) {
      if try package.part(part, containsAny: patterns) { return part }
    }
    return nil
  }
}
