/// A worksheet that does not exist yet and holds nothing but one table of texts, its header in row 1.
///
/// Looks stand in the texts themselves, so that the cell formats of the workbook stay as they are.
public struct ListSheet: Sendable {
  /// The name on the tab: 1–31 UTF-16 units, none of `\ / ? * [ ] :`.
  public var name: String
  /// Unlike that of every table and defined name of the workbook.
  public var tableName: String
  public var headers: [String]
  /// Each as long as `headers`, at least one.
  public var rows: [[ListText]]
  /// Of the columns, in characters (18.3.1.13), 0 … 255; as many as `headers`.
  public var widths: [Double]
  /// Of the tab, as `RRGGBB`.
  public var tabColor: String?
  /// The position of a sheet among ``WorkbookEdit/removedSheets`` whose tab it takes; nil puts it last.
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
  /// Empty for an empty cell.
  public var text: String
  /// Where the cell leads, as a formula would name it: `'商機'!A1`. Excel takes 65,530 links a sheet.
  public var location: String?
  /// Of the text, as `RRGGBB`.
  public var color: String?

  public init(_ text: String, location: String? = nil, color: String? = nil) {
    self.text = text
    self.location = location
    self.color = color
  }
}
