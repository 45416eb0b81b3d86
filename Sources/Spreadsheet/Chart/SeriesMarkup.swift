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
    var points = ""
    for (place, cell) in range.cells.enumerated() {
      let text: String
      switch cell {
      case .number(let number): text = NumberText.text(number)
      case .text(let words): text = words
      case .boolean(let truth): text = truth ? "TRUE" : "FALSE"
      case .blank, .error: continue
      }
      guard !text.isEmpty else { continue }
      points += "<c:pt idx=\"\(place)\"><c:v>\(XMLEscape.text(text))</c:v></c:pt>"
    }
    return "<c:strRef><c:f>\(XMLEscape.text(range.formula))</c:f><c:strCache><c:ptCount val=\"\(range.cells.count)\"/>"
      + "\(points)</c:strCache></c:strRef>"
  }

  /// Text counts as 0 and an error is written as itself, which is how programs plot them.
  private func numbers(_ range: ChartRange) -> String {
    var points = ""
    for (place, cell) in range.cells.enumerated() {
      let value: String
      switch cell {
      case .blank: continue
      case .number(let number): value = NumberText.text(number)
      case .boolean(let truth): value = truth ? "1" : "0"
      case .text: value = "0"
      case .error(let error): value = error.code
      }
      points += "<c:pt idx=\"\(place)\"><c:v>\(XMLEscape.text(value))</c:v></c:pt>"
    }
    return "<c:numRef><c:f>\(XMLEscape.text(range.formula))</c:f><c:numCache>"
      + "<c:formatCode>\(XMLEscape.text(range.numberFormat))</c:formatCode><c:ptCount val=\"\(range.cells.count)\"/>"
      + "\(points)</c:numCache></c:numRef>"
  }
}
