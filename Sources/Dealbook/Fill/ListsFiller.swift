// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Adds the lists, and computed columns of lists, that formulas need and the workbook lacks.
struct ListsFiller {
  struct Column {
    var name: String
    var sheet: String
    var sheetIndex: Int?
    var column: Int
    var rows: ClosedRange<Int>
  }

  private let analysis: Analysis
  private(set) var styles: CellStyles
  private var cells: [CellReference: CellEdit] = [:]
  private var nextColumn: Int
  private var addedHeaders: [String] = []

  private var team: BoundWorkbook { analysis.team }
  private var headerRow: Int { team.lists.sheetIndex == nil ? 1 : team.lists.headerRow }

  init(_ analysis: Analysis, styles: CellStyles) {
    self.analysis = analysis
    self.styles = styles
    // One empty column separates the addition from existing content.
    nextColumn = analysis.team.lists.sheetIndex == nil ? 1 : analysis.team.lists.lastColumn + 2
  }

  /// The place of each needed list column.
  mutating func fill(
    _ needed: [String: Set<String>], _ edit: inout WorkbookEdit, _ report: inout FillReport
  ) throws(SpreadsheetError) -> [Column] {
    guard let special = team.playbook.specialSheet(.lists) else { return [] }
    let index = team.lists.sheetIndex
    let title = index.map { team.workbook.sheets[$0].name } ?? team.workbook.freeTitle(special.titles[team.language])
    var columns: [Column] = []
    var widths: [ColumnFormat] = []
    var lists: [(firstColumn: Int, width: Double)] = []
    for definition in team.playbook.lists {
      guard let wanted = needed[definition.prefix], let table = team.lists[definition.prefix], table.count > 0 else {
        continue
      }
      let start = nextColumn
      let (places, firstRow) = complete(table, wanted)
      let formats = formats(of: table, places, in: start..<max(start, nextColumn - 1))
      lists.append((start, formats.reduce(Self.gap) { $0 + ($1.hidden == true ? 0 : $1.width ?? 0) }))
      widths += formats
      for name in wanted.sorted() {
        guard let column = places[name] else { continue }
        columns.append(
          Column(
            name: "\(definition.prefix)_\(name)", sheet: title, sheetIndex: index, column: column,
            rows: firstRow...(firstRow + table.count - 1)))
      }
    }
    if let index {
      if !addedHeaders.isEmpty { report.additions.append(.lists(sheet: title, headers: addedHeaders)) }
      try renewFormulas(needed, index)
      let renewed = team.playbook.lists.compactMap { team.lists[$0.prefix] }.filter { $0.formerRows != nil }
      for table in renewed { write(table) }
      if !renewed.isEmpty {
        report.additions.append(.renewedLists(sheet: title, renewed.map { $0.definition.titles[team.language] }))
      }
      edit.sheets[index, default: SheetEdit()].cells.merge(cells) { _, new in new }
    } else {
      var sheet = NewSheet(name: title)
      sheet.cells = cells
      sheet.columns = widths
      sheet.frozenRows = 1
      sheet.print = .lists(lists, headerRow: 1)
      edit.newSheets.append(sheet)
      report.additions.append(.sheet(title))
    }
    return columns
  }

  /// The width of the empty column after a list.
  private static let gap = 9.0

  /// The columns of a list on a sheet of its own: as wide as their texts, labels in other languages folded.
  private func formats(of table: ListTables.Table, _ places: [String: Int], in columns: Range<Int>) -> [ColumnFormat] {
    let folded = Set(Language.allCases.map(\.listColumn) + ["label"]).subtracting([team.language.listColumn])
    let names = Dictionary(places.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    var follows = false
    return columns.map { column in
      let name = names[column] ?? ""
      let header = "\(table.definition.prefix).\(name)"
      let texts = (table.columns[name] ?? []).compactMap(\.text) + [header]
      let isFolded = folded.contains(name)
      defer { follows = isFolded }
      return ColumnFormat(
        column: column, width: min(40, max(8, (texts.map(TextWidth.units).max() ?? 0) + 2)),
        hidden: isFolded ? true : nil, outlineLevel: isFolded ? 1 : nil, collapsed: follows && !isFolded ? true : nil)
    }
  }

  /// Adds the wanted columns of a list that are not on the sheet, and the columns that their formulas read.
  private mutating func complete(_ table: ListTables.Table, _ wanted: Set<String>) -> ([String: Int], firstRow: Int) {
    let definition = table.definition
    var places = table.places
    let firstRow = table.isOnSheet ? table.rows.lowerBound : headerRow + 1
    let order =
      ["code"] + Language.allCases.map(\.listColumn) + ["label"] + definition.extraColumns
      + definition.computedColumns.map(\.name)
    let toAdd = table.isOnSheet ? order.filter { wanted.contains($0) && places[$0] == nil } : order
    guard !toAdd.isEmpty else { return (places, firstRow) }
    for name in toAdd {
      places[name] = nextColumn
      nextColumn += 1
      addedHeaders.append("\(definition.prefix).\(name)")
    }
    let headerStyle = styles.choice(NewStyle(base: 0, bold: true, fill: CellStyles.computedFill))
    for name in toAdd {
      guard let column = places[name], let header = CellReference(row: headerRow, column: column) else { continue }
      cells[header] = CellEdit(.text("\(definition.prefix).\(name)"), style: headerStyle)
      for (offset, value) in (table.columns[name] ?? []).enumerated() {
        guard let cell = CellReference(row: firstRow + offset, column: column) else { continue }
        let formula = ListFormula.text(of: name, in: table, places: places, row: cell.row, names: analysis.layout.names)
        cells[cell] = CellEdit(value, formula: formula)
      }
    }
    nextColumn += 1
    return (places, firstRow)
  }

  /// Writes a list that the playbook has renewed in the place of the former one.
  private mutating func write(_ table: ListTables.Table) {
    guard let former = table.formerRows else { return }
    for (name, column) in table.places {
      let values = table.columns[name] ?? []
      for row in table.rows.lowerBound..<max(table.rows.upperBound, former.upperBound) {
        guard let cell = CellReference(row: row, column: column) else { continue }
        let offset = row - table.rows.lowerBound
        guard offset < values.count else {
          cells[cell] = CellEdit(.blank)
          continue
        }
        let formula =
          table.derived.contains(name)
          ? ListFormula.text(of: name, in: table, places: table.places, row: row, names: analysis.layout.names) : nil
        cells[cell] = CellEdit(values[offset], formula: formula)
      }
    }
  }

  /// Updates cached values of the tool's formulas on the team's Lists sheet, after a change of the language or of a rate.
  private mutating func renewFormulas(_ needed: [String: Set<String>], _ index: Int) throws(SpreadsheetError) {
    let grid = try CellGrid(team.workbook.worksheet(at: index))
    for (prefix, wanted) in needed.sorted(by: { $0.key < $1.key }) {
      guard let table = team.lists[prefix], table.isOnSheet else { continue }
      for name in wanted.sorted() {
        guard let column = table.places[name], let values = table.columns[name] else { continue }
        for (offset, value) in values.enumerated() {
          guard let cell = CellReference(row: table.rows.lowerBound + offset, column: column),
            let stored = grid.formulas[cell], !ColumnFiller.isSame(grid[cell], value),
            let text = ListFormula.text(
              of: name, in: table, places: table.places, row: cell.row, names: analysis.layout.names),
            FormulaComparison.sameFormula(a: stored, b: text)
          else { continue }
          cells[cell] = CellEdit(value, formula: text)
        }
      }
    }
  }
}
