// SPDX-License-Identifier: Apache-2.0

/// Folds text so that different spellings of the same thing compare as equal.
public enum TextFolding {
  /// Replaces compatibility forms (full-width letters, ㎡, ①) with their plain forms, and converts to lower case.
  ///
  /// This is NFKC with case folding for the blocks that `CompatibilityTable` lists. The standard library has no NFKC, and importing
  /// Foundation would slow down every start.
  public static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    return string(of: foldedScalars(text))
  }

  static func foldedScalars(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { appendFolded(scalar, to: &result) }
    return result
  }

  static func string(of scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The folded text without white space and zero-width characters at either end. Labels of lists are compared in this form.
  public static func label(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return folded(String(scalars[first...last]))
  }

  /// The folded text in simplified characters, without any white space or zero-width character. Names are compared in this form.
  public static func name(_ text: String) -> String {
    Simplified.text(string(of: foldedScalars(text).filter { !isBlank($0) }))
  }

  /// The form in which vocabulary words and headers are compared: folded, in simplified characters, without spaces, units in brackets and
  /// punctuation between the parts of a name. ‘Close_Date’, ‘close-date’ and ‘Close date’ are the same.
  public static func headerWord(_ text: String) -> String { headerWords.value(of: text, madeWord) }

  private static let headerWords = TextMemo<String>()

  private static func madeWord(_ text: String) -> String {
    let key = Simplified.text(HeaderNormalizer.key(text))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(key.utf8.count)
    for byte in key.utf8 {
      switch byte {
      case 0x20...0x22, 0x26...0x2F, 0x3A...0x3B, 0x5B...0x60, 0x7B...0x7E: break
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// White space and invisible characters: zero-width spaces and joiners, direction marks, the soft hyphen, the byte order mark, variation
  /// selectors.
  public static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x3001...0xFDFF: false
    // The Unicode property White_Space.
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    case 0x00AD, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }

  /// Whether the folded text may have a digit from 0 to 9; false for most texts without one.
  public static func mayHaveDigit(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x30...0x39: true
      case 0...0x7F, 0x3040...0x3130, 0x3400...0xA63F, 0xAC00...0xF8FF: false
      default: true
      }
    }
  }

  static func appendFolded(_ scalar: Unicode.Scalar, to result: inout [Unicode.Scalar]) {
    switch scalar.value {
    case 0x41...0x5A: appendScalar(scalar.value + 0x20, to: &result)
    case 0...0x7F: result.append(scalar)
    // Chinese characters and kana, the most frequent ones here, have no compatibility forms.
    case 0x3040...0x3130, 0x3400...0xA63F, 0xAC00...0xF8FF: result.append(scalar)
    case 0xFF01...0xFF5E:
      // Full-width ASCII.
      let plain = scalar.value - 0xFEE0
      appendScalar(0x41...0x5A ~= plain ? plain + 0x20 : plain, to: &result)
    default:
      guard let replacement = replacements[scalar] else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        return
      }
      for part in replacement {
        result.append(contentsOf: part.properties.lowercaseMapping.unicodeScalars)
      }
    }
  }

  private static func appendScalar(_ value: UInt32, to result: inout [Unicode.Scalar]) {
    if let scalar = Unicode.Scalar(value) { result.append(scalar) }
  }

  private static let replacements: [Unicode.Scalar: [Unicode.Scalar]] = {
    var result: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for entry in CompatibilityTable.entries.unicodeScalars.split(separator: " ") {
      guard let first = entry.first else { continue }
      result[first] = Array(entry.dropFirst())
    }
    return result
  }()
}
