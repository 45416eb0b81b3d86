// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// R3: what each owner has won and can expect, against the target.
struct CoverageTile: TileMaker {
  let source: DashboardSource
  let figures: DashboardFigures

  let id = "R3"
  var table: ReportTable {
    let words = source.words
    return ReportTable(
      block: "cover",
      columns: [
        ("name", words("責任人", "Owner"), .text), ("target", words("目標", "Target"), .money),
        ("won", words("已簽", "Won"), .money), ("weighted", words("加權在手", "Weighted open"), .money),
        ("attain", words("期望/目標", "Expected/target"), .percent),
      ], bar: "attain")
  }
  var name: String { source.words("目標覆蓋", "Coverage by owner") }
  var refusal: String? { figures.basis.reason ?? source.lostReason(DashboardSource.owners) }
  let needs = [
    "tg_owner", "tg_target", "tg_p_start", "tg_p_end", "de_owner", "de_amount", "de_weighted", "de_is_won",
    "de_is_open",
    "de_in_period",
  ]

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    let palette = source.palette
    let owners = source.ownersWithTarget
    guard !owners.isEmpty || source.isYetToBeFilled("tg") || data.isStored("cover") else { return nil }
    let people = OwnerRows(owners)
    let allTargets = OwnerFormulas.all("tg_target", wholes: self.figures.basis.takesWholes)
    // One extra row for all others: those who have no room, and those who join before the next fill.
    let rows = max(people.shown.count, 2) + 1
    let money = palette.moneyOrNothing
    var block = ChartBlock("cover", name, rows: rows, room: OwnerRows.most + 1)
    block.isForCharts = true
    block.addNumbers()
    block.add("owner", "", values: DashboardSource.padded(people.shown, to: rows))
    // The last row takes everything that belongs to none of the owners above, so that nothing is lost.
    let figures = [
      ("target", words("目標", "Target"), OwnerFormulas.target("tg_target"), allTargets),
      ("won", words("已簽", "Won"), OwnerFormulas.won, OwnerFormulas.allWon),
      ("weighted", words("加權在手", "Weighted open"), OwnerFormulas.weighted, OwnerFormulas.allWeighted),
    ]
    for (key, title, own, all) in figures {
      block.add("own_\(key)", "", "IF({owner}=\"\",0,\(own))")
      let value = "IF({n}=\(rows),ROUND(\(all)-SUM([cover.own_\(key)]),2),{own_\(key)})"
      block.add(key, title, key == "target" ? "IF(\(value)>0.005,\(value),NA())" : value, format: money)
    }
    block.add(
      "name", words("責任人", "Owner"),
      "IF({n}=\(rows),IF({won}+{weighted}+IF(ISNUMBER({target}),{target},0)>0.005,\(words.quoted(words.others)),\"\"),{owner}&\"\")"
    )
    block.add("attain", "", "IF(ISNUMBER({target}),ROUND(({won}+{weighted})/{target},4),\"\")", format: "0%")
    block.add("short", "", "IF(ISNUMBER({target}),IF({won}+{weighted}<{target},1,0),0)")
    block.add("label", "", OwnerFormulas.label("{name}", rows: rows, palette))
    for (key, title, _, _) in figures {
      block.add("s_\(key)", title, OwnerFormulas.share(key, nothing: key == "target" ? "NA()" : "0"), format: "0%")
    }
    try data.add(block)
    // With more owners than there is room for, all the others would dwarf each of them: the bars are shares of the target then.
    let isLarge = people.others > 0
    let below =
      isLarge && source.has("tg_risk_margin")
      ? (
        count: "COUNTIFS(tg_risk_margin,\"<0\",tg_p_start,\">=\"&PeriodStart,tg_p_end,\"<=\"&PeriodEnd)",
        chinese: TraditionalText(" 個目標預計達不到"), english: "Targets that will be missed at this rate"
      )
      : (
        count: "SUM([cover.short])", chinese: TraditionalText(" 位責任人預計達不到目標"),
        english: "Owners expected to miss their target"
      )
    let caption = try source.caption(
      "cover", unless: "\(allTargets)=0", typing: "tg",
      "IF(\(below.count)=0,\(words.quoted("每位責任人都覆蓋目標", "Every owner covers the target")),\(words.counted(below.count, below.chinese, below.english)))",
      in: &data)
    let part = isLarge ? "s_" : ""
    let bars = [("won", DashboardPalette.navy), ("weighted", DashboardPalette.pale)].compactMap { key, color in
      source.series("cover.\(part)\(key)", by: "cover.label", in: data, fill: color)
    }
    let marks = source.series(
      "cover.\(part)target", by: "cover.label", in: data,
      marker: ChartMarker(.dash, size: 16, fill: DashboardPalette.orange, border: DashboardPalette.white))
    let chart = ChartDesign(
      groups: [
        ChartGroup(.columns(.stacked, gap: 60, overlap: 100), series: bars),
        ChartGroup(.line, series: [marks].compactMap { $0 }),
      ], categoryAxis: palette.categories,
      valueAxis: palette.axis(isLarge ? "0%" : palette.money, grid: true).with { $0.minimum = 0 },
      legend: ChartLegend(.bottom))
    var note = words("已簽 + 加權在手；橫線 = 目標", "Won + weighted open; dash = target")
    if isLarge {
      note = words(
        "佔目標的比例：已簽 + 加權在手；「\(words.others)」為其餘 \(people.others) 人",
        "Share of target, won + weighted; “\(words.others)”: \(people.others) people")
    }
    return Tile(
      name: name, caption: caption, note: note, noteCell: try source.note("cover", note, in: &data),
      content: .chart(
        palette.chart(chart),
        alternativeText: words("各責任人已簽與加權在手的金額，對照目標", "Won and weighted open amount of each owner against the target")))
  }
}

