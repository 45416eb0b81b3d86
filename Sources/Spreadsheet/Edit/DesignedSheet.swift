// SPDX-License-Identifier: Apache-2.0

/// A new worksheet with a complete layout: formatting, merged cells, links and charts.
///
/// Its text uses the workbook's default font. It can't have tables or repeated rows.
public struct DesignedSheet: Sendable {
  public var sheet: SheetDesign
  /// Whether the sheet goes before all existing sheets; otherwise it goes after them.
  public var isFirst: Bool
  /// Whether this sheet is active when the file is opened. Only valid with ``isFirst``, and for at most one new sheet.
  public var isShownFirst: Bool

  public init(_ sheet: SheetDesign, isFirst: Bool = false, isShownFirst: Bool = false) {
    self.sheet = sheet
    self.isFirst = isFirst
    self.isShownFirst = isShownFirst
  }
}
