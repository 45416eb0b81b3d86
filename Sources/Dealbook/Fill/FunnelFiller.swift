// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Writes the funnel table: what each stage holds, what it should hold, and the gap (documents/method.md, The funnel table).
struct FunnelFiller {
  /// The prefix under which the table's own columns are evaluated.
  private static let prefix = FunnelTable.prefix
  private static let numberKey = FunnelTable.numberKey
  /// The first row below the header of an added table.
  private static let newFirstRow = 2

  private let analysis: Analysis
  private let definition: FunnelDefinition
  private(set) var styles: CellStyles
  /// The formulas in cells, from which the names they use are taken.
  private(set) var templates: [FormulaTemplate] = []
  /// Columns with values, because no formula reaches over the several tabs that are read as one sheet. Each fill renews them.
  private(set) var valueColumns: Set<ColumnID> = []

  private var team: BoundWorkbook { analysis.team }

  /// Nil if the playbook has no funnel.
  init?(_ analysis: Analysis, styles: CellStyles) {
    guard let funnel = analysis.team.playbook.funnel else { return nil }
    definition = funnel
    self.analysis = analysis
    self.styles = styles
  }

  mutating func fill(_ edit: inout WorkbookEdit, _ report: inout FillReport) throws(DealbookError) {
    var parsed: [String: FormulaTemplate] = [:]
    for column in definition.columns {
      guard let formula = column.formula else { continue }
      do { parsed[column.key] = try FormulaTemplate(formula) } catch {
        throw .formula(error, of: "funnel.\(column.key)")
      }
    }
    leaveOutUnknown(&parsed, &report)
    guard definition.needs.allSatisfy({ (team.sheet($0)?.rows.count ?? 0) > 0 }), canCompute(Array(parsed.values))
    else {
      return
    }
    valueColumns = Set(
      parsed.filter { !$0.value.sheetsReadWhole(team.playbook).isDisjoint(with: team.writtenAsValues) }.map {
        id($0.key)
      })
    templates = parsed.filter { !isWrittenAsValues($0.key) }.map(\.value)
    if let index = team.funnelIndex {
      let grid: CellGrid
      do { grid = try CellGrid(team.workbook.worksheet(at: index)) } catch { throw .spreadsheet(error) }
      let header = header(of: grid)
      let values = try evaluate(parsed, firstRow: header.row + 1)
      try update(grid, at: index, header, parsed, values, &edit)
    } else {
      add(parsed, try evaluate(parsed, firstRow: Self.newFirstRow), &edit, &report)
    }
  }

  /// Leaves out columns that depend on a setting whose value nobody has stated, such as a target.
  private func leaveOutUnknown(_ parsed: inout [String: FormulaTemplate], _ report: inout FillReport) {
    var reasons: [String: SkippedColumn.Reason] = [:]
    for (key, template) in parsed {
      for name in template.names {
        guard let unknown = team.settings.unknown[name] else { continue }
        reasons[key] = .settingMissing(name, unknown)
      }
    }
    var changed = !reasons.isEmpty
    while changed {
      changed = false
      for (key, template) in parsed where reasons[key] == nil {
        guard let reason = template.keys.lazy.compactMap({ reasons[$0] }).first else { continue }
        reasons[key] = reason
        changed = true
      }
    }
    for column in definition.columns {
      guard let reason = reasons[column.key] else { continue }
      parsed[column.key] = nil
      report.skipped.append(SkippedColumn(id: ColumnID(sheet: Self.prefix, key: column.key), reason: reason))
    }
  }

  private func id(_ key: String) -> ColumnID { ColumnID(sheet: Self.prefix, key: key) }

  private func isWrittenAsValues(_ key: String) -> Bool { valueColumns.contains(id(key)) }

  /// Whether an earlier fill wrote the column as values, so that they are not somebody's own.
  private func heldValues(_ key: String) -> Bool {
    team.meta?.entries[MetaSheet.valuesKey(Self.prefix)]?.text?.split(separator: " ").contains(Substring(key)) == true
  }

  /// Whether every column that the table reads exists and is in 元; a missing sheet counts as empty.
  private func canCompute(_ templates: [FormulaTemplate]) -> Bool {
    templates.flatMap(\.names).allSatisfy { name in
      guard case .column(let reference)? = team.playbook.meaning(ofName: name),
        let sheet = team.sheet(reference.sheet), let column = sheet.definition.column(reference.column)
      else { return true }
      // A column that is not written cannot be read.
      if column.isComputed { return analysis.isReadable(ColumnID(sheet: sheet.prefix, key: column.key)) }
      guard let located = sheet.column(column.key) else { return !definition.needs.contains(sheet.prefix) }
      return located.obstacle == nil
    }
  }

  private var rowCount: Int {
    let won = team.lists[definition.list]?.columns["won"] ?? []
    return won.firstIndex { $0 == .number(1) } ?? won.count
  }

  private func evaluate(
    _ templates: [String: FormulaTemplate], firstRow: Int
  ) throws(DealbookError) -> [String: Column] {
    try FunnelTable(definition, templates).values(
      rows: max(1, rowCount), firstRow: firstRow, in: analysis.written.environment)
  }

