// SPDX-License-Identifier: Apache-2.0

import Base

/// Functions whose value changes without a change to the workbook.
package enum VolatileFunctions {
  private static let names = ["TODAY", "NOW", "RANDBETWEEN", "RAND", "OFFSET", "INDIRECT"].map { Array($0.utf8) }

  /// The first volatile function that a formula's text calls, found without parsing it.
  package static func first(in text: ArraySlice<UInt8>) -> String? {
    let bytes = text.span
    var at = 0
    while at < bytes.count {
      // Eight bytes at a time, of which most hold no parenthesis.
      guard let word = Words.load(bytes, at) else {
        if bytes[at] == UInt8(ascii: "("), let name = name(before: at, in: bytes) { return name }
        at &+= 1
        continue
      }
      var marks = parentheses(word)
      while marks != 0 {
        if let name = name(before: at &+ marks.trailingZeroBitCount >> 3, in: bytes) { return name }
        marks &= marks &- 1
      }
      at &+= 8
    }
    return nil
  }

  /// The top bit of each byte that is an opening parenthesis.
  @inline(__always)
  private static func parentheses(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = word ^ 0x2828_2828_2828_2828
    return ~(((difference & low) &+ low) | difference | low)
  }

  /// The volatile function whose name ends before the parenthesis at `open`.
  @inline(__always)
  private static func name(before open: Int, in bytes: Span<UInt8>) -> String? {
    guard open >= 3, mayEnd(bytes[open &- 3] & 0xDF, bytes[open &- 2] & 0xDF, bytes[open &- 1] & 0xDF) else {
      return nil
    }
    return known(before: open, in: bytes)
  }

  @inline(never)
  private static func known(before open: Int, in bytes: Span<UInt8>) -> String? {
    for name in names where open >= name.count && stands(name, before: open, in: bytes) {
      return String(decoding: name, as: UTF8.self)
    }
    return nil
  }

  /// Whether one of the names has these last three letters; nearly all other functions do not.
  @inline(__always)
  private static func mayEnd(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (UInt8(ascii: "D"), UInt8(ascii: "A"), UInt8(ascii: "Y")),
      (UInt8(ascii: "N"), UInt8(ascii: "O"), UInt8(ascii: "W")),
      (UInt8(ascii: "E"), UInt8(ascii: "E"), UInt8(ascii: "N")),
      (UInt8(ascii: "A"), UInt8(ascii: "N"), UInt8(ascii: "D")),
      (UInt8(ascii: "S"), UInt8(ascii: "E"), UInt8(ascii: "T")),
      (UInt8(ascii: "E"), UInt8(ascii: "C"), UInt8(ascii: "T")):
      true
    default: false
    }
  }

  private static func stands(_ name: [UInt8], before open: Int, in bytes: Span<UInt8>) -> Bool {
    let begin = open - name.count
    for index in name.indices where bytes[begin + index] & 0xDF != name[index] { return false }
    return begin == 0 || !isNamePart(bytes[begin - 1])
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    let letter = byte & 0xDF
    return (letter >= 65 && letter <= 90) || (byte >= 48 && byte <= 57) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".") || byte >= 0x80
  }
}
