// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The digits of a number as written, before it is known which decimal mark applies.
struct NumberDigits {
  /// The digits with at most one point, if a point is the decimal mark; nil if it cannot be.
  let withPoint: String?
  /// The same if a comma is the decimal mark.
  let withComma: String?
  /// Whether the text contains a point or a comma.
  let hasMark: Bool

  /// Nil if the text is not a number either way.
  init?(_ text: Substring) {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: Self.isDigit) else { return nil }
    // Spaces and apostrophes can only be thousands separators.
    guard let plain = Self.withoutGroups(text) else { return nil }
    hasMark = plain.digits.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    withPoint = Self.digits(plain.digits, mark: ".", group: ",", isGrouped: plain.isGrouped)
    withComma = Self.digits(plain.digits, mark: ",", group: ".", isGrouped: plain.isGrouped)
    guard withPoint != nil || withComma != nil else { return nil }
  }

  /// `1'234.50` and `1 234,50` without thousands separators. Nil if the separators are in other places.
  private static func withoutGroups(_ text: Substring) -> (digits: String, isGrouped: Bool)? {
    let isGroup = { (scalar: Unicode.Scalar) in
      switch scalar.value {
      case 0x27, 0x2019, 0x20, 0xA0, 0x2009, 0x202F: true
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: isGroup) else { return (String(text), false) }
    let end = text.unicodeScalars.firstIndex { $0 == "." || $0 == "," } ?? text.endIndex
    let groups = text[..<end].unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isGroup)
    guard let head = groups.first, (1...3).contains(head.count), head.first != "0",
      groups.dropFirst().allSatisfy({ $0.count == 3 }), !text[end...].unicodeScalars.contains(where: isGroup)
    else { return nil }
    return (groups.map { String($0) }.joined() + text[end...], true)
  }

  private static func digits(_ text: String, mark: Character, group: Character, isGrouped: Bool) -> String? {
    let halves = text.split(separator: mark, omittingEmptySubsequences: false)
    guard halves.count <= 2, let whole = halves.first else { return nil }
    let groups = whole.split(separator: group, omittingEmptySubsequences: false)
    guard let head = groups.first else { return nil }
    if groups.count > 1 {
      // 0,123 has no thousands to separate.
      guard !isGrouped, (1...3).contains(head.count), head.first != "0",
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    let fraction = halves.count == 2 ? halves[1] : ""
    let joined = groups.joined()
    guard !(joined.isEmpty && fraction.isEmpty), (joined + fraction).utf8.allSatisfy(isDigit) else { return nil }
    return (joined.isEmpty ? "0" : joined) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
