// SPDX-License-Identifier: Apache-2.0

/// A new worksheet that contains a single table of text, with its header in row 1.
///
/// Formatting is stored in the rich text itself, so that the workbook's cell formats do not change.
public struct ListSheet: Sendable {
  /// The name on the tab: 1–31 UTF-16 code units, none of `\ / ? * [ ] :`.
  public var name: String
  /// The name of the table. Must differ from every table name and defined name in the workbook.
  public var tableName: String
  public var headers: [String]
  /// The rows below the header, at least one. Each has as many cells as `headers`.
  public var rows: [[ListText]]
  /// The column widths in characters (18.3.1.13), 0 … 255; as many as `headers`.
  public var widths: [Double]
  /// The colour of the tab, as `RRGGBB`.
  public var tabColor: String?
  /// The position of a sheet in ``WorkbookEdit/removedSheets`` whose tab this sheet takes over; nil puts it last.
  public var place: Int?

  public init(name: String, tableName: String, headers: [String], rows: [[ListText]], widths: [Double]) {
    self.name = name
    self.tableName = tableName
    self.headers = headers
    self.rows = rows
    self.widths = widths
  }
}

/// A cell of a ``ListSheet``.
public struct ListText: Hashable, Sendable {
  /// The text; empty for an empty cell.
  public var text: String
  /// The target of a link on the cell, written as in a formula: `'商機'!A1`. Excel allows 65,530 links per sheet.
  public var location: String?
  /// The colour of the text, as `RRGGBB`.
  public var color: String?

  public init(_ text: String, location: String? = nil, color: String? = nil) {
    self.text = text
    self.location = location
    self.color = color
  }
}
