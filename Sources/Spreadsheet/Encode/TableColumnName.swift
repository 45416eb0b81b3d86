// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The name of a table's column, which is also the text of its header cell.
enum TableColumnName {
  /// The name as the attribute stores it. Excel writes line ends as escapes here.
  static func stored(_ name: String) -> String {
    XMLEscape.attribute(
      XString.encoded(name).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "_x000a_")
    )
    .split(separator: "'", omittingEmptySubsequences: false).joined(separator: "&apos;")
  }
}
