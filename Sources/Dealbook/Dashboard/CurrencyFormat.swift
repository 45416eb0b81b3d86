// SPDX-License-Identifier: Apache-2.0

/// The currency that a number format or a header names.
enum CurrencyFormat {
  /// `USD` in `[$USD] #,##0.00`, `€` in `#,##0.00 [$€-407]`; nil for a format without a currency.
  static func currency(of code: String) -> String? {
    guard let open = code.firstIndex(of: "$"), open > code.startIndex, code[code.index(before: open)] == "[",
      let close = code[open...].firstIndex(of: "]")
    else { return nil }
    let name = code[code.index(after: open)..<close].prefix { $0 != "-" }.drop { $0 == " " }
    return name.isEmpty ? nil : String(name)
  }

  /// `元` in 金額(元); nil if the header has no money unit in brackets at its end.
  static func unit(of header: String) -> String? {
    guard let last = header.last, ")）".contains(last), let open = header.lastIndex(where: { "(（".contains($0) }) else {
      return nil
    }
    let unit = String(header[header.index(after: open)...].dropLast())
    return ["元", "人民幣", "人民币", "新台幣", "新臺幣", "新台币", "RMB", "CNY", "NTD", "TWD"].contains(unit) ? unit : nil
  }
}
