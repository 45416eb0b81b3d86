// SPDX-License-Identifier: Apache-2.0

/// The formatting of a cell in a new workbook. Equal looks share one cell format.
public struct CellLook: Hashable, Sendable {
  public var isBold = false
  public var isItalic = false
  public var isUnderlined = false
  /// The font size in points; nil for the workbook's default.
  public var fontSize: Double?
  /// The text colour as `RRGGBB`; nil for the default text colour.
  public var textColor: String?
  /// The background colour as `RRGGBB`; nil for none.
  public var fill: String?
  /// The colour of thin lines on all four sides, as `RRGGBB`; nil for none.
  public var border: String?
  /// The lines on single sides, which override ``border`` there.
  public var leftEdge: EdgeLine?
  public var topEdge: EdgeLine?
  /// The number format code (18.8.30).
  public var numberFormat = "General"
  public var horizontal: HorizontalAlignment?
  public var vertical: VerticalAlignment?
  public var wrapsText = false
  /// Whether a text that is too long for the cell is shown in smaller type. Has no effect on wrapped text.
  public var shrinksToFit = false
  /// The indent in steps of about three spaces, from the side that the text is aligned to.
  public var indent = 0

  public init() {}

  /// A copy with some properties changed.
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
  /// The colour as `RRGGBB`.
  public var color: String
  public var isThick: Bool

  public init(_ color: String, isThick: Bool = false) {
    self.color = color
    self.isThick = isThick
  }
}

/// The formatting that a conditional format applies to cells.
public struct DifferentialLook: Hashable, Sendable {
  /// The text colour as `RRGGBB`; nil leaves it unchanged.
  public var textColor: String?
  /// The background colour as `RRGGBB`; nil leaves it unchanged.
  public var fill: String?
  public var isBold: Bool

  public init(textColor: String? = nil, fill: String? = nil, isBold: Bool = false) {
    self.textColor = textColor
    self.fill = fill
    self.isBold = isBold
  }
}
