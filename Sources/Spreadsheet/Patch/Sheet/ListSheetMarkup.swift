// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The worksheet part and the table part of a ``ListSheet``.
struct ListSheetMarkup {
  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  /// The maximum number of links per sheet in Excel.
  static let maxLinks = 65_530

  let sheet: ListSheet
  let namespace: String
  let relationships: String
  let isSelected: Bool

  /// Throws if the format can't represent the sheet.
  func check() throws(EditError) {
    let width = sheet.headers.count
    func fail(_ why: String) -> EditError {
      EditError(.tableHeader(table: sheet.tableName, why: why), sheet: sheet.name)
    }
    guard (1...CellReference.maxColumn).contains(width), sheet.widths.count == width else {
      throw fail("it needs a header and a width for each column")
    }
    guard (1..<CellReference.maxRow).contains(sheet.rows.count), sheet.rows.allSatisfy({ $0.count == width }) else {
      throw fail("it needs rows of \(width) cells, 1 to \(CellReference.maxRow - 1) of them")
    }
    guard Set(sheet.headers.map { $0.lowercased() }).count == width,
      sheet.headers.allSatisfy({ !$0.isEmpty && $0.utf16.count <= 255 })
    else { throw fail("each header is a text of 1 to 255 characters unlike the others") }
    if let width = sheet.widths.first(where: { !(0...255).contains($0) }) {
      throw fail("a column can't be \(width) wide")
    }
    for case let color? in [sheet.tabColor] + sheet.rows.joined().map(\.color) { _ = try ColorText.argb(color) }
    if let problem = NameRules.problem(ofDefinedName: sheet.tableName) {
      throw EditError(.definedName(sheet.tableName, why: problem))
    }
  }

  /// The range of the whole table.
  private var range: String { "A1:\(ColumnName.letters(sheet.headers.count))\(sheet.rows.count + 1)" }

  func worksheet(table: String) throws(EditError) -> [UInt8] {
    let color = sheet.tabColor.map { "<tabColor rgb=\"FF\($0)\"/>" } ?? ""
    let selected = isSelected ? " tabSelected=\"1\"" : ""
    let head =
      Self.declaration + "<worksheet xmlns=\"\(namespace)\" xmlns:r=\"\(relationships)\">"
      + "<sheetPr>\(color)<pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"\(range)\"/>"
      + "<sheetViews><sheetView\(selected) workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
      + "activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/>"
      + "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>"
    var bytes = Array(head.utf8)
    for (offset, width) in sheet.widths.enumerated() {
      bytes +=
        "<col min=\"\(offset + 1)\" max=\"\(offset + 1)\" width=\"\(NumberText.text(width))\" customWidth=\"1\"/>".utf8
    }
    bytes += "</cols><sheetData>".utf8
    try append(sheet.headers.map { ListText($0) }, row: 1, to: &bytes)
    for (offset, row) in sheet.rows.enumerated() { try append(row, row: offset + 2, to: &bytes) }
    bytes += "</sheetData>".utf8
    appendLinks(to: &bytes)
    bytes +=
      "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>".utf8
    // A height of 0 means as many pages as needed; paper size 9 is A4.
    bytes += "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>".utf8
    bytes += "<tableParts count=\"1\"><tablePart r:id=\"\(table)\"/></tableParts></worksheet>".utf8
    return bytes
  }

  private func append(_ cells: [ListText], row: Int, to bytes: inout [UInt8]) throws(EditError) {
    bytes += "<row r=\"\(row)\">".utf8
    for (offset, cell) in cells.enumerated() where !cell.text.isEmpty {
      let place = "\(ColumnName.letters(offset + 1))\(row)"
      guard !TextMarkup.isTooLong(cell.text) else {
        throw EditError(.textTooLong(cell.text.utf16.count), sheet: sheet.name, cell: CellReference(place))
      }
      bytes += "<c r=\"\(place)\" t=\"inlineStr\"><is>".utf8
      // The formatting of links in a new workbook.
      let color = cell.color ?? (cell.location == nil ? nil : "0563C1")
      if let color {
        let underline = cell.location == nil ? "" : "<u/>"
        let bold = cell.location == nil ? "<b/>" : ""
        bytes +=
          "<r><rPr>\(bold)\(underline)<sz val=\"11\"/><color rgb=\"FF\(color)\"/><rFont val=\"Calibri\"/></rPr>".utf8
      }
      bytes += (TextMarkup.needsPreserve(cell.text) ? "<t xml:space=\"preserve\">" : "<t>").utf8
      TextMarkup.append(cell.text, to: &bytes)
      bytes += (color == nil ? "</t></is></c>" : "</t></r></is></c>").utf8
    }
    bytes += "</row>".utf8
  }

  private func appendLinks(to bytes: inout [UInt8]) {
    var links = ""
    var count = 0
    for (offset, row) in sheet.rows.enumerated() {
      for (column, cell) in row.enumerated() where !cell.text.isEmpty && count < Self.maxLinks {
        guard let location = cell.location else { continue }
        count += 1
        links +=
          "<hyperlink ref=\"\(ColumnName.letters(column + 1))\(offset + 2)\" location=\"\(XMLEscape.attribute(XString.encoded(location)))\"/>"
      }
    }
    if count > 0 { bytes += "<hyperlinks>\(links)</hyperlinks>".utf8 }
  }

  func table(id: Int) -> [UInt8] {
    var columns = ""
    for (offset, header) in sheet.headers.enumerated() {
      columns += "<tableColumn id=\"\(offset + 1)\" name=\"\(TableColumnName.stored(header))\"/>"
    }
    let name = XMLEscape.attribute(sheet.tableName)
    return Array(
      (Self.declaration + "<table xmlns=\"\(namespace)\" id=\"\(id)\" name=\"\(name)\" displayName=\"\(name)\""
        + " ref=\"\(range)\" totalsRowShown=\"0\"><autoFilter ref=\"\(range)\"/>"
        + "<tableColumns count=\"\(sheet.headers.count)\">\(columns)</tableColumns>"
        + "<tableStyleInfo name=\"TableStyleMedium2\" showFirstColumn=\"0\" showLastColumn=\"0\""
        + " showRowStripes=\"1\" showColumnStripes=\"0\"/></table>").utf8)
  }
}
