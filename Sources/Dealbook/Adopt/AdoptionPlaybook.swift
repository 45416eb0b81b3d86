// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Writes an adoption as a playbook that a person can read and change.
struct AdoptionPlaybook {
  let adoption: Adoption
  let language: Language
  /// The workbook as read with the adopted columns; nil if that is not known yet.
  let team: BoundWorkbook?
  var lines: [String] = []

  init(_ adoption: Adoption, language: Language, team: BoundWorkbook?) {
    self.adoption = adoption
    self.language = language
    self.team = team
  }

  var text: String {
    var writer = self
    writer.write()
    return writer.lines.joined(separator: "\n") + "\n"
  }

  var taken: [AdoptedSheet] { adoption.sheets.filter { $0.isTaken && !$0.bound.isEmpty } }

  mutating func write() {
    let name = adoption.fileName ?? "workbook"
    remark(
      "Made by ‘dealbook adopt’ from \(name): where the team keeps what, and what its words mean. Change what is wrong and check it with ‘dealbook playbook check’.",
      "由「dealbook adopt」依 \(name) 寫成：各欄在哪裡、用語是什麼意思。不對的地方改掉，再用「dealbook playbook check」檢查。",
      "由“dealbook adopt”依 \(name) 写成：各列在哪里、用语是什么意思。不对的地方改掉，再用“dealbook playbook check”检查。", indent: 0)
    line("playbook: \(quoted(stem(of: name)))")
    line("extends: key-account")
    line("profile: core")
    line("")
    writeLists()
    line("sheets:")
    for sheet in taken { write(sheet) }
    // What is extended is the method, whatever an earlier adoption has changed in it.
    for definition in Playbook.builtIn.sheets
    where definition.isCore && adoption.basis.sheet(definition.prefix) != nil
      && !taken.contains(where: { $0.prefix == definition.prefix })
    {
      line("  \(definition.prefix): {core: false}")
    }
    writeRules()
  }

  // MARK: Rules

  /// Rules that the team's habits break in many rows, so that they would report the same thing over and over.
  mutating func writeRules() {
    var off: [(rule: String, english: String, traditional: String, simplified: String)] = []
    let amounts = shares { column, value in
      column.definition.type == .money && !column.definition.isComputed
        ? value.number.map { MoneyPrecision.rounded($0) != nil } : nil
    }
    if amounts > 0.05 {
      off.append(
        ("GEN-016", "many amounts have more than two decimals", "許多金額的小數超過兩位", "许多金额的小数超过两位"))
    }
    if let payments = team?.sheet("pa"), Self.repeats(["contract_id", "stage"], of: payments) > 0.05 {
      off.append(
        (
          "PAY-001", "one stage of a contract may be paid in several instalments", "一個付款階段可能分多筆收款",
          "一个付款阶段可能分多笔收款"
        ))
    }
    guard !off.isEmpty else { return }
    line("rules:")
    for rule in off {
      line("  \(rule.rule): off  # \(language.choose(rule.english, rule.traditional, rule.simplified))")
    }
  }

  /// The share of cells, 0 … 1, for which `test` is true, among those for which it is not nil.
  func shares(_ test: (LocatedColumn, CellValue) -> Bool?) -> Double {
    var (yes, all) = (0, 0)
    for sheet in team?.sheets ?? [] {
      for column in sheet.columns {
        for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
          guard let holds = test(column, column.values[offset]) else { continue }
          all += 1
          if holds { yes += 1 }
        }
      }
    }
    return all == 0 ? 0 : Double(yes) / Double(all)
  }

  /// The share of rows, 0 … 1, that have the same values in these columns as an earlier row.
  static func repeats(_ keys: [String], of sheet: LocatedSheet) -> Double {
    let columns = keys.compactMap { sheet.column($0)?.values }
    guard columns.count == keys.count else { return 0 }
    var seen: Set<[String]> = []
    var (again, all) = (0, 0)
    for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
      let row = columns.map { offset < $0.count ? TextFolding.label($0[offset].shownText) : "" }
      if row.contains("") { continue }
      all += 1
      if !seen.insert(row).inserted { again += 1 }
    }
    return all == 0 ? 0 : Double(again) / Double(all)
  }

  // MARK: Lines

  mutating func line(_ text: String) { lines.append(text) }

  mutating func remark(_ english: String, _ traditional: String, _ simplified: String, indent: Int) {
    lines.append(
      String(repeating: " ", count: indent) + "# " + oneLine(language.choose(english, traditional, simplified)))
  }

  func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.value < 0x20 || $0.value == 0x7F || (0x80..<0xA0).contains($0.value) || $0.value == 0xFEFF
            || $0.value == 0x2028 || $0.value == 0x2029 ? " " : $0
        }))
  }

  func stem(of name: String) -> String {
    name.lastIndex(of: ".").map { $0 > name.startIndex ? String(name[..<$0]) : name } ?? name
  }

  func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }

  func quoted(_ text: String) -> String { YAMLText.quoted(text) }
}

extension Localized {
  /// The texts, each changed by `body`.
  func map(_ body: (String) -> String) -> Localized {
    Localized(
      traditionalChinese: body(traditionalChinese), simplifiedChinese: body(simplifiedChinese), english: body(english))
  }
}
