// SPDX-License-Identifier: Apache-2.0

import Dealbook

/// Escapes text for XML and HTML.
enum Markup {
  static func escaped(_ text: String) -> String { PageLook.escaped(text) }

  /// Areas of cells, `A1:A3,B4`, escaped for HTML. A line may break after each comma.
  static func areas(_ text: String) -> String {
    escaped(text).split(separator: ",", omittingEmptySubsequences: false).joined(separator: ",<wbr>")
  }

  /// Escaped for HTML, with days kept on one line.
  static func shown(_ text: String) -> String { PageLook.shown(text) }
}
