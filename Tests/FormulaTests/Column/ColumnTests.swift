// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import Testing

@Suite struct `A column of values` {
  static let mixed: [CellValue] = [
    .blank, .number(1.5), .text("電源"), .text(""), .boolean(true), .boolean(false), .error(.notAvailable),
    .error(CellError(code: "#FUTURE!")), .text("電源"), .number(-0.0), .text("e\u{301}"), .text("\u{e9}"),
  ]

  @Test func `gives back what was put in`() { #expect(Column(Self.mixed).values == Self.mixed) }

  @Test func `keeps texts apart that differ only in normalization`() {
    guard case .text(let a) = Column(Self.mixed)[10], case .text(let b) = Column(Self.mixed)[11] else {
      Issue.record("not texts")
      return
    }
    #expect(Array(a.utf8) != Array(b.utf8))
  }

  @Test func `holds a hundred thousand distinct texts`() {
    let texts = (0..<100_000).map { CellValue.text("客戶\($0)") }
    #expect(Column(texts).values == texts)
  }

  @Test func `can repeat one value`() {
    #expect(Column(repeating: .text("x"), count: 3).values == [.text("x"), .text("x"), .text("x")])
  }

  @Test func `an empty column has no cells`() { #expect(Column([]).values == []) }
}

@Suite struct `Names of an environment` {
  @Test func `are found in any case`() {
    var environment = Environment()
    environment.define("de_Amount", column: Column([.number(1)]))
    environment.define("AsOf", value: .number(45_838))
    #expect(environment.column("DE_AMOUNT")?.values == [.number(1)])
    #expect(environment.value("asof") == .number(45_838))
  }

  @Test func `mean what they were given last`() {
    var environment = Environment()
    environment.define("x", value: .number(1))
    environment.define("X", column: Column([.blank]))
    #expect(environment.value("x") == nil)
    #expect(environment.column("x")?.count == 1)
  }
}
