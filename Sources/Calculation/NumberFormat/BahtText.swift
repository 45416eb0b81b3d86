// SPDX-License-Identifier: Apache-2.0

/// Amounts in Thai words (BAHTTEXT).
enum BahtText {
  private static let digits = ["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"]
  private static let places = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"]

  /// The amount in baht and satang, rounded to two decimals.
  static func text(_ amount: Double) -> String {
    let cents = (amount.magnitude * 100).rounded(.toNearestOrAwayFromZero)
    let baht = (cents / 100).rounded(.down)
    let satang = Int(cents - baht * 100)
    var text = amount < 0 && cents > 0 ? "ลบ" : ""
    if baht > 0 || satang == 0 { text += words(baht) + "บาท" }
    return text + (satang == 0 ? "ถ้วน" : words(Double(satang)) + "สตางค์")
  }

  /// A whole number, in groups of six digits.
  private static func words(_ number: Double) -> String {
    guard number > 0 else { return digits[0] }
    var groups: [Int] = []
    var rest = number
    while rest > 0 {
      let higher = (rest / 1_000_000).rounded(.down)
      groups.append(Int(rest - higher * 1_000_000))
      rest = higher
    }
    return groups.enumerated().reversed().map { place, group in
      self.group(group, isAfter: place < groups.count - 1) + String(repeating: "ล้าน", count: place)
    }.joined()
  }

  /// - Parameter isAfter: whether other digits precede the group.
  private static func group(_ number: Int, isAfter: Bool) -> String {
    var text = ""
    var divisor = 100_000
    for place in stride(from: 5, through: 0, by: -1) {
      let digit = number / divisor % 10
      divisor /= 10
      guard digit > 0 else { continue }
      switch (place, digit) {
      case (1, 1): text += places[1]
      case (1, 2): text += "ยี่" + places[1]
      // A final one is a different word if other digits precede it.
      case (0, 1) where number > 1 || isAfter: text += "เอ็ด"
      default: text += digits[digit] + places[place]
      }
    }
    return text
  }
}
