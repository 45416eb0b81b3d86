// SPDX-License-Identifier: Apache-2.0

/// A defined name, which belongs to the whole workbook or to one sheet (18.2.5).
public struct DefinedName: Hashable, Sendable {
  public let name: String
  /// The position in ``Workbook/sheets`` of the sheet the name belongs to; nil for the whole workbook.
  public let sheetIndex: Int?
  /// The formula, without a leading `=`.
  public let formula: String
  public let isHidden: Bool
  /// The author's description of the name.
  public let comment: String?
}
