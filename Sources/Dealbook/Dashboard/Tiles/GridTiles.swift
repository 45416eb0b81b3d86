// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The styles of a dashboard's grids.
struct GridLooks {
  let palette: DashboardPalette

  var head: CellLook {
    palette.text.with {
      $0.fontSize = 7.5
      $0.textColor = DashboardPalette.quiet
      $0.horizontal = .center
      $0.shrinksToFit = true
    }
  }
  var headLeft: CellLook { head.with { $0.horizontal = .left } }
  /// A long name is in smaller type rather than cut off.
  var name: CellLook {
    palette.text.with {
      $0.horizontal = .left
      $0.shrinksToFit = true
    }
  }
  /// A cell whose colour shows a status.
  var state: CellLook {
    palette.text.with {
      $0.horizontal = .center
      $0.border = DashboardPalette.white
    }
  }
  func money(_ format: String) -> CellLook {
    palette.text.with {
      $0.horizontal = .right
      $0.numberFormat = format
    }
  }

  static let good = DifferentialLook(textColor: DashboardPalette.white, fill: DashboardPalette.navy)
  static let part = DifferentialLook(textColor: DashboardPalette.ink, fill: DashboardPalette.pale)
  static let bad = DifferentialLook(textColor: DashboardPalette.white, fill: DashboardPalette.orange, isBold: true)
  static let no = DifferentialLook(textColor: DashboardPalette.orange, fill: DashboardPalette.lightest)
  static let open = DifferentialLook(textColor: DashboardPalette.quiet, fill: DashboardPalette.lightest)
}

extension TileGrid {
  mutating func head(_ column: Int, span: Int = 1, _ text: String, _ look: CellLook) {
    items.append(Item(row: 0, column: column, span: span, value: .text(text), formula: nil, look: look))
  }

  /// Adds a cell that shows a cell of the chart data.
  mutating func show(
    _ cell: (formula: String, value: CellValue)?, row: Int, column: Int, span: Int = 1, _ look: CellLook
  ) {
    guard let cell else { return }
    items.append(Item(row: row, column: column, span: span, value: cell.value, formula: cell.formula, look: look))
  }

  /// Colours the cells by the mark in each.
  mutating func colour(rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ marks: [(String, DifferentialLook)]) {
    for (mark, look) in marks {
      conditions.append(
        Condition(rows: rows, columns: columns, formula: "LEFT(@,1)=\"\(mark)\"", look: look))
    }
  }
}

/// R14: which of the method's seven steps each large account has completed.
struct StepsTile: TileMaker {
  private static let most = 8

  let source: DashboardSource

