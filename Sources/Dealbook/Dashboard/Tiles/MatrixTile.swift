// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// R5: accounts by strength of relationship and by potential, in four quadrants.
struct MatrixTile: TileMaker {
  private static let most = 40
  /// The accounts whose names are beside their points: the largest of those that the message is about.
  private static let named = 3

  let source: DashboardSource

  let id = "R5"
  var table: ReportTable {
    let words = source.words
    return ReportTable(
      block: "matrix",
      columns: [
        ("id", words("客戶", "Account"), .text), ("name", words("名稱", "Name"), .text),
        ("class", words("類別", "Class"), .label("mx")),
        ("x", words("關係分", "Relation"), .number), ("y", words("潛力", "Potential"), .money),
      ], bar: "y")
  }
  var name: String { source.words("客戶矩陣", "Customer matrix") }
  let needs = ["acc_account_id", "acc_rel_score", "acc_gross_potential", "acc_matrix"]

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    let palette = source.palette
    let classes = source.listCount("mx")
    let count = source.team.sheet("acc")?.rows.dataCount ?? 0
    guard classes == 4, count > 0 || data.isStored("matrix") else { return nil }
    // Empty rows of a scatter take no room, and a team that grows needs them.
    let rows = Self.most
    let chosen = source.rows(of: "acc", most: rows) { source.number("acc_gross_potential", $0) }
    let money = palette.money
    func look(_ column: String) -> String { "INDEX(\(column),MATCH({id},acc_account_id,0))" }
    var block = ChartBlock("matrix", name, rows: rows, room: rows)
    block.isForCharts = true
    block.add("id", "", values: source.ids("acc_account_id", in: chosen, rows: rows))
    block.add("x", words("關係分", "Relation"), "IF({id}=\"\",0,IFERROR(N(\(look("acc_rel_score"))),0))", format: "0")
    block.add(
      "y", words("潛力", "Potential"), "IF({id}=\"\",0,IFERROR(N(\(look("acc_gross_potential"))),0))", format: money)
    block.add("class", "", "IF({id}=\"\",0,IFERROR(MATCH(\(look("acc_matrix")),mx_label,0),0))")
    for place in 1...4 {
      block.add("c\(place)", source.label("mx", place) ?? "\(place)", "IF({class}=\(place),{y},NA())", format: money)
    }
    // What the chart draws: shares of the height, because programs choose very different scales for amounts that begin below 0, and of
    // their roots, because one very large customer would press all others onto the axis.
    let top = "MAX([matrix.y],PotHigh)*1.3"
    block.addNumbers()
    for place in 1...4 {
      block.add(
        "g\(place)", source.label("mx", place) ?? "\(place)",
        "IF({class}=\(place),ROUND(SQRT(MAX(0,{y})/(\(top))),4),NA())")
    }
    block.add("nth", "", "IF({class}=2,COUNTIFS([matrix.n],\"<=\"&{n},[matrix.class],2),0)")
    if source.has("acc_name") { block.add("name", "", "IF({id}=\"\",\"\",IFERROR(\(look("acc_name"))&\"\",\"\"))") }
    try data.add(block)
    // The thresholds as lines from edge to edge, and the names of the quadrants in the outer corners, above and below all points. The axis
    // of a chart from an earlier fill may begin at 0.
    let isBelow = data.storedFormula(of: "fields", column: 1, row: 7).map { $0.hasPrefix("-") } ?? true
    let low = isBelow ? "-\(top)*0.2" : "\(top)*0.06"
    var lines = ChartBlock("fields", words("矩陣的門檻與名稱", "Thresholds and names of the matrix"), rows: 8)
    lines.isForCharts = true
    lines.add(
      "x", "", formulas: ["RelHigh", "RelHigh", "0", "100", "97", "3", "97", "3"])
    lines.add(
      "y", words("門檻", "Threshold"),
      formulas: ["0", top, "PotHigh", "PotHigh", "\(top)*0.95", "\(top)*0.95", low, low],
      format: money)
    lines.add("name", "", formulas: ["\"\"", "\"\"", "\"\"", "\"\""] + (1...4).map { "INDEX(mx_label,\($0))&\"\"" })
    lines.add("part", words("門檻", "Threshold"), "ROUND(IF({y}<0,{y}/(\(top)),SQRT({y}/(\(top)))),4)")
    try data.add(lines)
    try addNames(to: &data, top: top)
    let growth = "COUNTIFS(acc_matrix,INDEX(mx_label,2))"
    let caption = try source.caption(
      "matrix",
      "IF(\(growth)=0,\(words.quoted("沒有「", "No account is “"))&INDEX(mx_label,2)&\(words.quoted("」的客戶", "”")),INDEX(mx_label,2)&\(source.language == .english ? "\" (high potential, weak relation): \"&\(growth)" : "\" \"&\(growth)&\(words.quoted(" 家：潛力高，關係待加強", ""))"))",
      in: &data)
    var series: [ChartSeries] = []
    let looks: [(ChartMarker.Shape, String)] = [
      (.circle, DashboardPalette.navy), (.diamond, DashboardPalette.orange), (.square, DashboardPalette.blue),
      (.triangle, DashboardPalette.grey),
    ]
    for (offset, look) in looks.enumerated() {
      let one = source.series(
        "matrix.g\(offset + 1)", by: "matrix.x", in: data,
        marker: ChartMarker(look.0, size: 7, fill: look.1, border: DashboardPalette.white))
      if let one { series.append(one) }
    }
    for rows in [1...2, 3...4] {
      guard let header = data.header("fields.part"), let x = data.range("fields.x", rows: rows),
        let y = data.range("fields.part", rows: rows)
      else { continue }
      series.append(
        ChartSeries(
          name: header, categories: x, values: y, line: ChartLine(DashboardPalette.grey, width: 1, isDashed: true)))
    }
    func addLabel(_ block: String, _ y: String, _ row: Int, _ labels: ChartLabels) {
      guard let label = data.range("\(block).name", rows: row...row),
        let x = data.range("\(block).x", rows: row...row), let y = data.range("\(block).\(y)", rows: row...row)
      else { return }
      series.append(ChartSeries(name: label, categories: x, values: y, labels: labels))
    }
    for row in 5...8 {
      addLabel(
        "fields", "part", row,
        ChartLabels(
          .seriesName, position: row.isMultiple(of: 2) ? .right : .left, color: DashboardPalette.quiet, size: 9,
          isBold: true))
    }
    for row in 1...(Self.named + 1) {
      let isThreshold = row > Self.named
      addLabel(
        "named", "y", row,
        ChartLabels(
          .seriesName, position: isThreshold ? .left : .above,
          color: isThreshold ? DashboardPalette.quiet : DashboardPalette.ink))
    }
    let chart = ChartDesign(
      groups: [ChartGroup(.scatter, series: series)],
      categoryAxis: palette.categories.with {
        ($0.minimum, $0.maximum, $0.majorUnit) = (0, 100, 20)
      },
      valueAxis: palette.hiddenAxis.with { ($0.minimum, $0.maximum) = (-0.3, 1) })
    var note = words("橫：關係分；縱：年潛力（開方）；虛線 = 門檻", "Across relation, up potential (root); dashed: threshold")
    if count > rows { note += words("；最大 \(rows) 家", "; top \(rows)") }
    return Tile(
      name: name, caption: caption, note: note,
      content: .chart(
        palette.chart(chart),
        alternativeText: words("客戶按關係分與潛力分成四類的散佈圖", "Accounts by relation and potential, in four classes")))
  }

  /// The names of the largest accounts of the second class, and the threshold's amount.
  private func addNames(to data: inout ChartData, top: String) throws(DealbookError) {
    let place = "MATCH({n},[matrix.nth],0)"
    let id = "INDEX([matrix.id],\(place))"
    let name = source.has("acc_name") ? "INDEX(acc_name,MATCH(\(id),acc_account_id,0))" : id
    let last = Self.named + 1
    var block = ChartBlock("named", source.words("圖上的名稱", "Names in the chart"), rows: last)
    block.isForCharts = true
    block.addNumbers()
    block.add("x", "", "IF({n}=\(last),97,IFERROR(INDEX([matrix.x],\(place)),0))")
    block.add(
      "y", "", "IF({n}=\(last),ROUND(SQRT(PotHigh/(\(top))),4)+0.06,IFERROR(INDEX([matrix.g2],\(place)),NA()))")
    block.add("long", "", "IF({n}=\(last),\"\",IFERROR(\(name)&\"\",\"\"))")
    // Names that would lie on each other, or one above the other without room, are left out but for the first.
    func isNear(_ other: Int) -> String {
      "AND({n}>\(other),ABS({x}-[named.x#\(other)])<45,ABS({y}-[named.y#\(other)])<0.1)"
    }
    let isHidden = (1..<Self.named).map(isNear).joined(separator: ",")
    block.add(
      "name", "",
      "IF({n}=\(last),\(source.palette.words("PotHigh")),IF(IFERROR(OR(\(isHidden)),FALSE),\"\",\(source.palette.short("{long}", letters: 16))))"
    )
    try data.add(block)
  }
}
