public import Spreadsheet

/// What a report tells, whichever form it takes: headline figures, then tables with a message each.
public struct ReportPage: Sendable {
  /// How a value is written.
  public enum Kind: Hashable, Sendable {
    case text
    case money
    case number
    case percent
    /// A serial date of the workbook.
    case date
  }

  public struct Figure: Sendable {
    /// Stays the same in every language.
    public var key: String
    public var title: String
    public var value: CellValue
    public var kind: Kind
    public var note: String
    /// Whether it is told only where nothing else is lost by it: another figure's note holds it already.
    public var isDetail = false
  }

  public struct Column: Sendable {
    /// Stays the same in every language.
    public var key: String
    public var title: String
    public var kind: Kind
  }

  public struct Section: Sendable {
    /// Of the report that it is part of, `R7`.
    public var id: String
    public var title: String
    public var message: String
    public var columns: [Column]
    public var rows: [[CellValue]]
    /// The position of the column that is drawn as bars.
    public var bar: Int?
  }

  /// The workbook, as it was given.
  public var file: String
  public var title: String
  public var subtitle: String
  public var figures: [Figure]
  public var sections: [Section]
  /// What is not told and why.
  public var notes: [String]
  /// `zh-Hant`, `zh-Hans` or `en`.
  public var language: String
  let numbers: ReportNumbers
}

/// Which columns of a block of the chart data a report lists.
struct ReportTable {
  enum Kind {
    case text, money, number, percent
    /// The place of a label in a list.
    case label(String)
  }

  var block: String
  var columns: [(key: String, title: String, kind: Kind)]
  /// The key of the column that is drawn as bars.
  var bar: String?
}
