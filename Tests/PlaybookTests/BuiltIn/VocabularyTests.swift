// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@Suite struct `The vocabulary` {
  let vocabulary = Playbook.builtIn.vocabulary

  @Test func `of the program names only what the built-in playbook has`() throws {
    let head = PlaybookSource(name: "x.yaml", bytes: Array("playbook: x\nextends: key-account\n".utf8))
    let reading = PlaybookReader.read([head] + (try BuiltInFiles.vocabulary()))
    #expect(reading.issues.map(\.description) == [])
  }

  @Test func `knows each input column that every team keeps`() {
    let known = Set(vocabulary.headers.map(\.column))
    for (sheet, keys) in [
      "de": [
        "deal_id", "account_id", "name", "owner", "amount", "stage", "expected_close", "actual_close", "prob_override",
      ],
      "le": ["name", "channel", "status", "received", "owner", "est_amount"],
      "acc": ["account_id", "name", "level", "industry", "region", "owner"],
      "co": ["contract_id", "account_id", "name", "amount", "sign_date", "type"],
      "pa": ["invoice_no", "account_id", "amt_override", "due_override", "received", "received_date"],
      "re": ["renewal_id", "account_id", "expiry", "amount", "status"],
      "vi": ["date", "account_id", "mode", "visitor", "topic", "result"], "pe": ["person", "team"],
      "tg": ["owner", "target"], "pd": ["product_id", "name", "list_price"], "ct": ["name", "account_id", "title"],
    ] {
      for key in keys { #expect(known.contains(ColumnReference(sheet: sheet, column: key)), "\(sheet).\(key)") }
    }
  }

  @Test func `says which program or habit a word comes from, in which language, and whether it is weak`() throws {
    func words(_ text: String) -> [Vocabulary.Word] {
      vocabulary.headers.filter { $0.column == ColumnReference(sheet: "de", column: "amount") && $0.word.text == text }
        .map(
          \.word)
    }
    #expect(words("Est. Revenue").map(\.source) == [.dynamics])
    #expect(words("商机金额").first?.language == .simplifiedChinese)
    #expect(words("Angebotswert").first?.language == .german)
    #expect(words("budget").map(\.isWeak) == [true])
  }

  @Test func `places a label that ends a deal`() throws {
    func outcome(_ label: String) -> [ValueMeaning.Outcome?] {
      vocabulary.values.filter { $0.list == "st" && $0.word.text == label && !$0.word.isWeak }.map(\.meaning.outcome)
    }
    #expect(Set(outcome("Closed Won")) == [.won])
    #expect(Set(outcome("丟單")) == [.lost])
    #expect(Set(outcome("verloren")) == [.lost])
    #expect(Set(outcome("擱置")) == [.onHold])
  }

  @Test func `gives no strong label two meanings`() {
    var meanings: [String: Set<String>] = [:]
    for value in vocabulary.values where !value.word.isWeak {
      meanings["\(value.list) \(TextFolding.headerWord(value.word.text))", default: []].insert(value.meaning.name)
    }
    #expect(meanings.filter { $0.value.count > 1 }.map { "\($0.key): \($0.value.sorted())" }.sorted() == [])
  }
}

@Suite struct `A company's own words` {
  func read(_ yaml: String) -> PlaybookReader.Reading {
    PlaybookReader.read([
      PlaybookSource(name: "x.yaml", bytes: Array("playbook: x\nextends: key-account\n\(yaml)".utf8))
    ])
  }

  @Test func `come before those of the program`() throws {
    let playbook = try #require(read("vocabulary:\n  headers:\n    de:\n      amount: [Kohle, ~Moos]\n").playbook)
    #expect(playbook.vocabulary.headers.prefix(2).map(\.word.text) == ["Kohle", "Moos"])
    #expect(playbook.vocabulary.headers.prefix(2).map(\.word.isWeak) == [false, true])
    #expect(playbook.vocabulary.headers.count == Vocabulary.builtIn.headers.count + 2)
  }

  @Test(arguments: [
    ("headers: {de: {amont: [x]}}", "no column ‘amont’"), ("headers: {dee: {amount: [x]}}", "no sheet ‘dee’"),
    ("titles: {dd: [x]}", "no sheet ‘dd’"), ("values: {sst: {a: {en: [x]}}}", "no list ‘sst’"),
    ("header: {de: {amount: [x]}}", "did you mean ‘headers’"), ("headers: {de: {amount: {uses: a}}}", "‘uses’"),
    ("headers: {de: {amount: {use: mony}}}", "no group of words ‘mony’"),
    ("headers: {de: {amount: [x], name: [X]}}", "means both de.amount and de.name"),
    ("values: {st: {a: {chance: 60, en: [x]}}}", "share from 0 to 1"),
  ])
  func `are checked`(yaml: String, message: String) {
    let issues = read("vocabulary:\n  \(yaml)\n").issues.map(\.description)
    #expect(issues.count == 1 && issues[0].contains(message), "\(issues)")
  }
}
