// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// R1 and R2: how much has reached each stage of the funnel, and how much needed to.
struct FunnelTile: TileMaker {
  let source: DashboardSource

  let id = "R1"
  var table: ReportTable {
    let words = source.words
    return ReportTable(
      block: "funnel",
      columns: [
        ("stage", words("階段", "Stage"), .text), ("reached", words("到達", "Reached"), .money),
        ("need", words("所需", "Needed"), .money), ("ratio", words("到達率", "Ratio"), .percent),
      ], bar: "ratio")
  }
  /// Without a target nothing is needed, and there is no share of it.
  func table(_ data: ChartData) -> ReportTable {
    let target = data.shown("figures.value", row: DashboardFigures.row(.target))?.value.number
    return target != nil
      ? table
      : ReportTable(
        block: table.block, columns: table.columns.filter { ["stage", "reached"].contains($0.key) }, bar: "reached")
  }
  var name: String { source.words("銷售漏斗", "Funnel") }
  let needs = ["de_amount", "de_in_period", "de_peak"]

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    let palette = source.palette
    let won = source.team.lists["st"]?.columns["won"] ?? []
    let stages = data.rows(of: "funnel", wanted: won.firstIndex { $0 == .number(1) } ?? 0)
    guard stages > 1 else { return nil }
    let target = DashboardFigures.reference(.target)
    let leads = source.has("le_est_amount", "le_is_open") ? "+IF({n}=1,SUMIFS(le_est_amount,le_is_open,1),0)" : ""
    let money = palette.moneyOrNothing
    var block = ChartBlock("funnel", name, rows: stages)
    block.addNumbers()
    block.add("stage", words("階段", "Stage"), "INDEX(st_label,{n})&\"\"")
    block.add(
      "need", words("所需", "Needed"), "IF(ISNUMBER(\(target)),ROUND(\(target)/INDEX(st_prob,{n}),2),0)", format: money)
    block.add(
      "reached", words("到達合計", "Reached in all"),
      "ROUND(SUMIFS(de_amount,de_in_period,1,de_peak,\">=\"&{n})\(leads),2)",
      format: money)
    // Each bar is scaled to what its stage needs, because the amounts differ by more than a factor of twenty. Without a target nothing is
    // needed, and the bars show the amounts.
    block.add("ratio", words("到達率", "Ratio"), "IF({need}>0,ROUND({reached}/{need},4),1)", format: "0%")
    let share = "0%;;"
    block.add(
      "blank", words("留白", "Blank"), "IF({need}>0,0,(MAX([funnel.reached])-{reached})/2)", format: share)
    block.add("met", words("到達", "Reached"), "IF({need}>0,MIN({ratio},1),{reached})", format: share)
    // Nothing rather than 0, which would be drawn as the frame of a bar without width.
    block.add("short", words("不足", "Short"), "IF({need}*(1-{ratio})>0,1-{ratio},NA())", format: share)
    block.add("surplus", words("超出", "Surplus"), "IF({need}>0,MIN(MAX({ratio}-1,0),0.5),0)", format: share)
    block.add(
      "axis", words("軸文字", "Axis"),
      "{stage}&\"  \"&\(palette.words("{reached}"))&IF({need}>0,\" · \"&\(DashboardPalette.percent("{ratio}")),\"\")")
    try data.add(block)
    let caption = try source.caption(
      "funnel",
      "IF(NOT(ISNUMBER(\(target))),\(words.quoted("尚無目標，只列到達金額", "No target: reached so far")),IF(MIN([funnel.ratio])<1,INDEX([funnel.stage],MATCH(MIN([funnel.ratio]),[funnel.ratio],0))&\(words.quoted("只達所需的 ", ": only "))&\(DashboardPalette.percent("MIN([funnel.ratio])"))&\(words.quoted("", " of what is needed")),\(words.quoted("各階段都已達所需", "Every stage holds what is needed"))))",
      in: &data)
    let looks: [(key: String, fill: String?, line: ChartLine?)] = [
      ("blank", nil, nil), ("met", DashboardPalette.navy, nil),
      ("short", DashboardPalette.white, ChartLine(DashboardPalette.orange, width: 1.25)),
      ("surplus", DashboardPalette.pale, nil),
    ]
    let series = looks.compactMap { look in
      source.series("funnel.\(look.key)", by: "funnel.axis", in: data, fill: look.fill, line: look.line)
    }
    let chart = ChartDesign(
      groups: [ChartGroup(.bars(.stacked, gap: 35, overlap: 100), series: series)],
      categoryAxis: ChartAxis().with { $0.isReversed = true }, valueAxis: palette.hiddenAxis)
    return Tile(
      name: name, caption: caption,
      note: words("深：到達金額；白框：還差；淺：超出；整條 = 所需", "Dark: reached; framed: short; pale: surplus; full bar = needed"),
      content: .chart(
        palette.chart(chart),
        alternativeText: words(
          "漏斗：各階段到達的金額與所需的金額", "Funnel: the amount that has reached each stage and the amount needed")))
  }
}
