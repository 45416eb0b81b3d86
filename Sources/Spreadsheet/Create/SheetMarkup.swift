// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The worksheet part of a new sheet, with its elements in schema order (18.3.1.99).
struct SheetMarkup {
  /// What the part needs to know about its package.
  struct Surroundings {
    /// Whether the sheet is active when the file is opened.
    var isSelected = false
    var namespace = XMLNamespace.spreadsheet
    var relationships = XMLNamespace.relationships
    /// The ids of the relationships to the tables.
    var tables: [String] = []
    /// The id of the relationship to the drawing with the charts.
    var drawing: String?
  }

  private let sheet: SheetDesign
  private let surroundings: Surroundings

  init(_ sheet: SheetDesign, in surroundings: Surroundings) {
    self.sheet = sheet
    self.surroundings = surroundings
  }

  /// - Parameter strings: the shared strings; if nil, texts are stored as inline strings.
  func text(styles: inout some LookBook, strings: inout StringBook?) throws(EditError) -> String {
    var text =
      "<worksheet xmlns=\"\(surroundings.namespace)\" xmlns:r=\"\(surroundings.relationships)\">"
    text += try properties() + "<dimension ref=\"\(usedRange)\"/>" + view()
    text += formatProperties() + (try columns(&styles))
    text += String(decoding: try rows(&styles, &strings), as: UTF8.self)
    text += try merges() + (try conditions(&styles)) + ValidationMarkup.text(sheet.validations) + links()
    if sheet.print.isCentered { text += "<printOptions horizontalCentered=\"1\"/>" }
    text += PrintMarkup.text(sheet.print)
    if let drawing = surroundings.drawing { text += "<drawing r:id=\"\(drawing)\"/>" }
    if !surroundings.tables.isEmpty {
      let parts = surroundings.tables.map { "<tablePart r:id=\"\($0)\"/>" }.joined()
      text += "<tableParts count=\"\(surroundings.tables.count)\">\(parts)</tableParts>"
    }
    return text + "</worksheet>"
  }

  // MARK: Before the cells

  private func properties() throws(EditError) -> String {
    var children = ""
    if let color = sheet.tabColor { children += "<tabColor rgb=\"\(try ColorText.argb(color))\"/>" }
    if sheet.columns.contains(where: { $0.outlineLevel > 0 }) { children += "<outlinePr summaryRight=\"1\"/>" }
    if sheet.print.pagesWide != nil { children += "<pageSetUpPr fitToPage=\"1\"/>" }
    return children.isEmpty ? "" : "<sheetPr>\(children)</sheetPr>"
  }

  private var usedRange: String {
    let rows = sheet.cells.keys.map(\.row)
    let columns = sheet.cells.keys.map(\.column)
    guard let top = rows.min(), let bottom = rows.max(), let left = columns.min(), let right = columns.max(),
      let first = CellReference(row: top, column: left), let last = CellReference(row: bottom, column: right)
    else { return "A1" }
    return "\(CellRange(first, last))"
  }

  private func view() -> String {
    var attributes = sheet.showsGridlines ? "" : " showGridLines=\"0\""
    if surroundings.isSelected { attributes += " tabSelected=\"1\"" }
    if sheet.zoom != 100 { attributes += " zoomScale=\"\(sheet.zoom)\" zoomScaleNormal=\"\(sheet.zoom)\"" }
    return "<sheetViews><sheetView\(attributes) workbookViewId=\"0\">\(pane())</sheetView></sheetViews>"
  }

  private func pane() -> String {
    let (rows, columns) = (sheet.frozenRows, sheet.frozenColumns)
    guard rows > 0 || columns > 0, let corner = CellReference(row: rows + 1, column: columns + 1) else { return "" }
    let active = rows > 0 ? columns > 0 ? "bottomRight" : "bottomLeft" : "topRight"
    let splits = (columns > 0 ? " xSplit=\"\(columns)\"" : "") + (rows > 0 ? " ySplit=\"\(rows)\"" : "")
    // Each pane has a selection.
    let others = rows > 0 && columns > 0 ? "<selection pane=\"topRight\"/><selection pane=\"bottomLeft\"/>" : ""
    return "<pane\(splits) topLeftCell=\"\(corner)\" activePane=\"\(active)\" state=\"frozen\"/>"
      + "\(others)<selection pane=\"\(active)\" activeCell=\"\(corner)\" sqref=\"\(corner)\"/>"
  }