  private mutating func add(
    _ templates: [String: FormulaTemplate], _ values: [String: Column], _ edit: inout WorkbookEdit,
    _ report: inout FillReport
  ) {
    guard let special = team.playbook.specialSheet(.funnel) else { return }
    var sheet = NewSheet(name: team.workbook.freeTitle(special.titles[team.language]))
    let columns = definition.columns.filter { $0.formula == nil || templates[$0.key] != nil }
    let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0.element.key, $0.offset + 1) })
    let headerStyle = styles.choice(NewStyle(base: 0, bold: true, fill: CellStyles.computedFill))
    for (offset, column) in columns.enumerated() {
      let header = column.titles[team.language]
      if let cell = CellReference(row: 1, column: offset + 1) {
        sheet.cells[cell] = CellEdit(.text(header), style: headerStyle)
      }
      sheet.columns.append(
        ColumnFormat(column: offset + 1, width: CellStyles.width(header: header, type: column.type)))
      sheet.fills.append(
        fill(column, at: offset + 1, firstRow: Self.newFirstRow, templates[column.key], values, places))
    }
    sheet.frozenRows = 1
    sheet.print = .added(headerRow: 1)
    edit.newSheets.append(sheet)
    report.additions.append(.sheet(sheet.name))
  }

  private mutating func fill(
    _ column: FunnelColumn, at number: Int, firstRow: Int, _ template: FormulaTemplate?, _ values: [String: Column],
    _ places: [String: Int]
  ) -> ColumnFill {
    let style = styles.choice(NewStyle(base: 0, numberFormat: CellStyles.numberFormat(of: column.type)))
    let cells = values[column.key]?.values ?? []
    let live = isWrittenAsValues(column.key) ? nil : template
    let formula = live.map(analysis.layout.names.applied)?.rowFormula(
      columns: { places[$0].map { .column($0) } }, firstRow: firstRow, absent: MetaSheet.emptyCell)
    return ColumnFill(
      column: number, firstRow: firstRow, values: cells, written: Array(repeating: true, count: cells.count),
      formula: formula, style: style)
  }

  /// Updates the cells of an existing table; cells that somebody typed over stay.
  private mutating func update(
    _ grid: CellGrid, at index: Int, _ header: (row: Int, places: [String: Int]),
    _ templates: [String: FormulaTemplate], _ values: [String: Column], _ edit: inout WorkbookEdit
  ) throws(DealbookError) {
    let (headerRow, places) = header
    guard let numbers = places[Self.numberKey] else { return }
    var sheetEdit = edit.sheets[index] ?? SheetEdit()
    // A list that has grown has stages below the last number.
    for row in 0..<rowCount {
      guard let cell = CellReference(row: headerRow + 1 + row, column: numbers), grid[cell].isEmpty,
        grid.formulas[cell] == nil
      else { continue }
      sheetEdit.cells[cell] = CellEdit(.number(Double(row + 1)))
    }
    for column in definition.columns {
      guard let number = places[column.key], let template = templates[column.key], let cells = values[column.key] else {
        continue
      }
      func rowFormula(_ template: FormulaTemplate) -> RowFormula {
        analysis.layout.names.applied(to: template).rowFormula(
          columns: { places[$0].map { .column($0) } }, firstRow: headerRow + 1, absent: MetaSheet.emptyCell)
      }
      let formula = rowFormula(template)
      var former: [RowFormula] = []
      do {
        for earlier in column.formerly { former.append(rowFormula(try FormulaTemplate(earlier))) }
      } catch {
        throw .formula(error, of: "funnel.\(column.key)")
      }
      for offset in 0..<cells.count {
        guard let cell = CellReference(row: headerRow + 1 + offset, column: number) else { continue }
        let text = formula.text(row: cell.row)
        let stored = grid.formulas[cell]
        let isOurs = stored.map { FormulaComparison.sameFormula(a: $0, b: text) } ?? heldValues(column.key)
        let isFormer = former.contains { earlier in
          stored.map { FormulaComparison.sameFormula(a: $0, b: earlier.text(row: cell.row)) } ?? false
        }
        let isValue = isWrittenAsValues(column.key)
        let isChanged = isFormer || (stored == nil) != isValue || !ColumnFiller.isSame(grid[cell], cells[offset])
        guard isOurs || isFormer || stored == nil && grid[cell].isEmpty, isChanged else { continue }
        sheetEdit.cells[cell] = CellEdit(cells[offset], formula: isValue ? nil : text)
      }
    }
    edit.sheets[index] = sheetEdit
  }

  private func header(of grid: CellGrid) -> (row: Int, places: [String: Int]) {
    var best: (row: Int, places: [String: Int]) = (1, [:])
    guard grid.lastColumn > 0 else { return best }
    for row in 1...min(SheetLocator.lastHeaderRow, max(1, grid.lastRow)) {
      var places: [String: Int] = [:]
      for column in 1...grid.lastColumn {
        guard let text = grid[row, column].text else { continue }
        let key = HeaderNormalizer.key(text)
        let match = definition.columns.first { $0.titles.all.contains { HeaderNormalizer.key($0) == key } }
        if let match, places[match.key] == nil { places[match.key] = column }
      }
      if places.count > best.places.count { best = (row, places) }
    }
    return best
  }
}
