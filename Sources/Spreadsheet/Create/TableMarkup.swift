// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The table part of a new table (18.5.1.2).
struct TableMarkup {
  private let table: TableDesign
  private let headers: [String]

  /// Takes the column names from the text of the header cells, as programs expect. Throws if a header is not a unique text.
  init(_ table: TableDesign, on sheet: SheetDesign) throws(EditError) {
    self.table = table
    func fail(_ why: String) -> EditError { EditError(.tableHeader(table: table.name, why: why)) }
    guard table.range.rows.count > 1 else { throw fail("there is no row below it") }
    var headers: [String] = []
    var seen: Set<String> = []
    for column in table.range.columns {
      guard let cell = CellReference(row: table.range.first.row, column: column),
        case .text(let text)? = sheet.cells[cell]?.value, !text.isEmpty, text.utf16.count <= 255
      else { throw fail("expected a text of 1 to 255 characters in column \(column)") }
      guard seen.insert(text.lowercased()).inserted else { throw fail("\"\(text)\" is there twice") }
      headers.append(text)
    }
    self.headers = headers
  }

  func text(id: Int) throws(EditError) -> String {
    var columns = ""
    for (offset, header) in headers.enumerated() {
      let start = "<tableColumn id=\"\(offset + 1)\" name=\"\(TableColumnName.stored(header))\""
      if let formula = table.calculatedFormulas[table.range.first.column + offset] {
        _ = try PreparedFormula(formula)
        columns +=
          "\(start)><calculatedColumnFormula>\(XMLEscape.text(formula))</calculatedColumnFormula></tableColumn>"
      } else {
        columns += start + "/>"
      }
    }
    let name = XMLEscape.attribute(table.name)
    return "<table xmlns=\"\(XMLNamespace.spreadsheet)\" id=\"\(id)\" name=\"\(name)\" displayName=\"\(name)\""
      + " ref=\"\(table.range)\" totalsRowShown=\"0\"><autoFilter ref=\"\(table.range)\"/>"
      + "<tableColumns count=\"\(headers.count)\">\(columns)</tableColumns>"
      + "<tableStyleInfo name=\"\(XMLEscape.attribute(table.style))\" showFirstColumn=\"0\" showLastColumn=\"0\""
      + " showRowStripes=\"0\" showColumnStripes=\"0\"/></table>"
  }
}
