// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// The content of a report, whatever its format: headline figures, then tables with a message each.
public struct ReportPage: Sendable {
  /// How a value is formatted.
  public enum Kind: String, Hashable, Sendable {
    case text
    case money
    case number
    case percent
    /// A serial date in the workbook's date system.
    case date
  }

  public struct Figure: Sendable {
    /// The same in every language.
    public var key: String
    public var title: String
    public var value: CellValue
    public var kind: Kind
    public var note: String
    /// Whether it may be left out because another figure's note already contains it.
    public var isDetail = false
    /// Whether it calls for attention.
    public var isBad = false
  }

  public struct Column: Sendable {
    /// The same in every language.
    public var key: String
    public var title: String
    public var kind: Kind

    public init(key: String, title: String, kind: Kind) { (self.key, self.title, self.kind) = (key, title, kind) }
  }

  public struct Section: Sendable {
    /// The ID of its report, `R7`.
    public var id: String
    public var title: String
    public var message: String
    public var columns: [Column]
    public var rows: [[CellValue]]
    /// The index of the column that is drawn as bars.
    public var bar: Int?
    /// How to read its bars and marks.
    public var note = ""

    public init(
      id: String, title: String, message: String, columns: [Column], rows: [[CellValue]], bar: Int? = nil,
      note: String = ""
    ) {
      (self.id, self.title, self.message, self.note) = (id, title, message, note)
      (self.columns, self.rows, self.bar) = (columns, rows, bar)
    }

    /// The class of a cell that stands for a state: done, in part, late, not done, or none of these.
    func mark(_ value: CellValue) -> String? {
      guard ["R6", "R13", "R14"].contains(id), let first = value.text?.first else { return nil }
      return switch first {
      case "✓", "●": "g"
      case "◐": "h"
      case "!": "x"
      case "✗": "z"
      case "·", "—", "–", "○": "c"
      default: nil
      }
    }
  }

  /// The workbook, as given by the caller.
  public var file: String
  public var title: String
  public var subtitle: String
  public var figures: [Figure]
  public var sections: [Section]
  /// What is left out, and why.
  public var notes: [String]
  /// `zh-Hant`, `zh-Hans` or `en`.
  public var language: String
  let numbers: ReportNumbers
  /// Whether it is printed on upright paper.
  var isPortrait = false
}

/// Which columns of a block of chart data a report lists.
struct ReportTable {
  enum Kind {
    case text, money, number, percent
    /// The index of a label in this list.
    case label(String)
  }

  var block: String
  var columns: [(key: String, title: String, kind: Kind)]
  /// The key of the column that is drawn as bars.
  var bar: String?
}
