// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The drawing part of a new sheet (20.5.2.35), with a frame for each chart.
struct DrawingMarkup {
  static let contentType = "application/vnd.openxmlformats-officedocument.drawing+xml"
  static let chartContentType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

  let charts: [PlacedChart]
  let isStrict: Bool

  /// - Parameter ids: the ids of the relationships to the charts.
  func part(ids: [String]) throws(EditError) -> String {
    guard Set(charts.map(\.name)).count == charts.count else { throw EditError(.chart("two are called alike")) }
    let base = isStrict ? "http://purl.oclc.org/ooxml/" : "http://schemas.openxmlformats.org/"
    func drawing(_ name: String) -> String { base + (isStrict ? "drawingml/\(name)" : "drawingml/2006/\(name)") }
    let relationships = base + (isStrict ? "officeDocument/relationships" : "officeDocument/2006/relationships")
    let frames = zip(charts, ids).enumerated().map { offset, item in
      frame(item.0, number: offset + 2, id: item.1, chart: drawing("chart"), relationships)
    }
    return
      "<xdr:wsDr xmlns:xdr=\"\(drawing("spreadsheetDrawing"))\" xmlns:a=\"\(drawing("main"))\">\(frames.joined())</xdr:wsDr>"
  }

  private func frame(_ placed: PlacedChart, number: Int, id: String, chart: String, _ relationships: String) -> String {
    let range = placed.cells
    // A pixel has 9,525 EMU. The end is given as the start of the cell after the last one.
    let inset = placed.inset * 9_525
    return "<xdr:twoCellAnchor editAs=\"oneCell\">"
      + corner("from", range.first.column - 1, inset, range.first.row - 1, inset)
      + corner("to", range.last.column, 0, range.last.row, 0)
      + "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"\(number)\""
      + " name=\"\(XMLEscape.attribute(placed.name))\" descr=\"\(XMLEscape.attribute(placed.alternativeText))\"/>"
      + "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>"
      + "<xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm>"
      + "<a:graphic><a:graphicData uri=\"\(chart)\"><c:chart xmlns:c=\"\(chart)\" xmlns:r=\"\(relationships)\" r:id=\"\(id)\"/>"
      + "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
  }

  private func corner(_ name: String, _ column: Int, _ x: Int, _ row: Int, _ y: Int) -> String {
    "<xdr:\(name)><xdr:col>\(column)</xdr:col><xdr:colOff>\(x)</xdr:colOff><xdr:row>\(row)</xdr:row><xdr:rowOff>\(y)</xdr:rowOff></xdr:\(name)>"
  }
}
