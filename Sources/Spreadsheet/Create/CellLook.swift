/// How a cell of a new workbook looks. Equal looks share one cell format.
public struct CellLook: Hashable, Sendable {
  public var isBold = false
  public var isItalic = false
  public var isUnderlined = false
  /// In points; nil for the workbook's.
  public var fontSize: Double?
  /// `RRGGBB`; nil for the program's own text colour.
  public var textColor: String?
  /// Background as `RRGGBB`; nil for none.
  public var fill: String?
  /// Thin lines on all four sides as `RRGGBB`; nil for none.
  public var border: String?
  /// Lines on single sides, instead of ``border`` there.
  public var leftEdge: EdgeLine?
  public var topEdge: EdgeLine?
  /// A number format code (18.8.30).
  public var numberFormat = "General"
  public var horizontal: HorizontalAlignment?
  public var vertical: VerticalAlignment?
  public var wrapsText = false
  /// In steps of about three spaces, from the side of the alignment.
  public var indent = 0

  public init() {}

  /// A copy with some things changed.
  public func with(_ change: (inout CellLook) -> Void) -> CellLook {
    var copy = self
    change(&copy)
    return copy
  }

  public enum HorizontalAlignment: String, Hashable, Sendable { case left, center, right }
  public enum VerticalAlignment: String, Hashable, Sendable { case top, center, bottom }
}

/// A line on one side of a cell.
public struct EdgeLine: Hashable, Sendable {
  /// `RRGGBB`.
  public var color: String
  public var isThick: Bool

  public init(_ color: String, isThick: Bool = false) {
    self.color = color
    self.isThick = isThick
  }
}

/// What a conditional format changes about the cells that it applies to.
public struct DifferentialLook: Hashable, Sendable {
  /// `RRGGBB`.
  public var textColor: String?
  /// Background as `RRGGBB`.
  public var fill: String?
  public var isBold: Bool

  public init(textColor: String? = nil, fill: String? = nil, isBold: Bool = false) {
    self.textColor = textColor
    self.fill = fill
    self.isBold = isBold
  }
}
