// SPDX-License-Identifier: Apache-2.0

/// The currency of an amount: an ISO 4217 code, or a word such as 元 or $ that several currencies share.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
  /// `USD`; `元` or `$` if the country is not known.
  public let code: String

  public init(code: String) { self.code = code }

  /// 元 of an unknown country.
  public static let yuan = Currency(code: "元")
  /// `$` of an unknown country.
  public static let dollar = Currency(code: "$")
  /// `¥`, which is 元 in Chinese and yen in Japanese.
  public static let yen = Currency(code: "¥")

  public var description: String { code }

  /// Whether an amount in `other` may be in this currency, as far as both name a country.
  public func includes(_ other: Currency) -> Bool {
    if self == other { return true }
    switch self {
    case .yuan: return other == .yen
    case .dollar, .yen: return false
    default: return Self.shared[code]?.contains(other) == true
    }
  }

  /// The words without a country that may stand for a currency if the context makes clear which one is meant.
  private static let shared: [String: [Currency]] = {
    var shared: [String: [Currency]] = ["CNY": [.yuan, .yen], "TWD": [.yuan, .dollar], "JPY": [.yen]]
    for code in ["USD", "AUD", "CAD", "HKD", "SGD", "NZD"] { shared[code] = [.dollar] }
    return shared
  }()

  /// The currency named by a symbol or word before or after an amount, in lower case: `nt$`, `usd`, `€`, `元`.
  public static func named(_ word: some StringProtocol) -> Currency? { words[String(word)] }

  /// The words of ``named(_:)``, longest first, so that a word comes before the words it contains.
  public static let allWords: [String] = words.keys.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }

  private static let words: [String: Currency] = {
    var words: [String: Currency] = ["元": .yuan, "圓": .yuan, "圆": .yuan, "yuan": .yuan, "$": .dollar, "¥": .yen]
    let codes: [String: [String]] = [
      "CNY": ["rmb", "cn¥", "人民幣", "人民币"], "TWD": ["nt$", "ntd", "ntd$", "新台幣", "新臺幣", "新台币", "台幣", "台币"],
      "USD": ["us$", "usd$", "美元", "美金", "$us"], "EUR": ["€", "歐元", "欧元", "euro", "euros"],
      "GBP": ["£", "英鎊", "英镑"], "JPY": ["jp¥", "日圓", "日圆", "日元", "円"],
      "HKD": ["hk$", "港幣", "港币", "港元"], "SGD": ["s$", "sg$", "新加坡元", "新幣"], "AUD": ["a$", "au$", "澳元", "澳幣"],
      "CAD": ["c$", "ca$", "加元"], "NZD": ["nz$"], "KRW": ["₩", "韓元", "韩元", "韓圓"], "INR": ["₹", "rs.", "rs"],
      "CHF": ["fr.", "sfr"], "THB": ["฿"], "VND": ["₫"], "PHP": ["₱"], "RUB": ["₽"], "MYR": ["rm"], "IDR": ["rp"],
      "BRL": ["r$"], "SEK": [], "NOK": [], "DKK": [], "PLN": ["zł"], "ILS": ["₪"], "TRY": ["₺"], "MOP": ["mop$"],
      "AED": [], "SAR": [], "ZAR": [], "MXN": ["mx$"],
    ]
    for (code, names) in codes {
      for name in names + [code.lowercased()] { words[name] = Currency(code: code) }
    }
    return words
  }()
}
