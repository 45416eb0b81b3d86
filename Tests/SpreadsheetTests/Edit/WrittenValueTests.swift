// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `Writing a value` {
  /// The cell A1 after setting it in an empty sheet.
  private func cell(_ edit: CellEdit) throws -> String {
    let rows = try EditedBook(rows: "", "A1", edit).rows
    return String(rows.dropFirst("<row r=\"1\">".count).dropLast("</row>".count))
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-12, "-12"), (1_234_567_890_123, "1234567890123"), (0.1, "0.1"),
      (1.0 / 3, "0.3333333333333333"), (1e15, "1000000000000000"), (1e21, "1E+21"), (1.5e-7, "1.5E-7"),
      (123_456_789_012_345_683_968, "1.2345678901234568E+20"), (-2.5e300, "-2.5E+300"), (46112.5, "46112.5"),
      (2_251_799_813_685_249.5, "2251799813685249.5"),
    ] as [(Double, String)])
  func `a number is the shortest text that reads back as itself`(_ number: Double, _ text: String) throws {
    #expect(try cell(CellEdit(.number(number))) == "<c r=\"A1\"><v>\(text)</v></c>")
    #expect(Double(text) == number)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a number that is not finite is refused`(_ number: Double) throws {
    let error = try refusal(rows: "", "A1", CellEdit(.number(number)))
    guard case .notFinite = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.cell == CellReference("A1"))
    #expect(error?.sheet == "Sheet1")
  }

  @Test func `a text stands in its cell`() throws {
    #expect(
      try cell(CellEdit(.text("商機 A&B<C>"))) == "<c r=\"A1\" t=\"inlineStr\"><is><t>商機 A&amp;B&lt;C&gt;</t></is></c>")
  }

  @Test(arguments: [" a", "a ", "a\nb", "\ta", " "])
  func `white space that readers would trim is preserved`(_ text: String) throws {
    #expect(try cell(CellEdit(.text(text))).contains("<t xml:space=\"preserve\">\(text)</t>"))
  }

  @Test(arguments: [
    ("a\rb", "a_x000D_b"), ("\u{1}", "_x0001_"), ("\u{1F}x", "_x001F_x"), ("_x0041_", "_x005F_x0041_"),
    ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"), ("_x00g1_", "_x00g1_"), ("_x41_", "_x41_"),
    ("\u{FFFE}", "_xFFFE_"), ("\u{FFFF}", "_xFFFF_"), ("\u{FFFD}", "\u{FFFD}"), ("a_b", "a_b"), ("😀", "😀"),
  ])
  func `what XML can't hold is escaped`(_ text: String, _ stored: String) throws {
    #expect(try cell(CellEdit(.text(text))) == "<c r=\"A1\" t=\"inlineStr\"><is><t>\(stored)</t></is></c>")
  }

  @Test func `an empty text is a text`() throws {
    #expect(try cell(CellEdit(.text(""))) == "<c r=\"A1\" t=\"inlineStr\"><is><t></t></is></c>")
  }

  @Test func `a text of 32,767 characters is written`() throws {
    let text = String(repeating: "商", count: 32_767)
    #expect(try cell(CellEdit(.text(text))).contains(text))
  }

  @Test func `a longer text is refused, counted in UTF-16 units`() throws {
    let text = String(repeating: "😀", count: 16_384)
    #expect(try refusal(rows: "", "A1", CellEdit(.text(text)))?.reason == .textTooLong(32_768))
  }

  @Test func `a boolean is 1 or 0`() throws {
    #expect(try cell(CellEdit(.boolean(true))) == "<c r=\"A1\" t=\"b\"><v>1</v></c>")
    #expect(try cell(CellEdit(.boolean(false))) == "<c r=\"A1\" t=\"b\"><v>0</v></c>")
  }

  @Test func `an error is its code`() throws {
    #expect(try cell(CellEdit(.error(.notAvailable))) == "<c r=\"A1\" t=\"e\"><v>#N/A</v></c>")
  }

  @Test func `an error without a code is refused`() throws {
    #expect(try refusal(rows: "", "A1", CellEdit(.error(CellError(code: "N/A"))))?.reason == .notAnErrorCode("N/A"))
  }

  @Test func `a formula stands before its cached value`() throws {
    #expect(
      try cell(CellEdit(.number(3), formula: "IF(B1<2,\"a&b\",3)"))
        == "<c r=\"A1\"><f>IF(B1&lt;2,\"a&amp;b\",3)</f><v>3</v></c>")
  }

  @Test func `the cached text of a formula stands in v`() throws {
    #expect(
      try cell(CellEdit(.text(" x_x0041_"), formula: "B1"))
        == "<c r=\"A1\" t=\"str\"><f>B1</f><v xml:space=\"preserve\"> x_x005F_x0041_</v></c>")
  }

  @Test func `a formula without a cached value has no v`() throws {
    #expect(try cell(CellEdit(.blank, formula: "B1")) == "<c r=\"A1\"><f>B1</f></c>")
  }

  @Test func `a formula that is too long is refused`() throws {
    let formula = String(repeating: "1+", count: 4_096) + "1"
    #expect(try refusal(rows: "", "A1", CellEdit(.blank, formula: formula))?.reason == .formulaTooLong(8_193))
  }

  @Test func `an empty formula is refused`() throws {
    #expect(try refusal(rows: "", "A1", CellEdit(.blank, formula: ""))?.reason == .emptyFormula)
  }

  @Test func `a formula with a control character is refused`() throws {
    #expect(try refusal(rows: "", "A1", CellEdit(.blank, formula: "\"\u{2}\""))?.reason == .formulaCharacter(2))
  }

  @Test func `an edit says in which cell of which sheet it failed`() throws {
    let error = try #require(try refusal(rows: "", "B7", CellEdit(.number(.nan))))
    #expect(error.description == "sheet \"Sheet1\", cell B7: nan can't be stored in a cell; expected a finite number")
  }
}
