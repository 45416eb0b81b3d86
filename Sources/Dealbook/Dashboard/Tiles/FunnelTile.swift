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
  var obstacle: String? { source.nothingCounts(.best) }

  /// The stages before a deal is won, by their places in the list.
  private var all: [Int] {
    let won = source.team.lists["st"]?.columns["won"] ?? []
    return (0..<(won.firstIndex { $0 == .number(1) } ?? 0)).map { $0 + 1 }
  }

  /// Those that the team has: beside its own, an adopted list has stages of the method. None where all deals are closed. A fill adds the list
  /// to the workbook, which changes nothing here.
  private var places: [Int] {
    guard let list = source.team.lists["st"], source.has("de_declared_no"), source.rowCount("de") > 0,
      !source.has("le_est_amount", "le_is_open")
    else { return all }
    let used = Set((0..<source.rowCount("de")).compactMap { source.number("de_declared_no", $0) })
    guard !used.isEmpty else { return all }
    let codes = list.columns["code"]?.map(\.shownText) ?? []
    let known = Set(Playbook.builtIn.list("st")?.rows.map(\.code) ?? [])
    func isOwn(_ place: Int) -> Bool { place <= codes.count && !known.contains(codes[place - 1]) }
    func isUsed(_ place: Int) -> Bool { used.contains(Double(place)) }
    guard all.contains(where: isUsed) else { return [] }
    return all.contains(where: isOwn) ? all.filter { isOwn($0) || isUsed($0) } : all
  }

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    let palette = source.palette
    let places = self.places
    guard places.count > 1 else { return nil }
    let stages = places.count
    let target = DashboardFigures.reference(.target)
    let leads = source.has("le_est_amount", "le_is_open") ? "+IF({n}=1,SUMIFS(le_est_amount,le_is_open,1),0)" : ""
    let money = palette.moneyOrNothing
    let won = DashboardFigures.reference(.won)
    let isReached = "AND(ISNUMBER(\(target)),N(\(won))>=N(\(target)))"
    var block = ChartBlock("funnel", name, rows: stages, room: 2 * stages)
    block.isForCharts = true
    block.add("n", "", values: places.map { .number(Double($0)) })
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
    block.add(
      "short", words("不足", "Short"), "IF(\(isReached),NA(),IF({need}*(1-{ratio})>0,1-{ratio},NA()))", format: share)
    block.add("surplus", words("超出", "Surplus"), "IF({need}>0,MIN(MAX({ratio}-1,0),0.5),0)", format: share)
    block.add(
      "axis", words("軸文字", "Axis"),
      "{stage}&\"  \"&\(palette.words("{reached}"))&IF({need}>0,\" · \"&\(DashboardPalette.percent("{ratio}")),\"\")")
    // Once the target is reached, what earlier stages hold is no alarm.
    block.add(
      "rest", words("其餘", "Rest"), "IF(AND(\(isReached),{need}*(1-{ratio})>0),1-{ratio},NA())", format: share)
    try data.add(block)
    let caption = try source.caption(
      "funnel", unless: "COUNT(de_amount)=0", typing: "de",
      "IF(\(isReached),\(words.quoted("目標已達成：已簽目標的 ", "Target reached: won "))&\(DashboardPalette.percent("N(\(won))/N(\(target))"))&\(words.quoted("", " of it")),IF(NOT(ISNUMBER(\(target))),\(words.quoted("尚無目標，只列到達金額", "No target: reached so far")),IF(MIN([funnel.ratio])<1,INDEX([funnel.stage],MATCH(MIN([funnel.ratio]),[funnel.ratio],0))&\(words.quoted("只達所需的 ", ": only "))&\(DashboardPalette.percent("MIN([funnel.ratio])"))&\(words.quoted("", " of what is needed")),\(words.quoted("各階段都已達所需", "Every stage holds what is needed")))))",
      in: &data)
    let looks: [(key: String, fill: String?, line: ChartLine?)] = [
      ("blank", nil, nil), ("met", DashboardPalette.navy, nil),
      ("short", DashboardPalette.white, ChartLine(DashboardPalette.orange, width: 1.25)),
      ("rest", DashboardPalette.white, ChartLine(DashboardPalette.grey, width: 0.75)),
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
