// SPDX-License-Identifier: Apache-2.0

/// An empty worksheet part, which is then edited like any other.
enum NewSheetTemplate {
  static func bytes(_ sheet: NewSheet, namespace: String) throws(EditError) -> [UInt8] {
    var view = ""
    if sheet.frozenRows != 0 {
      guard sheet.frozenRows > 0, sheet.frozenRows < CellReference.maxRow else {
        throw EditError(.frozenRows(sheet.frozenRows), sheet: sheet.name)
      }
      view =
        "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"\(sheet.frozenRows)\" "
        + "topLeftCell=\"A\(sheet.frozenRows + 1)\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        + "<selection pane=\"bottomLeft\"/></sheetView></sheetViews>"
    }
    let page =
      sheet.print.map(PrintMarkup.text)
      ?? "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"
    let fit = sheet.print?.pagesWide == nil ? "" : "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"\(namespace)\">"
      + "\(fit)<dimension ref=\"A1\"/>\(view)<sheetFormatPr defaultRowHeight=\"15\"/><sheetData/>\(page)</worksheet>"
    return Array(text.utf8)
  }
}
