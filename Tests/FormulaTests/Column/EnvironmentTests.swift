// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

@testable import Formula

@Suite struct `Names in layers` {
  private static func base() -> Environment {
    var base = Environment()
    base.define("de_amount", column: Column([.number(1), .number(2)]), firstRow: 5)
    base.define("Rate", value: .number(2))
    return base
  }

  @Test func `what is defined in a copy is its own, and the rest is found in it`() {
    let base = Self.base()
    var copy = base.extended()
    copy.define("rate", value: .number(3))
    copy.define("Extra", value: .number(4))
    copy.define("de_amount", column: Column([.number(7)]))
    #expect(copy.value("RATE") == .number(3) && base.value("Rate") == .number(2))
    #expect(copy.value("extra") == .number(4) && base.value("extra") == nil)
    #expect(copy.column("DE_AMOUNT")?.count == 1 && base.column("de_amount")?.count == 2)
    #expect(copy.firstRow(key: "de_amount") == 5)
  }

  @Test func `names keep the spelling that they had first`() {
    var copy = Self.base().extended().extended()
    copy.define("RATE", value: .number(3))
    copy.define("more", value: .blank)
    #expect(Set(copy.names) == ["de_amount", "Rate", "more"])
    #expect(copy.nearest(to: "de_amout") == "de_amount")
  }

  @Test func `a copy to share has the names of all layers`() {
    var copy = Self.base().extended()
    copy.define("more", value: .number(1))
    let shared = copy.shareable()
    #expect(Set(shared.names) == ["de_amount", "Rate", "more"] && shared.value("rate") == .number(2))
    #expect(shared.firstRow(key: "de_amount") == 5)
  }
}
