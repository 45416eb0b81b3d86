// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Takes back an amount that the sheet's other columns make something else: a price beside a quantity, a budget beside an offer, an expected
/// value beside a probability, what is paid each month.
struct AmountDoubt {
  /// By kind of sheet, the column of what each row is worth.
  static let amounts = ["de": "amount", "co": "amount", "re": "opening", "pa": "amt_override"]

  /// The kinds of sheet with such a column, and its key.
  private static let keys = ["de": "amount", "re": "opening"]

  /// - Parameter taken: keys that other columns of the sheet already have.
  static func settle(_ reading: inout KindReading, besides taken: Set<String> = []) {
    guard let key = keys[reading.prefix], let place = reading.columns.firstIndex(where: { $0.key == key }) else {
      return
    }
    let column = reading.columns[place]
    let keys = taken.union(reading.columns.map(\.key))
    let others = (reading.leftAlone.map { ($0.header, $0.contents) } + reading.columns.map { ($0.header, $0.contents) })
      .filter { $0.0 != column.header }
      .map { (words: Set(HeaderWords($0.0, keepsBrackets: false).words), contents: $0.1) }
    let headers = reading.leftAlone.map(\.header) + reading.columns.map(\.header)
    guard let doubt = Doubt(column.header, keys, others, isOdoo: isOdoo(headers)) else { return }
    // Beside what is paid each month stands what is paid in a year.
    let other = reading.leftAlone.firstIndex { other in
      (doubt == .monthly || doubt == .other) && other.reason == .taken(key: key)
        && Doubt(other.header, keys, others) == nil
    }
    // What recurs may be counted by the month throughout.
    if reading.prefix == "re", other == nil { return }
    reading.columns.remove(at: place)
    if let other {
      let found = reading.leftAlone.remove(at: other)
      reading.columns.append(
        ColumnProposal(
          number: found.number, header: found.header, key: key, confidence: column.confidence,
          evidence: column.evidence, contents: found.contents, isID: false, alternatives: []))
    }
    reading.leftAlone.append(
      LeftAloneColumn(number: column.number, header: column.header, reason: .thin(key: key), contents: column.contents))
    reading.columns.sort { $0.number < $1.number }
    reading.leftAlone.sort { $0.number < $1.number }
  }

  private enum Doubt {
    case monthly, weighted, price, budget, other

    init?(
      _ header: String, _ keys: Set<String>, _ others: [(words: Set<String>, contents: ColumnContents)],
      isOdoo: Bool = false
    ) {
      let words = Set(HeaderWords(header, keepsBrackets: false).words)
      func says(_ known: Set<String>) -> Bool { !words.isDisjoint(with: known) }
      /// Whether another column of numbers says one of these.
      func stands(_ known: Set<String>) -> Bool {
        others.contains { !$0.words.isDisjoint(with: known) && $0.contents.share($0.contents.numbers) >= 0.5 }
      }
      if says(AmountDoubt.months) {
        self = .monthly
      } else if AmountHeader.saysOther(header) {
        self = .other
      } else if words.count == 2, words.contains("expected"), says(["value", "revenue", "amount"]),
        keys.contains("prob_override"), !isOdoo
      {
        self = .weighted
      } else if words.isSubset(of: AmountDoubt.prices), stands(AmountDoubt.quantities) {
        self = .price
      } else if says(AmountDoubt.budgets), stands(AmountDoubt.offers) {
        self = .budget
      } else {
        return nil
      }
    }
  }

  /// Whether the headers are those of Odoo, in which the expected revenue is that of the whole deal, and the prorated one is weighted.
  private static func isOdoo(_ headers: [String]) -> Bool {
    let words = Set(headers.map { TextFolding.headerWord($0) })
    return words.contains("expectedclosing")
      && !words.isDisjoint(with: ["salesperson", "salesteam", "proratedrevenue", "expectedmrr"])
  }

  private static let months: Set<String> = ["mrr", "monthly", "monatlich", "月费", "每月金额", "月租"]
  private static let prices: Set<String> = [
    "price", "unit", "per", "each", "preis", "einzelpreis", "stückpreis", "stuckpreis", "prix", "prezzo", "precio",
    "单价", "价格",
  ]
  private static let quantities: Set<String> = [
    "quantity", "unit", "seat", "piece", "menge", "anzahl", "stück", "stuck", "licenses", "license", "user", "数量", "台数",
    "件数", "套数",
  ]
  private static let budgets: Set<String> = ["budget", "预算", "预算金额", "客户预算"]
  private static let offers: Set<String> = [
    "offer", "quote", "quotation", "bid", "proposal", "angebot", "angebotssumme", "offerta", "报价", "报价金额", "投标金额",
    "投标报价",
  ]
}