  let id = "R14"
  var table: ReportTable {
    let words = source.words
    return ReportTable(
      block: "steps",
      columns: [
        ("name", words("客戶", "Account"), .text), ("s1", words("情報", "Intelligence"), .text),
        ("s2", words("潛力", "Potential"), .text), ("s3", words("關係", "Relation"), .text),
        ("s4", words("策略", "Strategy"), .text), ("s5", words("分解", "Plan"), .text),
        ("s6", words("裕量", "Margin"), .text), ("s7", words("調控", "Adjustment"), .text),
      ], bar: nil)
  }
  var name: String { source.words("七步完成度", "Seven steps") }
  let needs = ["acc_account_id", "acc_name", "acc_gross_potential", "acc_rel_score"]

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    guard source.rowCount("acc") > 0 || !data.hasRoom(for: "steps") else { return nil }
    let rows = data.rows(of: "steps", wanted: Self.most)
    let chosen = source.rows(of: "acc", most: rows) { source.number("acc_gross_potential", $0) ?? 0 }
    func look(_ column: String) -> String { "INDEX(\(column),MATCH({id},acc_account_id,0))" }
    func mark(_ done: String, half: String? = nil) -> String {
      "IF({id}=\"\",\"\",IF(\(done),\"●\",\(half.map { "IF(\($0),\"◐\",\"○\")" } ?? "\"○\"")))"
    }
    func filled(_ columns: String...) -> String? {
      let there = columns.filter { source.has($0) }
      guard !there.isEmpty else { return nil }
      return "OR(" + there.map { "IFERROR(\(look($0))&\"\",\"\")<>\"\"" }.joined(separator: ",") + ")"
    }
    let hasPlan = source.has("pl_account_id", "pl_owner", "pl_task", "pl_deadline", "pl_floor")
    let hasTargets = source.has("tg_owner", "tg_risk_margin", "acc_owner")
    let formulas: [(title: String, formula: String?)] = [
      (words("情報", "Intel"), filled("acc_intel_note", "acc_intel_date").map { mark($0) }),
      (words("潛力", "Potent."), source.has("dr_account_id") ? mark("COUNTIFS(dr_account_id,{id})>0") : nil),
      (words("關係", "Relation"), mark("IFERROR(N(\(look("acc_rel_score"))),0)>0")),
      (words("策略", "Strategy"), filled("acc_strategy").map { mark($0) }),
      (
        words("分解", "Plan"),
        hasPlan
          ? mark(
            "COUNTIFS(pl_account_id,{id},pl_owner,\"<>\",pl_task,\"<>\",pl_deadline,\">0\",pl_floor,\">0\")>0",
            half: "COUNTIFS(pl_account_id,{id})>0") : nil
      ),
      (words("裕量", "Margin"), hasTargets ? mark("COUNTIFS(tg_owner,{owner},tg_risk_margin,\">-1E+15\")>0") : nil),
      (
        words("調控", "Adjust"),
        hasTargets && source.has("tg_proposed") ? mark("COUNTIFS(tg_owner,{owner},tg_proposed,\">0\")>0") : nil
      ),
    ]
    var block = ChartBlock("steps", name, rows: rows)
    block.add("id", "", values: source.ids("acc_account_id", in: chosen, rows: rows))
    block.add("name", "", "IF({id}=\"\",\"\",IFERROR(\(look("acc_name"))&\"\",{id}))")
    block.add(
      "owner", "", source.has("acc_owner") ? "IF({id}=\"\",\"\",IFERROR(\(look("acc_owner"))&\"\",\"\"))" : "\"\"")
    for (offset, item) in formulas.enumerated() { block.add("s\(offset + 1)", item.title, item.formula ?? "\"\"") }
    try data.add(block)
    let known = formulas.indices.filter { formulas[$0].formula != nil }
    let missing = known.map { "COUNTIFS([steps.s\($0 + 1)],\"○\")" }
    let worst = "MAX(\(missing.joined(separator: ",")))"
    let names = known.map { words.quoted(formulas[$0].title) }.joined(separator: ",")
    let caption = try source.caption(
      "steps",
      missing.isEmpty
        ? "\"\""
        : "IF(\(worst)=0,IF(COUNTIFS([steps.name],\"?*\")=0,\(words.quoted("尚無客戶", "No accounts yet")),\(words.quoted("七步都有紀錄", "All steps are on record"))),\(words.quoted("最缺：", "Most lacking: "))&CHOOSE(\(Self.place(of: worst, in: missing)),\(names))&\(words.quoted("（", " ("))&\(worst)&\(source.language == .english ? "IF(\(worst)=1,\" account)\",\" accounts)\")" : words.quoted(" 家）", "")))",
      in: &data)
    let looks = GridLooks(palette: source.palette)
    var grid = TileGrid()
    let isNarrow = source.language == .english
    for (offset, item) in formulas.enumerated() {
      grid.head(8 + offset, isNarrow ? "\(offset + 1)" : item.title, looks.head)
    }
    for row in 1...min(rows, TileGrid.rows - 1) {
      grid.show(data.shown("steps.name", row: row), row: row, column: 0, span: 8, looks.name)
      for step in 1...7 { grid.show(data.shown("steps.s\(step)", row: row), row: row, column: 7 + step, looks.state) }
    }
    grid.colour(
      rows: 1...(TileGrid.rows - 1), columns: 8...14,
      [("●", GridLooks.good), ("◐", GridLooks.part), ("○", GridLooks.open)])
    return Tile(
      name: name, caption: caption,
      note: words(
        "● 有 ◐ 部分 ○ 缺；潛力最大的客戶",
        "1 intel 2 potential 3 relation 4 strategy 5 plan 6 margin 7 adjust"),
      content: .grid(grid))
  }

  /// A formula, without arrays, for the index of the first of `counts` that equals `worst`.
  private static func place(of worst: String, in counts: [String]) -> String {
    var formula = String(counts.count)
    for place in (1..<counts.count).reversed() { formula = "IF(\(counts[place - 1])=\(worst),\(place),\(formula))" }
    return formula
  }
}

/// R6: contracts against the four stages of payment.
struct BattleTile: TileMaker {
  private static let most = 8
  private static let stages = 4

  let source: DashboardSource

