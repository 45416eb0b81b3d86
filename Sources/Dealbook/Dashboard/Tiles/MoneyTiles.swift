// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// R7: outstanding amounts by age and owner.
struct AgeingTile: TileMaker {
  let source: DashboardSource

  let id = "R7"
  var table: ReportTable {
    let words = source.words
    return ReportTable(
      block: "age",
      columns: [("name", words("責任人", "Owner"), .text)] + ages.map { ($0.key, $0.title, .money) }
        + [("over", words("逾期", "Overdue"), .money)], bar: "over")
  }
  var name: String { source.words("帳齡", "Ageing") }
  let needs = ["pa_outstanding", "pa_bucket"]

  private static let shades = [
    DashboardPalette.white, DashboardPalette.pale, DashboardPalette.blue, DashboardPalette.navy,
  ]

  /// The ages that are told apart: the first ones of the list as they are, all older ones together, in the colour of warnings.
  private var ages: [(key: String, title: String, color: String, places: ClosedRange<Int>)] {
    let buckets = source.listCount("ab")
    let single = min(buckets - 1, Self.shades.count)
    guard single > 0 else { return [] }
    let days = source.number(ofList: "ab", "from", single + 1) - 1
    return (1...single).map { ("b\($0)", source.label("ab", $0) ?? "", Self.shades[$0 - 1], $0...$0) } + [
      (
        "b\(single + 1)", source.words("超過 \(days) 天", "over \(days) days"), DashboardPalette.orange,
        (single + 1)...buckets
      )
    ]
  }

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    let palette = source.palette
    let ages = self.ages
    guard !ages.isEmpty, source.rowCount("pa") > 0 || data.isStored("age") else { return nil }
    let byOwner = source.has("pa_owner")
    let owners =
      byOwner
      ? source.names("pa_owner", of: "pa") { row in source.number("pa_outstanding", row).flatMap { $0 > 0 ? $0 : nil } }
      : []
    let people = OwnerRows(owners)
    let rows = max(people.shown.count, 2) + 1
    let money = palette.moneyOrNothing
    var block = ChartBlock("age", name, rows: rows, room: OwnerRows.most + 1)
    block.isForCharts = true
    block.addNumbers()
    block.add("owner", "", values: DashboardSource.padded(people.shown, to: rows))
    func all(_ place: Int) -> String {
      "SUMIFS(pa_outstanding,pa_bucket,INDEX(ab_label,\(place)),pa_outstanding,\">0\")"
    }
    func own(_ place: Int) -> String {
      "SUMIFS(pa_outstanding,pa_bucket,INDEX(ab_label,\(place)),pa_outstanding,\">0\",pa_owner,{owner})"
    }
    // The last row takes everything that belongs to none of the owners above, so that nothing is lost.
    for (offset, age) in ages.enumerated() {
      let mine = byOwner ? age.places.map(own).joined(separator: "+") : "0"
      let total = age.places.map(all).joined(separator: "+")
      let own = "own\(offset + 1)"
      block.add(own, "", "IF({owner}=\"\",0,\(mine))")
      block.add(age.key, age.title, "IF({n}=\(rows),ROUND(\(total)-SUM([age.\(own)]),2),{\(own)})", format: money)
    }
    block.add("over", "", ages.dropFirst().map { "{\($0.key)}" }.joined(separator: "+"), format: money)
    block.add(
      "name", words("責任人", "Owner"),
      "IF({n}=\(rows),IF({over}+{b1}>0.005,\(words.quoted(words.others)),\"\"),{owner}&\"\")")
    block.add(
      "axis", words("軸文字", "Axis"),
      "IF({name}=\"\",\"\",\(palette.short("{name}", letters: 16))&\"  \"&\(palette.words("({over})"))&\" / \"&\(palette.words("({over}+{b1})")))"
    )
    // Who owes most is one person, not all the others together.
    block.add("own", "", "IF({n}=\(rows),0,{over})")
    try data.add(block)
    let worst = "INDEX([age.name],MATCH(MAX([age.own]),[age.own],0))"
    let caption = try source.caption(
      "age", unless: "COUNT(pa_outstanding)=0", typing: "pa",
      "IF(SUM([age.over])<0.005,\(words.quoted("沒有逾期款", "Nothing is overdue")),IF(MAX([age.own])<0.005,\(words.quoted("逾期 ", "Overdue: "))&\(palette.words("SUM([age.over])")),\(words.quoted("逾期最多：", "Most overdue: "))&\(palette.short(worst, letters: 28))&\" \"&\(palette.words("MAX([age.own])"))))",
      in: &data)
    // What is not due is in outline only, and the oldest has one too, so that both are told apart in grey.
    let series = ages.enumerated().compactMap { offset, age in
      let line = offset == 0 ? DashboardPalette.grey : offset == ages.count - 1 ? DashboardPalette.ink : nil
      return source.series(
        "age.\(age.key)", by: "age.axis", in: data, fill: age.color, line: line.map { ChartLine($0, width: 0.75) })
    }
    let chart = ChartDesign(
      groups: [ChartGroup(.bars(.stacked, gap: 45, overlap: 100), series: series)],
      categoryAxis: palette.categories.with { $0.isReversed = true },
      valueAxis: palette.hiddenAxis.with { $0.crossesAtEnd = true }, legend: ChartLegend(.bottom))
    return Tile(
      name: name, caption: caption,
      note: words("逾期 / 未收金額，按逾期天數與責任人", "Overdue / outstanding, by days overdue and owner"),
      content: .chart(
        palette.chart(chart),
        alternativeText: words("各責任人未收金額的帳齡", "Outstanding amounts of each owner by age")))
  }
}

