// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// What the names of groups of rows say of the currency of the amounts below them: ‘EUR deals’, 美元項目, ‘Deals in USD’.
struct RowCurrencies {
  private struct Group {
    var currency: Currency?
    var number: Int
    var row: Int
    var column: Int
    var text: String
    var isTotal = false
  }

  private var groups: [Group] = []
  /// Whether rows may stand before the first group.
  private var isPart = false

  /// More names of groups than this say nothing more.
  private static let most = 200

  mutating func beginPart() { isPart = true }

  /// Adds a row that is the name of a group.
  mutating func add(
    _ cells: [(column: Int, value: CellValue)], row: Int, number: Int, isTotal: Bool = false
  ) {
    guard !isPart, groups.count < Self.most, let cell = cells.first, let text = cell.value.text, text.utf8.count <= 80
    else { return }
    groups.append(
      Group(
        currency: Self.currency(in: text), number: number, row: row, column: cell.column,
        text: StraySpace.trimmed(text), isTotal: isTotal
      ))
  }

  /// The currency that a name has in it: a code in capitals, a sign, or a Chinese name.
  static func currency(in text: String) -> Currency? {
    let words = text.split { $0.isWhitespace || "()[]【】（）,，;；.。:：-–—_/=".contains($0) }.map(String.init)
    let found = words.compactMap { word -> Currency? in
      let isCode = word.utf8.count == 3 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      if isCode { return Currency.named(TextFolding.folded(word)) }
      guard word.contains(where: { !$0.isASCII || !$0.isLetter && !$0.isNumber }) else { return nil }
      let folded = TextFolding.folded(word)
      return Currency.named(folded) ?? chinese.first { folded.contains($0) }.flatMap { Currency.named($0) }
    }
    return Set(found).count == 1 ? found[0] : nil
  }

  private static let chinese = Currency.allWords.filter { word in
    word.count > 1 && word.unicodeScalars.allSatisfy { $0.value >= 0x3400 }
  }

  /// That the amounts of a column are in several currencies; nil if the names do not say it.
  ///
  /// - Parameters:
  ///   - own: the currency that the header or a text above it says.
  ///   - first: the first row of data.
  func clash(with own: Currency?, from first: Int) -> UnitLine? {
    let named = groups.compactMap { group in group.currency.map { (group, $0) } }
    guard let (group, one) = named.first else { return nil }
    var all = named.map(\.1)
    if let own, own != .yuan { all.insert(own, at: 0) }
    // What stands above the first name of a currency is in another, or nobody would have written it down.
    let leavesOpen = own == nil && group.number > first && !group.isTotal
    guard let start = all.first, leavesOpen || all.contains(where: { SaidCurrency.differ($0, start) }) else {
      return nil
    }
    let other = named.first { SaidCurrency.differ($0.1, one) } ?? (group, one)
    var codes: [String] = []
    for currency in all where !codes.contains(currency.code) { codes.append(currency.code) }
    return UnitLine(
      cell: CellReference(row: other.0.row, column: other.0.column), text: other.0.text,
      unit: codes.joined(separator: UnitLine.separator), scale: 1, columns: nil,
      leavesOpen: leavesOpen && codes.count == 1)
  }
}