  let id = "R6"
  var table: ReportTable {
    let words = source.words
    return ReportTable(
      block: "battle",
      columns: [("name", words("合同", "Contract"), .text)]
        + (1...4).map { ("s\($0)", source.label("ps", $0) ?? "\($0)", .text) }, bar: nil)
  }
  var name: String { source.words("作戰地圖", "Battle map") }
  let needs = ["co_contract_id", "co_outstanding", "pa_contract_id", "pa_stage", "pa_status"]

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    guard source.rowCount("co") > 0 || !data.hasRoom(for: "battle"), source.listCount("ps") >= Self.stages else {
      return nil
    }
    let rows = data.rows(of: "battle", wanted: Self.most)
    let chosen = source.rows(of: "co", most: rows) { source.number("co_outstanding", $0) ?? 0 }
    let label = source.has("co_name") ? "co_name" : "co_contract_id"
    var block = ChartBlock("battle", name, rows: rows)
    block.add("id", "", values: source.ids("co_contract_id", in: chosen, rows: rows))
    block.add(
      "name", "", "IF({id}=\"\",\"\",{id}&\" \"&IFERROR(INDEX(\(label),MATCH({id},co_contract_id,0))&\"\",\"\"))")
    let late = words.quoted("! 逾期", "! late")
    let soon = words.quoted("◐ 將到", "◐ soon")
    let paid = words.quoted("✓ 收訖", "✓ paid")
    let open = words.quoted("· 未到", "· open")
    for stage in 1...Self.stages {
      func count(_ status: Int) -> String {
        "COUNTIFS(pa_contract_id,{id},pa_stage,INDEX(ps_label,\(stage)),pa_status,INDEX(py_label,\(status)))"
      }
      let all = "COUNTIFS(pa_contract_id,{id},pa_stage,INDEX(ps_label,\(stage)))"
      block.add(
        "s\(stage)", source.label("ps", stage) ?? "\(stage)",
        "IF({id}=\"\",\"\",IF(\(all)=0,\"\",IF(\(count(4))>0,\(late),IF(\(count(5))>0,\(soon),IF(\(count(1))+\(count(2))=\(all),\(paid),\(open))))))"
      )
    }
    block.add("late", "", (1...Self.stages).map { "(LEFT({s\($0)},1)=\"!\")" }.joined(separator: "+"))
    try data.add(block)
    let caption = try source.caption(
      "battle",
      "IF(SUM([battle.late])=0,\(words.quoted("合同付款沒有逾期", "No payment stage is late")),\(words.counted("SUM([battle.late])", " 個付款階段逾期", "Late payment stages")))",
      in: &data)
    let looks = GridLooks(palette: source.palette)
    var grid = TileGrid()
    for stage in 1...Self.stages {
      grid.head(5 + 2 * stage, span: 2, BattleTile.shortHead(source.label("ps", stage) ?? ""), looks.head)
    }
    for row in 1...min(rows, TileGrid.rows - 1) {
      grid.show(data.shown("battle.name", row: row), row: row, column: 0, span: 7, looks.name)
      for stage in 1...Self.stages {
        grid.show(
          data.shown("battle.s\(stage)", row: row), row: row, column: 5 + 2 * stage, span: 2,
          looks.state.with { $0.fontSize = 8 })
      }
    }
    grid.colour(
      rows: 1...(TileGrid.rows - 1), columns: 7...14,
      [("✓", GridLooks.good), ("!", GridLooks.bad), ("◐", GridLooks.part), ("·", GridLooks.open)])
    return Tile(
      name: name, caption: caption, note: words("合同 × 付款階段；未收最多的合同", "Contracts by payment stage; those that owe most"),
      content: .grid(grid))
  }
}

extension BattleTile {
  /// The longest word that fits above two columns.
  private static let headLetters = 8

  /// The first word of a label, because the tile makes clear that it is about payment; a long one is abbreviated: `Accept.`
  static func shortHead(_ label: String) -> String {
    let word = label.split(separator: " ").first.map(String.init) ?? ""
    guard TextWidth.units(word) > Double(headLetters) else { return word }
    // A break before a vowel and after a consonant reads best.
    let letters = Array(word)
    func isVowel(_ letter: Character) -> Bool { "aeiouy".contains(letter.lowercased()) }
    let place = (3..<headLetters).last { isVowel(letters[$0]) && !isVowel(letters[$0 - 1]) } ?? headLetters - 1
    return String(letters[..<place]) + "."
  }
}

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
      grid.show(data.shown("act.name", row: row), row: top, column: 3, span: 8, looks.name)
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
    try data.add(block)
    let caption = try source.caption(
      "ticks",
      "IF(COUNTIFS([ticks.shown],\"?*\")=0,\(words.quoted("沒有在手商機", "No open deals")),\(words.quoted("大單平均勾選 ", "Large deals: "))&ROUND(SUM([ticks.done])/COUNTIFS([ticks.shown],\"?*\"),1)&\(words.quoted(" / 13 項", " of 13 ticks on average")))",
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
