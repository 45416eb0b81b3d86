// SPDX-License-Identifier: Apache-2.0

/// Text of a workbook that goes to a terminal or a log.
package enum Printable {
  /// Control and direction characters are shown as escapes: a cell must not command a terminal or forge a line.
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.isControl: result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// As much of a message as anybody reads; how much more there is, is said.
  package static func cut(_ text: String, to limit: Int = 8000) -> String {
    guard text.utf8.count > limit else { return text }
    let shown = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit / 4)))
    return "\(shown)… and \(text.utf8.count - shown.utf8.count) more bytes"
  }
}
