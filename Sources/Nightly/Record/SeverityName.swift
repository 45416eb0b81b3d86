// SPDX-License-Identifier: Apache-2.0

/// The severities of findings by name, as histories and reports store them.
public enum SeverityName {
  /// Worst first.
  public static let all = ["error", "warning", "info"]

  /// The position in ``all``. An unknown name ranks lowest.
  static func rank(_ name: String) -> Int { all.firstIndex(of: name) ?? all.count - 1 }
}
