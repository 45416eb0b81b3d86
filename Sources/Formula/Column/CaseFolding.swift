// SPDX-License-Identifier: Apache-2.0

/// Case-folds text the way `=`, MATCH and COUNTIFS compare it.
///
/// Each code point becomes its upper-case form if that is a single code point, as in LibreOffice. Excel's table is not published, but it
/// agrees on all letters of the languages that Excel is known to be used in.
package enum CaseFolding {
  /// Appends the case-folded form of `text` to `folded`. Returns false, and appends nothing, if folding changes nothing.
  static func append(_ text: Span<UInt8>, to folded: inout [UInt8]) -> Bool {
    var first = 0
    while first < text.count, !mayChange(text[first]) { first += 1 }
    guard first < text.count else { return false }
    let start = folded.count
    for index in 0..<text.count { folded.append(text[index]) }
    var changed = false
    var at = start + first
    while at < folded.count {
      let byte = folded[at]
      if byte < 0x80 {
        if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") {
          folded[at] = byte & 0xDF
          changed = true
        }
        at += 1
      } else if byte >= 0xE3, byte <= 0xED, byte != 0xEA {
        // U+3000 … U+9FFF and U+B000 … U+DFFF: the CJK and Hangul blocks have no case.
        at += 3
      } else {
        // The rest of the text, one code point at a time: rare, so kept simple.
        let rest = String(decoding: folded[at...], as: UTF8.self)
        folded.removeSubrange(at...)
        for scalar in rest.unicodeScalars {
          let upper = upper(scalar)
          if upper != scalar { changed = true }
          folded.append(contentsOf: String(Character(upper)).utf8)
        }
        at = folded.count
      }
    }
    if !changed { folded.removeSubrange(start...) }
    return changed
  }

  package static func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    let copy = text
    return append(copy.utf8Span.span, to: &bytes) ? String(decoding: bytes, as: UTF8.self) : text
  }

  /// The single code point that `scalar` becomes in upper case, or `scalar` itself if there is none. UPPER uses it too.
  package static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    single(scalar.properties.uppercaseMapping) ?? scalar
  }

  package static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    single(scalar.properties.lowercaseMapping) ?? scalar
  }

  private static func single(_ text: String) -> Unicode.Scalar? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex else { return nil }
    return first
  }

  private static func mayChange(_ byte: UInt8) -> Bool {
    byte >= 0x80 ? true : byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }
}
