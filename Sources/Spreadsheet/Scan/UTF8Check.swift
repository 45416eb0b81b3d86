// SPDX-License-Identifier: Apache-2.0

import Base

/// Validates UTF-8 (RFC 3629). It is optimized for large inputs that are mostly ASCII or three-byte characters.
package enum UTF8Check {
  /// - Throws: the first error and its byte range.
  package static func check(_ bytes: Span<UInt8>) throws(UTF8.ValidationError) {
    var at = 0
    while at < bytes.count {
      // Check four words at a time as long as there is only ASCII.
      while let first = Words.load(bytes, at), let second = Words.load(bytes, at &+ 8),
        let third = Words.load(bytes, at &+ 16), let fourth = Words.load(bytes, at &+ 24),
        (first | second | third | fourth) & Words.tops == 0
      {
        at &+= 32
      }
      guard at < bytes.count else { break }
      if let word = Words.load(bytes, at) {
        if word & Words.tops == 0 {
          at &+= 8
          continue
        }
        // Two three-byte characters whose lead bytes are not E0 or ED, as those restrict the byte that follows.
        if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, isPlainLead(word), isPlainLead(word >> 24) {
          at &+= 6
          continue
        }
      }
      let count = letter(bytes, at)
      // The standard library determines what the error is.
      guard count > 0 else { return try explain(bytes, from: at) }
      at &+= count
    }
  }

  @inline(always)
  private static func isPlainLead(_ word: UInt64) -> Bool {
    let lead = UInt8(truncatingIfNeeded: word)
    return lead != 0xE0 && lead != 0xED
  }

  /// The length of the character at `at`; 0 if it is invalid or incomplete.
  @inline(always)
  private static func letter(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    func follows(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      at + distance < bytes.count && range.contains(bytes[at + distance])
    }
    switch bytes[at] {
    case ..<0x80: return 1
    case 0xC2..<0xE0: return follows(1) ? 2 : 0
    // Excludes overlong forms (E0) and surrogates (ED).
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xE1..<0xF0: return follows(1) && follows(2) ? 3 : 0
    // Only up to U+10FFFF.
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    case 0xF1..<0xF4: return follows(1) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }

  @inline(never)
  private static func explain(_ bytes: Span<UInt8>, from start: Int) throws(UTF8.ValidationError) {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.extracting(droppingFirst: start))
    } catch {
      let place = error.byteOffsets
      throw UTF8.ValidationError(error.kind, (place.lowerBound + start)..<(place.upperBound + start))
    }
  }
}
