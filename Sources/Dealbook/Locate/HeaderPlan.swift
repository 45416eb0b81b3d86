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
  /// The name on the tab, where the sheet was recognised.
  var title = ""
  /// How many of the first rows hold something.
  var rowCount = 0
  /// What the first rows are about: their ids or names, folded.
  var subjects: Set<String> = []
  /// Further sheets that are read as one with it.
  var parts: [SheetPlan] = []
}

extension SheetPlan {
  /// Whether the same columns stand in the same places, so that rows of both can be read below each other; computed columns
  /// aside, which a fill may have added to the one alone.
  func hasColumns(of other: SheetPlan) -> Bool {
    guard let header, let otherHeader = other.header, header.texts.count > 2 else { return false }
    let layout = { (plan: HeaderPlan) in
      let computed = Set(plan.bound.filter { self.definition.column($0.key)?.isComputed == true }.map(\.number))
      return plan.texts.filter { !computed.contains($0.key) }
    }
    return layout(header) == layout(otherHeader)
  }

  /// The plan of a further sheet of the same layout, with the columns that are bound here.
  func asPart(of first: SheetPlan) -> SheetPlan {
    var part = self
    if let bound = first.header?.bound { part.header?.bound = bound }
    return part
  }

  /// Whether few rows of the one are rows of the other: a copy, a snapshot of another month or a selection is no part.
  func isDisjoint(from other: SheetPlan) -> Bool { subjects.isDisjoint(nearly: other.subjects) }
}

extension Set<String> {
  /// Whether hardly any of the one are in the other.
  func isDisjoint(nearly other: Set<String>) -> Bool {
    intersection(other).count * 10 <= Swift.min(count, other.count)
  }
}
