// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The chart part (ECMA-376 Part 1, 21.2), with children in schema order. Every boolean is written explicitly, because programs
/// differ in what they assume if one is missing.
struct ChartMarkup {
  private static let categoryAxisID = 111_111_111
  private static let valueAxisID = 222_222_222

  let chart: ChartDesign
  let isStrict: Bool
  let dates1904: Bool

  /// The part. Throws if the format can't represent the chart.
  func part() throws(EditError) -> String {
    try check()
    let text =
      "<c:chartSpace xmlns:c=\"\(namespace("chart"))\" xmlns:a=\"\(namespace("main"))\">"
      + "<c:date1904 val=\"\(dates1904 ? 1 : 0)\"/><c:lang val=\"\(XMLEscape.attribute(chart.language))\"/>"
      + "<c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>"
      + groups() + axes() + Shape.properties(fill: nil, line: nil) + "</c:plotArea>" + legend()
      + "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"\(chart.blanks.rawValue)\"/></c:chart>"
      + Shape.properties(fill: nil, line: nil) + font(size: chart.textSize, color: chart.textColor)
      + "</c:chartSpace>"
    return text
  }

  private func check() throws(EditError) {
    func fail(_ why: String) -> EditError { EditError(.chart(why)) }
    let series = chart.groups.flatMap(\.series)
    guard !series.isEmpty else { throw fail("it has no series") }
    guard chart.groups.count == 1 || !chart.groups.contains(where: { $0.kind == .scatter }) else {
      throw fail("a scatter goes with nothing else")
    }
    let lying = chart.groups.map { if case .bars = $0.kind { true } else { false } }
    guard Set(lying).count == 1 else { throw fail("lying bars go with nothing that stands") }
    let axes = [chart.categoryAxis, chart.valueAxis]
    var colors = [chart.textColor] + axes.flatMap { [$0.line?.color, $0.gridlines?.color] }.compactMap { $0 }
    for one in series {
      colors += [one.fill, one.line?.color, one.marker?.fill, one.marker?.border, one.labels?.color].compactMap { $0 }
      guard one.name.cells.count == 1 else { throw fail("the name of a series is one cell") }
      guard !one.values.cells.isEmpty, one.values.cells.count == one.categories.cells.count else {
        throw fail("\(one.values.formula) has not as many cells as \(one.categories.formula)")
      }
      if let marker = one.marker, !(2...72).contains(marker.size) { throw fail("a marker of \(marker.size) points") }
    }
    for color in colors { _ = try ColorText.argb(color) }
  }

  private func namespace(_ name: String) -> String {
    isStrict
      ? "http://purl.oclc.org/ooxml/drawingml/\(name)" : "http://schemas.openxmlformats.org/drawingml/2006/\(name)"
  }

  // MARK: Groups

  private func groups() -> String {
    var markup = ""
    var index = 0
    for group in chart.groups {
      let writer = SeriesMarkup(kind: group.kind, chart: chart)
      var series = ""
      for one in group.series {
        series += writer.text(of: one, index: index)
        index += 1
      }
      let axes = "<c:axId val=\"\(Self.categoryAxisID)\"/><c:axId val=\"\(Self.valueAxisID)\"/>"
      switch group.kind {
      case .columns(let stacking, let gap, let overlap):
        markup += bars("col", stacking, gap, overlap, series, axes)
      case .bars(let stacking, let gap, let overlap):
        markup += bars("bar", stacking, gap, overlap, series, axes)
      case .line:
        markup +=
          "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>\(series)<c:marker val=\"1\"/>\(axes)</c:lineChart>"
      case .scatter:
        markup +=
          "<c:scatterChart><c:scatterStyle val=\"lineMarker\"/><c:varyColors val=\"0\"/>\(series)\(axes)</c:scatterChart>"
      }
    }
    return markup
  }

  private func bars(
    _ direction: String, _ stacking: ChartGroup.Stacking, _ gap: Int, _ overlap: Int, _ series: String, _ axes: String
  ) -> String {
    "<c:barChart><c:barDir val=\"\(direction)\"/><c:grouping val=\"\(stacking.rawValue)\"/><c:varyColors val=\"0\"/>\(series)"
      + "<c:gapWidth val=\"\(min(max(gap, 0), 500))\"/><c:overlap val=\"\(min(max(overlap, -100), 100))\"/>\(axes)</c:barChart>"
  }

  // MARK: Axes

  private var isLying: Bool { if case .bars? = chart.groups.first?.kind { true } else { false } }
  private var isScatter: Bool { chart.groups.first?.kind == .scatter }