/// R4: the forecast for the period: P10 to P90, with target and floor.
struct ForecastTile: TileMaker {
  let source: DashboardSource
  let figures: DashboardFigures

  let id = "R4"
  var table: ReportTable {
    let words = source.words
    return ReportTable(
      block: "fan",
      columns: [
        ("owner", words("責任人", "Owner"), .text), ("p10", "P10", .money), ("p50", "P50", .money), ("p90", "P90", .money),
        ("target", words("目標", "Target"), .money),
      ], bar: "p50")
  }
  var name: String { source.words("加權預測", "Forecast") }
  let needs = ["de_amount", "de_prob", "de_close_eff", "de_is_open", "de_is_won", "de_in_period"]
  var obstacle: String? {
    source.nothingCounts(.p50) ?? (figures.outlook?.isTooLarge == true ? source.words.tooLarge : nil)
  }

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    let palette = source.palette
    guard let outlook = figures.outlook else { return nil }
    guard source.rowCount("de") > 0 || data.isStored("fan") else { return nil }
    // The team comes first, unless charts of an earlier fill read rows that begin with an owner.
    let hasTeam = data.hasRoom(for: "fan", beginningWith: "n")
    // Targets whose owners have no deals under the same names say nothing about those of the deals.
    let areLost = source.lostReason(DashboardSource.owners) != nil
    // The team has a forecast even where nobody knows whose deals they are.
    let owners =
      !source.has("de_owner")
      ? [] : source.ownersWithTarget.isEmpty || areLost ? source.ownersOfDeals : source.ownersWithTarget
    let people = OwnerRows(owners)
    let hasOthers = hasTeam && people.others > 0
    let shown = (hasTeam ? [words.team] : []) + people.shown + (hasOthers ? [words.others] : [])
    let rows = max(shown.count, owners.isEmpty ? 2 : 3)
    let hasTargets =
      figures.basis.reason == nil && !areLost && source.has("tg_owner", "tg_target", "tg_p_start", "tg_p_end")
    let money = palette.moneyOrNothing
    let results =
      (hasTeam ? [figures.team] : []) + people.shown.map { outlook.owner($0, target: nil) }
      + (hasOthers ? [outlook.others(besides: people.shown)] : [])
    func values(_ key: (TeamOutlook.Figures) -> Double) -> [CellValue] {
      results.map { $0.map { .number(key($0)) } ?? .blank }
        + Array(repeating: .blank, count: max(0, rows - shown.count))
    }
    var block = ChartBlock("fan", name, rows: rows, room: OwnerRows.most + 1)
    if hasTeam { block.addNumbers() }
    block.add("owner", words("責任人", "Owner"), values: DashboardSource.padded(shown, to: rows))
    block.add("p90", "P50–P90", values: values(\.p90), format: money)
    block.add("p50", "P10–P50", values: values(\.p50), format: money)
    block.add("p10", "P10", values: values(\.p10), format: money)
    if hasTargets {
      let none = "IF({x}>0,{x},NA())"
      func orNothing(_ formula: String) -> String {
        none.split(separator: "{x}", omittingEmptySubsequences: false).joined(separator: formula)
      }
      func ofRow(_ column: String, team: String) -> String {
        var own = OwnerFormulas.target(column)
        if hasOthers {
          let known = people.shown.indices.map { OwnerFormulas.target(column, of: "[fan.owner#\($0 + 2)]") }
          own =
            "IF({n}=\(shown.count),ROUND(\(OwnerFormulas.all(column, wholes: figures.basis.takesWholes))-\(known.joined(separator: "-")),2),\(own))"
        }
        return orNothing(hasTeam ? "IF({n}=1,\(team),\(own))" : own)
      }
      let whole = "N(\(DashboardFigures.reference(.target)))"
      block.add("target", words("目標", "Target"), ofRow("tg_target", team: whole), format: money)
      if source.has("tg_floor") {
        block.add(
          "floor", words("保底", "Floor"),
          ofRow("tg_floor", team: OwnerFormulas.all("tg_floor", wholes: figures.basis.takesWholes)), format: money)
      }
    }
    // A forecast without any doubt has no height: the dash is all that shows.
    if hasTeam { block.add("middle", "P50", "IF(ISNUMBER({p50}),{p50},NA())", format: money) }
    if hasTeam, !hasTargets, figures.target != nil {
      let target = DashboardFigures.reference(.target)
      block.add(
        "target", words("目標", "Target"), "IF({n}=1,IF(ISNUMBER(\(target)),\(target),NA()),NA())", format: money)
    }
    block.add("label", "", OwnerFormulas.label("({owner}&\"\")", rows: rows, palette))
    let isLarge = hasOthers && hasTargets
    if hasTeam, hasTargets {
      let titles = ["p90": "P50–P90", "p50": "P10–P50", "p10": "P10", "middle": "P50"]
      for key in ["p90", "p50", "p10", "target", "floor", "middle"] where key != "floor" || source.has("tg_floor") {
        let title = titles[key] ?? (key == "target" ? words("目標", "Target") : words("保底", "Floor"))
        block.add("s_\(key)", title, OwnerFormulas.share(key, nothing: "NA()"), format: "0%")
      }
    }
    try data.add(block)
    let part = isLarge ? "s_" : ""
    let p50 = DashboardFigures.reference(.p50)
    let target = DashboardFigures.reference(.target)
    let caption = try source.caption(
      "fan",
      "IF(\(DashboardFigures.reference(.changed))>0,\(words.quoted("預測：", "Forecast: "))&\(words.quoted(words.outdated)),IF(ISNUMBER(\(p50)),\(words.quoted("團隊 P50 ", "Team P50 "))&\(palette.words(p50))&IF(ISNUMBER(\(target)),\(words.quoted("，目標 ", ", target "))&\(palette.words(target)),\"\"),\"\"))",
      in: &data)
    let bars = [
      ("p90", DashboardPalette.blue), ("p50", DashboardPalette.pale), ("p10", DashboardPalette.white),
    ].compactMap { key, color in source.series("fan.\(part)\(key)", by: "fan.label", in: data, fill: color) }
    let marks: [(String, ChartMarker)] = [
      ("target", ChartMarker(.dash, size: 14, fill: DashboardPalette.orange, border: DashboardPalette.white)),
      ("floor", ChartMarker(.diamond, size: 6, fill: DashboardPalette.ink)),
      ("middle", ChartMarker(.dash, size: 12, fill: DashboardPalette.navy)),
    ]
    let lines = marks.compactMap { key, marker in
      source.series("fan.\(part)\(key)", by: "fan.label", in: data, marker: marker)
    }
    var groups = [ChartGroup(.columns(.clustered, gap: 110, overlap: 100), series: bars)]
    if !lines.isEmpty { groups.append(ChartGroup(.line, series: lines)) }
    let chart = ChartDesign(
      groups: groups, categoryAxis: ChartAxis(),
      valueAxis: palette.axis(isLarge ? "0%" : palette.money).with { $0.minimum = 0 },
      legend: ChartLegend(.bottom, hiding: [2]))
    let day = source.team.asOfText ?? ""
    let chances = results.enumerated().map { row, figures -> CellValue in
      guard let target = data.shown("fan.target", row: row + 1)?.value.number, target > 0 else { return .blank }
      return figures?.reach(target).map { .number($0) } ?? .blank
    }
    let commits = results.map { figures -> CellValue in figures?.commit.map { .number($0) } ?? .blank }
    var further: [Tile.Further] = []
    if chances.contains(where: { !$0.isEmpty }) {
      further.append(("chance", words("達標機率", "P(target)"), .percent, chances))
    }
    if commits.contains(where: { !$0.isEmpty }) {
      further.append(("commit", words("可承諾值", "Committable"), .money, commits))
    }
    let note =
      isLarge
      ? words("佔目標的比例，P10 到 P90，\(day) 算出", "Share of target, P10 to P90, computed as of \(day)")
      : words("P10 到 P90，\(day) 算出", "P10 to P90, computed as of \(day)")
    return Tile(
      name: name, caption: caption, note: note, noteCell: try source.note("fan", note, in: &data),
      content: .chart(
        palette.chart(chart),
        alternativeText: words(
          "團隊與各責任人本期結果的 P10、P50、P90，對照目標與保底",
          "P10, P50 and P90 of the team and of each owner for the period, with target and floor")),
      further: further)
  }
}

/// The owners who have a row of their own, and how many others have none.
struct OwnerRows {
  static let most = 8
  let shown: [String]
  /// 0 or at least 2, because one person is no “others”.
  let others: Int

  init(_ owners: [String]) {
    shown = owners.count > Self.most ? Array(owners.prefix(Self.most - 1)) : owners
    others = owners.count - shown.count
  }
}

extension DashboardSource {
  /// The owners with a target in the period, the largest first.
  var ownersWithTarget: [String] {
    guard let start = team.settings.number("PeriodStart"), let end = team.settings.number("PeriodEnd") else {
      return []
    }
    return names("tg_owner", of: "tg") { row in
      guard let first = number("tg_p_start", row), let last = number("tg_p_end", row), first >= start, last <= end
      else {
        return nil
      }
      return number("tg_target", row)
    }
  }

  /// The owners with deals in the period, the largest first.
  var ownersOfDeals: [String] {
    names("de_owner", of: "de") { row in
      number("de_in_period", row) == 1 && (number("de_is_open", row) == 1 || number("de_is_won", row) == 1)
        ? number("de_amount", row) : nil
    }
  }
}
