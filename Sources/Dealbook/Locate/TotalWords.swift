// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The words with which a subtotal or total row begins.
struct TotalWords {
  private let words: Set<String>
  /// Whether texts with digits can be ruled out: IDs contain digits, and none of the usual words does.
  private let haveNoDigits: Bool

  init(_ words: [String]) {
    self.words = Set(words.map(Self.normalized))
    haveNoDigits = !self.words.contains { $0.utf8.contains(where: Self.isDigit) }
  }

  func contains(_ text: String) -> Bool {
    guard text.utf8.count < 64, !(haveNoDigits && text.utf8.contains(where: Self.isDigit)) else { return false }
    return words.contains(Self.normalized(text))
  }

  /// Whether a short text ends in a word for a total, as 華東小計, 总计（含税） and ‘Total north’ do, or begins with one; or a text of any length
  /// begins with ‘Total for’.
  func ends(_ text: String) -> Bool {
    if Self.beginsTotalFor(text.utf8) { return true }
    guard text.utf8.count < 48, !(haveNoDigits && text.utf8.contains(where: Self.isDigit)) else { return false }
    var folded = Self.normalized(text)
    if let bracket = folded.firstIndex(where: { "([（［".contains($0) }), bracket > folded.startIndex {
      folded = String(folded[..<bracket])
    }
    guard let last = folded.unicodeScalars.last else { return false }
    if last.value > 0x2FFF { return Self.chineseEnds.contains { folded.hasSuffix($0) } }
    guard let first = folded.unicodeScalars.first, first.value < 0x250 else { return false }
    // Total in k€
    if let unit = folded.firstRange(of: "in"), Self.latinWords.contains(String(folded[..<unit.lowerBound])),
      UnitStatement(String(folded[unit.upperBound...])) != nil
    {
      return true
    }
    return words.contains(folded) || Self.latinWords.contains(folded) || folded.hasPrefix("subtotal")
      || folded.hasPrefix("grandtotal") || folded.hasPrefix("zwischensumme") || folded.hasPrefix("gesamtsumme")
  }

  /// Whether the last of several words is one for a total, as pivot tables write below a group: ‘Closed Won Total’. It is a total only if the
  /// row has no other text.
  func endsInWord(_ text: String) -> Bool {
    guard text.utf8.count < 48, let space = text.lastIndex(of: " "), space > text.startIndex else { return false }
    let last = TextFolding.folded(String(text[text.index(after: space)...]))
    return ["total", "totals", "subtotal", "summe", "ergebnis", "gesamt"].contains(last)
  }

  /// The usual words, without those of a playbook.
  static let usual = TotalWords([])

  /// Whether a text, which need not be alone in its row, is the name of a total.
  func nameTotal(_ text: String) -> Bool { ends(text) || endsInWord(text) }

  /// Whether a text is the name of a figure about the rows above: ‘Count’, ‘Record Count’, 平均值.
  static func nameStatistic(_ text: String) -> Bool {
    text.utf8.count < 32 && statistics.contains(Simplified.text(normalized(text)))
  }

  /// As ``normalized(_:)`` writes them, simplified.
  private static let statistics: Set<String> = [
    "count", "recordcount", "rowcount", "numberofrecords", "average", "avg", "mean", "median", "min", "minimum", "max",
    "maximum", "sum", "anzahl", "durchschnitt", "mittelwert", "conteggio", "media", "recuento", "promedio", "moyenne",
    "计数", "记录数", "记录计数", "笔数", "件数", "平均", "平均值", "最大值", "最小值", "求和", "总和",
  ]

  private static let chineseEnds = ["小計", "小计", "合計", "合计", "總計", "总计", "累計", "累计", "共計", "共计"]
  private static let latinWords: Set<String> = [
    "total", "totals", "subtotal", "grandtotal", "sum", "summe", "gesamt", "gesamtsumme", "zwischensumme", "totale",
    "subtotale", "gesamtergebnis", "teilergebnis", "ergebnis", "endsumme",
  ]

  /// A fast test of whether ``contains(_:)`` and ``ends(_:)`` have to examine the text.
  func mayContain(_ text: Span<UInt8>) -> Bool {
    if text.count < 64, !haveNoDigits || !text.indices.contains(where: { Self.isDigit(text[$0]) }) { return true }
    return Self.beginsTotalFor(text)
  }

  /// ‘Total for 31 - 60 days past due’, as accounting programs write below a group, whatever it is called.
  private static func beginsTotalFor(_ text: some Sequence<UInt8>) -> Bool {
    text.starts(with: totalFor) { $0 | 0x20 == $1 }
  }

  private static func beginsTotalFor(_ text: Span<UInt8>) -> Bool {
    text.count > totalFor.count && totalFor.indices.allSatisfy { text[$0] | 0x20 == totalFor[$0] }
  }

  private static let totalFor = Array("total for ".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func normalized(_ text: String) -> String {
    TextFolding.folded(text).filter { !$0.isWhitespace && $0 != ":" }
  }
}
