// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The runs of columns into which empty columns divide what stands in a row and below it. A sheet has one, unless something stands beside
/// its table.
struct TableRuns {
  /// From left to right.
  let runs: [ClosedRange<Int>]
  private let sample: SheetSample
  private let first: Int

  init(_ sample: SheetSample, from row: Int) {
    self.sample = sample
    first = row
    var filled: Set<Int> = []
    for row in sample.rows where row.index >= first {
      for cell in row.cells { filled.insert(cell.column) }
    }
    var runs: [ClosedRange<Int>] = []
    for column in filled.sorted() {
      if let last = runs.last, last.upperBound + 1 == column {
        runs[runs.count - 1] = last.lowerBound...column
      } else {
        runs.append(column...column)
      }
    }
    self.runs = runs
  }

  /// The rows below the header in which any of the columns is filled.
  func rows(of columns: some Sequence<Int>, from row: Int) -> Set<Int> {
    let wanted = Set(columns)
    return Set(
      sample.rows.filter { $0.index >= row && $0.cells.contains { wanted.contains($0.column) && !$0.isBlank } }
        .map(\.index))
  }
}

extension OwnHeader {
  /// The columns that do not belong to the table, although they stand in the row of its header: those of a panel or of another table,
  /// which empty columns keep apart, or in which the header begins again.
  ///
  /// - Parameter keys: what the header of each column means, if anything.
  func columnsAside(_ header: HeaderRows, _ keys: [Int: String]) -> Set<Int> {
    let table = TableRuns(sample, from: header.first)
    guard table.runs.count > 1 else { return [] }
    func isInput(_ column: Int) -> Bool {
      keys[column].flatMap { definition.column($0)?.isComputed } == false
    }
    func inputs(_ run: ClosedRange<Int>) -> Set<String> { Set(run.filter(isInput).compactMap { keys[$0] }) }
    let counts = table.runs.map { inputs($0).count }
    guard let most = counts.max(), most > 0, let main = counts.firstIndex(of: most).map({ table.runs[$0] }) else {
      return []
    }
    let rows = table.rows(of: main, from: header.firstDataRow)
    guard !rows.isEmpty else { return [] }
    let own = inputs(main)
    let headers = Set(header.cells.map(\.column))
    var aside: Set<Int> = []
    for run in table.runs where run != main {
      // What a fill has added stands where there was room.
      let ours = run.filter { column in
        keys[column] != nil && !isInput(column)
          && formulas(in: column, header.firstDataRow) * 2 > rows.count
      }
      let others = run.filter { !ours.contains($0) }
      guard !others.isEmpty else { continue }
      let filled = table.rows(of: others, from: header.firstDataRow)
      if others.count == 1, keys[others[0]] == nil { continue }
      if belongs(others, filled, keys, to: own, rows, headers, inputs: inputs(run), from: header.firstDataRow) {
        continue
      }
      aside.formUnion(others)
    }
    return aside
  }

  /// Whether columns beyond an empty one are further columns of the table: each has a header, none means what one of the table's does, and
  /// they are filled where the table is.
  private func belongs(
    _ columns: [Int], _ filled: Set<Int>, _ keys: [Int: String], to own: Set<String>, _ rows: Set<Int>,
    _ headers: Set<Int>, inputs: Set<String>, from first: Int
  ) -> Bool {
    guard inputs.isDisjoint(with: own), !inputs.isEmpty || !columns.contains(where: { keys[$0] != nil }),
      columns.allSatisfy({ headers.contains($0) }),
      filled.isSubset(of: rows)
    else { return false }
    if filled.count * 5 >= rows.count * 4 || filled.isEmpty { return true }
    // A panel fills the first rows without a gap; what is known of some of the rows stands here and there, and dates are of their rows.
    let isAtTop = filled == Set(rows.sorted().prefix(filled.count))
    let areDates = columns.contains { column in
      guard let key = keys[column], definition.column(key)?.type == .date else { return false }
      let contents = sample.contents(of: column, from: first, skipping: [])
      return contents.filled > 0 && contents.dates == contents.filled
    }
    return !isAtTop || areDates
  }

  private func formulas(in column: Int, _ first: Int) -> Int {
    sample.rows.count { $0.index >= first && $0[column]?.hasFormula == true }
  }
}

extension HeaderPlan {
  /// Finds what stands above and beside the table and looks like a table of its own.
  mutating func readBlocks(_ sample: SheetSample, _ definition: SheetDefinition) {
    readBlocksAbove(sample)
    readBlocksBeside(sample, definition)
    readGroups(sample, definition)
  }

