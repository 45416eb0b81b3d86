// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Reads a file of scenarios:
///
///     scenarios:
///       - name: 華北兩單推進
///         note: 七月前談妥
///         change:
///           - deals.D-006.stage=談判簽約
///           - deals[owner=Chen].expected_close=+14d
///         add:
///           - deals: {deal_id: D900, account_id: A001, amount: 500000, stage: 驗證商機, expected_close: 2026-09-30}
///         remove: [deals.D-007]
///         together: [account_id]
public enum ScenarioFile {
  private static let keys = ["name", "note", "change", "add", "remove", "together"]

  /// - Throws: the first mistake with its line, and a suggestion for an unknown word.
  public static func read(_ bytes: [UInt8], name: String) throws(DealbookError) -> [Scenario] {
    let tree: WrittenTree
    do { tree = try WrittenTree(bytes, name: name) } catch { throw .usage("\(error)") }
    let words = Spoken.words
    func mistake(_ tree: WrittenTree, _ message: String) -> DealbookError { .usage("\(name):\(tree.line): \(message)") }
    var list = tree.items
    if let pairs = tree.pairs {
      if let unknown = pairs.first(where: { $0.key != "scenarios" }) {
        if keys.contains(unknown.key) {
          list = [tree]
        } else {
          throw mistake(
            unknown.value,
            words("沒有「\(unknown.key)」這個鍵", "unknown key ‘\(unknown.key)’")
              + ScenarioWords.suggestion(unknown.key, ["scenarios"] + keys, choices: ["scenarios"])
          )
        }
      } else {
        list = pairs.first?.value.items
      }
    }
    guard let list, !list.isEmpty else {
      throw mistake(tree, words("應有「scenarios:」和一串情境", "expected ‘scenarios:’ with a list of scenarios"))
    }
    var scenarios: [Scenario] = []
    for (place, item) in list.enumerated() {
      guard let pairs = item.pairs else {
        throw mistake(item, words("應為含 name 和 change 的情境", "expected a scenario with name and change"))
      }
      var scenario = Scenario(name: "\(place + 1)")
      scenario.isNamed = false
      for (key, value) in pairs {
        switch key {
        case "name", "note":
          guard let text = value.text else {
            throw mistake(value, words("「\(key)」應為文字", "expected a text for ‘\(key)’"))
          }
          if key == "name" { (scenario.name, scenario.isNamed) = (text, true) } else { scenario.note = text }
        case "change", "remove", "together":
          let texts = try texts(value) { (tree) in
            mistake(tree, words("「\(key)」應為一串文字", "expected a list of texts for ‘\(key)’"))
          }
          switch key {
          case "change": scenario.changes += texts
          case "remove": scenario.removals += texts
          default: scenario.bonds += texts
          }
        case "add":
          for row in value.items ?? [value] { scenario.additions += try additions(row) { mistake($0, $1) } }
        default:
          throw mistake(
            value,
            words("沒有「\(key)」這個鍵", "unknown key ‘\(key)’") + ScenarioWords.suggestion(key, keys, choices: keys))
        }
      }
      scenarios.append(scenario)
    }
    return scenarios
  }

  private static func texts(
    _ value: WrittenTree, _ mistake: (WrittenTree) -> DealbookError
  ) throws(DealbookError) -> [String] {
    if let text = value.text { return text.isEmpty ? [] : [text] }
    var texts: [String] = []
    for item in value.items ?? [] {
      if let text = item.text {
        texts.append(text)
      } else if let ids = item.items, ids.allSatisfy({ $0.text != nil }) {
        // [D001, D002]: deals that belong together.
        texts.append(ids.compactMap(\.text).joined(separator: ","))
      } else {
        throw mistake(item)
      }
    }
    guard !texts.isEmpty else { throw mistake(value) }
    return texts
  }

  private static func additions(
    _ row: WrittenTree, _ mistake: (WrittenTree, String) -> DealbookError
  ) throws(DealbookError) -> [Scenario.Addition] {
    if let text = row.text { return [try Scenario.Addition(text)] }
    var additions: [Scenario.Addition] = []
    for (sheet, cells) in row.pairs ?? [] {
      var list: [Scenario.Addition.Cell] = []
      for (column, value) in cells.pairs ?? [] {
        guard let text = value.text else {
          throw mistake(value, Spoken.words("「\(column)」缺少值", "expected a value for ‘\(column)’"))
        }
        list.append(.init(column: column, value: text))
      }
      guard !list.isEmpty else {
        throw mistake(
          cells,
          Spoken.words(
            "這裡要寫這一列的各個值，例如 {deal_id: D900, …}", "expected the cells of the row, for example {deal_id: D900, …}"))
      }
      additions.append(Scenario.Addition(sheet: sheet, cells: list))
    }
    guard !additions.isEmpty else {
      throw mistake(
        row, Spoken.words("應為一列，例如 deals: {deal_id: D900, …}", "expected a row, for example deals: {deal_id: D900, …}"))
    }
    return additions
  }
}
