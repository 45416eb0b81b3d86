/// A line of a chart.
public struct ChartLine: Hashable, Sendable {
  /// `RRGGBB`.
  public var color: String
  /// In points.
  public var width: Double
  public var isDashed: Bool

  public init(_ color: String, width: Double = 0.75, isDashed: Bool = false) {
    self.color = color
    self.width = width
    self.isDashed = isDashed
  }
}

/// The mark on a point.
public struct ChartMarker: Hashable, Sendable {
  public enum Shape: String, Hashable, Sendable { case circle, dash, diamond, square, triangle }

  public var shape: Shape
  /// 2 … 72 points.
  public var size: Int
  /// `RRGGBB`.
  public var fill: String
  public var border: String

  public init(_ shape: Shape, size: Int, fill: String, border: String? = nil) {
    self.shape = shape
    self.size = size
    self.fill = fill
    self.border = border ?? fill
  }
}

/// Texts at the points of a series.
public struct ChartLabels: Hashable, Sendable {
  public enum Content: Hashable, Sendable { case value, seriesName }

  public enum Position: String, Hashable, Sendable {
    case above = "t"
    case below = "b"
    case left = "l"
    case right = "r"
    case center = "ctr"
    case insideEnd = "inEnd"
    case outsideEnd = "outEnd"
  }

  public var content: Content
  /// Nil for the program's own place; of stacked bars inside only.
  public var position: Position?
  public var numberFormat: String
  /// `RRGGBB`.
  public var color: String
  public var size: Double
  public var isBold: Bool

  public init(
    _ content: Content = .value, position: Position? = nil, numberFormat: String = "General", color: String = "404040",
    size: Double = 8, isBold: Bool = false
  ) {
    self.content = content
    self.position = position
    self.numberFormat = numberFormat
    self.color = color
    self.size = size
    self.isBold = isBold
  }
}

/// A chart on a sheet: over which cells it lies, and what it says to somebody who does not see it.
public struct PlacedChart: Hashable, Sendable {
  public var chart: ChartDesign
  /// The cell in which its upper left corner lies, and the one in which its lower right corner lies.
  public var cells: CellRange
  /// Unlike that of the others on the sheet.
  public var name: String
  public var alternativeText: String
  /// Between its edges and those of `cells`, in pixels.
  public var inset: Int

  public init(_ chart: ChartDesign, over cells: CellRange, name: String, alternativeText: String, inset: Int = 2) {
    self.chart = chart
    self.cells = cells
    self.name = name
    self.alternativeText = alternativeText
    self.inset = inset
  }
}
