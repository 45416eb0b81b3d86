public import Spreadsheet
internal import Zip

/// How many cells of each type a workbook holds.
public struct CellCounts: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: ListedType.allCases.count)
  private var formulas = 0

  /// Reads every value of these sheets of `workbook`, all sheets at once. A text that many cells share is read once a sheet.
  public init(_ workbook: Workbook, sheets indices: [Int]) throws(SpreadsheetError) {
    let isDate = workbook.styles.cellFormats.map(\.numberFormat.isDate)
    let parts = try concurrentMap(indices.count) { (position: Int) throws(SpreadsheetError) in
      var counts = CellCounts()
      try counts.add(workbook, indices[position], isDate)
      return counts
    }
    for part in parts {
      formulas += part.formulas
      for type in counts.indices { counts[type] += part.counts[type] }
    }
  }

  private init() {}

  private mutating func add(_ workbook: Workbook, _ index: Int, _ isDate: [Bool]) throws(SpreadsheetError) {
    var tally = self
    let strings = try workbook.sharedStrings.table()
    var isRead = [Bool](repeating: false, count: strings.count)
    try workbook.forEachRow(ofSheet: index, strings: strings) { row, cells throws(SpreadsheetError) in
      for cell in row.cells {
        let type: ListedType
        switch try cells.scalar(of: cell, row: row.index) {
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
          if !isRead[index] {
            isRead[index] = true
            _ = try cells.value(of: cell, row: row.index)
          }
          type = .text
        }
        if cell.formulaKind != .none { tally.formulas += 1 }
        tally.counts[type.position] += 1
      }
    }
    self = tally
  }

  /// Types and formulas with their numbers, then all cells.
  public var named: [(String, Int)] {
    ListedType.allCases.map { ($0.rawValue, counts[$0.position]) }
      + [("formula", formulas), ("cells", counts.reduce(0, +))]
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
