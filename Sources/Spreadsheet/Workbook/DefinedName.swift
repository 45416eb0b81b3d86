/// A name for a formula, of the whole workbook or of one sheet (18.2.5).
public struct DefinedName: Hashable, Sendable {
  public let name: String
  /// Position in ``Workbook/sheets`` of the sheet that the name belongs to; nil for the whole workbook.
  public let sheetIndex: Int?
  /// Without a leading `=`.
  public let formula: String
  public let isHidden: Bool
  /// As the author wrote it for people.
  public let comment: String?
}
