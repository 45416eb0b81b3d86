// SPDX-License-Identifier: Apache-2.0

/// The severities of findings by name, as histories and reports hold them.
public enum SeverityName {
  /// The worst first.
  public static let all = ["error", "warning", "info"]

  /// The place among all of them; a name that is not known counts as the least.
  static func rank(_ name: String) -> Int { all.firstIndex(of: name) ?? all.count - 1 }
}
