// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The five largest open deals on which action is needed.
struct ActTile: TileMaker {
  private static let most = 5

  let source: DashboardSource

  let id = "R15"
  var table: ReportTable {
    let words = source.words
    return ReportTable(
      block: "act",
      columns: [
        (isByRow ? "shown" : "id", words("商機", "Deal"), .text), ("name", words("名稱", "Name"), .text),
        ("amount", words("金額", "Amount"), .money), ("why", words("風險", "Risk"), .text),
      ], bar: nil)
  }
  var name: String { source.words("先處理的商機", "Deals to act on") }
  var needs: [String] {
    (isByRow ? [] : [source.dealKey]) + ["de_name", "de_amount", "de_is_open", "de_flags"]
  }

  /// Whether deals have neither IDs nor names of their own, so that only the row tells which is which.
  private var isByRow: Bool { source.lack([source.dealKey]) != nil }

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    guard let sheet = source.team.sheet("de"), sheet.rows.count > 0 || data.isStored("act") else { return nil }
    let rows = data.rows(of: "act", wanted: Self.most)
    let key = source.dealKey
    let flags = source.column("de_flags")
    let chosen = source.rows(
      of: "de", most: rows,
      by: { row in
        guard source.number("de_is_open", row) == 1, let amount = source.number("de_amount", row),
          let flags, !flags[row].isEmpty
        else { return nil }
        return amount
      }, then: { source.number("de_close_eff", $0) ?? .infinity })
    let isByRow = self.isByRow
    /// In formulas that differ from row to row, `{id}` would be the first one's.
    func id(_ row: Int) -> String { isByRow ? "[act.id#\(row + 1)]" : "{id}" }
    // Which row a deal is in. A row that has moved since the last fill no longer has its name.
    func place(_ row: Int) -> String {
      guard isByRow else { return "MATCH({id},\(key),0)" }
      let own = chosen.indices.contains(row) ? chosen[row] + 1 : 1
      return "IF(INDEX(de_name,\(own))&\"\"=\(id(row)),\(own),NA())"
    }
    func look(_ column: String, _ row: Int) -> String { "INDEX(\(column),\(place(row)))" }
    /// The same for each row, unless each has its own place.
    func add(_ key: String, format: String = "General", _ formula: (Int) -> String, to block: inout ChartBlock) {
      if isByRow {
        block.add(key, "", formulas: (0..<rows).map(formula), format: format)
      } else {
        block.add(key, "", formula(0), format: format)
      }
    }
    func spelled(_ row: Int) -> String {
      // INFLATED before LAG, NONEXT before NEXTLATE: no code is part of another.
      words.flags.reduce("SUBSTITUTE(\(look("de_flags", row)),\" \",\(words.quoted("、", ", ")))") { text, flag in
        "SUBSTITUTE(\(text),\"\(flag.code)\",\(words.quoted(flag.text)))"
      }
    }
    let first = sheet.firstDataRow
    var block = ChartBlock("act", name, rows: rows)
    block.isForCharts = true
    block.add("id", "", values: source.ids(isByRow ? "de_name" : key, in: chosen, rows: rows))
    add(
      "row",
      {
        isByRow
          ? "IFERROR(\(place($0))+\(first - 1),1)"
          : "IF({id}=\"\",1,\(source.rowOnSheet("de", id: "{id}", column: key)))"
      }, to: &block)
    add("name", { "IF(\(id($0))=\"\",\"\",IFERROR(\(look("de_name", $0))&\"\",\"\"))" }, to: &block)
    add(
      "amount", format: source.palette.money, { "IF(\(id($0))=\"\",\"\",IFERROR(N(\(look("de_amount", $0))),\"\"))" },
      to: &block)
    add("why", { "IF(\(id($0))=\"\",\"\",IFERROR(\(spelled($0)),\"\"))" }, to: &block)
    block.add(
      "shown", "",
      isByRow
        ? "IF({name}=\"\",\"\",\(words.quoted("第 ", "row "))&{row}&\(words.quoted(words.rowMark)))" : "{id}&\"\"")
    block.add("label", "", source.palette.short("{name}", letters: 34))
    // No formula finds a row among several tabs.
    let isDivided = !sheet.parts.isEmpty
    if isDivided {
      block.add(
        "place", "", values: chosen.map { .text(Self.link(to: sheet.place(ofRow: sheet.rows.range.lowerBound + $0))) })
    }
    try data.add(block)
    let caption = try source.caption(
      "act",
      words.counted("COUNTIFS(de_is_open,1,de_flags,\"?*\")", " 件在手商機有風險標記", "Open deals with a risk flag"),
      in: &data)
    let looks = GridLooks(palette: source.palette)
    let link = looks.name.with {
      $0.textColor = CellStylePalette.blue
      $0.isUnderlined = true
      $0.isBold = true
    }
    var grid = TileGrid()
    for row in 1...rows {
      let top = 2 * (row - 1)
      if let id = data.shown("act.shown", row: row),
        let place = data.shown(isDivided ? "act.place" : "act.row", row: row)
      {
        let target = isDivided ? place.formula : "\"#\(SheetName.quoted(sheet.title))!A\"&\(place.formula)"
        let cell = (formula: "HYPERLINK(\(target),\(id.formula))", value: id.value)
        grid.show(cell, row: top, column: 0, span: 3, link)
      }
      grid.show(data.shown("act.label", row: row), row: top, column: 3, span: 8, looks.name)
      grid.show(
        data.shown("act.amount", row: row), row: top, column: 11, span: 4, looks.money(source.palette.money))
      guard top + 1 < TileGrid.rows else { continue }
      grid.show(
        data.shown("act.why", row: row), row: top + 1, column: 0, span: 15,
        looks.headLeft.with {
          $0.textColor = DashboardPalette.orange
          $0.indent = 1
        })
    }
    return Tile(
      name: name, caption: caption,
      note: words("有風險標記的在手商機，金額大的在前；編號可點", "Open deals with flags, the largest first; ids are links"),
      content: .grid(grid))
  }

  /// A link within the workbook.
  private static func link(to place: LocatedSheet.Place) -> String { "#\(SheetName.quoted(place.title))!A\(place.row)" }
}

