// SPDX-License-Identifier: Apache-2.0

/// A unit of money made of a scale and perhaps a currency, as headers state it: k€, TEUR, USD '000, $M, 萬美元, in thousands.
struct ScaledCurrency: Equatable {
  /// How much one of it is in the currency.
  let scale: Double
  /// Nil if only the scale is stated.
  let currency: Currency?
  /// Whether the scale can be read in one way only: `M` is a million to most people and a thousand to some.
  let isCertain: Bool

  /// - Parameter text: folded and without blanks: `k€`, `usd'000`, `inthousands`.
  init?(_ text: String) {
    // A long text in brackets is a remark.
    guard text.utf8.count <= 24, let known = Self.known.value(of: text, Self.read) else { return nil }
    self = known
  }

  private static let known = TextMemo<ScaledCurrency?>()

  private static func read(_ text: String) -> ScaledCurrency? {
    let text = bare(text.contains("\u{2019}") ? String(text.map { $0 == "\u{2019}" ? "'" : $0 })[...] : text[...])
    if let scale = words[String(text)] {
      return ScaledCurrency(scale: scale, currency: nil, isCertain: true)
    }
    for length in 1...longestCurrency where length < text.count {
      for (name, scale) in [
        (text.prefix(length), text.dropFirst(length)), (text.suffix(length), text.dropLast(length)),
      ] {
        guard let currency = Currency.named(name) else { continue }
        let word = String(bare(scale))
        if let scale = words[word] {
          return ScaledCurrency(scale: scale, currency: currency, isCertain: true)
        }
        // `rpm` is not a million rupiah.
        if let scale = letters[word], length > 2 || !name.allSatisfy(\.isLetter) {
          return ScaledCurrency(
            scale: scale, currency: currency, isCertain: word == "t" && germanSpeaking.contains(currency.code))
        }
      }
    }
    return nil
  }

  private init(scale: Double, currency: Currency?, isCertain: Bool) {
    self.scale = scale
    self.currency = currency
    self.isCertain = isCertain
  }

  /// The text without what joins the words: `in thousands of USD`, `Mio. €`, 單位：萬元.
  private static func bare(_ text: Substring) -> Substring {
    var text = text
    for label in ["in", "單位", "单位"] where text.count > 2 && text.hasPrefix(label) && !text.hasPrefix("inr") {
      text = text.dropFirst(2)
    }
    if text.count > 2, text.hasSuffix("of") { text = text.dropLast(2) }
    return text.last == "." ? text.dropLast() : text
  }

  /// The characters of the longest name of a currency that stands beside a scale.
  private static let longestCurrency = 5

  private static let words: [String: Double] = [
    "k": 1e3, "tsd": 1e3, "thsd": 1e3, "thous": 1e3, "thousand": 1e3, "thousands": 1e3, "'000": 1e3, "'000s": 1e3,
    "000s": 1e3, "000's": 1e3,
    "mio": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6, "millions": 1e6, "mrd": 1e9, "bn": 1e9, "billion": 1e9,
    "billions": 1e9, "10k": 1e4, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "千": 1e3, "仟": 1e3, "萬": 1e4,
    "万": 1e4,
    "十萬": 1e5, "十万": 1e5, "百萬": 1e6, "百万": 1e6, "億": 1e8, "亿": 1e8,
    // 人民币万元 names the currency twice.
    "千元": 1e3, "仟元": 1e3, "萬元": 1e4, "万元": 1e4, "十萬元": 1e5, "十万元": 1e5, "百萬元": 1e6, "百万元": 1e6, "億元": 1e8, "亿元": 1e8,
  ]

  /// Where `T€` and `TCHF` are thousands (Tausend): nobody there writes `T` for a trillion.
  private static let germanSpeaking: Set<String> = ["EUR", "CHF"]

  /// Scales only beside a currency.
  private static let letters: [String: Double] = [
    "m": 1e6, "mm": 1e6, "b": 1e9, "t": 1e3, "000": 1e3, "cr": 1e7, "1000": 1e3, "1,000": 1e3, "1.000": 1e3,
    "10000": 1e4, "10,000": 1e4, "w": 1e4,
  ]
}
