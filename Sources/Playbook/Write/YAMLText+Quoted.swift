// SPDX-License-Identifier: Apache-2.0

import Base

extension YAMLText {
  /// Quotes any text: in single quotes unless it contains control characters or line breaks.
  package static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: mustBeEscaped) else {
      return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where mustBeEscaped(scalar): result += "\\u" + scalar.value.hexadecimal(digits: 4)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0xFEFF || scalar.value == 0x2028
      || scalar.value == 0x2029
  }
}