extension DashboardSource {
  /// A parameter of a list's row.
  func number(ofList list: String, _ column: String, _ place: Int) -> Int {
    guard let values = team.lists[list]?.columns[column], values.indices.contains(place - 1),
      let number = values[place - 1].number
    else { return 0 }
    return Int(number)
  }
}

/// R8: the share of what was due at the end of each month that had been paid by then.
struct CollectionTile: TileMaker {
  private static let months = 12

  let source: DashboardSource

  let id = "R8"
  var table: ReportTable {
    let words = source.words
    return ReportTable(
      block: "rate",
      columns: [
        ("month", words("月", "Month"), .text), ("due", words("累計應收", "Due so far"), .money),
        ("got", words("其中已收", "Received of it"), .money), ("rate", words("回款率", "Rate"), .percent),
      ], bar: "rate")
  }
  var name: String { source.words("回款率", "Collection rate") }
  let needs = ["pa_planned", "pa_due", "pa_received", "pa_received_date"]

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    let palette = source.palette
    guard source.rowCount("pa") > 0 || data.isStored("rate") else { return nil }
    let last = Self.months
    var block = ChartBlock("rate", name, rows: Self.months)
    block.isForCharts = true
    block.add("back", "", values: (0..<Self.months).map { .number(Double(Self.months - 1 - $0)) })
    block.add("end", words("月底", "Month end"), "MIN(AsOf,EOMONTH(AsOf,-{back}))", format: "yyyy-mm-dd")
    let month =
      source.language == .english
      ? "INDEX([months.name],MONTH({end}))" : "MONTH({end})&\(words.quoted("月", ""))"
    if source.language == .english {
      var names = ChartBlock("months", "Months", rows: 12)
      names.add(
        "name", "",
        values: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"].map { .text($0) })
      try data.add(names)
    }
    block.add("month", words("月", "Month"), month)
    block.add("due", words("累計應收", "Due so far"), "SUMIFS(pa_planned,pa_due,\"<=\"&{end})", format: palette.money)
    let received = "pa_due,\"<=\"&{end},pa_received_date,\"<\"&({end}+1)"
    block.add(
      "got", words("累計已收", "Received of it"),
      // What came in beyond what was due of it makes up for no other payment.
      "SUMIFS(pa_received,\(received))+SUMIFS(pa_outstanding,\(received),pa_outstanding,\"<0\",pa_planned,\">0\")",
      format: palette.money)
    block.add("rate", words("回款率", "Rate"), "IF({due}>0,ROUND({got}/{due},4),NA())", format: "0%")
    block.add("latest", words("最新", "Latest"), "IF({back}=0,{rate},NA())", format: "0%")
    try data.add(block)
    let now = "[rate.rate#\(last)]"
    let caption = try source.caption(
      "rate",
      "IF(ISNUMBER(\(now)),\(words.quoted("到期款已收回 ", "Collected of what is due: "))&\(DashboardPalette.percent(now)),\(words.quoted("尚無到期款", "Nothing is due yet")))",
      in: &data)
    let line = source.series(
      "rate.rate", by: "rate.month", in: data, line: ChartLine(DashboardPalette.navy, width: 2.25))
    let dot = source.series(
      "rate.latest", by: "rate.month", in: data, marker: ChartMarker(.circle, size: 7, fill: DashboardPalette.navy),
      labels: ChartLabels(position: .right, numberFormat: "0%", color: DashboardPalette.navy, isBold: true))
    let chart = ChartDesign(
      groups: [ChartGroup(.line, series: [line, dot].compactMap { $0 })], categoryAxis: palette.categories,
      valueAxis: palette.axis("0%", grid: true).with { ($0.minimum, $0.maximum, $0.majorUnit) = (0, 1.1, 0.2) },
      blanks: .span)
    return Tile(
      name: name, caption: caption,
      note: words("到期金額中到月底已收的比例，近 12 個月", "Share of what was due by month end that had come in"),
      content: .chart(
        palette.chart(chart), alternativeText: words("近十二個月月底的回款率", "Collection rate at the last twelve month ends")))
  }
}

