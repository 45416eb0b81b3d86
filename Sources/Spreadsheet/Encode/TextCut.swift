// SPDX-License-Identifier: Apache-2.0

/// Cuts texts to what a cell or a note can hold.
package enum TextCut {
  /// The text, or as much of its beginning as there is room for with `sign` after it.
  ///
  /// - Parameter limit: in UTF-16 code units, as Excel counts.
  package static func fitting(_ text: String, _ limit: Int = ExcelLimits.textLength, sign: String = "") -> String {
    // No text has more UTF-16 units than bytes.
    guard text.utf8.count > limit, text.utf16.count > limit else { return text }
    let room = max(0, limit - sign.utf16.count)
    var length = 0
    var end = text.startIndex
    // A mark stays with its letter.
    for place in text.indices {
      length += text[place].utf16.count
      if length > room { break }
      end = text.index(after: place)
    }
    if end == text.startIndex { end = beginning(text, room) }
    return text[..<end] + sign
  }

  /// Cuts a single character of thousands of code points.
  private static func beginning(_ text: String, _ room: Int) -> String.Index {
    var length = 0
    var end = text.startIndex
    for place in text.unicodeScalars.indices {
      length += UTF16.width(text.unicodeScalars[place])
      if length > room { break }
      end = text.unicodeScalars.index(after: place)
    }
    return end
  }

  /// Splits a text into parts that a cell can hold.
  package static func parts(_ text: String, _ limit: Int = ExcelLimits.textLength) -> [String] {
    guard text.utf8.count > limit, text.utf16.count > limit else { return [text] }
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      let width = UTF16.width(scalar)
      if length + width > limit {
        parts.append(String(part))
        part.removeAll(keepingCapacity: true)
        length = 0
      }
      part.append(scalar)
      length += width
    }
    return parts + [String(part)]
  }
}
