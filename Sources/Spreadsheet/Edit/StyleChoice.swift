/// Which cell format a written cell gets.
public enum StyleChoice: Hashable, Sendable {
  /// That of the cell as it is; for a new cell that of its row or column, if they state one.
  case keep
  /// An existing index into `cellXfs`.
  case index(Int)
  /// The n-th of ``WorkbookEdit/newStyles``.
  case new(Int)
}

/// A cell format made from an existing one with some things changed. Where the workbook has one that is equal, that is used.
public struct NewStyle: Hashable, Sendable {
  /// Index into `cellXfs` of the format to start from.
  public var base: Int
  /// A number format code, for example `#,##0.00`; nil keeps that of the base.
  public var numberFormat: String?
  /// Bold text; nil keeps that of the base.
  public var bold: Bool?
  /// Background as `RRGGBB`; nil keeps that of the base.
  public var fill: String?
  /// Text colour as `RRGGBB`; nil keeps that of the base.
  public var textColor: String?
  public var wrapText: Bool?
  /// Whether what is typed into the cell is text; nil keeps that of the base.
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
