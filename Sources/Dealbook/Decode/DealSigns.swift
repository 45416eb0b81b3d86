// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Columns that are not read and name another deal of the same sheet, of which a deal is a part, or instead of which it is offered: both are
/// on the sheet, and their sum counts something twice.
struct DealRelations {
  let headers: Set<String>
  private var counted: [String: Int] = [:]
  private let amounts: Column?

  init(_ sheet: LocatedSheet, _ unread: [UnboundHeader]) {
    headers = Set(unread.map(\.header).filter(Self.isNamed))
    amounts = sheet.values(of: "amount")
    guard !headers.isEmpty else { return }
    for key in ["deal_id", "name"] {
      guard let column = sheet.values(of: key) else { continue }
      for offset in 0..<min(column.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
        guard amount(at: offset) != 0 else { continue }
        let word = TextFolding.label(StraySpace.trimmed(column[offset].shownText))
        if !word.isEmpty, counted[word] == nil { counted[word] = offset }
      }
    }
  }

  /// Whether a cell names another deal, and both have an amount.
  func links(_ value: CellValue, at offset: Int, under header: String) -> Bool {
    guard headers.contains(header),
      let other = counted[TextFolding.label(StraySpace.trimmed(value.shownText))]
    else { return false }
    return other != offset && amount(at: offset) != 0
  }

  private func amount(at offset: Int) -> Double {
    amounts.flatMap { offset < $0.count ? $0[offset].number : nil } ?? 0
  }

  private static func isNamed(_ header: String) -> Bool {
    let folded = Simplified.text(TextFolding.folded(header))
    let words = folded.split { !$0.isLetter }.map(String.init)
    return words.contains { word in self.words.contains(word) || beginnings.contains { word.hasPrefix($0) } }
      || characters.contains { folded.contains($0) }
  }

  private static let words: Set<String> = [
    "parent", "master", "framework", "umbrella", "alternative", "alternatives", "alt", "duplicate", "duplicates",
    "superseded", "supersedes", "replaces", "ersetzt", "duplikat", "mutter", "übergeordnet", "parente", "padre",
    "cadre",
  ]
  private static let beginnings = ["rahmen", "übergeordnet", "alternativ", "hauptchance", "hauptdeal"]
  private static let characters = ["上级", "父", "母商机", "主商机", "主项目", "框架", "替代", "备选", "重复"]
}

/// Columns that are not read and show the amount of each deal as text, with its currency, as some exports do beside a number in cents.
struct ShownAmounts {
  let headers: Set<String>
  private let amounts: Column?

  init(_ sheet: LocatedSheet, _ unread: [UnboundHeader]) {
    guard let amount = sheet.column("amount") else {
      (headers, amounts) = ([], nil)
      return
    }
    amounts = amount.values
    let own = TextFolding.headerWord(HeaderNormalizer.normalize(amount.header).key)
    headers = Set(
      unread.map(\.header).filter { header in
        let word = TextFolding.headerWord(header)
        return !AmountHeader.saysOther(header)
          && (own.count > 2 && word.contains(own) || Self.words.contains { word.contains($0) })
      })
  }

  /// Whether a cell shows the amount of its row as a tenth of the number or less, or as ten times it or more.
  func differs(_ value: CellValue, at offset: Int, under header: String) -> Bool {
    guard headers.contains(header), let text = value.text, let amounts, offset < amounts.count,
      let own = amounts[offset].number, own != 0, let shown = NumberReader.read(text)?.value, shown != 0
    else { return false }
    let ratio = abs(own / shown)
    return ratio > 9.9 || ratio < 0.101
  }

  private static let words = ["formatted", "formatiert", "displayvalue", "格式化"]
}
