/// A native chart that is made from nothing: bars, lines or points over ranges of cells.
///
/// It has no title of its own: what it says stands in a cell above it, where a formula keeps it true.
public struct ChartDesign: Hashable, Sendable {
  /// Drawn one over the other on the same two axes. Scatter goes with nothing else.
  public var groups: [ChartGroup]
  /// Of the categories; of a scatter the horizontal one.
  public var categoryAxis: ChartAxis
  public var valueAxis: ChartAxis
  public var legend: ChartLegend?
  /// What becomes of points without a value.
  public var blanks: BlankPoints
  /// In points, of all its texts.
  public var textSize = 8.0
  /// `RRGGBB`.
  public var textColor = "404040"
  /// Of all its texts; nil for the workbook's theme.
  public var fontName: String?
  /// Of its texts, `zh-TW`.
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

/// Series that are drawn alike.
public struct ChartGroup: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Upright; gap between categories and overlap of series in percent of a bar's width.
    case columns(Stacking, gap: Int, overlap: Int)
    /// Lying.
    case bars(Stacking, gap: Int, overlap: Int)
    case line
    /// Points by two numbers.
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

/// A range of cells that a chart shows, with what stood in them when it was written.
public struct ChartRange: Hashable, Sendable {
  /// As a formula names it, the sheet quoted, absolute: `'圖表資料'!$B$2:$B$6`.
  public var formula: String
  /// In the order of the cells.
  public var cells: [CellValue]
  /// Of the cells.
  public var numberFormat: String

  public init(formula: String, cells: [CellValue], numberFormat: String = "General") {
    self.formula = formula
    self.cells = cells
    self.numberFormat = numberFormat
  }
}

/// One row of bars, one line or one set of points.
public struct ChartSeries: Hashable, Sendable {
  /// The cell that names it.
  public var name: ChartRange
  /// Of a scatter the numbers across.
  public var categories: ChartRange
  public var values: ChartRange
  /// Of bars: `RRGGBB`; nil leaves them empty.
  public var fill: String?
  /// Around bars, or the line itself; nil for none.
  public var line: ChartLine?
  /// On the points of a line or a scatter; nil for none.
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
  /// Whether it is drawn at all.
  public var isShown = true
  /// From the far end to the near one: the first category of lying bars is then at the top.
  public var isReversed = false
  /// On the axis of values: whether it stands at the far end of the categories, where a reversed category axis puts it else.
  public var crossesAtEnd = false
  public var minimum: Double?
  public var maximum: Double?
  public var majorUnit: Double?
  public var numberFormat = "General"
  /// Of the axis; nil for none.
  public var line: ChartLine?
  public var gridlines: ChartLine?

  public init() {}

  /// A copy with some things changed.
  public func with(_ change: (inout ChartAxis) -> Void) -> ChartAxis {
    var copy = self
    change(&copy)
    return copy
  }
}

/// Where the key to the series stands.
public struct ChartLegend: Hashable, Sendable {
  public enum Position: String, Hashable, Sendable {
    case bottom = "b"
    case top = "t"
    case right = "r"
  }

  public var position: Position
  /// Series that it leaves out, counted over all groups. Right in every program for columns, lines and points only.
  public var hidden: [Int]

  public init(_ position: Position, hiding hidden: [Int] = []) {
    self.position = position
    self.hidden = hidden
  }
}
