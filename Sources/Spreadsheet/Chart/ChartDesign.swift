// SPDX-License-Identifier: Apache-2.0

/// A new native chart: bars, lines or points over ranges of cells.
///
/// It has no title. Put the title in a cell above it, where a formula can keep it up to date.
public struct ChartDesign: Hashable, Sendable {
  /// The groups of series, drawn on top of each other on the same two axes. A scatter group can't be combined with others.
  public var groups: [ChartGroup]
  /// The category axis; for a scatter chart, the horizontal axis.
  public var categoryAxis: ChartAxis
  public var valueAxis: ChartAxis
  public var legend: ChartLegend?
  /// How points without a value are drawn.
  public var blanks: BlankPoints
  /// The size of all text in points.
  public var textSize = 8.0
  /// The colour of the text, as `RRGGBB`.
  public var textColor = "404040"
  /// The font of all text; nil for that of the workbook's theme.
  public var fontName: String?
  /// The language of the text, for example `zh-TW`.
  public var language = "en-US"

  public init(
    groups: [ChartGroup], categoryAxis: ChartAxis = ChartAxis(), valueAxis: ChartAxis = ChartAxis(),
    legend: ChartLegend? = nil, blanks: BlankPoints = .gap
  ) {
    self.groups = groups
    self.categoryAxis = categoryAxis
    self.valueAxis = valueAxis
    self.legend = legend
    self.blanks = blanks
  }

  public enum BlankPoints: String, Hashable, Sendable { case gap, span, zero }
}

/// Series that are drawn in the same way.
public struct ChartGroup: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Vertical bars. The gap between categories and the overlap of series are percentages of a bar's width.
    case columns(Stacking, gap: Int, overlap: Int)
    /// Horizontal bars.
    case bars(Stacking, gap: Int, overlap: Int)
    case line
    /// Points with two numeric coordinates.
    case scatter
  }

  public enum Stacking: String, Hashable, Sendable { case clustered, stacked, percentStacked }

  public var kind: Kind
  public var series: [ChartSeries]

  public init(_ kind: Kind, series: [ChartSeries]) {
    self.kind = kind
    self.series = series
  }
}

/// A range of cells that a chart displays, with a cached copy of their contents.
public struct ChartRange: Hashable, Sendable {
  /// The range as an absolute reference with a quoted sheet name: `'圖表資料'!$B$2:$B$6`.
  public var formula: String
  /// The contents in the order of the cells.
  public var cells: [CellValue]
  /// The number format of the cells.
  public var numberFormat: String

  public init(formula: String, cells: [CellValue], numberFormat: String = "General") {
    self.formula = formula
    self.cells = cells
    self.numberFormat = numberFormat
  }
}

/// One series of bars, one line or one set of points.
public struct ChartSeries: Hashable, Sendable {
  /// The cell with the name of the series.
  public var name: ChartRange
  /// The categories; for a scatter chart, the horizontal coordinates.
  public var categories: ChartRange
  public var values: ChartRange
  /// The colour of bars as `RRGGBB`; nil leaves them unfilled.
  public var fill: String?
  /// The outline of bars, or the line itself; nil for none.
  public var line: ChartLine?
  /// The markers on the points of a line or scatter chart; nil for none.
  public var marker: ChartMarker?
  public var labels: ChartLabels?

  public init(
    name: ChartRange, categories: ChartRange, values: ChartRange, fill: String? = nil, line: ChartLine? = nil,
    marker: ChartMarker? = nil, labels: ChartLabels? = nil
  ) {
    self.name = name
    self.categories = categories
    self.values = values
    self.fill = fill
    self.line = line
    self.marker = marker
    self.labels = labels
  }
}

/// An axis of a chart.
public struct ChartAxis: Hashable, Sendable {
  /// Whether the axis is visible.
  public var isShown = true
  /// Whether the order is reversed. In a chart with horizontal bars, the first category is then at the top.
  public var isReversed = false
  /// For the value axis: whether it crosses at the last category. With a reversed category axis, this puts it back on its usual
  /// side.
  public var crossesAtEnd = false
  public var minimum: Double?
  public var maximum: Double?
  public var majorUnit: Double?
  public var numberFormat = "General"
  /// The axis line; nil for none.
  public var line: ChartLine?
  public var gridlines: ChartLine?
  /// The angle of the labels in degrees, clockwise; 0 for labels that lie and wrap, -45 for long ones close to each other.
  public var labelAngle = 0

  public init() {}

  /// A copy with some properties changed.
  public func with(_ change: (inout ChartAxis) -> Void) -> ChartAxis {
    var copy = self
    change(&copy)
    return copy
  }
}

/// The legend of a chart.
public struct ChartLegend: Hashable, Sendable {
  public enum Position: String, Hashable, Sendable {
    case bottom = "b"
    case top = "t"
    case right = "r"
  }

  public var position: Position
  /// The indices of series that the legend leaves out, counted over all groups. Programs only agree on them for columns, lines
  /// and points.
  public var hidden: [Int]

  public init(_ position: Position, hiding hidden: [Int] = []) {
    self.position = position
    self.hidden = hidden
  }
}