  private func formatProperties() -> String {
    let level = sheet.columns.map(\.outlineLevel).max() ?? 0
    let height =
      "\(NumberText.text(sheet.defaultRowHeight))\"\(sheet.defaultRowHeight == 15 ? "" : " customHeight=\"1\"")"
    return "<sheetFormatPr defaultRowHeight=\"\(height)\(level > 0 ? " outlineLevelCol=\"\(level)\"" : "")/>"
  }

  private func columns(_ styles: inout some LookBook) throws(EditError) -> String {
    var markup = ""
    for column in sheet.columns {
      guard column.column >= 1, column.column <= CellReference.maxColumn else {
        throw EditError(.columnFormat(column: column.column, what: "a width: a sheet has 16384 columns"))
      }
      guard column.width >= 0, column.width <= 255 else {
        throw EditError(.columnFormat(column: column.column, what: "the width \(column.width); expected 0 to 255"))
      }
      let style = try styles.index(of: column.look)
      markup += "<col min=\"\(column.column)\" max=\"\(column.column)\" width=\"\(NumberText.text(column.width))\""
      if style != 0 { markup += " style=\"\(style)\"" }
      if column.isHidden { markup += " hidden=\"1\"" }
      markup += " customWidth=\"1\""
      if column.outlineLevel > 0 { markup += " outlineLevel=\"\(column.outlineLevel)\"" }
      if column.isCollapsed { markup += " collapsed=\"1\"" }
      markup += "/>"
    }
    return markup.isEmpty ? "" : "<cols>\(markup)</cols>"
  }

  // MARK: Cells

  private func rows(_ styles: inout some LookBook, _ strings: inout StringBook?) throws(EditError) -> [UInt8] {
    let tags = CellTags(prefix: "")
    var bytes = Array("<sheetData>".utf8)
    let byRow = Dictionary(grouping: sheet.cells.keys, by: \.row)
    for row in Set(byRow.keys).union(sheet.rowHeights.keys).sorted() {
      let digits = Array(String(row).utf8)
      bytes += "<row r=\"\(row)\"".utf8
      if let height = sheet.rowHeights[row] {
        bytes += " ht=\"\(NumberText.text(height))\" customHeight=\"1\"".utf8
      }
      bytes += ">".utf8
      for cell in (byRow[row] ?? []).sorted() {
        guard let design = sheet.cells[cell] else { continue }
        do throws(EditError) {
          try write(design, at: cell, digits, tags, &styles, &strings, to: &bytes)
        } catch {
          throw EditError(error.reason, cell: cell)
        }
      }
      bytes += "</row>".utf8
    }
    return bytes + Array("</sheetData>".utf8)
  }

  private func write(
    _ design: CellDesign, at cell: CellReference, _ row: [UInt8], _ tags: CellTags, _ styles: inout some LookBook,
    _ strings: inout StringBook?, to bytes: inout [UInt8]
  ) throws(EditError) {
    let style = try styles.index(of: design.look)
    if design.formula == nil, case .text(let text) = design.value, let index = try strings?.index(of: text) {
      bytes += "<c r=\"\(cell)\"\(style == 0 ? "" : " s=\"\(style)\"") t=\"s\"><v>\(index)</v></c>".utf8
      return
    }
    let formula = try design.formula.map { (text) throws(EditError) in try PreparedFormula(text) }
    try tags.appendNew(design.value, formula: formula, style: style, column: cell.column, row: row, to: &bytes)
  }

  // MARK: After the cells

  private func merges() throws(EditError) -> String {
    guard !sheet.mergedRanges.isEmpty else { return "" }
    let items = sheet.mergedRanges.map { "<mergeCell ref=\"\($0)\"/>" }
    return "<mergeCells count=\"\(items.count)\">\(items.joined())</mergeCells>"
  }

  private func conditions(_ styles: inout some LookBook) throws(EditError) -> String {
    var markup = ""
    for (offset, format) in sheet.conditionalFormats.enumerated() {
      _ = try PreparedFormula(format.formula)
      markup +=
        "<conditionalFormatting sqref=\"\(format.range)\"><cfRule type=\"expression\" dxfId=\"\(try styles.index(of: format.look))\""
        + " priority=\"\(offset + 1)\" stopIfTrue=\"1\"><formula>\(XMLEscape.text(format.formula))</formula></cfRule></conditionalFormatting>"
    }
    return markup
  }

  private func links() -> String {
    guard !sheet.links.isEmpty else { return "" }
    let items = sheet.links.map { link in
      "<hyperlink ref=\"\(link.cell)\" location=\"\(XMLEscape.attribute(link.location))\""
        + (link.tooltip.map { " tooltip=\"\(XMLEscape.attribute($0))\"" } ?? "") + "/>"
    }
    return "<hyperlinks>\(items.joined())</hyperlinks>"
  }
}
