// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook

/// Invisible white space: at the ends of an ID or a label it breaks every lookup.
package enum StraySpace {
  /// Zero-width characters, which never belong inside a label or ID.
  static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// `text` without white space at its ends and without zero-width characters.
  package static func trimmed(_ text: String) -> String {
    if let first = text.utf8.first, let last = text.utf8.last, first > 0x20, first < 0x7F,
      last > 0x20, last < 0x7F, text.utf8.allSatisfy({ $0 < 0x80 })
    {
      return text
    }
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, TextFolding.isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, TextFolding.isBlank(last) { scalars.removeLast() }
    guard scalars.contains(where: isZeroWidth) else {
      return scalars.startIndex == text.startIndex && scalars.endIndex == text.endIndex ? text : String(scalars)
    }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: scalars.lazy.filter { !isZeroWidth($0) })
    return String(kept)
  }

  /// `text` trimmed, with each non-breaking or full-width space inside it replaced with a plain one.
  package static func cleaned(_ text: String) -> String {
    let trimmed = trimmed(text)
    guard trimmed.unicodeScalars.contains(where: { $0.value == 0xA0 || $0.value == 0x3000 }) else { return trimmed }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: trimmed.unicodeScalars.lazy.map { $0.value == 0xA0 || $0.value == 0x3000 ? " " : $0 })
    return String(scalars)
  }

  /// `text` cleaned, with one space where there are several: two spellings of one name.
  package static func collapsed(_ text: String) -> String {
    let cleaned = cleaned(text)
    guard cleaned.containsBytes(of: "  ") else { return cleaned }
    return cleaned.split(separator: " ").joined(separator: " ")
  }

  static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(TextFolding.isBlank) }
}