  /// What the first rows say of the IDs, and the row above the header of the group that follows.
  private mutating func readGroups(_ sample: SheetSample, _ definition: SheetDefinition) {
    if let above = sample.rows.last(where: { $0.index < rows.lowerBound }), above.index == rows.lowerBound - 1,
      above.cells.count == 1, let text = above.cells[0].typedText
    {
      currencyAbove = RowCurrencies.currency(in: text)
    }
    guard let column = bound.first(where: { definition.column($0.key)?.type == .id })?.number else { return }
    var (numbered, all, last) = (0, 0, firstDataRow - 1)
    for row in sample.rows where row.index >= firstDataRow {
      // What stands below a gap may be another table.
      if row.index != last + 1, all > 2 { break }
      last = row.index
      guard let cell = row[column], !cell.isBlank else { continue }
      all += 1
      if cell.value.shownText.contains(where: \.isNumber) { numbered += 1 }
    }
    hasNumberedIDs = numbered > 1 && numbered * 3 >= all * 2
  }

  /// Rows of texts beside numbers or dates under a row of texts: the rows of another table under its header. Without such a header, at
  /// least two of them in which the same columns hold the same.
  private mutating func readBlocksAbove(_ sample: SheetSample) {
    var block: UnreadBlock?
    var columns: ClosedRange<Int>?
    var isHeaded = false
    var last: (index: Int, kinds: [Int: Bool]) = (-1, [:])
    func keep(_ block: UnreadBlock?) -> UnreadBlock? { block.flatMap { $0.isTable ? $0 : nil } }
    var found: [UnreadBlock] = []
    for row in sample.rows where row.index < rows.lowerBound {
      let cells = row.cells.filter { !$0.isBlank }.map { (column: $0.column, value: $0.value) }
      var kinds: [Int: Bool] = [:]
      for cell in cells { kinds[cell.column] = UnreadBlock.isNumber(cell.value) }
      let texts = kinds.values.count { !$0 }
      let isRow = kinds.count > 2 && texts > 0 && texts < kinds.count
      let isHeader = kinds.count > 2 && texts == kinds.count
      if isRow, row.index == last.index + 1, let first = cells.first?.column, let end = cells.last?.column,
        isHeaded && columns?.overlaps(first...end) == true || !isHeaded && kinds.count > 3 && kinds == last.kinds
      {
        if block == nil, !isHeaded, let before = sample.row(last.index) {
          block = UnreadBlock(row: last.index, columns: first...end, in: sample.sheetIndex)
          block?.add(row: last.index, before.cells.filter { !$0.isBlank }.map { (column: $0.column, value: $0.value) })
        }
        block?.add(row: row.index, cells)
      } else {
        if let block = keep(block) { found.append(block) }
        (block, columns, isHeaded) = (nil, nil, false)
        if isHeader, let first = cells.first?.column, let end = cells.last?.column {
          (columns, isHeaded) = (first...end, true)
          block = UnreadBlock(row: row.index, columns: first...end, in: sample.sheetIndex)
          block?.add(row: row.index, cells)
        }
      }
      last = (row.index, isRow || isHeader ? kinds : [:])
    }
    if let block = keep(block) { found.append(block) }
    blocks += found
  }

  private mutating func readBlocksBeside(_ sample: SheetSample, _ definition: SheetDefinition) {
    let inputs = Set(bound.filter { definition.column($0.key)?.isComputed == false }.map(\.number))
    guard let first = inputs.min() else { return }
    let numbers = Set(bound.map(\.number))
    let texts = Set(bound.map { TextFolding.headerWord($0.header) })
    let others = unknown + duplicates
    // Where the header begins again, another table begins.
    let again = others.filter { texts.contains(TextFolding.headerWord($0.header)) && $0.column > first }.map(\.column)
    for run in TableRuns(sample, from: rows.lowerBound).runs {
      var columns = run.filter { !numbers.contains($0) }
      if run.contains(where: { inputs.contains($0) }) {
        guard again.count > 1, let start = again.min(), run.contains(start) else { continue }
        columns = columns.filter { $0 >= start }
      } else if others.contains(where: { columns.contains($0.column) }) {
        // Columns of the table that are not understood.
        continue
      }
      guard let left = columns.min(), let right = columns.max(), columns.count > 1 else { continue }
      var block: UnreadBlock?
      for row in sample.rows where row.index >= rows.lowerBound {
        let cells = row.cells.filter { columns.contains($0.column) && !$0.isBlank }
        guard !cells.isEmpty else { continue }
        block = block ?? UnreadBlock(row: row.index, columns: left...right, in: sample.sheetIndex)
        block?.add(row: row.index, cells.map { (column: $0.column, value: $0.value) })
      }
      if let block, block.isTable { blocksBeside.append(block) }
    }
  }
}
