// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import Testing

@Suite struct `Rendering a template` {
  func render(
    _ text: String, row: Int = 7, _ places: [String: ColumnPlace] = ["amount": .column(10), "account_id": .column(3)]
  ) throws -> String {
    let formula = try FormulaTemplate(text).rowFormula(columns: { places[$0] }, firstRow: 5, absent: "_meta!$A$1")
    return formula.text(row: row)
  }

  @Test func `a key becomes the cell of its column in the row`() throws {
    #expect(try render("={amount}*2") == "$J7*2")
  }

  @Test func `a key to here becomes the cells from the first row of data`() throws {
    #expect(try render("COUNTIF({^account_id},{account_id})") == "COUNTIF($C$5:$C7,$C7)")
  }

  @Test func `a key that is nowhere becomes the empty cell`() throws {
    #expect(try render("N({gone})+{^gone}") == "N(_meta!$A$1)+_meta!$A$1")
  }

  @Test func `a column may lie on another sheet`() throws {
    #expect(try render("{a}+{^a}", ["a": .column(1, sheet: "My list")]) == "'My list'!$A7+'My list'!$A$5:$A7")
  }

  @Test func `texts, names and white space stay as they are`() throws {
    #expect(try render("=IF( {amount}=\"{amount}\" , AsOf,\n\"\")") == "IF( $J7=\"{amount}\" , AsOf,\n\"\")")
  }

  @Test func `a key may become any text, in parentheses where it needs them`() throws {
    let places: [String: ColumnPlace] = ["n": .text("2"), "p": .text("INDEX(st_prob,2)"), "s": .text("1+1")]
    #expect(try render("TeamTarget/{p}-{n}", places) == "TeamTarget/INDEX(st_prob,2)-2")
    #expect(try render("2*{s}", places) == "2*(1+1)")
    #expect(try render("{m}^2", ["m": .text("-2")]) == "(-2)^2")
  }

  @Test func `a key that keeps 60 percent as 60 is divided where its value counts`() throws {
    let formula = "=IF(OR({p}=\"\",NOT(ISNUMBER( {p} ))),INDEX(st_prob,1),{p}*{a}+MAX({p},N({p})))"
    let divided = try FormulaTemplate(formula).dividing(["p"])
    #expect(
      divided.formula.source
        == "=IF(OR({p}=\"\",NOT(ISNUMBER( {p} ))),INDEX(st_prob,1),({p}/100)*{a}+MAX(({p}/100),N(({p}/100))))")
    #expect(try FormulaTemplate(formula).dividing(["b"]).formula.source == formula)
  }

  @Test func `the row number is left open`() throws {
    let formula = try FormulaTemplate("{amount}+{amount}").rowFormula(
      columns: { _ in .column(28) }, firstRow: 2, absent: "A1")
    #expect(formula == RowFormula(segments: ["$AB", "+$AB", ""]))
  }

  @Test func `what a template mentions is listed once`() throws {
    let template = try FormulaTemplate("=IF({a}=AsOf,IF({^b}=de_x,{a},AsOf),SUM({b}))")
    #expect(template.keys == ["a", "b"])
    #expect(template.names == ["AsOf", "de_x"])
    #expect(template.functions == ["IF", "SUM"])
  }

  @Test(arguments: ["{Key}", "{1}", "{a-b}", "{a", "{^}", "{1,2}", "{\"a\"}", "{}"])
  func `braces hold a key and nothing else`(_ text: String) {
    #expect(throws: FormulaError.self) { try FormulaTemplate(text) }
  }

  @Test func `Excel’s limit on the length of a text holds`() throws {
    _ = try FormulaTemplate("\"" + String(repeating: "a", count: 255) + "\"")
    #expect(throws: FormulaError.self) { try FormulaTemplate("\"" + String(repeating: "a", count: 256) + "\"") }
  }
}