  private func axes() -> String {
    let across = isLying ? "l" : "b"
    let up = isLying ? "b" : "l"
    let first: String
    if isScatter {
      first =
        "<c:valAx>\(axis(chart.categoryAxis, Self.categoryAxisID, across, crossing: Self.valueAxisID, ends: false))"
        + "<c:crossBetween val=\"midCat\"/>\(unit(chart.categoryAxis))</c:valAx>"
    } else {
      first =
        "<c:catAx>\(axis(chart.categoryAxis, Self.categoryAxisID, across, crossing: Self.valueAxisID, ends: false))"
        + "<c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"0\"/></c:catAx>"
    }
    let second =
      "<c:valAx>\(axis(chart.valueAxis, Self.valueAxisID, up, crossing: Self.categoryAxisID, ends: chart.valueAxis.crossesAtEnd))"
      + "<c:crossBetween val=\"\(isScatter ? "midCat" : "between")\"/>\(unit(chart.valueAxis))</c:valAx>"
    return first + second
  }

  private func unit(_ axis: ChartAxis) -> String {
    axis.majorUnit.map { "<c:majorUnit val=\"\(NumberText.text($0))\"/>" } ?? ""
  }

  private func axis(_ axis: ChartAxis, _ id: Int, _ position: String, crossing other: Int, ends: Bool) -> String {
    var scaling = "<c:orientation val=\"\(axis.isReversed ? "maxMin" : "minMax")\"/>"
    if let maximum = axis.maximum { scaling += "<c:max val=\"\(NumberText.text(maximum))\"/>" }
    if let minimum = axis.minimum { scaling += "<c:min val=\"\(NumberText.text(minimum))\"/>" }
    let grid =
      axis.gridlines.map { "<c:majorGridlines><c:spPr>\(Shape.line($0))</c:spPr></c:majorGridlines>" } ?? ""
    return "<c:axId val=\"\(id)\"/><c:scaling>\(scaling)</c:scaling><c:delete val=\"\(axis.isShown ? 0 : 1)\"/>"
      + "<c:axPos val=\"\(position)\"/>\(grid)"
      + "<c:numFmt formatCode=\"\(XMLEscape.attribute(axis.numberFormat))\" sourceLinked=\"0\"/>"
      + "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"\(isScatter ? "low" : "nextTo")\"/>"
      + "<c:spPr>\(Shape.line(axis.line))</c:spPr>"
      + font(size: chart.textSize, color: chart.textColor, angle: axis.labelAngle)
      + "<c:crossAx val=\"\(other)\"/><c:crosses val=\"\(ends ? "max" : "autoZero")\"/>"
  }

  // MARK: Texts

  private func legend() -> String {
    guard let legend = chart.legend else { return "" }
    let hidden = legend.hidden.sorted().map {
      "<c:legendEntry><c:idx val=\"\($0)\"/><c:delete val=\"1\"/></c:legendEntry>"
    }
    return
      "<c:legend><c:legendPos val=\"\(legend.position.rawValue)\"/>\(hidden.joined())<c:layout/><c:overlay val=\"0\"/>"
      + font(size: chart.textSize, color: chart.textColor) + "</c:legend>"
  }

  private func font(size: Double, color: String, angle: Int? = nil) -> String {
    Shape.text(size: size, color: color, isBold: false, font: chart.fontName, angle: angle)
  }
}

/// DrawingML elements used in charts.
enum Shape {
  static func properties(fill: String?, line: ChartLine?) -> String {
    "<c:spPr>\(self.fill(fill))\(self.line(line))</c:spPr>"
  }

  static func fill(_ color: String?) -> String {
    color.map { "<a:solidFill><a:srgbClr val=\"\($0.uppercased())\"/></a:solidFill>" } ?? "<a:noFill/>"
  }

  static func line(_ line: ChartLine?) -> String {
    guard let line else { return "<a:ln><a:noFill/></a:ln>" }
    // A point has 12,700 EMU.
    return "<a:ln w=\"\(Int((line.width * 12_700).rounded()))\">\(fill(line.color))"
      + (line.isDashed ? "<a:prstDash val=\"dash\"/>" : "<a:prstDash val=\"solid\"/>") + "<a:round/></a:ln>"
  }

  /// Chinese text uses the font in `a:ea`, all other text the one in `a:latin`.
  ///
  /// - Parameter angle: in degrees, of which DrawingML has 60,000 parts; nil to leave it to the program.
  static func text(size: Double, color: String, isBold: Bool, font: String?, angle: Int? = nil) -> String {
    let turn = angle.map { " rot=\"\($0 * 60_000)\" vert=\"horz\"" } ?? ""
    let faces =
      font.map {
        let face = XMLEscape.attribute($0)
        return "<a:latin typeface=\"\(face)\"/><a:ea typeface=\"\(face)\"/>"
      } ?? ""
    return
      "<c:txPr><a:bodyPr\(turn)/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"\(Int((size * 100).rounded()))\" b=\"\(isBold ? 1 : 0)\">"
      + "\(fill(color))\(faces)</a:defRPr></a:pPr><a:endParaRPr lang=\"en-US\"/></a:p></c:txPr>"
  }
}
