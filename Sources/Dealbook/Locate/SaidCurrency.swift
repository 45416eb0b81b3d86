// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// A text above a table, or the name on its tab, that says in which currency its amounts are, without a scale: ‘All amounts in EUR’,
/// 幣別：美元, ‘Pipeline USD’.
struct SaidCurrency: Hashable, Sendable {
  let currency: Currency
  let text: String
  /// Nil if the name on the tab says it.
  let cell: CellReference?

  init?(sentence text: String, at cell: CellReference?) {
    guard text.utf8.count <= 160 else { return nil }
    let words = TextFolding.folded(text).split { $0.isWhitespace || "()[]【】（）,，;；.。".contains($0) }.map(String.init)
    guard let currency = Self.said(in: words) ?? UnitStatement(text).flatMap({ Self.currency(in: $0.unit) }) else {
      return nil
    }
    (self.currency, self.text, self.cell) = (currency, StraySpace.trimmed(text), cell)
  }

  /// A code in capitals, a sign or a Chinese name among the words on a tab. Small letters are words: ‘Try again’.
  init?(tab title: String) {
    let words = title.split { $0.isWhitespace || "()[]【】（）,-–_/.：:".contains($0) }.map(String.init)
    let named = words.compactMap { word -> Currency? in
      let isCode = word.utf8.count == 3 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      let isSign = !word.contains { $0.isLetter && $0.isASCII }
      return isCode || isSign ? Currency.named(TextFolding.folded(word)) : nil
    }
    guard Set(named).count == 1, let currency = named.first else { return nil }
    (self.currency, text, cell) = (currency, StraySpace.trimmed(title), nil)
  }

  /// Whether amounts in the two cannot be the same.
  static func differ(_ one: Currency, _ other: Currency) -> Bool { !one.includes(other) && !other.includes(one) }

  private static func said(in words: [String]) -> Currency? {
    for (place, word) in words.enumerated() {
      if let colon = word.firstIndex(of: ":"), labels.contains(where: { word[..<colon].hasSuffix($0) }) {
        let value = word[word.index(after: colon)...]
        if let currency = Currency.named(value) { return currency }
        if value.isEmpty, place + 1 < words.count, let currency = Currency.named(words[place + 1]) { return currency }
      }
      guard word == "in", place + 1 < words.count, let currency = Currency.named(words[place + 1]) else { continue }
      let before = place > 0 ? words[place - 1] : ""
      if before.isEmpty && words.count <= 3 || amounts.contains(before) { return currency }
    }
    return nil
  }

  /// The currency in a unit such as `k€`.
  private static func currency(in unit: String) -> Currency? {
    Currency.allWords.first { unit.hasPrefix($0) || unit.hasSuffix($0) }.flatMap { Currency.named($0) }
  }

  private static let labels = [
    "currency", "währung", "devise", "moneda", "unit", "幣別", "币别", "幣種", "币种", "貨幣", "货币", "單位", "单位",
  ]
  private static let amounts: Set<String> = [
    "amounts", "amount", "values", "value", "figures", "prices", "sums", "all", "numbers", "targets", "betrag",
    "beträge",
    "werte", "angaben", "alle", "zahlen",
  ]
}

extension HeaderPlan {
  /// Reads the nearest text above the header that says a currency; otherwise the name on the tab.
  mutating func readCurrency(_ sample: SheetSample) {
    for row in sample.rows.reversed() where row.index < rows.lowerBound {
      for cell in row.cells {
        guard let text = cell.typedText else { continue }
        let place = CellReference(row: row.index, column: cell.column)
        if let said = SaidCurrency(sentence: text, at: place) {
          saidCurrency = said
          return
        }
      }
    }
    saidCurrency = SaidCurrency(tab: sample.title)
  }
}

extension UnitLine {
  /// That a column of currencies says another one in every row than the header of the only amounts: converted or not, nobody says.
  init?(_ currencies: [Currency], against amounts: LocatedColumn, under header: HeaderPlan) {
    guard let column = header.currencyColumn, !currencies.isEmpty,
      let own = ConventionSettling.currency(unit: amounts.unit, header: amounts.header), own != .yuan,
      currencies.allSatisfy({ SaidCurrency.differ($0, own) }),
      !header.unknown.contains(where: { AmountHeader($0.header).isAmount })
    else { return nil }
    self.init(
      cell: CellReference(row: header.rows.lowerBound, column: column), text: header.texts[column] ?? "",
      unit: ([own] + currencies).map(\.code).joined(separator: Self.separator), scale: 1, columns: nil)
  }

  /// What the tabs of a sheet, or a tab and the header of a column on it, say of the currency of the column's amounts, if that cannot be the
  /// same: such amounts are not added up.
  init?(_ plans: [HeaderPlan], header: String, unit: String?, isStated: Bool) {
    var said = plans.compactMap(\.saidCurrency)
    var currencies = said.map(\.currency)
    let own = ConventionSettling.currency(unit: unit, header: header)
    if let own, own != .yuan {
      // 萬元 says how many, whatever the currency is.
      said.removeAll { $0.currency == .yuan }
      // The name of a tab may speak of other things than a header that says it itself.
      if plans.count == 1 { said.removeAll { $0.cell == nil } }
      currencies = said.map(\.currency) + [own]
    } else if isStated {
      return nil
    } else if let named = said.first(where: { $0.cell == nil }), plans.contains(where: { $0.saidCurrency == nil }),
      said.allSatisfy({ !SaidCurrency.differ($0.currency, named.currency) })
    {
      // ‘Deals’ beside ‘Deals USD’: in what the first is, nobody says.
      self.init(
        cell: nil, text: named.text, unit: named.currency.code, scale: 1, columns: nil, leavesOpen: true)
      return
    }
    guard let first = said.first, let one = currencies.first,
      currencies.contains(where: { SaidCurrency.differ($0, one) })
    else { return nil }
    var codes: [String] = []
    for currency in currencies where !codes.contains(currency.code) { codes.append(currency.code) }
    self.init(
      cell: first.cell, text: first.text, unit: codes.joined(separator: Self.separator), scale: 1, columns: nil)
  }
}
