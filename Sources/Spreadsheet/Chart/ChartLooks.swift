// SPDX-License-Identifier: Apache-2.0

/// A line in a chart.
public struct ChartLine: Hashable, Sendable {
  /// The colour as `RRGGBB`.
  public var color: String
  /// The width in points.
  public var width: Double
  public var isDashed: Bool

  public init(_ color: String, width: Double = 0.75, isDashed: Bool = false) {
    self.color = color
    self.width = width
    self.isDashed = isDashed
  }
}

/// The marker on a point.
public struct ChartMarker: Hashable, Sendable {
  public enum Shape: String, Hashable, Sendable { case circle, dash, diamond, square, triangle }

  public var shape: Shape
  /// The size in points, 2 … 72.
  public var size: Int
  /// The colour as `RRGGBB`.
  public var fill: String
  public var border: String

  public init(_ shape: Shape, size: Int, fill: String, border: String? = nil) {
    self.shape = shape
    self.size = size
    self.fill = fill
    self.border = border ?? fill
  }
}

/// Labels at the points of a series.
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
  /// The position; nil for the program's default. Stacked bars only allow positions inside the bar.
  public var position: Position?
  public var numberFormat: String
  /// The text colour as `RRGGBB`.
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

/// A chart on a sheet: the cells it covers, its name and its alternative text.
public struct PlacedChart: Hashable, Sendable {
  public var chart: ChartDesign
  /// The range that the chart covers. Its upper left corner is in the first cell; its lower right corner is that of the last
  /// cell.
  public var cells: CellRange
  /// The name, which must be unique on the sheet.
  public var name: String
  public var alternativeText: String
  /// The distance of the upper left corner from that of `cells`, in pixels.
  public var inset: Int

  public init(_ chart: ChartDesign, over cells: CellRange, name: String, alternativeText: String, inset: Int = 2) {
    self.chart = chart
    self.cells = cells
    self.name = name
    self.alternativeText = alternativeText
    self.inset = inset
  }
}
