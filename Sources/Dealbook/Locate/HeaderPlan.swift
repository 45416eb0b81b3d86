import Playbook
import Spreadsheet

/// How the columns of a sheet are to be read: which rows are its header and what stands under which word.
struct HeaderPlan: Sendable {
  struct Bound: Sendable {
    var key: String
    var number: Int
    /// As written.
    var header: String
    /// The unit that stands in brackets at the end of the header.
    var unit: String?
    /// Nil for a header that is a title or an alias of the playbook; else why it was taken for the column.
    var evidence: Evidence?
    /// 0 … 1.
    var confidence = 1.0
  }

  /// The first and the last row of the header.
  var rows: ClosedRange<Int>
  /// Rows that explain the header.
  var hints: [Int] = []
  /// From left to right.
  var bound: [Bound] = []
  var unknown: [UnboundHeader] = []
  var duplicates: [UnboundHeader] = []
  /// Why nothing is bound to a header, by column number.
  var reasons: [Int: LeftAloneReason] = [:]
  /// The cell format of the header cells, by column number.
  var formats: [Int: Int] = [:]
  /// The words of the header by column number, as a row that repeats them has them.
  var texts: [Int: String] = [:]

  var firstDataRow: Int { (hints.last ?? rows.upperBound) + 1 }
  /// How many columns stand under the playbook's own words.
  var ownCount: Int { bound.count { $0.evidence == nil } }
}

/// How a sheet of the workbook is to be read.
struct SheetPlan: Sendable {
  var definition: SheetDefinition
  var sheetIndex: Int
  /// Nil when no row looks like a header.
  var header: HeaderPlan?
  /// How sure the kind is, 0 … 1: 1 for a title of the playbook with headers of the playbook.
  var confidence: Double
  var isHidden: Bool
  /// The rows that were looked at, doubled how often from one.
  var rank: Double
}
