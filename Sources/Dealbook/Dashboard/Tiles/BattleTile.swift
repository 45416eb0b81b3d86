// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

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
