// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension SandSheet {
  /// Writes P10, P50 and P90 of the company, now and in each scenario, with the target, and the chart below. Returns the last row.
  mutating func fans(_ outcomes: [(name: String, after: Situation)], from row: Int) -> Int {
    let named = [(name: words("現況", "Now"), after: table.before)] + outcomes
    let lines = named.compactMap { entry in
      entry.after.company.flatMap { $0.number("p10") == nil ? nil : (name: entry.name, company: $0) }
    }
    guard !lines.isEmpty else { return row - 2 }
    let heads = [
      words("全公司", "Company"), words("九成把握至少", "9 in 10: at least"),
      words("五成把握至少", "Even odds: at least"), words("一成把握至少", "1 in 10: at least"), words("目標", "Target"),
      words("達標機率", "Chance of target"),
    ]
    for (place, head) in heads.enumerated() { put(.text(head), row, place + 1, place > 0 ? figureHeader : header) }
    sheet.rowHeights[row] = Self.headerHeight
    var columns: [[CellValue]] = Array(repeating: [], count: heads.count + 2)
    // The parts of the chart's columns are no figures to read. They are behind the chart, because a chart leaves out hidden columns.
    let behind = (first: row + lines.count + 4, column: 2)
    for (place, head) in [words("到五成把握", "to even odds"), words("到一成把握", "to 1 in 10")].enumerated() {
      put(.text(head), behind.first - 1, behind.column + place, unseen)
    }
    for (offset, line) in lines.enumerated() {
      let at = row + 1 + offset
      func value(_ key: String) -> CellValue { line.company.values[key] ?? .blank }
      func gap(_ low: String, _ high: String) -> CellValue {
        guard let low = line.company.number(low), let high = line.company.number(high) else { return .blank }
        return .number(SituationReader.cents(high - low))
      }
      let cells: [(CellValue, String?, String)] = [
        (.text(line.name), nil, ""), (value("p10"), nil, "p10"), (value("p50"), nil, "p50"),
        (value("p90"), nil, "p90"), (value("target"), nil, "target"), (value("p_exact"), nil, "p_exact"),
      ]
      for (place, cell) in cells.enumerated() {
        columns[place].append(cell.0)
        put(
          cell.0, at, place + 1, cell.2.isEmpty ? text.with { $0.shrinksToFit = true } : number(cell.2), formula: cell.1
        )
      }
      let parts = [gap("p10", "p50"), gap("p50", "p90")]
      for (place, part) in parts.enumerated() {
        columns[heads.count + place].append(part)
        put(
          part, behind.first + offset, behind.column + place, unseen,
          formula: "\(Self.name(at, 3 + place))-\(Self.name(at, 2 + place))")
      }
    }
    let last = row + lines.count
    /// The place of a column of ``columns`` on the sheet.
    func place(_ column: Int) -> (row: Int, column: Int) {
      column <= heads.count ? (row, column) : (behind.first - 1, behind.column + column - heads.count - 1)
    }
    func range(_ column: Int) -> ChartRange {
      let (top, number) = place(column)
      let cells =
        "\(Self.name(top + 1, number, isAbsolute: true)):\(Self.name(top + lines.count, number, isAbsolute: true))"
      return ChartRange(
        formula: "\(SheetName.quoted(sheet.name))!\(cells)", cells: columns[column - 1], numberFormat: "#,##0")
    }
    func head(_ column: Int) -> ChartRange {
      let (top, number) = place(column)
      let cell = CellReference(row: top, column: number).flatMap { sheet.cells[$0]?.value } ?? .blank
      return ChartRange(
        formula: "\(SheetName.quoted(sheet.name))!\(Self.name(top, number, isAbsolute: true))", cells: [cell])
    }
    func bar(_ column: Int, _ fill: String?) -> ChartSeries {
      ChartSeries(name: head(column), categories: range(1), values: range(column), fill: fill)
    }
    var groups = [
      ChartGroup(
        .columns(.stacked, gap: 60, overlap: 100),
        series: [bar(2, nil), bar(7, DashboardPalette.blue), bar(8, DashboardPalette.pale)])
    ]
    if columns[4].contains(where: { $0.number != nil }) {
      groups.append(
        ChartGroup(
          .line,
          series: [
            ChartSeries(
              name: head(5), categories: range(1), values: range(5),
              marker: ChartMarker(.dash, size: 12, fill: DashboardPalette.orange))
          ]))
    }
    var chart = ChartDesign(
      groups: groups,
      valueAxis: ChartAxis().with {
        $0.minimum = 0
        // As in the tables: a format in 萬 would write 350.0 萬.
        $0.numberFormat = "#,##0"
        $0.gridlines = ChartLine(DashboardPalette.rule)
      }, legend: ChartLegend(.bottom, hiding: [0]))
    chart.fontName = palette.font
    chart.language = palette.chartLanguage
    let end = max(last + 20, behind.first + lines.count + 1)
    guard let first = CellReference(row: last + 2, column: 1), let corner = CellReference(row: end, column: 8) else {
      return last
    }
    sheet.charts = [
      PlacedChart(
        chart, over: CellRange(first, corner), name: words("全公司的扇形圖", "Fans of the company"),
        alternativeText: words(
          "現況與各情境下，全公司九成、五成、一成把握的金額，以及目標",
          "What the company reaches with 90%, 50% and 10% probability, now and in each scenario, with its target"
        ))
    ]
    return end
  }
}
