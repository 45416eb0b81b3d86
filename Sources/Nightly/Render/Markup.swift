// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook

/// Escapes text for XML and HTML.
enum Markup {
  /// Characters that XML can't represent, and those that change the direction of text, become replacement characters.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t", "\r": result += "&#\(scalar.value);"
      default:
        let isText = !scalar.isControl && scalar.value & 0xFFFE != 0xFFFE
        result.unicodeScalars.append(isText ? scalar : "\u{FFFD}")
      }
    }
    return result
  }

  /// Areas of cells, `A1:A3,B4`, escaped for HTML. A line may break after each comma.
  static func areas(_ text: String) -> String {
    escaped(text).split(separator: ",", omittingEmptySubsequences: false).joined(separator: ",<wbr>")
  }

  /// Escaped for HTML, with days kept on one line.
  static func shown(_ text: String) -> String { PageLook.keepingWhole(escaped(text)) }
}
