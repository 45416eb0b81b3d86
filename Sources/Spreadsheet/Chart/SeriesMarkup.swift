// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The `ser` elements of one group (21.2.2.170 and following), with cached cell contents.
struct SeriesMarkup {
  let kind: ChartGroup.Kind
  let chart: ChartDesign

  func text(of series: ChartSeries, index: Int) -> String {
    var markup = "<c:ser><c:idx val=\"\(index)\"/><c:order val=\"\(index)\"/><c:tx>\(texts(series.name))</c:tx>"
    let labels = labels(series.labels)
    switch kind {
    case .columns, .bars:
      markup += Shape.properties(fill: series.fill, line: series.line) + "<c:invertIfNegative val=\"0\"/>" + labels
      markup += "<c:cat>\(either(series.categories))</c:cat><c:val>\(numbers(series.values))</c:val>"
    case .line:
      markup += "<c:spPr>\(Shape.line(series.line))</c:spPr>" + marker(series.marker) + labels
      markup +=
        "<c:cat>\(either(series.categories))</c:cat><c:val>\(numbers(series.values))</c:val><c:smooth val=\"0\"/>"
    case .scatter:
      markup += "<c:spPr>\(Shape.line(series.line))</c:spPr>" + marker(series.marker) + labels
      markup +=
        "<c:xVal>\(numbers(series.categories))</c:xVal><c:yVal>\(numbers(series.values))</c:yVal><c:smooth val=\"0\"/>"
    }
    return markup + "</c:ser>"
  }

  private func marker(_ marker: ChartMarker?) -> String {
    guard let marker else { return "<c:marker><c:symbol val=\"none\"/></c:marker>" }
    return "<c:marker><c:symbol val=\"\(marker.shape.rawValue)\"/><c:size val=\"\(marker.size)\"/>"
      + Shape.properties(fill: marker.fill, line: ChartLine(marker.border)) + "</c:marker>"
  }

  private func labels(_ labels: ChartLabels?) -> String {
    guard let labels else { return "" }
    let shown: [(String, Bool)] = [
      ("LegendKey", false), ("Val", labels.content == .value), ("CatName", false),
      ("SerName", labels.content == .seriesName), ("Percent", false), ("BubbleSize", false),
    ]
    return "<c:dLbls><c:numFmt formatCode=\"\(XMLEscape.attribute(labels.numberFormat))\" sourceLinked=\"0\"/>"
      + Shape.properties(fill: nil, line: nil)
      + Shape.text(size: labels.size, color: labels.color, isBold: labels.isBold, font: chart.fontName)
      + (labels.position.map { "<c:dLblPos val=\"\($0.rawValue)\"/>" } ?? "")
      + shown.map { "<c:show\($0) val=\"\($1 ? 1 : 0)\"/>" }.joined() + "</c:dLbls>"
  }

  // MARK: Cells

  /// Categories are written as text unless all of them are numbers.
  private func either(_ range: ChartRange) -> String {
    range.cells.allSatisfy(Self.isNumber) ? numbers(range) : texts(range)
  }

  private static func isNumber(_ cell: CellValue) -> Bool { if case .number = cell { true } else { false } }

  private func texts(_ range: ChartRange) -> String {
    "<c:strRef><c:f>\(XMLEscape.text(range.formula))</c:f>\(Self.cache(of: range, isText: true))</c:strRef>"
  }

  private func numbers(_ range: ChartRange) -> String {
    "<c:numRef><c:f>\(XMLEscape.text(range.formula))</c:f>\(Self.cache(of: range, isText: false))</c:numRef>"
  }

  /// The cached contents of a range.
  ///
  /// - Parameter prefix: that of the elements, with its colon.
  static func cache(of range: ChartRange, isText: Bool, prefix: String = "c:") -> String {
    var points = ""
    for (place, cell) in range.cells.enumerated() {
      guard let value = isText ? text(of: cell) : number(of: cell) else { continue }
      points += "<\(prefix)pt idx=\"\(place)\"><\(prefix)v>\(XMLEscape.text(value))</\(prefix)v></\(prefix)pt>"
    }
    let name = prefix + (isText ? "strCache" : "numCache")
    let format =
      isText ? "" : "<\(prefix)formatCode>\(XMLEscape.text(range.numberFormat))</\(prefix)formatCode>"
    return "<\(name)>\(format)<\(prefix)ptCount val=\"\(range.cells.count)\"/>\(points)</\(name)>"
  }

  private static func text(of cell: CellValue) -> String? {
    switch cell {
    case .number(let number): NumberText.text(number)
    case .text(let words): words.isEmpty ? nil : words
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .blank, .error: nil
    }
  }

  /// Text counts as 0 and an error is written as itself, which is how programs plot them.
  private static func number(of cell: CellValue) -> String? {
    switch cell {
    case .blank: nil
    case .number(let number): NumberText.text(number)
    case .boolean(let truth): truth ? "1" : "0"
    case .text: "0"
    case .error(let error): error.code
    }
  }
}
