// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Lists of a team's workbook to which rows are added, so that what reads all of them has to grow.
public struct GrownLists: Sendable {
  private(set) var lists: [ListGrowth] = []
  private var exceptions = GrowthExceptions()

  public init() {}

  /// - Parameter team: the workbook, which tells what is not the team's own and is brought up to date by a fill.
  init(_ lists: [ListGrowth], of team: BoundWorkbook) throws(SpreadsheetError) {
    self.lists = lists.filter { $0.list.rows.count > 1 && $0.last > $0.list.rows.upperBound }
    guard !self.lists.isEmpty else { return }
    exceptions = GrowthExceptions(
      sheets: try team.addedSheets, columns: team.computedNumbers,
      names: Set(
        team.workbook.definedNames.filter { team.playbook.meaning(ofName: $0.name) != nil }.map {
          $0.name.lowercased()
        }))
  }

  /// What will grow, of a workbook in which the rows may not have been added yet.
  func readers(in workbook: Workbook) throws(SpreadsheetError) -> GrownReaders {
    try workbook.growingReaders(lists, except: exceptions)
  }

  /// Lets what reads the lists grow, in the workbook with the rows. The bytes are nil if nothing does; stored values stay as they are.
  func grow(in workbook: Workbook) throws(SpreadsheetError) -> (bytes: [UInt8]?, grown: GrownReaders) {
    if lists.isEmpty { return (nil, GrownReaders()) }
    return try workbook.growing(lists, except: exceptions)
  }

  /// The same lists after rows were removed from their sheets.
  func without(_ removed: [Int: Set<Int>]) -> GrownLists {
    var result = self
    result.lists = lists.compactMap { growth in
      guard let gone = removed[growth.sheet], !gone.isEmpty else { return growth }
      func moved(_ row: Int) -> Int { row - gone.count { $0 < row } }
      let rows = growth.list.rows
      let (first, last) = (moved(rows.lowerBound), moved(rows.upperBound + 1) - 1)
      guard first < last else { return nil }
      return ListGrowth(
        sheet: growth.sheet, list: ListRows(header: growth.list.header.map(moved), rows: first...last),
        last: moved(growth.last + 1) - 1)
    }
    return result
  }
}

extension GrownReaders {
  /// What has grown, for people.
  func readers(in workbook: Workbook) throws(SpreadsheetError) -> [OutsideReader] {
    var found: [OutsideReader] = []
    func add<Place>(_ kind: OutsideReader.Kind, _ places: [Int: [Place]]) {
      for (sheet, own) in places.sorted(by: { $0.key < $1.key }) {
        found += own.map { OutsideReader(kind, sheet: workbook.sheets[sheet].name, place: "\($0)") }
      }
    }
    add(.formula, cells)
    found += names.map { OutsideReader(.name, sheet: "", place: $0) }
    for chart in try workbook.charts() where charts.contains(chart.part) {
      found.append(OutsideReader(.chart, sheet: workbook.sheets[chart.sheet].name, place: chart.part.entryName))
    }
    add(.chart, sparklines)
    add(.conditionalFormat, formats)
    add(.validation, validations)
    return found
  }
}
