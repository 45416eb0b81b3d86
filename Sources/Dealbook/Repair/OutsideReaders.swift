// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Spreadsheet
import XML

/// Finds what reads repaired cells and is not computed by the tool: the team's own formulas, charts, pivot tables, conditional formats and
/// validations.
struct OutsideReaders {
  private(set) var found: [OutsideReader] = []
  private(set) var hasMore = false

  private let workbook: Workbook
  /// The rows of repaired cells in ascending order, by sheet and column.
  private var rows: [Int: [Int: [Int]]] = [:]
  private var names: [String: SheetPlace] = [:]

  /// No more than this many of one kind are listed.
  private static let most = 6
  /// No more than this many formulas are examined.
  private static let mostFormulas = 100_000

  /// - Parameter analysis: the analysis of the workbook before the repair.
  init(of cells: Set<RepairPlan.Place>, in analysis: Analysis) throws(DealbookError) {
    workbook = analysis.team.workbook
    guard !cells.isEmpty else { return }
    for place in cells { rows[place.sheetIndex, default: [:]][place.cell.column, default: []].append(place.cell.row) }
    for (sheet, columns) in rows { rows[sheet] = columns.mapValues { $0.sorted() } }
    for name in workbook.definedNames where name.sheetIndex == nil {
      names[name.name.lowercased()] = SheetPlace(name.formula, in: workbook)
    }
    do throws(SpreadsheetError) {
      try readFormulas(analysis.team)
      try readCharts()
      try readPivots()
      try readRules()
    } catch {
      throw .spreadsheet(error)
    }
  }

  private mutating func add(_ reader: OutsideReader) {
    guard !found.contains(reader) else { return }
    if found.count(where: { $0.kind == reader.kind }) < Self.most { found.append(reader) } else { hasMore = true }
  }

  private func isFull(_ kind: OutsideReader.Kind) -> Bool {
    hasMore && found.count(where: { $0.kind == kind }) >= Self.most
  }

  /// Whether a repaired cell is in a range.
  private func isRead(_ place: SheetPlace) -> Bool {
    guard let columns = rows[place.sheetIndex] else { return false }
    return columns.contains { column, rows in
      guard place.range.columns.contains(column) else { return false }
      // The first repaired row that is not above the range.
      let first = rows.partitioningIndex { $0 >= place.range.rows.lowerBound }
      return first < rows.count && rows[first] <= place.range.rows.upperBound
    }
  }

  // MARK: Formulas

  private mutating func readFormulas(_ team: BoundWorkbook) throws(SpreadsheetError) {
    let ours = try team.addedSheets
    let computed = team.computedNumbers
    var looked = 0
    for index in workbook.sheets.indices where workbook.sheets[index].kind == .worksheet && !ours.contains(index) {
      guard let part = workbook.sheets[index].part, workbook.package.contains(part) else { continue }
      let sheet = try workbook.worksheet(at: index)
      let lastRow = rows.mapValues { $0.values.compactMap(\.last).max() ?? 1 }
      var readers: [CellReference] = []
      try sheet.forEachRow { row throws(SpreadsheetError) in
        for cell in row.cells where cell.formulaKind != .none && readers.count <= Self.most {
          guard computed[index]?.contains(cell.column) != true, looked < Self.mostFormulas,
            let place = CellReference(row: row.index, column: cell.column),
            let text = try sheet.formula(of: cell, row: row.index)?.text
          else { continue }
          looked += 1
          let formula = TeamFormula(
            sheetIndex: index, cell: place, text: text, stored: .blank, in: workbook, names: names, lastRow: lastRow)
          // For a formula that cannot be analysed completely, its references and names are enough.
          let reads = formula.reads?.contains(where: isRead) ?? mentions(text, from: index)
          if reads { readers.append(place) }
        }
      }
      for place in readers { add(OutsideReader(.formula, sheet: workbook.sheets[index].name, place: "\(place)")) }
    }
  }

  /// Whether any of the references or names in a formula covers repaired cells.
  private func mentions(_ text: String, from index: Int) -> Bool {
    let lastRow = rows.mapValues { $0.values.compactMap(\.last).max() ?? 1 }
    return ReferencedPlaces(workbook: workbook, sheetIndex: index, names: names, lastRow: lastRow)
      .contains(in: text, where: isRead)
  }

  // MARK: Charts and pivot tables

  private mutating func readCharts() throws(SpreadsheetError) {
    for reader in try workbook.charts(names: names, reading: isRead) { add(reader) }
  }