/// R13: the thirteen check marks of the win checklist for the largest open deals.
struct ChecklistTile: TileMaker {
  private static let most = 8
  private static let ticks = 13

  let source: DashboardSource

  let id = "R13"
  var table: ReportTable {
    let words = source.words
    return ReportTable(
      block: "ticks",
      columns: [
        ("shown", words("商機", "Deal"), .text), ("name", words("名稱", "Name"), .text),
        ("done", words("已勾", "Ticked"), .number),
      ] + (1...Self.ticks).map { ("k\($0)", "\($0)", .text) }, bar: "done")
  }
  var name: String { source.words("拿單檢查", "Win checklist") }
  var needs: [String] { ["de_deal_id", "de_amount", "de_is_open"] + (1...Self.ticks).map { "de_k\($0)" } }

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    guard source.rowCount("de") > 0 || data.isStored("ticks") else { return nil }
    let rows = data.rows(of: "ticks", wanted: Self.most)
    let chosen = source.rows(of: "de", most: rows) { row in
      source.number("de_is_open", row) == 1 ? source.number("de_amount", row) : nil
    }
    var block = ChartBlock("ticks", name, rows: rows)
    block.isForCharts = true
    block.add("id", "", values: source.ids("de_deal_id", in: chosen, rows: rows))
    block.add("shown", "", "{id}&\"\"")
    for tick in 1...Self.ticks {
      block.add(
        "k\(tick)", source.team.playbook.sheet("de")?.column("k\(tick)")?.titles[source.language] ?? "\(tick)",
        "IF({id}=\"\",\"\",IFERROR(IF(INDEX(de_k\(tick),MATCH({id},de_deal_id,0))=\"\",\"·\",INDEX(de_k\(tick),MATCH({id},de_deal_id,0))),\"·\"))"
      )
    }
    block.add("done", "", (1...Self.ticks).map { "({k\($0)}=\"✓\")" }.joined(separator: "+"))
    // Y, x or 是 are no ticks for any formula of the workbook until a repair makes them so.
    block.add(
      "other", "",
      "IF({id}=\"\",0,\((1...Self.ticks).map { "ISERROR(FIND({k\($0)},\"✓✗—·\"))" }.joined(separator: "+")))")
    if source.has("de_name") {
      block.add(
        "name", "", "IF({id}=\"\",\"\",IFERROR(INDEX(de_name,MATCH({id},de_deal_id,0))&\"\",\"\"))")
    }
    try data.add(block)
    // What most of them lack, the first of several.
    let titles = (1...Self.ticks).map { data.header("ticks.k\($0)")?.cells.first?.shownText ?? "\($0)" }
    var lacks = ChartBlock("lacks", words("缺項", "What is missing"), rows: Self.ticks)
    lacks.add("tick", "", values: titles.map { .text($0) })
    lacks.add(
      "count", "",
      formulas: (1...Self.ticks).map { "COUNTIFS([ticks.k\($0)],\"·\")+COUNTIFS([ticks.k\($0)],\"✗\")" })
    try data.add(lacks)
    let worst = "MAX([lacks.count])"
    let deals = "COUNTIFS([ticks.shown],\"?*\")"
    let average =
      "\(words.quoted("大單平均勾選 ", "Large deals: "))&ROUND(SUM([ticks.done])/\(deals),1)&\(words.quoted(" / 13 項", " of 13 ticks on average"))"
    let lacking =
      "IF(\(worst)=0,\(words.quoted("大單的各項都已勾選", "Large deals have every tick")),\(words.quoted("大單最缺：", "Most lacking: "))&INDEX([lacks.tick],MATCH(\(worst),[lacks.count],0))&\(words.quoted("（", " ("))&\(words.language == .english ? "\(worst)&\" of \"&\(deals)&\")\"" : "\(deals)&\(words.quoted(" 筆中 ", ""))&\(worst)&\(words.quoted(" 筆）", ""))"))"
    let caption = try source.caption(
      "ticks",
      "IF(COUNTIFS([ticks.shown],\"?*\")=0,\(words.quoted("沒有在手商機", "No open deals")),IF(SUM([ticks.other])>0,\(words.counted("SUM([ticks.other])", " 格不是 ✓ ✗ —，不算已勾", "Cells that are neither ✓, ✗ nor —, counted as not ticked")),\(data.hasRoom(for: "lacks") ? lacking : average)))",
      in: &data)
    let looks = GridLooks(palette: source.palette)
    var grid = TileGrid()
    for tick in 1...Self.ticks { grid.head(1 + tick, "\(tick)", looks.head) }
    for row in 1...min(rows, TileGrid.rows - 1) {
      grid.show(data.shown("ticks.shown", row: row), row: row, column: 0, span: 2, looks.name.with { $0.fontSize = 8 })
      for tick in 1...Self.ticks {
        grid.show(data.shown("ticks.k\(tick)", row: row), row: row, column: 1 + tick, looks.state)
      }
    }
    grid.colour(
      rows: 1...(TileGrid.rows - 1), columns: 2...14,
      [("✓", GridLooks.good), ("✗", GridLooks.no), ("—", GridLooks.part), ("·", GridLooks.open)])
    return Tile(
      name: name, caption: caption,
      note: words("✓ 有 ✗ 無 — 不適用 · 未填；1–13 依商機表的順序", "✓ yes ✗ no — not needed · empty; 1–13 as on the Deals sheet"),
      content: .grid(grid))
  }
}
