// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// R10: how far the leads have come.
struct LeadsTile: TileMaker {
  let source: DashboardSource

  let id = "R10"
  var table: ReportTable {
    let words = source.words
    return ReportTable(
      block: "leads", columns: [("step", words("步驟", "Step"), .text), ("all", words("線索數", "Leads"), .number)],
      bar: "all")
  }
  var name: String { source.words("線索", "Leads") }
  let needs = ["le_funnel_stage", "le_lead_id"]

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    let palette = source.palette
    let steps = source.listCount("aq")
    guard steps > 1, source.rowCount("le") > 0 || data.isStored("leads") else { return nil }
    let verdicts = source.has("le_verdict") ? min(source.listCount("bq"), 4) : 0
    let all = "COUNTIFS(le_funnel_stage,{step})"
    var block = ChartBlock("leads", words("線索按獲客步驟", "Leads by acquisition step"), rows: steps, room: 2 * steps)
    block.isForCharts = true
    block.addNumbers()
    block.add("step", words("步驟", "Step"), "INDEX(aq_label,{n})&\"\"")
    let shades = [
      (DashboardPalette.navy, DashboardPalette.white), (DashboardPalette.blue, DashboardPalette.white),
      (DashboardPalette.pale, DashboardPalette.ink), (DashboardPalette.white, DashboardPalette.ink),
    ]
    var keys: [(key: String, fill: String, text: String)] = []
    for place in stride(from: 1, through: verdicts, by: 1) {
      block.add(
        "v\(place)", source.label("bq", place) ?? "\(place)",
        "COUNTIFS(le_funnel_stage,{step},le_verdict,INDEX(bq_label,\(place)))", format: "0;;")
      keys.append(("v\(place)", shades[place - 1].0, shades[place - 1].1))
    }
    let judged = keys.map { "{\($0.key)}" }.joined(separator: "-")
    block.add(
      "rest", verdicts > 0 ? words("未判斷", "Not judged") : words("線索數", "Leads"),
      judged.isEmpty ? all : "\(all)-\(judged)", format: "0;;")
    keys.append(
      (
        "rest", verdicts > 0 ? DashboardPalette.silver : DashboardPalette.navy,
        verdicts > 0 ? DashboardPalette.ink : DashboardPalette.white
      ))
    block.add("all", "", all)
    try data.add(block)
    let lastStep = "[leads.all#\(steps)]"
    let caption = try source.caption(
      "leads", unless: "SUM([leads.all])=0", typing: "le",
      "\(words.counted("SUM([leads.all])", " 條線索，", "Leads"))&\(words.quoted("", "; at “"))&\(source.language == .english ? "" : "\(lastStep)&")\(words.quoted(" 條到「", ""))&INDEX([leads.step],\(steps))&\(words.quoted("」", "”: "))\(source.language == .english ? "&\(lastStep)" : "")",
      in: &data)
    // A number in a segment narrower than it would lie over its neighbour's.
    let most = (1...steps).compactMap { data.shown("leads.all", row: $0)?.value.number }.max() ?? 0
    let least = max(1, Int((most * 0.08).rounded(.up)))
    let series = keys.compactMap { item in
      source.series(
        "leads.\(item.key)", by: "leads.step", in: data, fill: item.fill,
        line: item.fill == DashboardPalette.white ? ChartLine(DashboardPalette.grey, width: 0.75) : nil,
        labels: ChartLabels(position: .center, numberFormat: "[>=\(least)]0;;", color: item.text))
    }
    let chart = ChartDesign(
      groups: [ChartGroup(.bars(.stacked, gap: 45, overlap: 100), series: series)],
      categoryAxis: palette.categories.with { $0.isReversed = true }, valueAxis: palette.hiddenAxis,
      legend: ChartLegend(.bottom))
    return Tile(
      name: name, caption: caption, note: words("線索數，按獲客步驟與商機判斷", "Leads by acquisition step and verdict"),
      content: .chart(
        palette.chart(chart),
        alternativeText: words("各獲客步驟的線索數", "Number of leads at each acquisition step")))
  }
}
