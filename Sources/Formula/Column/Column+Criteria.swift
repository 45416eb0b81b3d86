// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension Column {
  /// The texts of the column for which a criterion equal to the text may also match other cells: numerals, and text with wildcards or a
  /// leading operator.
  package func textsThatCriteriaBend() -> [String] {
    let arena = pool.arena
    let bytes = arena.bytes.span
    var texts: [String] = []
    for number in 0..<arena.count where Self.bends(bytes.extracting(arena.range(number))) {
      texts.append(arena.text(number))
    }
    return texts
  }

  /// All distinct texts of the column.
  package var texts: [String] { (0..<pool.arena.count).map { pool.arena.text($0) } }

  private static func bends(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    var isNumeral = true
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "~"): return true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: " "):
        break
      default: isNumeral = false
      }
    }
    return isNumeral || text[0] == UInt8(ascii: "<") || text[0] == UInt8(ascii: ">") || text[0] == UInt8(ascii: "=")
  }
}

/// What COUNTIFS, SUMIFS and MATCH match when they look for an ID.
package struct IDCriterion: Sendable {
  private let criterion: Criterion

  package init(_ id: String) { criterion = Criterion(.text(id)) }

  /// The number that the ID is compared as; nil if it is compared as text.
  package static func numeral(_ id: String) -> Double? { Criterion.numeral(id) }

  package func finds(_ id: String) -> Bool { criterion.matches(.text(id)) }
}
