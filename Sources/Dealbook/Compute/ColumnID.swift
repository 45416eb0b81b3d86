// SPDX-License-Identifier: Apache-2.0

import Playbook

/// A column of a data sheet by prefix and key: `de.amount`.
public struct ColumnID: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let sheet: String
  public let key: String

  public init(sheet: String, key: String) {
    self.sheet = sheet
    self.key = key
  }

  /// The defined name of the column in formulas: `de_amount`.
  public var name: String { "\(sheet)_\(key)" }

  public var description: String { "\(sheet).\(key)" }

  public static func < (a: Self, b: Self) -> Bool { (a.sheet, a.key) < (b.sheet, b.key) }
}
