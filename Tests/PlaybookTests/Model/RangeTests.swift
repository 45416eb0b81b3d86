// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@Suite struct `A range` {
  @Test(arguments: [
    ("0..1", 0, true), ("0..1", 1, true), ("0..1", 1.01, false), ("> 0", 0, false), ("> 0", 0.01, true),
    (">= 0", 0, true),
    ("-2..2", -2, true), ("-2..2", -2.5, false), ("..5", -100, true), ("..5", 6, false), ("< 5", 5, false),
    ("0.5..120", 0.4, false),
  ])
  func `holds its numbers`(text: String, number: Double, expected: Bool) throws {
    #expect(try #require(NumberRange(text)).contains(number) == expected)
  }

  @Test func `may end at another column of the row`() throws {
    let range = try #require(NumberRange("0..target"))
    #expect(range.contains(50) { $0 == "target" ? 60 : nil })
    #expect(!range.contains(70) { $0 == "target" ? 60 : nil })
    #expect(range.contains(70))
  }

  @Test(arguments: ["0..1", "> 0", ">= 0", "0..target", "-2..2", "<= 5"])
  func `is shown as it is written`(text: String) throws {
    #expect(try #require(NumberRange(text)).description == text)
  }
}

@Suite struct `A message` {
  @Test func `has its placeholders filled`() {
    let message = MessageTemplate("逾期 {n} 天,未收 {amount}")
    #expect(message.placeholders == ["n", "amount"])
    #expect(message.filled { ["n": "3", "amount": "5.00"][$0] } == "逾期 3 天,未收 5.00")
  }

  @Test func `says a word as its number asks`() {
    let message = MessageTemplate("{n|day|days} late, {k|gate counts|gates count}")
    #expect(message.placeholders == ["n", "k"])
    #expect(message.filled { ["n": "1", "k": "2"][$0] } == "1 day late, 2 gates count")
    #expect(message.filled { ["n": "0", "k": "1"][$0] } == "0 days late, 1 gate counts")
    #expect(message.general == "{n} days late, {k} gates count")
    #expect(message.outline == "… days late, … gates count")
  }

  @Test(arguments: ["{n|days}", "{n|day|days|more}", "{n|day|}", "{n|| days}", "{a b|day|days}", "{|day|days}"])
  func `tells a number without its two words from text`(text: String) {
    #expect(MessageTemplate("Late by \(text)").mistaken == [String(text.dropFirst().dropLast())])
    #expect(MessageTemplate("Late by \(text)").filled { _ in "1" } == "Late by \(text)")
  }

  @Test func `keeps braces that open no name and placeholders without a value`() {
    #expect(MessageTemplate("a { b {} {c d} {e}").filled { _ in nil } == "a { b {} {c d} {e}")
  }
}
