// SPDX-License-Identifier: Apache-2.0

/// The cell format to give to a cell that is written.
public enum StyleChoice: Hashable, Sendable {
  /// The cell's current format. A new cell gets the format of its row or column, if they have one.
  case keep
  /// An existing cell format, as an index into `cellXfs`.
  case index(Int)
  /// A new cell format, as an index into ``WorkbookEdit/newStyles``.
  case new(Int)
}

/// A cell format derived from an existing one with some properties changed. If the workbook already has an equal format, that one
/// is used.
public struct NewStyle: Hashable, Sendable {
  /// The format to start from, as an index into `cellXfs`.
  public var base: Int
  /// A number format code such as `#,##0.00`; nil keeps the one of the base.
  public var numberFormat: String?
  /// Whether the text is bold; nil keeps the setting of the base.
  public var bold: Bool?
  /// The background colour as `RRGGBB`; nil keeps that of the base.
  public var fill: String?
  /// The text colour as `RRGGBB`; nil keeps that of the base.
  public var textColor: String?
  public var wrapText: Bool?
  /// Whether anything typed into the cell is treated as text; nil keeps the setting of the base.
  public var quotePrefix: Bool?

  public init(
    base: Int, numberFormat: String? = nil, bold: Bool? = nil, fill: String? = nil, textColor: String? = nil,
    wrapText: Bool? = nil, quotePrefix: Bool? = nil
  ) {
    self.base = base
    self.numberFormat = numberFormat
    self.bold = bold
    self.fill = fill
    self.textColor = textColor
    self.wrapText = wrapText
    self.quotePrefix = quotePrefix
  }
}
