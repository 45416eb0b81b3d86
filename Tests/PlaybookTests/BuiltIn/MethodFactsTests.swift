// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

/// Facts of the method that the YAML must contain, one of each kind.
@Suite struct `The method` {
  let playbook = Playbook.builtIn

  @Test func `asks for six sheets in the core profile`() {
    #expect(playbook.coreSheets.map(\.prefix) == ["acc", "dr", "le", "de", "pa", "re"])
  }

  @Test func `has texts in three languages, the simplified ones made from the traditional`() throws {
    let rule = try #require(playbook.rule("PAY-005"))
    #expect(
      rule.message.all == [
        "逾期 {n} 天，未收 {amount}", "逾期 {n} 天，未收 {amount}", "{n|day|days} overdue, {amount} outstanding",
      ])
    #expect(playbook.sheet("de")?.titles.all == ["商機", "商机", "Deals"])
    #expect(playbook.sheet("de")?.aliases.prefix(2) == ["拿單", "拿单"])
  }

  @Test func `joins a formula that is written over several lines`() {
    #expect(
      playbook.sheet("de")?.column("prob")?.computed?.formula
        == #"=IF({stage_no}="","",IF(AND({is_open}=1,ISNUMBER({prob_override})),IF(AND({prob_override}>=0,{prob_override}<=1),{prob_override},""),INDEX(st_prob,{stage_no})))"#
    )
  }

  @Test func `says what a computed column rests on`() throws {
    let column = try #require(playbook.sheet("acc")?.column("rel_calc")?.computed)
    #expect(column.uses == ["ct", "vi"])
    #expect(column.needs == [])
    #expect(column.must == [[MustColumn(column: "lifecycle")]])
    let score = try #require(playbook.sheet("acc")?.column("rel_score")?.computed)
    #expect(score.must == [[MustColumn(column: "lifecycle"), MustColumn(column: "rel_override")]])
    let potential = try #require(playbook.sheet("acc")?.column("gross_potential")?.computed)
    #expect(potential.must == [[MustColumn(sheet: "dr", column: "potential")]])
  }

  @Test func `says which computed columns a rule reads`() {
    #expect(playbook.rule("PAY-014")?.computed == ["acct", "out_pos", "stage_no"])
  }

  @Test func `says what the profiles require of a column`() throws {
    let close = try #require(playbook.sheet("de")?.column("expected_close"))
    #expect(close.requirement(in: .full) == .conditional)
    #expect(close.requirement(in: .core) == .headerRequired)
    #expect(playbook.sheet("pa")?.column("amt_override")?.requirement(in: .core) == .conditional)
    #expect(playbook.sheet("tg")?.column("p_exact")?.requirement(in: .full) == .toolValue)
  }

  @Test func `says what columns take`() throws {
    let deals = try #require(playbook.sheet("de"))
    #expect(deals.column("deal_id")?.allowed == .pattern(try Pattern("^D[0-9A-Z-]{1,19}$")))
    #expect(deals.column("account_id")?.allowed == .reference(ColumnReference(sheet: "acc", column: "account_id")))
    #expect(deals.column("stage")?.allowed == .list("st"))
    #expect(deals.column("amount")?.allowed == .range(try #require(NumberRange("> 0"))))
    #expect(deals.column("k1")?.allowed == .ticks([.yes, .no, .notApplicable]))
    #expect(playbook.sheet("pe")?.column("person")?.allowed == .uniqueText)
  }

  @Test func `computes the probability of a stage from that of the next`() {
    #expect(playbook.list("st")?.computedColumns.map(\.formula) == ["=IF({won}=1,1,ROUND({conv}*{next_prob},6))"])
  }

  @Test func `gives its funnel eight figures and three columns to name the stage`() {
    #expect(
      playbook.funnel?.columns.map(\.key) == [
        "stage", "n", "p", "count", "amount", "reached", "need", "margin", "margin_pct", "gap", "status",
      ])
  }

  @Test func `knows what names in formulas mean`() {
    #expect(playbook.meaning(ofName: "de_amount") == .column(ColumnReference(sheet: "de", column: "amount")))
    #expect(playbook.meaning(ofName: "st_prob") == .listColumn(list: "st", column: "prob"))
    #expect(playbook.meaning(ofName: "st_label") == .listColumn(list: "st", column: "label"))
    #expect(playbook.meaning(ofName: "has_vi") == .hasSheet("vi"))
    #expect(playbook.meaning(ofName: "AsOf") == .setting("AsOf"))
    #expect(playbook.meaning(ofName: "de_nothing") == nil)
    #expect(playbook.meaning(ofName: "nothing") == nil)
  }

  @Test func `gives every placeholder of a formula rule a value or a column`() throws {
    #expect(
      playbook.rule("LEA-004")?.values == [
        MessageValue(name: "n", formula: Localized(everywhere: "={age}"), type: .integer)
      ])
    #expect(playbook.rule("TGT-005")?.values.map(\.type) == [.percent, .percent])
    let items = try #require(playbook.rule("DEA-007")?.values.last)
    #expect(items.type == .text)
    #expect(items.formula[.simplifiedChinese].contains("向导已找到"))
    #expect(items.formula[.english].contains("Guide found"))
  }
}
