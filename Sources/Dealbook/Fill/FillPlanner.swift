// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
public import Spreadsheet

/// What a fill does about the dashboard of a workbook.
public enum DashboardWish: Hashable, Sendable {
  /// An existing one is updated.
  case renewed
  /// A workbook without one gets one, before its other sheets.
  case added
  /// As `added`, and it is the sheet shown when the file is opened. No other sheet may claim that.
  case addedAndShown
}

/// Works out how a workbook must change so that its computed columns exist and are right.
public struct FillPlanner {
  private let analysis: Analysis
  private let asValues: Bool
  /// Columns whose formulas would have to read several tabs at once.
  private let acrossTabs: Set<ColumnID>
  private let listsChanges: Bool
  private let dashboard: DashboardWish
  private let isRecorded: Bool
  private var edit = WorkbookEdit()
  private var report = FillReport()
  private var styles = CellStyles()

  private var team: BoundWorkbook { analysis.team }

  /// - Parameters:
  ///   - asValues: write plain values instead of formulas.
  ///   - listsChanges: list every cell in the report, as `--diff` shows them.
  ///   - dashboard: whether a workbook without a dashboard gets one; an existing one is updated in any case.
  ///   - isRecorded: whether the workbook records what is added, so that ``RemovedFill`` can remove it again.
  public init(
    _ analysis: Analysis, asValues: Bool = false, listsChanges: Bool = false, dashboard: DashboardWish = .renewed,
    isRecorded: Bool = true
  ) {
    self.isRecorded = isRecorded
    self.dashboard = dashboard
    self.analysis = analysis
    self.asValues = asValues
    acrossTabs = Self.columnsAcrossTabs(analysis)
    self.listsChanges = listsChanges
  }

  /// A formula may read its own row on any of several tabs that are read as one sheet, but not a column that goes on over all of them.
  private static func columnsAcrossTabs(_ analysis: Analysis) -> Set<ColumnID> {
    let divided = analysis.team.writtenAsValues
    guard !divided.isEmpty else { return [] }
    let countsActual = analysis.team.hasCountedAmounts
    return analysis.choice.ids.filter { id in
      guard let template = analysis.templates[id] else { return false }
      // A range from the first row down would begin on another tab.
      return divided.contains(id.sheet) && template.formula.source.contains("{^")
        || !divided.isDisjoint(with: template.sheetsReadWhole(analysis.team.playbook))
        || countsActual && id.sheet == OutcomeColumn.sheet && template.keys.contains(ActualAmount.amount)
    }
  }

  private func isWrittenAsValues(_ id: ColumnID) -> Bool { asValues || acrossTabs.contains(id) }

  /// The edit and a report of what it does. The edit is empty if everything exists and is right.
  public consuming func plan() throws(DealbookError) -> (edit: WorkbookEdit, report: FillReport) {
    let chosen = analysis.choice.ids
    report.skipped = analysis.plan.skipped + analysis.choice.skipped
    report.leftOut = analysis.leftOut
    report.additions += analysis.layout.names.taken.map { .otherName($0.name, ours: $0.other) }
    for sheet in team.sheets where sheet.rows.count > 0 { fill(sheet, chosen) }

    var templates: [FormulaTemplate] = []
    var edit = edit
    var report = report
    var styles = styles
    var valueColumns = asValues ? chosen : acrossTabs
    if !asValues {
      templates = chosen.subtracting(acrossTabs).compactMap { analysis.templates[$0] }
      if var funnel = FunnelFiller(analysis, styles: styles) {
        try funnel.fill(&edit, &report)
        styles = funnel.styles
        valueColumns.formUnion(funnel.valueColumns)
        templates += funnel.templates
      }
    }
    if var filler = try DashboardFiller(
      analysis, isWanted: dashboard != .renewed, isShownFirst: dashboard == .addedAndShown)
    {
      try filler.fill(&edit, &report)
      templates += filler.templates
    }
    var support = SupportFiller(analysis, NamePlan(templates, playbook: team.playbook), styles: styles)
    try support.fill(&edit, &report, valueColumns: valueColumns, isRecorded: isRecorded)
    edit.newStyles = support.styles.newStyles
    return (edit, report)
  }

  private mutating func fill(_ sheet: LocatedSheet, _ chosen: Set<ColumnID>) {
    var sheetEdit = SheetEdit()
    var added: [ColumnLayout.NewColumn] = []
    for definition in sheet.definition.computedColumns {
      let id = ColumnID(sheet: sheet.prefix, key: definition.key)
      guard chosen.contains(id), let number = analysis.layout.numbers[id] else { continue }
      let located = sheet.column(id.key)
      let filler = ColumnFiller(analysis: analysis, asValues: isWrittenAsValues(id), listsChanges: listsChanges)
      let result = filler.fill(id, on: sheet, number: number, style: style(definition, number, located, on: sheet))
      if let fill = result.fill { sheetEdit.fills.append(fill) }
      let header = located?.header ?? newHeader(of: definition, on: sheet)
      if located == nil {
        added.append(.init(id: id, definition: definition, number: number))
        addHeader(header, definition, number, on: sheet, to: &sheetEdit)
      }
      report.columns.append(
        .init(
          sheet: sheet.title, id: id, header: header, number: number, isNew: located == nil,
          isHidden: located == nil && definition.isHelper, changed: result.changed, kept: result.kept))
      report.changes += result.changes
    }
    sheetEdit.tables = renewedTables(sheet, chosen)
    if let table = grow(sheet, with: added) {
      if let place = sheetEdit.tables.firstIndex(where: { $0.part == table.edit.part }) {
        sheetEdit.tables[place].newColumns += table.edit.newColumns
      } else {
        sheetEdit.tables.append(table.edit)
      }
      report.additions.append(.tableColumns(table: table.name, count: added.count))
    }
    for (sheetIndex, part) in sheet.divided(sheetEdit) { edit.sheets[sheetIndex] = part }
  }

