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
        ("id", words("商機", "Deal"), .text), ("name", words("名稱", "Name"), .text),
        ("amount", words("金額", "Amount"), .money), ("why", words("風險", "Risk"), .text),
      ], bar: nil)
  }
  var name: String { source.words("先處理的商機", "Deals to act on") }
  var needs: [String] { [source.dealKey, "de_name", "de_amount", "de_is_open", "de_flags"] }

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    guard let sheet = source.team.sheet("de"), sheet.rows.count > 0 || !data.hasRoom(for: "act") else { return nil }
    let rows = data.rows(of: "act", wanted: Self.most)
    let key = source.dealKey
    let flags = source.column("de_flags")
    let chosen = source.rows(of: "de", most: rows) { row in
      guard source.number("de_is_open", row) == 1, let amount = source.number("de_amount", row),
        let flags, !flags[row].isEmpty
      else { return nil }
      return amount
    }
    func look(_ column: String) -> String { "INDEX(\(column),MATCH({id},\(key),0))" }
    var spelled = "SUBSTITUTE(\(look("de_flags")),\" \",\(words.quoted("、", ", ")))"
    // INFLATED before LAG, NONEXT before NEXTLATE: no code is part of another.
    for flag in words.flags {
      spelled = "SUBSTITUTE(\(spelled),\"\(flag.code)\",\(words.quoted(flag.text)))"
    }
    var block = ChartBlock("act", name, rows: rows)
    block.add("id", "", values: source.ids(key, in: chosen, rows: rows))
    block.add("row", "", "IF({id}=\"\",1,\(source.rowOnSheet("de", id: "{id}", column: key)))")
    block.add("name", "", "IF({id}=\"\",\"\",IFERROR(\(look("de_name"))&\"\",\"\"))")
    block.add("amount", "", "IF({id}=\"\",\"\",IFERROR(N(\(look("de_amount"))),\"\"))", format: source.palette.money)
    block.add("why", "", "IF({id}=\"\",\"\",IFERROR(\(spelled),\"\"))")
    block.add("shown", "", "{id}&\"\"")
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
      columns: [("shown", words("商機", "Deal"), .text), ("done", words("已勾", "Ticked"), .number)]
        + (1...Self.ticks).map { ("k\($0)", "\($0)", .text) }, bar: "done")
  }
  var name: String { source.words("拿單檢查", "Win checklist") }
  var needs: [String] { ["de_deal_id", "de_amount", "de_is_open"] + (1...Self.ticks).map { "de_k\($0)" } }

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    guard source.rowCount("de") > 0 || !data.hasRoom(for: "ticks") else { return nil }
    let rows = data.rows(of: "ticks", wanted: Self.most)
    let chosen = source.rows(of: "de", most: rows) { row in
      source.number("de_is_open", row) == 1 ? source.number("de_amount", row) : nil
    }
    var block = ChartBlock("ticks", name, rows: rows)
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
    try data.add(block)
    let caption = try source.caption(
      "ticks",
      "IF(COUNTIFS([ticks.shown],\"?*\")=0,\(words.quoted("沒有在手商機", "No open deals")),IF(SUM([ticks.other])>0,\(words.counted("SUM([ticks.other])", " 格不是 ✓ ✗ —，不算已勾", "Cells other than ✓ ✗ —, which count as not ticked")),\(words.quoted("大單平均勾選 ", "Large deals: "))&ROUND(SUM([ticks.done])/COUNTIFS([ticks.shown],\"?*\"),1)&\(words.quoted(" / 13 項", " of 13 ticks on average"))))",
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
