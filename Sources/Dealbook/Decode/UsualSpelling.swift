// SPDX-License-Identifier: Apache-2.0

/// Converts text that looks the same but uses other characters: letters with separate accents, as macOS writes them in file names, and
/// compatibility ideographs from old Korean and Taiwanese systems. Excel compares characters, so conditional sums do not match the two
/// spellings.
package enum UsualSpelling {
  /// `text` in the usual characters; nil if it uses them already, or if one of its characters has no known equivalent.
  package static func usual(of text: String) -> String? {
    guard mayDiffer(text) else { return nil }
    var usual = ""
    for character in text {
      let scalars = character.unicodeScalars
      if let first = scalars.first, scalars.count == 1, !isCompatibility(first) {
        usual.unicodeScalars.append(first)
      } else if let one = table[character] {
        usual.unicodeScalars.append(one)
      } else {
        usual.unicodeScalars.append(contentsOf: scalars)
      }
    }
    return usual.unicodeScalars.elementsEqual(text.unicodeScalars) ? nil : usual
  }

  /// `text` with plain letters, digits and marks in place of the full-width ones; nil if it has none.
  package static func narrow(_ text: String) -> String? {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    var narrow = String.UnicodeScalarView()
    var isChanged = false
    for scalar in text.unicodeScalars {
      if (0xFF01...0xFF5E).contains(scalar.value), let plain = Unicode.Scalar(scalar.value - 0xFEE0) {
        narrow.append(plain)
        isChanged = true
      } else {
        narrow.append(scalar)
      }
    }
    return isChanged ? String(narrow) : nil
  }

  private static func mayDiffer(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return false }
    return text.unicodeScalars.contains { isCompatibility($0) || isCombining($0) }
  }

  private static func isCompatibility(_ scalar: Unicode.Scalar) -> Bool {
    (0xF900...0xFAFF).contains(scalar.value) || (0x2F800...0x2FA1F).contains(scalar.value)
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0300...0x036F, 0x1100...0x11FF, 0x3099, 0x309A: true
    default: false
    }
  }

  /// The usual character for each canonically equivalent one. `Character` compares by canonical equivalence, which is all that is needed
  /// here. The table is built on first use.
  private static let table: [Character: Unicode.Scalar] = {
    var table: [Character: Unicode.Scalar] = [:]
    for range in [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3] {
      for value in range {
        guard let scalar = Unicode.Scalar(UInt32(value)), !isCombining(scalar) else { continue }
        table[Character(scalar)] = scalar
      }
    }
    return table
  }()
}
