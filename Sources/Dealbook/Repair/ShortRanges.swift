// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The team's own formulas, charts and pivot tables that read a list to its end before rows were added below, and do not grow with it: what
/// they show lacks those rows.
struct ShortRanges {
  private(set) var readers: [OutsideReader] = []
  private let team: BoundWorkbook
  /// The rows that each list had before, by the index of its sheet.
  private let lists: [Int: ClosedRange<Int>]
  private var names: [String: SheetPlace] = [:]

  /// No more formulas than this are looked at.
  private static let mostFormulas = 100_000

  private let grown: GrownReaders

  /// - Parameters:
  ///   - team: the workbook, before or after the rows are added.
  ///   - grown: what grows with the lists.
  init(
    in team: BoundWorkbook, below lists: [Int: ClosedRange<Int>], except grown: GrownReaders = GrownReaders()
  ) throws(SpreadsheetError) {
    self.team = team
    self.lists = lists.filter { $0.value.count > 1 }
    self.grown = grown
    let growing = Set(grown.names.map { $0.lowercased() })
    guard !self.lists.isEmpty else { return }
    // Those that columns have here are brought up to date by a fill.
    for name in team.workbook.definedNames
    where team.playbook.meaning(ofName: name.name) == nil && !growing.contains(name.name.lowercased()) {
      names[name.name.lowercased()] = SheetPlace(name.formula, in: team.workbook)
    }
    try lookAtFormulas()
    let charts = Set(try grown.readers(in: team.workbook).filter { $0.kind == .chart })
    readers += try team.workbook.charts(names: names, reading: isShort).filter { !charts.contains($0) }
    readers += try team.workbook.pivotTables(names: names, tables: [], reading: isShort)
  }

  private func isShort(_ place: SheetPlace) -> Bool {
    guard let list = lists[place.sheetIndex] else { return false }
    return place.range.rows.upperBound == list.upperBound && place.range.rows.lowerBound <= list.lowerBound
  }

  private mutating func lookAtFormulas() throws(SpreadsheetError) {
    let workbook = team.workbook
    let ours = try team.addedSheets
    let computed = team.computedNumbers
    // A range that ends at the last row has its number in it.
    let endings = Set(lists.values.map { "\($0.upperBound)" })
    var looked = 0
    for index in workbook.sheets.indices where workbook.sheets[index].kind == .worksheet && !ours.contains(index) {
      guard let part = workbook.sheets[index].part, workbook.package.contains(part) else { continue }
      let sheet = try workbook.worksheet(at: index)
      var found: [CellReference] = []
      let growing = Set(grown.cells[index] ?? [])
      try sheet.forEachRow { row throws(SpreadsheetError) in
        for cell in row.cells where cell.formulaKind != .none && looked < Self.mostFormulas {
          guard computed[index]?.contains(cell.column) != true,
            let text = try sheet.formula(of: cell, row: row.index)?.text,
            !names.isEmpty || endings.contains(where: text.contains)
          else { continue }
          looked += 1
          if reads(text, on: index), let place = CellReference(row: row.index, column: cell.column),
            !growing.contains(place)
          {
            found.append(place)
          }
        }
      }
      for place in found {
        readers.append(OutsideReader(.formula, sheet: workbook.sheets[index].name, place: "\(place)"))
      }
    }
  }

  private func reads(_ text: String, on index: Int) -> Bool {
    ReferencedPlaces(
      workbook: team.workbook, sheetIndex: index, names: names, lastRow: lists.mapValues { _ in CellReference.maxRow }
    ).contains(in: text, where: isShort)
  }
}
