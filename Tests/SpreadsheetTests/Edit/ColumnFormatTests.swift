// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `Formatting columns` {
  /// The `cols` element after applying the formats.
  private func columns(_ before: String, _ formats: [ColumnFormat]) throws -> String {
    let sheet = try EditedBook(rows: "", before: before) { $0.columns = formats }.sheet
    guard let start = sheet.firstRange(of: "<cols>"), let end = sheet.firstRange(of: "</cols>") else { return "" }
    return String(sheet[start.upperBound..<end.lowerBound])
  }

  @Test func `a sheet without columns gets them where the schema wants them`() throws {
    let before = "<sheetViews><sheetView workbookViewId=\"0\"/></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
    let sheet = try EditedBook(rows: "", before: before) {
      $0.columns = [ColumnFormat(column: 5, width: 12.5), ColumnFormat(column: 2, hidden: true)]
    }.sheet
    #expect(
      sheet.contains(
        "<sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"2\" max=\"2\" width=\"9.140625\" hidden=\"1\"/>"
          + "<col min=\"5\" max=\"5\" width=\"12.5\" customWidth=\"1\"/></cols><sheetData>"))
  }

  @Test func `a run is split around the column`() throws {
    let run = "<cols><col min=\"2\" max=\"9\" width=\"20\" style=\"3\" customWidth=\"1\"/></cols>"
    #expect(
      try columns(run, [ColumnFormat(column: 4, hidden: true)])
        == "<col min=\"2\" max=\"3\" width=\"20\" style=\"3\" customWidth=\"1\"/>"
        + "<col min=\"4\" max=\"4\" width=\"20\" style=\"3\" customWidth=\"1\" hidden=\"1\"/>"
        + "<col min=\"5\" max=\"9\" width=\"20\" style=\"3\" customWidth=\"1\"/>")
  }

  @Test func `a run is split around several columns`() throws {
    let run = "<cols><col min=\"1\" max=\"4\" width=\"20\"/></cols>"
    #expect(
      try columns(run, [ColumnFormat(column: 4, width: 5), ColumnFormat(column: 1, width: 6)])
        == "<col min=\"1\" max=\"1\" width=\"6\" customWidth=\"1\"/><col min=\"2\" max=\"3\" width=\"20\"/>"
        + "<col min=\"4\" max=\"4\" width=\"5\" customWidth=\"1\"/>")
  }

  @Test func `a run of two keeps its first column`() throws {
    #expect(
      try columns("<cols><col min=\"3\" max=\"4\" width=\"20\"/></cols>", [ColumnFormat(column: 4, width: 5)])
        == "<col min=\"3\" max=\"3\" width=\"20\"/><col min=\"4\" max=\"4\" width=\"5\" customWidth=\"1\"/>")
  }

  @Test func `columns come before, between and after runs`() throws {
    let runs = "<cols><col min=\"3\" max=\"3\" width=\"1\"/><col min=\"6\" max=\"6\" width=\"2\"/></cols>"
    let formats = [2, 4, 8].map { ColumnFormat(column: $0, width: 7) }
    #expect(
      try columns(runs, formats)
        == "<col min=\"2\" max=\"2\" width=\"7\" customWidth=\"1\"/><col min=\"3\" max=\"3\" width=\"1\"/>"
        + "<col min=\"4\" max=\"4\" width=\"7\" customWidth=\"1\"/><col min=\"6\" max=\"6\" width=\"2\"/>"
        + "<col min=\"8\" max=\"8\" width=\"7\" customWidth=\"1\"/>")
  }

  @Test func `what a column is already costs nothing`() throws {
    let run = "<cols><col min=\"1\" max=\"9\" width=\"20\" hidden=\"true\"/></cols>"
    #expect(
      try EditedBook(rows: "", before: run) { $0.columns = [ColumnFormat(column: 4, width: 20, hidden: true)] }
        .isUnchanged)
    #expect(
      try EditedBook(rows: "") { $0.columns = [ColumnFormat(column: 4, hidden: false, outlineLevel: 0)] }.isUnchanged)
  }

  @Test func `a hidden column is shown again`() throws {
    let run = "<cols><col min=\"4\" max=\"4\" width=\"20\" hidden=\"1\" outlineLevel=\"1\"/></cols>"
    #expect(
      try columns(run, [ColumnFormat(column: 4, hidden: false, outlineLevel: 0)])
        == "<col min=\"4\" max=\"4\" width=\"20\"/>")
  }

  @Test func `an outline makes room for its buttons`() throws {
    let before = "<sheetFormatPr defaultRowHeight=\"15\" outlineLevelCol=\"1\"/>"
    let sheet = try EditedBook(rows: "", before: before) {
      $0.columns = [ColumnFormat(column: 4, outlineLevel: 2), ColumnFormat(column: 5, collapsed: true)]
    }.sheet
    #expect(sheet.contains("outlineLevelCol=\"2\"/><cols>"))
    #expect(sheet.contains("outlineLevel=\"2\"/><col min=\"5\" max=\"5\" width=\"9.140625\" collapsed=\"1\"/>"))
  }

  @Test func `an outline in a sheet without defaults gets them`() throws {
    let sheet = try EditedBook(rows: "") { $0.columns = [ColumnFormat(column: 4, outlineLevel: 1)] }.sheet
    #expect(sheet.contains("<sheetFormatPr defaultRowHeight=\"15\" outlineLevelCol=\"1\"/><cols>"))
  }

  @Test(arguments: [
    ColumnFormat(column: 0, width: 1), ColumnFormat(column: 16_385, width: 1), ColumnFormat(column: 1, width: 256),
    ColumnFormat(column: 1, width: -1), ColumnFormat(column: 1, width: .nan), ColumnFormat(column: 1, outlineLevel: 8),
  ])
  func `what no column can have is refused`(_ format: ColumnFormat) throws {
    let error = try refusal { _ = try EditedBook(rows: "") { $0.columns = [format] } }
    guard case .columnFormat(format.column, _) = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
