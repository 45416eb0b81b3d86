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
