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
    guard source.rowCount("acc") > 0 || data.isStored("steps") else { return nil }
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
    let drivers = source.referent(of: ColumnID(sheet: "dr", key: "account_id"))
    let plan = source.referent(of: ColumnID(sheet: "pl", key: "account_id"))
    let hasPlan = source.has("pl_account_id", "pl_owner", "pl_task", "pl_deadline", "pl_floor")
    let hasTargets = source.has("tg_owner", "tg_risk_margin", "acc_owner")
    let formulas: [(title: String, formula: String?)] = [
      (words("情報", "Intel"), filled("acc_intel_note", "acc_intel_date").map { mark($0) }),
      (words("潛力", "Potent."), source.has("dr_account_id") ? mark("COUNTIFS(dr_account_id,\(drivers))>0") : nil),
      (words("關係", "Relation"), mark("IFERROR(N(\(look("acc_rel_score"))),0)>0")),
      (words("策略", "Strategy"), filled("acc_strategy").map { mark($0) }),
      (
        words("分解", "Plan"),
        hasPlan
          ? mark(
            "COUNTIFS(pl_account_id,\(plan),pl_owner,\"<>\",pl_task,\"<>\",pl_deadline,\">0\",pl_floor,\">0\")>0",
            half: "COUNTIFS(pl_account_id,\(plan))>0") : nil
      ),
      (words("裕量", "Margin"), hasTargets ? mark("COUNTIFS(tg_owner,{owner},tg_risk_margin,\">-1E+15\")>0") : nil),
      (
        words("調控", "Adjust"),
        hasTargets && source.has("tg_proposed") ? mark("COUNTIFS(tg_owner,{owner},tg_proposed,\">0\")>0") : nil
      ),
    ]
    var block = ChartBlock("steps", name, rows: rows)
    block.isForCharts = true
    block.add("id", "", values: source.ids("acc_account_id", in: chosen, rows: rows))
    block.add("name", "", "IF({id}=\"\",\"\",IFERROR(\(look("acc_name"))&\"\",{id}))")
    block.add(
      "owner", "", source.has("acc_owner") ? "IF({id}=\"\",\"\",IFERROR(\(look("acc_owner"))&\"\",\"\"))" : "\"\"")
    for (offset, item) in formulas.enumerated() {
      block.add("s\(offset + 1)", item.title, item.formula ?? "IF({id}=\"\",\"\",\"–\")")
    }
    block.add("label", "", source.palette.short("{name}", letters: 32))
    try data.add(block)
    let known = formulas.indices.filter { formulas[$0].formula != nil }
    let missing = known.map { "COUNTIFS([steps.s\($0 + 1)],\"○\")" }
    let worst = "MAX(\(missing.joined(separator: ",")))"
    let names = known.map { words.quoted(formulas[$0].title) }.joined(separator: ",")
    let all =
      known.count == formulas.count
      ? words("七步都有紀錄", "All steps are on record")
      : words("可查的 \(known.count) 步都有紀錄", "All \(known.count) steps that can be checked are on record")
    let shown = "COUNTIFS([steps.name],\"?*\")"
    let caption = try source.caption(
      "steps",
      missing.isEmpty
        ? "\"\""
        : "IF(\(worst)=0,IF(COUNTIFS([steps.name],\"?*\")=0,\(words.quoted("尚無客戶", "No accounts yet")),\(words.quoted(all))),\(words.quoted("最缺：", "Most lacking: "))&CHOOSE(\(Self.place(of: worst, in: missing)),\(names))&\(source.language == .english ? "\" (\"&\(worst)&\" of \"&\(shown)&IF(\(shown)=1,\" account)\",\" accounts)\")" : "\(words.quoted("（", ""))&\(shown)&\(words.quoted(" 家中 ", ""))&\(worst)&\(words.quoted(" 家）", ""))"))",
      in: &data)
    let looks = GridLooks(palette: source.palette)
    var grid = TileGrid()
    let isNarrow = source.language == .english
    for (offset, item) in formulas.enumerated() {
      grid.head(8 + offset, isNarrow ? "\(offset + 1)" : item.title, looks.head)
    }
    for row in 1...min(rows, TileGrid.rows - 1) {
      grid.show(data.shown("steps.label", row: row), row: row, column: 0, span: 8, looks.name)
      for step in 1...7 { grid.show(data.shown("steps.s\(step)", row: row), row: row, column: 7 + step, looks.state) }
    }
    grid.colour(
      rows: 1...(TileGrid.rows - 1), columns: 8...14,
      [("●", GridLooks.good), ("◐", GridLooks.part), ("○", GridLooks.open)])
    return Tile(
      name: name, caption: caption,
      note: words(
        known.count == formulas.count ? "● 有 ◐ 部分 ○ 缺；潛力最大的客戶" : "● 有 ◐ 部分 ○ 缺 – 查不到；潛力最大的客戶",
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
      columns: [("name", words("合約", "Contract"), .text)]
        + (1...4).map { ("s\($0)", source.label("ps", $0) ?? "\($0)", .text) }, bar: nil)
  }
  var name: String { source.words("作戰地圖", "Battle map") }
  let needs = ["co_contract_id", "co_outstanding", "pa_contract_id", "pa_stage", "pa_status"]
  private static let reference = ColumnID(sheet: "pa", key: "contract_id")
  var refusal: String? { source.lostReason(Self.reference) }

  func make(_ data: inout ChartData) throws(DealbookError) -> Tile? {
    let words = source.words
    guard source.rowCount("co") > 0 || data.isStored("battle"), source.listCount("ps") >= Self.stages else {
      return nil
    }
    let rows = data.rows(of: "battle", wanted: Self.most)
    let chosen = source.rows(of: "co", most: rows) { source.number("co_outstanding", $0) ?? 0 }
    let label = source.has("co_name") ? "co_name" : "co_contract_id"
    var block = ChartBlock("battle", name, rows: rows)
    block.isForCharts = true
    block.add("id", "", values: source.ids("co_contract_id", in: chosen, rows: rows))
    block.add(
      "name", "", "IF({id}=\"\",\"\",{id}&\" \"&IFERROR(INDEX(\(label),MATCH({id},co_contract_id,0))&\"\",\"\"))")
    let named = source.referent(of: Self.reference)
    let late = words.quoted("! 逾期", "! late")
    let soon = words.quoted("◐ 將到", "◐ soon")
    let paid = words.quoted("✓ 收訖", "✓ paid")
    let open = words.quoted("· 未到", "· open")
    for stage in 1...Self.stages {
      func count(_ status: Int) -> String {
        "COUNTIFS(pa_contract_id,\(named),pa_stage,INDEX(ps_label,\(stage)),pa_status,INDEX(py_label,\(status)))"
      }
      let all = "COUNTIFS(pa_contract_id,\(named),pa_stage,INDEX(ps_label,\(stage)))"
      block.add(
        "s\(stage)", source.label("ps", stage) ?? "\(stage)",
        "IF({id}=\"\",\"\",IF(\(all)=0,\"\",IF(\(count(4))>0,\(late),IF(\(count(5))>0,\(soon),IF(\(count(1))+\(count(2))=\(all),\(paid),\(open))))))"
      )
    }
    block.add("late", "", (1...Self.stages).map { "(LEFT({s\($0)},1)=\"!\")" }.joined(separator: "+"))
    block.add("label", "", source.palette.short("{name}", letters: 30))
    try data.add(block)
    // Of all contracts, not only of those that are shown.
    let overdue = "COUNTIFS(pa_status,INDEX(py_label,4))"
    let caption = try source.caption(
      "battle",
      "IF(\(overdue)=0,\(words.quoted("合約付款沒有逾期", "No payment stage is late")),\(words.counted(overdue, " 個付款階段逾期", "Late payment stages")))",
      in: &data)
    let looks = GridLooks(palette: source.palette)
    var grid = TileGrid()
    for stage in 1...Self.stages {
      grid.head(5 + 2 * stage, span: 2, BattleTile.shortHead(source.label("ps", stage) ?? ""), looks.head)
    }
    for row in 1...min(rows, TileGrid.rows - 1) {
      grid.show(data.shown("battle.label", row: row), row: row, column: 0, span: 7, looks.name)
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
      name: name, caption: caption, note: words("合約 × 付款階段；未收最多的合約", "Contracts by payment stage; those that owe most"),
      content: .grid(grid), further: further(chosen))
  }

  /// What is owed for each contract, when the next payment is due, and who looks after it.
  private func further(_ contracts: [Int]) -> [Tile.Further] {
    let words = source.words
    func cells(_ number: (Int) -> Double?) -> [CellValue] {
      contracts.map { contract in number(contract).map { .number($0) } ?? .blank }
    }
    var columns: [Tile.Further] = [
      ("outstanding", words("未收", "Owed"), .money, cells { source.number("co_outstanding", $0) })
    ]
    if source.has("pa_due", "pa_outstanding"),
      let own = source.analysis.keyed(Self.reference) ?? source.column("pa_contract_id"),
      let ids = source.column("co_contract_id")
    {
      var next: [String: Double] = [:]
      for row in 0..<min(source.rowCount("pa"), own.count) {
        guard (source.number("pa_outstanding", row) ?? 0) > 0, let due = source.number("pa_due", row) else { continue }
        let id = own[row].shownText.lowercased()
        next[id] = min(next[id] ?? due, due)
      }
      let due = cells { next[ids[$0].shownText.lowercased()] }
      columns.append(("due", words("最早到期", "First due"), .date, due))
    }
    if source.has("co_owner"), let owners = source.column("co_owner") {
      columns.append(("owner", words("責任人", "Owner"), .text, contracts.map { owners[$0] }))
    }
    return columns
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