  private mutating func readPivots() throws(SpreadsheetError) {
    for reader in try workbook.pivotTables(names: names, tables: rows.keys.sorted(), reading: isRead) { add(reader) }
  }

  // MARK: Conditional formats and validations

  /// A rule that covers repaired cells obviously looks at them, so only what a formula reads is listed.
  private mutating func readRules() throws(SpreadsheetError) {
    for index in workbook.sheets.indices where workbook.sheets[index].kind == .worksheet {
      guard let part = workbook.sheets[index].part, workbook.package.contains(part) else { continue }
      let surroundings = try workbook.worksheet(at: index).surroundings()
      let rules =
        surroundings.elements("conditionalFormatting").map { ($0, OutsideReader.Kind.conditionalFormat) }
        + (surroundings.element("dataValidations")?.children("dataValidation") ?? []).map { ($0, .validation) }
      for (element, kind) in rules where !isFull(kind) {
        var reads = false
        UnitDependents.walk(element) { inner in
          guard !reads, inner.localName.hasPrefix("formula"), inner.text.utf8.count <= 8192 else { return }
          reads = mentions(inner.text, from: index)
        }
        if reads {
          add(OutsideReader(kind, sheet: workbook.sheets[index].name, place: element.attribute("sqref") ?? ""))
        }
      }
    }
  }
}

extension Workbook {
  /// The charts that read such a place.
  ///
  /// - Parameter names: the places of defined names in lower case.
  func charts(
    names: [String: SheetPlace], reading isIt: (SheetPlace) -> Bool
  ) throws(SpreadsheetError) -> [OutsideReader] {
    var readers: [OutsideReader] = []
    for chart in try charts() {
      var reads = false
      UnitDependents.walk(try package.document(of: chart.part).root) { element in
        guard element.localName == "f", !reads else { return }
        let place = SheetPlace(element.text, in: self) ?? names[element.text.lowercased()]
        reads = place.map(isIt) ?? false
      }
      if reads { readers.append(OutsideReader(.chart, sheet: sheets[chart.sheet].name, place: chart.part.entryName)) }
    }
    return readers
  }

  /// The pivot tables that read such a place.
  ///
  /// - Parameters:
  ///   - names: the places of defined names in lower case.
  ///   - sheets: the sheets whose tables a pivot table may name.
  func pivotTables(
    names: [String: SheetPlace], tables sheets: [Int], reading isIt: (SheetPlace) -> Bool
  ) throws(SpreadsheetError) -> [OutsideReader] {
    var readers: [OutsideReader] = []
    for relationship in relationships.all where relationship.type.hasSuffix("/pivotCacheDefinition") {
      guard let part = relationship.part, package.contains(part) else { continue }
      var source: XMLElement?
      UnitDependents.walk(try package.document(of: part).root) { element in
        if element.localName == "worksheetSource" { source = element }
      }
      guard let source else { continue }
      let place: SheetPlace?
      if let name = source.attribute("name")?.lowercased() {
        if let known = names[name] { place = known } else { place = try table(called: name, on: sheets) }
      } else if let sheet = source.attribute("sheet")?.lowercased(),
        let index = self.sheets.firstIndex(where: { $0.name.lowercased() == sheet }),
        let range = source.attribute("ref").flatMap({ CellRange($0) })
      {
        place = SheetPlace(sheetIndex: index, range: range)
      } else {
        place = nil
      }
      if let place, isIt(place) {
        readers.append(OutsideReader(.pivot, sheet: self.sheets[place.sheetIndex].name, place: part.entryName))
      }
    }
    return readers
  }

  private func table(called name: String, on sheets: [Int]) throws(SpreadsheetError) -> SheetPlace? {
    for index in sheets {
      for table in try tables(ofSheet: index) where table.displayName.lowercased() == name {
        return SheetPlace(sheetIndex: index, range: table.range)
      }
    }
    return nil
  }

  /// The charts on all sheets, with the index of their sheet.
  func charts() throws(SpreadsheetError) -> [(sheet: Int, part: PartName)] {
    var charts: [(sheet: Int, part: PartName)] = []
    for index in sheets.indices {
      guard let part = sheets[index].part, package.contains(part) else { continue }
      for drawing in try package.relationships(of: part).all(RelationshipType.drawing).compactMap(\.part)
      where package.contains(drawing) {
        for chart in try package.relationships(of: drawing).all.compactMap(\.part)
        where chart.entryName.contains("/charts/") && package.contains(chart) { charts.append((index, chart)) }
      }
    }
    return charts
  }
}
