// SPDX-License-Identifier: Apache-2.0

internal import Base
public import Spreadsheet

/// The number of cells of each type in a workbook.
public struct CellCounts: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: ListedType.allCases.count)
  private var formulas = 0

  /// Reads every value of these sheets of `workbook`, with all sheets and the shared strings in parallel. A text shared by many cells is
  /// read once.
  public init(_ workbook: Workbook, sheets indices: [Int]) throws(SpreadsheetError) {
    do throws(SpreadsheetError) {
      try count(workbook, indices)
    } catch {
      // Reads sequentially, so that the error names the first cell affected.
      for index in indices {
        try workbook.forEachRow(ofSheet: index) { row, cells throws(SpreadsheetError) in
          for cell in row.cells { _ = try cells.value(of: cell, row: row.index) }
        }
      }
      throw error
    }
  }

  private mutating func count(_ workbook: Workbook, _ indices: [Int]) throws(SpreadsheetError) {
    let formats = workbook.styles.cellFormats.map { $0.numberFormat.mayShowDates ? $0.numberFormat : nil }
    let unread = workbook.sharedStrings.unread
    let parts = try concurrentMap(1 + indices.count) { (position: Int) throws(SpreadsheetError) in
      var part = SheetCounts()
      if position == 0 {
        _ = try workbook.sharedStrings.table()
      } else {
        try part.add(workbook, indices[position - 1], formats, unread)
      }
      return part
    }
    var shared: [Bool] = []
    for part in parts {
      formulas += part.formulas
      for type in counts.indices { counts[type] += part.counts[type] }
      shared += repeatElement(false, count: max(0, part.shared.count - shared.count))
      for index in part.shared.indices where part.shared[index] { shared[index] = true }
    }
    let strings = try workbook.sharedStrings.table()
    if shared.count > strings.count { _ = try strings.text(at: shared.count - 1) }
    try Self.readTexts(strings, shared)
  }

  private static func readTexts(_ strings: SharedStringTable, _ isWanted: [Bool]) throws(SpreadsheetError) {
    let share = 1 << 14
    _ = try concurrentMap((isWanted.count + share - 1) / share) { (position: Int) throws(SpreadsheetError) in
      var bytes = 0
      try strings.forEachText(of: position * share..<(position + 1) * share, where: isWanted) { bytes += $1.count }
      return bytes
    }
  }

  /// The counts by type, followed by formulas and all cells.
  public var named: [(String, Int)] {
    ListedType.allCases.map { ($0.rawValue, counts[$0.position]) }
      + [("formula", formulas), ("cells", counts.reduce(0, +))]
  }
}

/// The counts of one sheet.
private struct SheetCounts {
  var counts = [Int](repeating: 0, count: ListedType.allCases.count)
  var formulas = 0
  /// Which shared strings its cells refer to.
  var shared: [Bool] = []

  mutating func add(
    _ workbook: Workbook, _ index: Int, _ formats: [NumberFormat?], _ strings: SharedStringTable
  ) throws(SpreadsheetError) {
    // A copy of its own, so that two cores do not contend for the reference counts of shared objects.
    let formats = formats.map { $0 }
    let system = workbook.dateSystem
    var counts: InlineArray<5, Int> = .init(repeating: 0)
    var formulas = 0
    var shared: [Bool] = []
    var scalars: [CellScalar] = []
    try workbook.forEachRow(ofSheet: index, strings: strings) { row, cells throws(SpreadsheetError) in
      try cells.scalars(of: row, into: &scalars)
      for place in row.cells.indices {
        let cell = row.cells[place]
        let type: ListedType
        switch scalars[place] {
        case .blank:
          guard cell.formulaKind != .none else { continue }
          type = .text
        case .number(let number):
          let isDate =
            cell.type == .isoDate
            || cell.style < formats.count && formats[cell.style].map { CellListing.isDate(number, $0, system) } ?? false
          type = isDate ? .date : .number
        case .boolean: type = .boolean
        case .error:
          _ = try cells.error(of: cell, row: row.index)
          type = .error
        case .text:
          if cells.plainText(of: cell) == nil { _ = try cells.text(of: cell, row: row.index) }
          type = .text
        case .sharedString(let index):
          if index >= shared.count {
            shared += repeatElement(false, count: max(index + 1, 2 * shared.count) - shared.count)
          }
          shared[index] = true
          type = .text
        }
        if cell.formulaKind != .none { formulas += 1 }
        counts[type.position] += 1
      }
    }
    for type in self.counts.indices { self.counts[type] = counts[type] }
    self.formulas = formulas
    self.shared = Array(shared[..<((shared.lastIndex(of: true) ?? -1) + 1)])
  }
}

extension ListedType {
  /// The index in ``allCases``.
  fileprivate var position: Int {
    switch self {
    case .number: 0
    case .text: 1
    case .boolean: 2
    case .error: 3
    case .date: 4
    }
  }
}
