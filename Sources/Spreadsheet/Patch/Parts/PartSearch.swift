// SPDX-License-Identifier: Apache-2.0

internal import XML

extension OPCPackage {
  /// Whether the text of a part contains one of these patterns, in UTF-8, whatever the encoding of the part. Characters that the part writes
  /// as references, as openpyxl does with all that are not ASCII, are found as well.
  func part(_ part: PartName, containsAny patterns: [[UInt8]]) throws(SpreadsheetError) -> Bool {
    let stored = try bytes(of: part)
    do throws(XMLError) {
      let text = try XMLEncoding.detect(stored).toUTF8(stored)
      if patterns.contains(where: { ByteSearch.contains($0, in: text) }) { return true }
      guard ByteSearch.contains(Array("&#".utf8), in: text) else { return false }
      let plain = Self.withoutReferences(text)
      return patterns.contains { ByteSearch.contains($0, in: plain) }
    } catch {
      throw SpreadsheetError(error, in: part)
    }
  }

  /// The text with characters in place of numeric references; those that markup needs are written as patterns write them.
  private static func withoutReferences(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      if text[at] == UInt8(ascii: "&"), at + 1 < text.count, text[at + 1] == UInt8(ascii: "#"),
        let end = text[at..<min(at + 12, text.count)].firstIndex(of: UInt8(ascii: ";"))
      {
        let digits = String(decoding: text[(at + 2)..<end], as: UTF8.self)
        let isHex = digits.first.map { $0 == "x" || $0 == "X" } ?? false
        let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        if let scalar = code.flatMap(Unicode.Scalar.init) {
          result += XMLEscape.text(String(Character(scalar))).utf8
          at = end + 1
          continue
        }
      }
      result.append(text[at])
      at += 1
    }
    return result
  }
}
