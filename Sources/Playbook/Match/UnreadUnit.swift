// SPDX-License-Identifier: Apache-2.0

import Base

extension HeaderNormalizer {
  /// What the header of a column of amounts says of their unit, if it is not understood: `thsd.` of `Amount (thsd. pcs)`, `分` of 金額（分）,
  /// `/ 1000` of `Amount / 1000`. Nil if it says nothing of a unit, or something that is understood.
  ///
  /// Amounts under such a header may be a thousand times what they seem. Remarks in brackets, such as (net), are no units.
  package static func unreadUnit(ofAmounts header: String) -> String? {
    if let unit = normalize(header).unit {
      let word = String(unit.split(separator: "/", maxSplits: 1).first ?? "")
      return notOfMoney.contains(word) ? unit : nil
    }
    guard UnitStatement.unit(inHeader: header) == nil else { return nil }
    for part in parts(of: TextFolding.folded(header)) where saysScale(part) {
      let bare = part.filter { !TextFolding.isBlank($0.unicodeScalars.first ?? " ") }
      if statedScale(ofUnit: bare) != nil || columnScale(ofUnit: bare) != nil { continue }
      return part
    }
    return nil
  }

  /// What stands in brackets, and what stands behind a stroke or a sign of multiplication at the end.
  private static func parts(of header: String) -> [String] {
    var parts: [String] = []
    var rest = header[...]
    while let open = rest.firstIndex(where: { "([【〔".contains($0) }),
      let close = rest[open...].firstIndex(where: { ")]】〕".contains($0) })
    {
      parts.append(TextFolding.label(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if let sign = rest.lastIndex(where: { "/×*".contains($0) }) {
      let end = TextFolding.label(String(rest[rest.index(after: sign)...]))
      if end.allSatisfy({ $0.isNumber || ",. '".contains($0) }) { parts.append(String(rest[sign]) + " " + end) }
    }
    return parts.filter { !$0.isEmpty && $0.count <= 16 }
  }

  private static func saysScale(_ part: String) -> Bool {
    if letters.contains(part) || scales.contains(where: { part.containsBytes(of: $0) }) { return true }
    // 1000 and 000, but no year.
    let digits = part.split { !$0.isNumber && !",.' ".contains($0) }.map { $0.filter(\.isNumber) }
    return digits.contains { ["000", "100", "1000", "10000", "100000", "1000000"].contains($0) }
  }

  /// Of other things than money.
  private static let notOfMoney: Set<String> = ["%", "分", "比例", "points", "point", "ratio", "0-100", "0-1"]

  /// The whole of what stands in brackets.
  private static let letters: Set<String> = [
    "t", "te", "k", "m", "mn", "mm", "b", "bn", "w", "ct", "c", "cent", "cents", "角", "分", "th", "h",
  ]
  /// Folded.
  private static let scales = [
    "thsd", "thous", "tsd", "tausend", "hundred", "mille", "million", "mio", "mill.", "mil.", "milli", "mrd", "billion",
    "lakh", "crore", "cents", "pence", "rappen", "pfennig", "10^", "十", "百", "千", "仟", "萬", "万", "億", "亿",
  ]
}
