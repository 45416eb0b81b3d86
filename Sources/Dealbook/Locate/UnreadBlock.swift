// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
package import Spreadsheet

/// A block of cells above, beside or below the table that is read, which looks like a table of its own and is not read.
public struct UnreadBlock: Hashable, Sendable {
  /// The index of its tab among the workbook's sheets.
  package var sheetIndex: Int
  package private(set) var range: CellRange
  /// How many rows it has below its header.
  package private(set) var rows: Int
  /// What its rows begin with, folded.
  private(set) var names: Set<String> = []
  /// Whether any of its cells is a number or a date.
  private var holdsNumbers = false

  /// A set of more names than this says no more than these.
  private static let mostNames = 100

  init?(row: Int, columns: ClosedRange<Int>, in sheetIndex: Int) {
    guard let first = CellReference(row: row, column: columns.lowerBound),
      let last = CellReference(row: row, column: columns.upperBound)
    else { return nil }
    self.sheetIndex = sheetIndex
    range = CellRange(first, last)
    rows = 0
  }

  /// Adds a row of its cells. The first one is its header if it has nothing but texts.
  mutating func add(row: Int, _ cells: [(column: Int, value: CellValue)]) {
    guard let first = cells.first, let last = cells.last,
      let corner = CellReference(row: row, column: max(range.last.column, last.column)),
      let start = CellReference(row: range.first.row, column: min(range.first.column, first.column))
    else { return }
    range = CellRange(start, corner)
    let isHeader = rows == 0 && !cells.contains { Self.isNumber($0.value) }
    if isHeader, row == range.first.row { return }
    rows += 1
    holdsNumbers = holdsNumbers || cells.contains { Self.isNumber($0.value) }
    if names.count < Self.mostNames { names.insert(TextFolding.label(StraySpace.trimmed(first.value.shownText))) }
  }

  /// Adds a further row of which only that it is filled is known.
  mutating func extend(to row: Int) {
    guard let corner = CellReference(row: row, column: range.last.column) else { return }
    range = CellRange(range.first, corner)
    rows += 1
  }

  /// Whether it is worth telling: a list of a single column, or of texts alone, holds no figures.
  var isTable: Bool { rows > 0 && holdsNumbers && range.columns.count > 1 }

  /// Whether each of its rows is named after what a column of the table holds, as a sum for each stage or each owner is.
  func sums(upBy labels: Set<String>) -> Bool {
    guard !names.isEmpty, !names.isDisjoint(with: labels) else { return false }
    return names.allSatisfy { labels.contains($0) || TotalWords.usual.nameTotal($0) }
  }

  static func isNumber(_ value: CellValue) -> Bool {
    switch value {
    case .number: true
    case .text(let text): text.utf8.count < 32 && AmountWords.isNumber(StraySpace.trimmed(text))
    default: false
    }
  }
}

extension LocatedSheet {
  /// Keeps those of the blocks that are tables of their own, and no sums of what is read.
  mutating func take(_ blocks: [UnreadBlock]) {
    let tables = blocks.filter(\.isTable)
    guard !tables.isEmpty else { return }
    var labels: Set<String> = []
    for column in columns where column.definition.namesGroups {
      for offset in 0..<min(column.values.count, rows.count) where rows.kinds[offset] == .data {
        if let text = column.values[offset].text { labels.insert(TextFolding.label(StraySpace.trimmed(text))) }
      }
    }
    unreadBlocks = tables.filter { !$0.sums(upBy: labels) }
  }
}

extension ColumnDefinition {
  /// Whether its cells name the groups for which a team adds up its rows: stages and people.
  fileprivate var namesGroups: Bool {
    switch allowed {
    case .list: true
    case .reference(let reference): reference.sheet == "pe"
    default: false
    }
  }
}

/// The rows of other tables below the data, as they are met.
struct UnreadRows {
  private(set) var blocks: [UnreadBlock] = []
  private var last: Int
  var sheetIndex: Int

  /// No more tables than this are told of a sheet.
  private static let most = 40

  init(sheetIndex: Int) {
    self.sheetIndex = sheetIndex
    last = 0
  }

  /// - Parameter row: its number on its own tab.
  mutating func add(row: Int, _ cells: [(column: Int, value: CellValue)]) {
    guard let first = cells.first?.column, let end = cells.last?.column else { return }
    // A single text between two tables is the name of the second.
    let isTitle = cells.count == 1 && cells[0].value.text != nil
    defer { last = isTitle ? 0 : row }
    guard !isTitle else { return }
    if blocks.isEmpty || row != last + 1 || blocks[blocks.count - 1].sheetIndex != sheetIndex {
      guard blocks.count < Self.most, let block = UnreadBlock(row: row, columns: first...end, in: sheetIndex) else {
        return
      }
      blocks.append(block)
    }
    blocks[blocks.count - 1].add(row: row, cells)
  }
}