/// R9: recurring revenue from opening to closing.
struct RenewalTile: TileMaker {
  let source: DashboardSource

  let id = "R9"
  var table: ReportTable {
    let words = source.words
    return ReportTable(
      block: "fall", columns: [("step", words("步驟", "Step"), .text), ("amount", words("金額", "Amount"), .money)],
      bar: "amount")
  }
  var name: String { source.words("續單", "Renewals") }
  let needs = ["re_opening", "re_p_end", "re_expand", "re_contract", "re_churn"]

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    let palette = source.palette
    guard source.rowCount("re") > 0 || data.isStored("fall") else { return nil }
    let money = palette.moneyOrNothing
    // Rows that end with the period; if there are none, those that end within it.
    func sum(_ column: String) -> String {
      "IF([whole.value#1]>0,SUMIFS(\(column),re_p_end,PeriodEnd,re_opening,\">0\"),"
        + "SUMIFS(\(column),re_p_end,\">=\"&PeriodStart,re_p_end,\"<=\"&PeriodEnd,re_opening,\">0\"))"
    }
    var whole = ChartBlock("whole", "", rows: 1)
    whole.add("value", "", "COUNTIFS(re_p_end,PeriodEnd,re_opening,\">0\")")
    try data.add(whole)
    var block = ChartBlock("fall", words("續單瀑布", "Renewal waterfall"), rows: 5)
    block.isForCharts = true
    block.add(
      "step", words("步驟", "Step"),
      values: [
        words("期初", "Opening"), words("擴充", "Expansion"), words("縮減", "Contraction"), words("流失", "Churn"),
        words("期末", "Closing"),
      ].map { .text($0) })
    block.add(
      "amount", words("金額", "Amount"),
      formulas: [
        sum("re_opening"), sum("re_expand"), "-\(sum("re_contract"))", "-\(sum("re_churn"))",
        "\(sum("re_opening"))+\(sum("re_expand"))-\(sum("re_contract"))-\(sum("re_churn"))",
      ], format: palette.money)
    let a = (1...5).map { "[fall.amount#\($0)]" }
    block.add(
      "base", words("底", "Base"), formulas: ["0", a[0], "\(a[0])+\(a[1])+\(a[2])", "\(a[4])", "0"], format: money)
    block.add("total", words("合計", "Total"), formulas: [a[0], "0", "0", "0", a[4]], format: money)
    block.add("up", words("增", "Up"), formulas: ["0", a[1], "0", "0", "0"], format: money)
    block.add("down", words("減", "Down"), formulas: ["0", "0", "-\(a[2])", "-\(a[3])", "0"], format: money)
    // The amounts are below the bars, because many bars are thinner than a text; each in a line of its own, so that no amount is broken.
    block.add("axis", words("軸文字", "Axis"), "{step}&\"\n\"&\(palette.words("{amount}"))")
    try data.add(block)
    let caption = try source.caption(
      "fall",
      "IF(\(a[0])>0,\(words.quoted("淨收入留存率 ", "Net retention "))&ROUND(100*\(a[4])/\(a[0]),IF(AND(\(a[4])<>\(a[0]),ROUND(\(a[4])/\(a[0]),2)=1),1,0))&\"%\"&IF(-\(a[2])-\(a[3])>\(a[1]),\(words.quoted("：減損大於擴充", ": losses above expansion")),\"\"),\(words.quoted("本期沒有期初收入", "No opening revenue in the period")))",
      in: &data)
    let looks: [(String, String?)] = [
      ("base", nil), ("total", DashboardPalette.navy), ("up", DashboardPalette.blue), ("down", DashboardPalette.orange),
    ]
    let series = looks.compactMap { key, fill in source.series("fall.\(key)", by: "fall.axis", in: data, fill: fill) }
    let chart = ChartDesign(
      groups: [ChartGroup(.columns(.stacked, gap: 40, overlap: 100), series: series)],
      categoryAxis: palette.categories, valueAxis: palette.hiddenAxis)
    return Tile(
      name: name, caption: caption,
      note: words("本期到期的經常性收入，從期初到期末", "Recurring revenue of the period, opening to closing"),
      content: .chart(
        palette.chart(chart),
        alternativeText: words("續單金額從期初到期末的瀑布圖", "Waterfall of renewal revenue from opening to closing")))
  }
}
