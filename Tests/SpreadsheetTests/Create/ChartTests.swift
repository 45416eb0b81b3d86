// SPDX-License-Identifier: Apache-2.0

import Foundation
import Spreadsheet
import Testing
import Zip

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct `A native chart` {
  static let data = "'Chart ''26'"

  static func range(_ text: String, _ values: [CellValue]) -> ChartRange {
    ChartRange(formula: "\(data)!\(text)", cells: values, numberFormat: "0")
  }

  static func series(_ column: String, fill: String? = "1F3A5F", marker: ChartMarker? = nil) -> ChartSeries {
    ChartSeries(
      name: range("$\(column)$1", [.text("R&D")]), categories: range("$A$2:$A$4", [.text("x"), .text("y"), .blank]),
      values: range("$\(column)$2:$\(column)$4", [.number(1), .error(.notAvailable), .number(2.5)]), fill: fill,
      line: ChartLine("C55A11"), marker: marker, labels: ChartLabels(position: .center))
  }

  static let kinds: [String: ChartDesign] = [
    "columns with a line": ChartDesign(
      groups: [
        ChartGroup(.columns(.stacked, gap: 60, overlap: 100), series: [series("B"), series("C", fill: nil)]),
        ChartGroup(.line, series: [series("D", marker: ChartMarker(.dash, size: 16, fill: "C55A11"))]),
      ], legend: ChartLegend(.bottom, hiding: [1])),
    "lying bars": ChartDesign(
      groups: [ChartGroup(.bars(.clustered, gap: 40, overlap: 0), series: [series("B")])],
      categoryAxis: ChartAxis().with { $0.isReversed = true }, valueAxis: ChartAxis().with { $0.crossesAtEnd = true }),
    "scatter": ChartDesign(
      groups: [ChartGroup(.scatter, series: [series("B"), series("C")])],
      categoryAxis: ChartAxis().with { $0.majorUnit = 20 }, blanks: .span),
  ]

  static func sheet(_ charts: [ChartDesign]) throws -> SheetDesign {
    var sheet = SheetDesign(name: "Dashboard")
    sheet.cells[try #require(CellReference("A1"))] = CellDesign(.text("What it says"))
    let place = try #require(CellRange("A2:H12"))
    sheet.charts = charts.enumerated().map {
      PlacedChart($1, over: place, name: "Chart \($0)", alternativeText: "Says \"so\" & more")
    }
    return sheet
  }

  static func parts(_ bytes: [UInt8]) throws -> [String: String] {
    let archive = try ZipArchive(bytes, limits: .unlimited)
    return Dictionary(
      uniqueKeysWithValues: try archive.entries.map {
        ($0.name, String(decoding: try archive.contents(of: $0), as: UTF8.self))
      })
  }

  static func chart(_ kind: String) throws -> XMLNode {
    var design = WorkbookDesign()
    design.sheets = [try sheet([try #require(kinds[kind])])]
    let text = try #require(try parts(design.bytes())["xl/charts/chart1.xml"])
    return try XMLNode(parsing: text)
  }

  /// The order of children that ECMA-376 requires in an element.
  static let order: [String: [String]] = [
    "chartSpace": ["date1904", "lang", "roundedCorners", "chart", "spPr", "txPr"],
    "chart": ["autoTitleDeleted", "plotArea", "legend", "plotVisOnly", "dispBlanksAs"],
    "plotArea": ["layout", "barChart", "lineChart", "scatterChart", "catAx", "valAx", "spPr"],
    "barChart": ["barDir", "grouping", "varyColors", "ser", "dLbls", "gapWidth", "overlap", "axId"],
    "lineChart": ["grouping", "varyColors", "ser", "dLbls", "marker", "axId"],
    "scatterChart": ["scatterStyle", "varyColors", "ser", "dLbls", "axId"],
    "ser": [
      "idx", "order", "tx", "spPr", "invertIfNegative", "marker", "dPt", "dLbls", "cat", "val", "xVal", "yVal",
      "smooth",
    ],
    "dLbls": [
      "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal", "showCatName", "showSerName", "showPercent",
      "showBubbleSize",
    ],
    "scaling": ["orientation", "max", "min"],
    "catAx": [
      "axId", "scaling", "delete", "axPos", "majorGridlines", "numFmt", "majorTickMark", "minorTickMark", "tickLblPos",
      "spPr", "txPr", "crossAx", "crosses", "auto", "lblAlgn", "lblOffset", "noMultiLvlLbl",
    ],
    "valAx": [
      "axId", "scaling", "delete", "axPos", "majorGridlines", "numFmt", "majorTickMark", "minorTickMark", "tickLblPos",
      "spPr", "txPr", "crossAx", "crosses", "crossBetween", "majorUnit",
    ],
    "legend": ["legendPos", "legendEntry", "layout", "overlay", "txPr"],
  ]

  @Test(arguments: kinds.keys.sorted())
  func `has its elements in the order of the schema`(_ kind: String) throws {
    for node in try Self.chart(kind).all {
      guard let order = Self.order[node.name] else { continue }
      let places = node.children.compactMap { order.firstIndex(of: $0.name) }
      #expect(places.count == node.children.count, "\(node.name): \(node.children.map(\.name))")
      #expect(places == places.sorted(), "\(node.name): \(node.children.map(\.name))")
    }
  }

  @Test(arguments: kinds.keys.sorted())
  func `writes every truth value out`(_ kind: String) throws {
    let chart = try Self.chart(kind)
    for node in chart.all {
      let wanted: [String] =
        switch node.name {
        case "chartSpace": ["date1904", "roundedCorners"]
        case "chart": ["autoTitleDeleted", "plotVisOnly", "dispBlanksAs"]
        case "barChart", "lineChart", "scatterChart": ["varyColors"]
        case "catAx": ["delete", "noMultiLvlLbl"]
        case "valAx": ["delete"]
        case "legend": ["overlay"]
        case "dLbls": ["showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"]
        default: []
        }
      for name in wanted {
        #expect(node.children.first { $0.name == name }?.attributes["val"] != nil, "\(node.name)/\(name)")
      }
    }
    for group in ["barChart", "lineChart", "scatterChart"] {
      for node in chart.all where node.name == group {
        for series in node.children where series.name == "ser" {
          let own = group == "barChart" ? "invertIfNegative" : "smooth"
          #expect(series.children.contains { $0.name == own })
        }
      }
    }
  }

  @Test(arguments: kinds.keys.sorted())
  func `counts each range as it names it, and no series twice`(_ kind: String) throws {
    let chart = try Self.chart(kind)
    for reference in chart.all where reference.name == "numRef" || reference.name == "strRef" {
      let formula = try #require(reference.children.first { $0.name == "f" }?.text)
      #expect(formula.hasPrefix("\(Self.data)!"))
      let count = try #require(
        reference.all.first { $0.name == "ptCount" }?.attributes["val"].flatMap { Int($0) })
      #expect(count == (formula.contains(":") ? 3 : 1), "\(formula)")
    }
    for name in ["idx", "order"] {
      let all = chart.all.filter { $0.name == "ser" }
        .compactMap { series in series.children.first { $0.name == name }?.attributes["val"] }
      #expect(Set(all).count == all.count)
    }
    let axes = chart.all.filter { $0.name == "catAx" || $0.name == "valAx" }
      .compactMap { axis in axis.children.first { $0.name == "axId" }?.attributes["val"] }
    let used = chart.all.filter { $0.name.hasSuffix("Chart") }
      .flatMap { group in group.children.filter { $0.name == "axId" }.compactMap { $0.attributes["val"] } }
    #expect(Set(used) == Set(axes))
    #expect(axes.count == 2)
  }

  @Test func `keeps an error where a cell holds one, and leaves out what is blank`() throws {
    let values = try Self.chart("lying bars").all.filter { $0.name == "numCache" }
    let points = values.flatMap(\.children).filter { $0.name == "pt" }
    #expect(points.map(\.text) == ["1", "#N/A", "2.5"])
  }

  @Test func `tells who does not see it what it says`() throws {
    var design = WorkbookDesign()
    design.sheets = [try Self.sheet([try #require(Self.kinds["scatter"]), try #require(Self.kinds["lying bars"])])]
    let parts = try Self.parts(design.bytes())
    let drawing = try #require(parts["xl/drawings/drawing1.xml"])
    #expect(drawing.contains("descr=\"Says &quot;so&quot; &amp; more\""))
    #expect(drawing.contains("<xdr:cNvPr id=\"2\"") && drawing.contains("<xdr:cNvPr id=\"3\""))
    #expect(parts["xl/charts/chart2.xml"] != nil)
    #expect(parts["[Content_Types].xml"]?.contains("drawingml.chart+xml") == true)
    #expect(parts["xl/worksheets/sheet1.xml"]?.contains("<drawing r:id=\"rId1\"/>") == true)
  }

  @Test func `is refused where its ranges do not fit each other`() throws {
    var series = Self.series("B")
    series.categories.cells.removeLast()
    var design = WorkbookDesign()
    design.sheets = [
      try Self.sheet([ChartDesign(groups: [ChartGroup(.line, series: [series])])])
    ]
    #expect(throws: SpreadsheetError.self) { try design.bytes() }
  }

  // MARK: In a workbook that is there

  @Test func `comes with a sheet before all others, and nothing else of the workbook differs`() throws {
    var design = WorkbookDesign()
    var old = SheetDesign(name: "Own")
    old.cells[try #require(CellReference("A1"))] = CellDesign(.text("kept"))
    old.charts = try Self.sheet([try #require(Self.kinds["scatter"])]).charts
    old.print.titleRows = 1...1
    design.sheets = [old]
    let bytes = try design.bytes()
    var edit = WorkbookEdit()
    var new = try Self.sheet([try #require(Self.kinds["lying bars"])])
    new.cells[try #require(CellReference("B1"))] = CellDesign(
      .number(0.5),
      look: CellLook().with {
        $0.numberFormat = "0%"
        $0.fontSize = 18
        $0.leftEdge = EdgeLine("1F3A5F", isThick: true)
      })
    new.conditionalFormats = [
      ConditionalFormat(
        range: try #require(CellRange("B1")), formula: "B1>0", look: DifferentialLook(textColor: "C55A11"))
    ]
    edit.newDesigns = [DesignedSheet(new, isFirst: true)]
    let result = try Workbook(bytes).applying(edit)
    let after = try Workbook(result)
    #expect(after.sheets.map(\.name) == ["Dashboard", "Own"])
    #expect(after.definedNames.map(\.sheetIndex) == [1])
    let (before, parts) = (try Self.parts(bytes), try Self.parts(result))
    for (name, text) in before
    where !["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml"].contains(name) {
      #expect(parts[name] == text, "\(name)")
    }
    #expect(parts["xl/workbook.xml"]?.contains("activeTab=\"1\"") == true)
    #expect(parts["xl/charts/chart2.xml"] != nil && parts["xl/drawings/drawing2.xml"] != nil)
    #expect(parts["xl/drawings/_rels/drawing2.xml.rels"]?.contains("\"../charts/chart2.xml\"") == true)
    #expect(parts["xl/worksheets/sheet2.xml"]?.contains("What it says") == true)
  }
}

/// A minimal XML tree with local names.
final class XMLNode: NSObject, XMLParserDelegate {
  var name = ""
  var attributes: [String: String] = [:]
  var children: [XMLNode] = []
  var text = ""
  private var open: [XMLNode] = []

  convenience init(parsing source: String) throws {
    self.init()
    let parser = XMLParser(data: Data(source.utf8))
    parser.delegate = self
    open = [self]
    try #require(parser.parse())
    open = []
  }

  var all: [XMLNode] { [self] + children.flatMap(\.all) }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    let node = XMLNode()
    node.name = String(name.split(separator: ":").last ?? "")
    node.attributes = attributes
    open.last?.children.append(node)
    open.append(node)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { for node in open { node.text += string } }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }
}
