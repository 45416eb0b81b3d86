// SPDX-License-Identifier: Apache-2.0

/// Colours as style sheets and drawings write them.
enum ColorText {
  /// `FFRRGGBB` for `RRGGBB`.
  static func argb(_ color: String) throws(EditError) -> String {
    guard color.utf8.count == 6, color.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      throw EditError(.styleValue(color))
    }
    return "FF" + color.uppercased()
  }
}
