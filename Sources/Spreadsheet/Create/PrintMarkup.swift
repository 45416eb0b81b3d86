// SPDX-License-Identifier: Apache-2.0

internal import XML

/// How a new worksheet is printed: the elements from its margins to its page breaks, in schema order (18.3.1.99).
enum PrintMarkup {
  static func text(_ print: PrintDesign) -> String {
    let orientation = print.isLandscape ? "landscape" : "portrait"
    // A height of 0 means as many pages as needed; paper size 9 is A4.
    let fit = print.pagesWide.map { " fitToWidth=\"\($0)\" fitToHeight=\"\(print.pagesTall ?? 0)\"" } ?? ""
    let scale = print.pagesWide == nil ? print.scale.map { " scale=\"\(min(max($0, 10), 400))\"" } ?? "" : ""
    let footer =
      print.footer.isEmpty ? "" : "<headerFooter><oddFooter>\(XMLEscape.text(print.footer))</oddFooter></headerFooter>"
    return "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
      + "<pageSetup paperSize=\"9\"\(scale)\(fit) orientation=\"\(orientation)\"/>" + footer
      + breaks("rowBreaks", print.rowBreaks, across: CellReference.maxColumn - 1)
      + breaks("colBreaks", print.columnBreaks, across: CellReference.maxRow - 1)
  }

  /// A break is stored as the number of rows or columns before it.
  private static func breaks(_ name: String, _ places: [Int], across last: Int) -> String {
    let places = Set(places).filter { $0 > 1 }.sorted()
    guard !places.isEmpty else { return "" }
    let items = places.map { "<brk id=\"\($0 - 1)\" max=\"\(last)\" man=\"1\"/>" }.joined()
    return "<\(name) count=\"\(places.count)\" manualBreakCount=\"\(places.count)\">\(items)</\(name)>"
  }

  /// The formula of `_xlnm.Print_Titles`; empty if the sheet repeats no rows or columns.
  static func titles(_ print: PrintDesign, ofSheet sheet: String) -> String {
    let name = SheetName.quoted(sheet)
    var parts: [String] = []
    if let columns = print.titleColumns, columns.lowerBound >= 1, columns.upperBound <= CellReference.maxColumn {
      parts.append("\(name)!$\(ColumnName.letters(columns.lowerBound)):$\(ColumnName.letters(columns.upperBound))")
    }
    if let rows = print.titleRows { parts.append("\(name)!$\(rows.lowerBound):$\(rows.upperBound)") }
    return parts.joined(separator: ",")
  }
}
