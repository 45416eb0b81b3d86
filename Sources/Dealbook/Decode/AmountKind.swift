// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook

/// What the header of a column of amounts says of their kind: with or without tax, for a month or a year.
struct AmountKind {
  private enum Tax { case net, gross }
  private enum Period { case month, quarter, year }

  private let tax: Tax?
  private let period: Period?

  /// Nil for a header that says neither.
  init?(_ header: String) {
    let folded = Simplified.text(TextFolding.folded(header))
    let words = Set(folded.split { !$0.isLetter }.map(String.init))
    // 不含税 ends with 含税.
    tax = Self.one(of: Self.taxes, words, folded.replacing("不含税", with: "未税"))
    period = Self.one(of: Self.periods, words, folded)
    if tax == nil, period == nil { return nil }
  }

  /// Whether both say something of the same, and not the same.
  func contradicts(_ other: AmountKind) -> Bool {
    func differ<Kind: Equatable>(_ a: Kind?, _ b: Kind?) -> Bool {
      if let a, let b { a != b } else { false }
    }
    return differ(tax, other.tax) || differ(period, other.period)
  }

  /// The kind that the words say; nil for none, or for two.
  private static func one<Kind: Hashable>(
    of kinds: [(kind: Kind, words: Set<String>, parts: [String])], _ words: Set<String>, _ folded: String
  ) -> Kind? {
    let found = kinds.filter { kind in
      !kind.words.isDisjoint(with: words) || kind.parts.contains { folded.containsBytes(of: $0) }
    }
    return found.count == 1 ? found[0].kind : nil
  }

  private static let taxes: [(kind: Tax, words: Set<String>, parts: [String])] = [
    (.net, ["net", "netto", "nettobetrag", "ht"], ["excl. vat", "ex vat", "excl vat", "未税", "税前"]),
    (.gross, ["gross", "brutto", "bruttobetrag", "ttc"], ["incl. vat", "inc vat", "incl vat", "含税", "价税合计"]),
  ]

  private static let periods: [(kind: Period, words: Set<String>, parts: [String])] = [
    (.month, ["mrr", "monthly", "month", "monatlich", "mtl", "mensuel"], ["每月", "月费", "/月", "月度"]),
    (.quarter, ["quarterly", "quarter", "quartal"], ["每季", "季度"]),
    (.year, ["arr", "annual", "yearly", "year", "jährlich", "acv", "annuel"], ["每年", "年费", "/年", "年度"]),
  ]
}
