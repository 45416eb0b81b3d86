// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// How the columns of a sheet are read: which rows form the header, and which column each header stands for.
struct HeaderPlan: Sendable {
  struct Bound: Sendable {
    var key: String
    var number: Int
    /// As written.
    var header: String
    /// The unit in brackets at the end of the header.
    var unit: String?
    /// Nil for a header that is a title or an alias in the playbook; otherwise why it was recognized as the column.
    var evidence: Evidence?
    /// 0 … 1.
    var confidence = 1.0
  }

  /// The first and last row of the header.
  var rows: ClosedRange<Int>
  /// Rows that explain the header.
  var hints: [Int] = []
  /// From left to right.
  var bound: [Bound] = []
  var unknown: [UnboundHeader] = []
  var duplicates: [UnboundHeader] = []
  /// Why a header was not recognized as a column, by column number.
  var reasons: [Int: LeftAloneReason] = [:]
  /// The cell format of the header cells, by column number.
  var formats: [Int: Int] = [:]
  /// What texts beside the header say of the unit of amounts.
  var unitLines: [UnitLine] = []
  /// Whether such a text says a unit, though it be the usual one.
  var saysUnit = false
  /// The currency that a text above the header or the name on the tab says.
  var saidCurrency: SaidCurrency?
  /// A text above the header, in it, or on the tab, that speaks of a business year.
  var saidYear: SaidYear?
  /// What stands above the header and looks like another table,
  var blocks: [UnreadBlock] = []
  /// and what stands beside the table.
  var blocksBeside: [UnreadBlock] = []
  /// The currency in the name of the first group of rows, which stands above the header.
  var currencyAbove: Currency?
  /// Whether nearly all IDs have a digit.
  var hasNumberedIDs = false
  /// The column that says in which currency the amounts of a row are, if no header of the playbook means it.
  var currencyColumn: Int?
  /// The header's texts by column number, as a row that repeats the header has them.
  var texts: [Int: String] = [:]

  /// The units of amounts, wherever they are stated.
  fileprivate var units: [String] {
    unitLines.map { "\($0.scale) \($0.columns?.description ?? "")" } + bound.map { $0.unit ?? "" }
  }

  var firstDataRow: Int { (hints.last ?? rows.upperBound) + 1 }
  /// The number of columns under the playbook's own words.
  var ownCount: Int { bound.count { $0.evidence == nil } }
}

/// How a sheet of the workbook is read.
struct SheetPlan: Sendable {
  var definition: SheetDefinition
  var sheetIndex: Int
  /// Nil if no row looks like a header.
  var header: HeaderPlan?
  /// The confidence in the kind of sheet, 0 … 1: 1 for a title of the playbook with headers of the playbook.
  var confidence: Double
  var isHidden: Bool
  /// The priority among several sheets of the same kind; the highest is read.
  var rank: Double
  /// The name on the tab, if the sheet was recognized.
  var title = ""
  /// How many of the first rows are not empty.
  var rowCount = 0
  /// The folded IDs or names of the first rows.
  var subjects: Set<String> = []
  /// See ``SheetProposal/rowPrints``.
  var rowPrints: Set<String> = []
  /// Further tabs that are read together with this one as one sheet.
  var parts: [SheetPlan] = []
  /// Whether another state of the workbook says that the tab belongs to the kind.
  var isKnown = false

  /// The headers of all its tabs.
  var headers: [HeaderPlan] { ([header] + parts.map(\.header)).compactMap(\.self) }
}

extension SheetPlan {
  /// Whether the same columns are in the same places, so that the rows of both can be read as one sheet. Computed columns are ignored,
  /// because a fill may have added them to one tab only.
  func hasColumns(of other: SheetPlan) -> Bool {
    guard let header, let otherHeader = other.header, header.texts.count > 2 else { return false }
    let layout = { (plan: HeaderPlan) in
      let computed = Set(plan.bound.filter { self.definition.column($0.key)?.isComputed == true }.map(\.number))
      return plan.texts.filter { !computed.contains($0.key) }
    }
    // Rows in 萬元 and rows in 元 are not one sheet.
    return layout(header) == layout(otherHeader) && header.units == otherHeader.units
  }

  /// The plan of a further tab with the same layout, with the columns recognized here.
  func asPart(of first: SheetPlan) -> SheetPlan {
    var part = self
    if let bound = first.header?.bound { part.header?.bound = bound }
    return part
  }

  /// Whether hardly any rows of one are rows of the other. A copy, a snapshot of another month or a selection is not a part.
  func isDisjoint(from other: SheetPlan) -> Bool {
    subjects.isDisjoint(nearly: other.subjects) && !rowPrints.isCopy(of: other.rowPrints)
  }
}

extension Set<String> {
  /// Whether at most a tenth of the smaller set is in the other.
  func isDisjoint(nearly other: Set<String>) -> Bool {
    intersection(other).count * 10 <= Swift.min(count, other.count)
  }

  /// Whether most of the smaller set is in the other: the rows of a copy with IDs of its own.
  func isCopy(of other: Set<String>) -> Bool {
    intersection(other).count * 2 > Swift.min(count, other.count)
  }
}