  /// A new column has the style of the last typed one, on the grey of computed cells.
  private mutating func style(
    _ definition: ColumnDefinition, _ number: Int, _ located: LocatedColumn?, on sheet: LocatedSheet
  ) -> StyleChoice {
    if located != nil, sheet.formats.firstRow[number].map({ $0 != 0 }) == true { return .keep }
    let neighbour =
      sheet.columns.last { !$0.definition.isComputed && $0.definition.type != .date } ?? sheet.columns.last
    let base = neighbour.flatMap { sheet.formats.firstRow[$0.number] } ?? 0
    return styles.choice(
      NewStyle(
        base: base, numberFormat: CellStyles.numberFormat(of: definition.type), fill: CellStyles.computedFill,
        wrapText: false))
  }

  /// The header of an added column: its title, with a mark if people type under the same words.
  private func newHeader(of definition: ColumnDefinition, on sheet: LocatedSheet) -> String {
    let title = definition.titles[team.language]
    let key = HeaderNormalizer.key(title)
    let others = sheet.columns.map(\.header) + sheet.unknownHeaders.map(\.header)
    return others.contains { HeaderNormalizer.key($0) == key } ? ComputedMark.marked(title, in: team.language) : title
  }

  private func addHeader(
    _ header: String, _ definition: ColumnDefinition, _ number: Int, on sheet: LocatedSheet,
    to sheetEdit: inout SheetEdit
  ) {
    guard let row = sheet.headerRow, let cell = CellReference(row: row, column: number) else { return }
    let neighbour = sheet.columns.last.flatMap { sheet.formats.header[$0.number] }
    sheetEdit.cells[cell] = CellEdit(.text(header), style: neighbour.map { .index($0) } ?? .keep)
    sheetEdit.columns.append(
      ColumnFormat(
        column: number,
        width: CellStyles.width(
          header: header, type: definition.type,
          values: analysis.values(of: ColumnID(sheet: sheet.prefix, key: definition.key)) ?? []),
        // Columns beyond the data may be hidden or grouped.
        hidden: definition.isHelper, outlineLevel: definition.isHelper ? 1 : 0))
  }

  /// Table columns that would give new rows a former formula get the current one.
  private func renewedTables(_ sheet: LocatedSheet, _ chosen: Set<ColumnID>) -> [TableEdit] {
    guard !asValues, let tables = try? team.workbook.tables(ofSheet: sheet.sheetIndex) else { return [] }
    return tables.compactMap { table in
      let row = table.range.first.row + 1
      let columns = sheet.columns.compactMap { column -> NewTableColumn? in
        let id = ColumnID(sheet: sheet.prefix, key: column.key)
        guard chosen.contains(id), !acrossTabs.contains(id), table.range.columns.contains(column.number),
          let template = analysis.templates[id],
          table.columns.indices.contains(column.number - table.range.first.column)
        else { return nil }
        let tableColumn = table.columns[column.number - table.range.first.column]
        var own = OwnFormulas(id, templates: analysis.templates.all(of: id), layout: analysis.layout)
        guard let stored = tableColumn.calculatedFormula, own?.state(of: stored, row: row) == .former else {
          return nil
        }
        return NewTableColumn(
          name: tableColumn.name, calculatedFormula: analysis.layout.rowFormula(template, of: id).text(row: row))
      }
      return columns.isEmpty ? nil : TableEdit(part: table.part, newColumns: columns)
    }
  }

  /// The table that contains a sheet's data grows if the new columns follow its last one.
  private func grow(
    _ sheet: LocatedSheet, with added: [ColumnLayout.NewColumn]
  ) -> (edit: TableEdit, name: String)? {
    guard let first = added.first, let table = analysis.layout.rooms[sheet.prefix]?.table,
      table.range.first.row == sheet.headerRow, table.headerRowCount == 1,
      table.range.last.column == first.number - 1
    else { return nil }
    let columns = added.map { column in
      NewTableColumn(
        name: newHeader(of: column.definition, on: sheet),
        calculatedFormula: isWrittenAsValues(column.id)
          ? nil
          : analysis.templates[column.id].map {
            analysis.layout.rowFormula($0, of: column.id).text(row: table.range.first.row + 1)
          })
    }
    return (TableEdit(part: table.part, newColumns: columns), table.displayName)
  }
}
