// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Nightly

@Suite struct `What a night keeps, as JSON` {
  private static let finding = ObservedFinding(
    rule: "DEA-004", severity: "error", sheet: "商機", prefix: "de", cell: nil, row: 7, rowId: "D\"006\\",
    column: "amount",
    nth: 1, found: "a\nb\tc\r\u{1}\u{9b}\u{202e}x", repair: nil, message: "𠮷 “≥” é", owner: "")

  private static let result = {
    var result = FileResult(
      path: "a b.xlsx", outcome: .checked, size: 12, sha256: "ab", key: "cd", openIn: "~$a b.xlsx")
    result.observation = Observation(
      asOf: "2026-03-31", language: "zh-Hant", playbook: "key-account", rows: 3, sheets: 2,
      findings: [finding, finding],
      deals: [
        Deal(
          id: "D1", name: "n", owner: "o", account: "c", stage: "s", stageNumber: 2, amount: 1e300, close: "",
          probability: 0.1, isOpen: true, stalledDays: -0.0)
      ], payments: [], renewals: [Renewal(id: "R", account: "", owner: "", amount: nil, expiry: "", alert: "x")],
      targets: [Target(id: "T", owner: "", start: "", end: "", target: .infinity, won: 123_456.78)],
      renewalWarning: 90, confidence: 0.8)
    return result
  }()

  @Test func `is read as it was written`() {
    #expect(FileResult(json: Self.result.json) == Self.result)
  }

  @Test func `is not a result when it is cut off anywhere, or goes on behind its end`() {
    let line = Self.result.line
    #expect((0..<line.count).allSatisfy { FileResult(line: line[..<$0]) == nil })
    #expect(FileResult(line: line + [0x20]) == nil)
    #expect(FileResult(line: "{}".utf8) == nil)
  }

  @Test func `with a member that nobody knows is not read`() {
    #expect(Renewal(json: Array(#"{"account":"a","id":"R","later":1}"#.utf8)) == nil)
    #expect(Renewal(json: Array(#"{"account":"a","id":"R"}"#.utf8))?.id == "R")
  }

  @Test func `has members in order, no member for nothing, and escapes what would command a terminal`() {
    #expect(
      String(decoding: Self.finding.json, as: UTF8.self)
        == #"{"column":"amount","found":"a\nb\tc\r\u0001\u009b\u202ex","message":"𠮷 “≥” é","nth":1,"owner":"","#
        + #""prefix":"de","row":7,"rowId":"D\"006\\","rule":"DEA-004","severity":"error","sheet":"商機"}"#)
  }

  @Test func `reads what earlier editions wrote with Foundation's coder`() {
    let text = #"{"asOf":"x\/\b\f","confidence":0.8,"deals":[],"findings":[],"language":"en","payments":[],"#
    let rest =
      #""playbook":"p","renewalWarning":9e+1,"renewals":[],"rows":1,"sheets":2,"targets":[{"end":"","id":"T","owner":"","p10":"inf","start":""}]}"#
    let observation = Observation(json: Array((text + rest).utf8))
    #expect(observation?.asOf == "x/\u{8}\u{c}")
    #expect(observation?.renewalWarning == 90)
    #expect(observation?.targets.first?.p10 == .infinity)
  }

  @Test func `names the members of many records once`() throws {
    var result = Self.result
    let renewals = [Renewal(id: "R1", owner: "Kim", amount: 5, alert: "x"), Renewal(id: "R2", expiry: "2026-05-01")]
    result.observation?.renewals = renewals
    let text = String(decoding: result.line, as: UTF8.self)
    let names = #"["account","alert","amount","daysLeft","expiry","id","owner","place"]"#
    let rows = #"["","x",5,null,"","R1","Kim",""],["","",null,null,"2026-05-01","R2","",""]"#
    #expect(text.contains(#""renewals":[\#(names),\#(rows)]"#))
    #expect(FileResult(json: result.line) == result)
    // Nested lists are tables too.
    let watch = Watch(
      rule: "DEA-022", rows: [.init(id: "D1", number: 2), .init(id: "null", row: 3, cell: "B3", shown: "n")])
    result.observation?.watches = [watch, Watch(rule: "DEA-023"), watch]
    #expect(FileResult(json: result.line) == result)
  }

  @Test(arguments: [
    #"[["end","id"],["","T"],["","U"]]"#, #"[["end","id"],["",null],["","U"]]"#, "[]", #"[{"end":"","id":"T"}]"#,
  ])
  func `reads tables that have some of the members`(targets: String) {
    #expect(Observation(json: Array(#"{"targets":\#(targets)}"#.utf8)) != nil)
  }

  @Test(arguments: [
    #"[["id","end"],["T",""]]"#, #"[["end","id","later"],["","T",1]]"#, #"[["end","id"],[""]]"#,
    #"[["end","id"],["","T","x"]]"#, #"[["end","id"],["" "T"]]"#, #"[["end","id"],{"end":"","id":"T"}]"#,
    #"[["end","id"]["","T"]]"#, #"[["end","id"],["",nothing]]"#, #"[["end",1],["",1]]"#,
  ])
  func `reads no table that deviates`(targets: String) {
    #expect(Observation(json: Array(#"{"targets":\#(targets)}"#.utf8)) == nil)
  }
}
