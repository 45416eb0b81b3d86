public import Spreadsheet
internal import Zip

/// How many cells of each type a workbook holds.
public struct CellCounts: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: ListedType.allCases.count)
  private var formulas = 0

  /// Reads every value of these sheets of `workbook`, all sheets at once. A text that many cells share is read once.
  public init(_ workbook: Workbook, sheets indices: [Int]) throws(SpreadsheetError) {
    let isDate = workbook.styles.cellFormats.map(\.numberFormat.isDate)
    let parts = try concurrentMap(indices.count) { (position: Int) throws(SpreadsheetError) in
      var part = SheetCounts()
      try part.add(workbook, indices[position], isDate)
      return part
    }
    var shared: [Bool] = []
    for part in parts {
      formulas += part.formulas
      for type in counts.indices { counts[type] += part.counts[type] }
      if shared.isEmpty { shared = part.shared }
      for index in part.shared.indices where part.shared[index] { shared[index] = true }
    }
    do throws(SpreadsheetError) { try Self.readTexts(workbook, shared) } catch {
      // Told with the first cell that holds it.
      for index in indices {
        try workbook.forEachRow(ofSheet: index) { row, cells throws(SpreadsheetError) in
          for cell in row.cells { _ = try cells.value(of: cell, row: row.index) }
        }
      }
      throw error
    }
  }

  private static func readTexts(_ workbook: Workbook, _ isWanted: [Bool]) throws(SpreadsheetError) {
    let strings = try workbook.sharedStrings.table()
    let share = 1 << 14
    _ = try concurrentMap((isWanted.count + share - 1) / share) { (position: Int) throws(SpreadsheetError) in
      var bytes = 0
      try strings.forEachText(of: position * share..<(position + 1) * share, where: isWanted) { bytes += $1.utf8.count }
      return bytes
    }
  }

  /// Types and formulas with their numbers, then all cells.
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

  mutating func add(_ workbook: Workbook, _ index: Int, _ isDate: [Bool]) throws(SpreadsheetError) {
    let strings = try workbook.sharedStrings.table()
    var counts: InlineArray<5, Int> = .init(repeating: 0)
    var formulas = 0
    var shared = [Bool](repeating: false, count: strings.count)
    var scalars: [CellScalar] = []
    try workbook.forEachRow(ofSheet: index, strings: strings) { row, cells throws(SpreadsheetError) in
      try cells.scalars(of: row, into: &scalars)
      for (cell, scalar) in zip(row.cells, scalars) {
        let type: ListedType
        switch scalar {
        case .blank:
          guard cell.formulaKind != .none else { continue }
          type = .text
        case .number:
          type = cell.type == .isoDate || cell.style < isDate.count && isDate[cell.style] ? .date : .number
        case .boolean: type = .boolean
        case .error:
          _ = try cells.error(of: cell, row: row.index)
          type = .error
        case .text:
          _ = try cells.text(of: cell, row: row.index)
          type = .text
        case .sharedString(let index):
          shared[index] = true
          type = .text
        }
        if cell.formulaKind != .none { formulas += 1 }
        counts[type.position] += 1
      }
    }
    for type in self.counts.indices { self.counts[type] = counts[type] }
    self.formulas = formulas
    self.shared = shared
  }
}

extension ListedType {
  /// In ``allCases``.
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
