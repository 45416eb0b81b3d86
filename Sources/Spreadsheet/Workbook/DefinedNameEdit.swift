// SPDX-License-Identifier: Apache-2.0

/// A change to a defined name of the whole workbook.
public struct DefinedNameEdit: Hashable, Sendable {
  public var name: String
  /// The formula, for example `'商機'!$I$5:$I$5000`; nil removes the name.
  public var formula: String?
  public var hidden: Bool

  public init(name: String, formula: String?, hidden: Bool = false) {
    self.name = name
    self.formula = formula
    self.hidden = hidden
  }
}
