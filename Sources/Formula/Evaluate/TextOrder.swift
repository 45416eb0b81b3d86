// SPDX-License-Identifier: Apache-2.0

/// Orders text without regard to case, close to Excel: punctuation before digits before letters; letters by base letter, then by accent;
/// hyphens and apostrophes count last.
package enum TextOrder {
  package static func compare(_ a: String, _ b: String) -> Int {
    if a.utf8.elementsEqual(b.utf8) { return 0 }
    return compare(folded: Array(CaseFolding.folded(a).utf8)[...], Array(CaseFolding.folded(b).utf8)[...])
  }

  /// Compares texts that are already case-folded.
  static func compare(folded a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
    if a == b { return 0 }
    // Only ASCII letters and digits, as in most IDs and dates: compare the bytes.
    if a.allSatisfy(isPlain), b.allSatisfy(isPlain) { return a.lexicographicallyPrecedes(b) ? -1 : 1 }
    let x = String(decoding: a, as: UTF8.self)
    let y = String(decoding: b, as: UTF8.self)
    let p = keys(x)
    let q = keys(y)
    if p != q { return p.lexicographicallyPrecedes(q) ? -1 : 1 }
    // Equal apart from hyphens: the longer one comes last.
    let lengths = (x.unicodeScalars.count, y.unicodeScalars.count)
    if lengths.0 != lengths.1 { return lengths.0 < lengths.1 ? -1 : 1 }
    return x.unicodeScalars.lexicographicallyPrecedes(y.unicodeScalars) ? -1 : 1
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A
  }

  private static func keys(_ text: String) -> [UInt32] {
    var keys: [UInt32] = []
    for scalar in text.unicodeScalars {
      if scalar == "-" || scalar == "'" { continue }
      let value = scalar.value
      switch value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: keys.append(0x1_0000 + value)
      case ..<0x80: keys.append(Self.punctuation[value] ?? value)
      case 0xC0...0x24F:
        // The base letter without its accent.
        let base = String(scalar).decomposedStringFirst
        keys.append(0x1_0000 + base.value)
      default: keys.append(0x2_0000 + value)
      }
    }
    return keys
  }

  /// The order of punctuation in Windows' word sort.
  private static let punctuation: [UInt32: UInt32] = Dictionary(
    uniqueKeysWithValues: " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$".unicodeScalars.enumerated().map {
      ($0.element.value, UInt32($0.offset) + 0x100)
    })
}

extension String {
  /// The first scalar of the canonical decomposition.
  fileprivate var decomposedStringFirst: Unicode.Scalar {
    for scalar in unicodeScalars {
      // A letter with an accent equals its base letter plus a combining mark, so the base is found by comparison.
      for base in "AEIOUYCNSZDLTRGHJKWB".unicodeScalars {
        for mark: UInt32 in 0x300...0x338 {
          guard let combining = Unicode.Scalar(mark) else { continue }
          var composed = String.UnicodeScalarView()
          composed.append(base)
          composed.append(combining)
          if String(composed) == self { return base }
        }
      }
      return scalar
    }
    return "A"
  }
}
