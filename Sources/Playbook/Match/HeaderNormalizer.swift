// SPDX-License-Identifier: Apache-2.0

/// A header or sheet title reduced to the part that distinguishes it from others.
public struct NormalizedHeader: Hashable, Sendable {
  /// The part that is compared.
  public let key: String
  /// The folded unit in brackets at the end: `萬元`, `元/年`, `%`.
  public let unit: String?
}

/// Normalizes headers and titles for comparison (documents/method.md, Finding sheets and columns).
///
/// Compatibility forms and case are folded; white space, zero-width characters, `*` and `:` are removed, and so is a unit in brackets at
/// the end. Other brackets stay: 達標概率(精確) differs from 達標概率.
public enum HeaderNormalizer {
  public static func normalize(_ text: String) -> NormalizedHeader { normalized.value(of: text, read) }

  private static let normalized = TextMemo<NormalizedHeader>()

  private static func read(_ text: String) -> NormalizedHeader {
    var scalars = TextFolding.foldedScalars(text)[...]
    scalars.removeAll { TextFolding.isBlank($0) || $0 == "*" || $0 == ":" }
    var unit: String?
    if let last = scalars.last, let opening = opening(of: last), let start = scalars.lastIndex(of: opening),
      start > scalars.startIndex
    {
      let inside = TextFolding.string(of: scalars[(start + 1)...].dropLast())
      if isUnit(inside) {
        unit = inside
        scalars = scalars[..<start]
      }
    }
    return NormalizedHeader(key: TextFolding.string(of: scalars), unit: unit)
  }

  /// The part that is compared.
  public static func key(_ text: String) -> String { normalize(text).key }

  /// The value of the unit in its currency: 10,000 for 萬元, 1,000 for k€, 1 for a currency (元, USD, €). Nil if it is not a unit of money.
  public static func moneyScale(ofUnit unit: String) -> Double? {
    statedScale(ofUnit: unit)
      ?? (Currency.named(String(unit.split(separator: "/", maxSplits: 1).first ?? "")) == nil ? nil : 1)
  }

  /// The same for a unit that says how many of the currency it is, as 元, 萬元 and k€ do; nil for a currency alone, which may be counted
  /// in thousands.
  package static func statedScale(ofUnit unit: String) -> Double? {
    let word = String(unit.split(separator: "/", maxSplits: 1).first ?? "")
    return moneyUnits[word] ?? ScaledCurrency(word)?.scale
  }

  /// The same for what says it in the header of amounts alone: `(MM)`, `(wan)`, `(x 1000)`. `(m)` may be millions or months, and `(W)` 萬
  /// or weeks; neither is one of the currency.
  package static func columnScale(ofUnit unit: String) -> Double? { columnUnits[unit] }

  private static let columnUnits: [String: Double] = [
    "m": 1e6, "mm": 1e6, "b": 1e9, "t": 1e3, "w": 1e4, "wan": 1e4, "x1000": 1e3, "x1,000": 1e3, "x1.000": 1e3,
    "×1000": 1e3, "×1,000": 1e3, "*1000": 1e3, "000": 1e3, "'000": 1e3, "1000": 1e3, "1,000": 1e3, "x10000": 1e4,
    "×10000": 1e4, "x1000000": 1e6,
  ]

  /// The header with its unit of money changed to a single one and nothing else: 合同金額（元/年）* for 合同金額（萬元/年）*, `Amount (EUR)`
  /// for `Amount (k€)`. Nil if there is no such unit in brackets, if it can be read in two ways (`$M`), or if it says no scale or
  /// no currency.
  public static func inSingleUnits(_ header: String) -> String? {
    guard let close = header.lastIndex(where: { ")）]］】〕".contains($0) }),
      let open = header[..<close].lastIndex(where: { "(（[［【〔".contains($0) })
    else { return nil }
    let inside = header[header.index(after: open)..<close]
    let word = String((normalize("x(\(inside))").unit ?? "").split(separator: "/", maxSplits: 1).first ?? "")
    let single: String
    if moneyUnits[word] != nil {
      single = inside.utf8.allSatisfy { $0 < 0x80 } ? "yuan" : "元"
    } else if let unit = ScaledCurrency(word), unit.isCertain, let currency = unit.currency {
      single = currency.code
    } else {
      return nil
    }
    let period = inside.firstIndex { $0 == "/" || $0 == "／" }.map { inside[$0...] } ?? ""
    return header[...open] + single + period + header[close...]
  }

  private static func opening(of closing: Unicode.Scalar) -> Unicode.Scalar? {
    switch closing {
    case ")": "("
    case "]": "["
    case "】": "【"
    case "〕": "〔"
    default: nil
    }
  }

  private static func isUnit(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    func isMoney(_ word: String) -> Bool {
      moneyUnits[word] != nil || Currency.named(word) != nil || ScaledCurrency(word) != nil
    }
    if parts.count == 2 { return periods.contains(parts[1]) && isMoney(parts[0]) }
    return parts.count == 1 && (periods.contains(text) || otherUnits.contains(text) || isMoney(text))
  }

  private static let moneyUnits: [String: Double] = [
    "元": 1, "yuan": 1, "千元": 1e3, "仟元": 1e3, "kyuan": 1e3, "萬": 1e4, "万": 1e4, "萬元": 1e4, "万元": 1e4, "10kyuan": 1e4,
    "十萬元": 1e5, "十万元": 1e5, "百萬元": 1e6, "百万元": 1e6, "億": 1e8, "亿": 1e8, "億元": 1e8, "亿元": 1e8,
  ]

  private static let periods: Set<String> = [
    "天", "日", "週", "周", "月", "個月", "个月", "季", "年", "day", "days", "month", "months", "year", "years",
  ]

  private static let otherUnits: Set<String> = [
    "%", "分", "比例", "次", "人", "points", "point", "ratio", "times", "0-100", "0-1",
  ]
}
