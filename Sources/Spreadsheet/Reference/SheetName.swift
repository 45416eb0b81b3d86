// SPDX-License-Identifier: Apache-2.0

/// The name of a sheet as it stands in front of a `!`.
package enum SheetName {
  /// `'It''s'`: always in quotes, which every program can read.
  package static func quoted(_ name: some StringProtocol) -> String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// The name without its quotes; a name without quotes as it is.
  package static func unquoted(_ name: some StringProtocol) -> String {
    guard name.hasPrefix("'"), name.hasSuffix("'"), name.utf8.count > 1 else { return String(name) }
    return name.dropFirst().dropLast().split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'")
  }
}
