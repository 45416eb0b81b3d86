/// A worksheet that does not exist yet and is laid out whole: looks, merged cells, links, charts.
///
/// Its texts are in the font of the workbook that it comes to. Tables and repeated rows it can't have.
public struct DesignedSheet: Sendable {
  public var sheet: SheetDesign
  /// Whether it comes before all other sheets; else after them.
  public var isFirst: Bool
  /// Whether it is the one that is shown when the file is opened; only of a sheet that comes first, in a workbook of which
  /// no other sheet says that of itself.
  public var isShownFirst: Bool

  public init(_ sheet: SheetDesign, isFirst: Bool = false, isShownFirst: Bool = false) {
    self.sheet = sheet
    self.isFirst = isFirst
    self.isShownFirst = isShownFirst
  }
}
