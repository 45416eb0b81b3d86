// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

// Columns of amounts in another unit, and of percentages stored as 60 for 60 %.
extension RepairPlanner {
  /// The numbers of the sheet's columns that keep a unit other than 元, each with the reason.
  consuming func columnsKeepingUnit(
    of sheet: LocatedSheet
  ) throws(SpreadsheetError) -> [Int: UnmadeRepair.Reason] {
    let foreign = sheet.columns.filter { $0.moneyScale != nil && !$0.definition.isComputed }
    guard let headerRow = sheet.lastHeaderRow else { return [:] }
    // What stands under a line about the unit keeps it; only the others have to be looked at.
    var kept: [Int: UnmadeRepair.Reason] = [:]
    for column in foreign { if let line = column.unitLine { kept[column.number] = .unitLine(line) } }
    let others = foreign.filter { $0.unitLine == nil }
    guard !others.isEmpty else { return kept }
    let headers = try HeaderCells(of: others, on: sheet, in: team.workbook)
    let facts = try StoredFacts(
      team.workbook.worksheet(at: sheet.sheetIndex), of: headers.places,
      wholeColumns: Set(others.map(\.number) + sheet.unitlessUnknown.map(\.column)), below: headerRow)
    var dependents: UnitDependents?
    for column in others where try scale(column, of: sheet, headers, facts, &dependents) == nil {
      kept[column.number] = plan.unmade.last?.reason ?? .header
    }
    return kept
  }

  /// Converts a column that stores 60 % as 60 to shares, including its texts: all of it or nothing.
  mutating func rescale(
    _ column: LocatedColumn, of sheet: LocatedSheet, _ candidates: inout [CellReference: Candidate],
    _ facts: StoredFacts
  ) {
    guard let index = team.playbook.rules.firstIndex(where: { $0.kind == .percentScale }),
      !refused.contains(where: { $0.sheetIndex == sheet.sheetIndex && $0.cell.column == column.number })
    else { return }
    let rule = team.playbook.rules[index].id
    let cells = (facts.columns[column.number] ?? []).filter { row, _ in
      sheet.rows.range.contains(row) && sheet.rows.kinds[row - sheet.rows.range.lowerBound] == .data
    }
    for (row, _) in cells {
      guard let cell = CellReference(row: row, column: column.number), facts.formulas[cell] != nil else { continue }
      plan.unmade.append(
        UnmadeRepair(rule: rule, sheet: sheet.title, cell: cell, reason: .formulaInPercentColumn(cell)))
      return
    }
    let readers = CellReaders(team)
    let group = plan.wishes.count
    for (row, value) in cells {
      guard let cell = CellReference(row: row, column: column.number) else { continue }
      let rowID = sheet.rowID(at: row - sheet.rows.range.lowerBound)
      let (number, isText): (Double, Bool)
      switch readers.number(value, in: column) {
      case .number(let found): (number, isText) = (found, false)
      case .readable(let found): (number, isText) = (found, true)
      default: continue
      }
      candidates[cell] = nil
      guard number != 0 || isText else { continue }
      let textRule = team.playbook.rules.first { $0.kind == .textNumber }?.id
      wish(
        isText ? textRule ?? rule : rule, column, of: sheet, at: cell, rowID: rowID, old: value,
        new: .number(NumberReader.scaled(number, byPowerOfTen: -2)), style: facts.styles[cell] ?? 0, group: group)
    }
  }

  /// A line such as 單位：萬元 speaks of columns that are not the tool's, too: it is not changed, nor are the numbers under it.
  mutating func refuseLines(of sheet: LocatedSheet) {
    guard let rule = team.playbook.rules.first(where: { $0.kind == .unitHeader })?.id else { return }
    for line in sheet.effectiveUnitLines {
      guard let cell = line.cell ?? CellReference(row: 1, column: 1) else { continue }
      plan.unmade.append(UnmadeRepair(rule: rule, sheet: sheet.title, cell: cell, reason: .unitLine(line)))
    }
  }

  /// Converts a column to 元, including its header and total rows. Nil if something in it cannot be converted.
  mutating func scale(
    _ column: LocatedColumn, of sheet: LocatedSheet, _ headers: HeaderCells, _ facts: StoredFacts,
    _ dependents: inout UnitDependents?
  ) throws(SpreadsheetError) -> Int? {
    guard column.unitLine == nil, let scale = column.moneyScale,
      let index = team.playbook.rules.firstIndex(where: { $0.kind == .unitHeader }),
      let (header, title) = headers[column],
      !refused.contains(where: { $0.sheetIndex == sheet.sheetIndex && $0.cell.column == column.number })
    else { return nil }
    let rule = team.playbook.rules[index].id
    func give(up reason: UnmadeRepair.Reason) -> Int? {
      plan.unmade.append(UnmadeRepair(rule: rule, sheet: sheet.title, cell: header, reason: reason))
      return nil
    }
    // The new header must say that the column is converted, or it would be converted once more.
    guard facts.formulas[header] == nil, let renamed = HeaderNormalizer.inSingleUnits(title),
      column.moneyScale(under: renamed) == nil
    else { return give(up: .header) }
    if dependents == nil {
      dependents = try UnitDependents(
        team.workbook, of: sheet, columns: sheet.columns.filter { $0.moneyScale != nil && !$0.definition.isComputed },
        headers: headers, headerRow: header.row, own: try team.addedSheets,
        tables: Set(team.sheets.map(\.sheetIndex)))
    }
    if let other = unstatedTwin(of: column, on: sheet)?.header ?? addend(of: column, on: sheet, facts) {
      return give(up: .sameNumbers(other))
    }
    let stating = dependents?.stating ?? []
    if let blocking = dependents?.blocking, !blocking.isEmpty { return give(up: .readElsewhere(blocking + stating)) }
    // In the method's own workbooks the table's title and charts go with the table: its expected repairs convert the column under them.
    let isMethods = team.playbook.isBuiltIn && !team.mayBeAdopted
    let others = isMethods ? stating.filter { dependents?.statingOfTable.contains($0) != true } : stating
    if level == .safe, !others.isEmpty { return give(up: .statedElsewhere(stating)) }
    let cells = facts.columns[column.number] ?? []
    let totals = Set(sheet.rows.totalRows)
    for (row, _) in cells where !totals.contains(row) {
      if let cell = CellReference(row: row, column: column.number), facts.formulas[cell] != nil {
        return give(up: .formulaInColumn(cell))
      }
    }
    let readers = CellReaders(team)
    if let (cell, text) = unread(in: column, of: sheet, cells, readers) {
      return give(up: .unreadInColumn(cell, ShownValue.cut(text)))
    }
    if let row = oversized(in: column, of: sheet, scale), let cell = CellReference(row: row.row, column: column.number)
    {
      return give(up: .numberOfOtherUnit(cell, ShownValue.found(.number(row.number), type: .number, system: .year1900)))
    }
    plan.stating += stating.filter { !plan.stating.contains($0) }
    let group = plan.wishes.count
    wish(
      rule, column, of: sheet, at: header, rowID: "", old: .text(title), new: .text(renamed),
      style: facts.styles[header] ?? 0, isHeader: true, group: group)
    let power = NumberReader.powerOfTen(of: scale)
    for (row, value) in cells {
      guard let cell = CellReference(row: row, column: column.number), facts.formulas[cell] == nil else { continue }
      let offset = row - sheet.rows.range.lowerBound
      let rowID = sheet.rows.range.contains(row) ? sheet.rowID(at: offset) : ""
      let style = facts.styles[cell] ?? 0
      switch (value, readers.number(value, in: column)) {
      case (.number(let number), _):
        guard number != 0 else { continue }
        wish(
          rule, column, of: sheet, at: cell, rowID: rowID, old: value,
          new: .number(NumberReader.scaled(number, byPowerOfTen: power)), style: style, group: group)
      case (_, .readable(let number)):
        let rule = team.playbook.rules.first { $0.kind == .textNumber }?.id ?? rule
        wish(
          rule, column, of: sheet, at: cell, rowID: rowID, old: value, new: .number(number), style: style, group: group)
      default: break
      }
    }
    return group
  }

  /// The first text with a number in it that is not read as one, in a row of data.
  private func unread(
    in column: LocatedColumn, of sheet: LocatedSheet, _ cells: [(row: Int, value: CellValue)], _ readers: CellReaders
  ) -> (CellReference, String)? {
    for (row, value) in cells {
      guard sheet.rows.range.contains(row), sheet.rows.kinds[row - sheet.rows.range.lowerBound] == .data,
        case .text(let text) = value, text.contains(where: \.isNumber),
        let cell = CellReference(row: row, column: column.number)
      else { continue }
      if case .readable = readers.number(value, in: column) { continue }
      return (cell, text)
    }
    return nil
  }

  /// Another column of amounts whose header says no unit, and whose numbers are as large as those of the column: the unit of one is likely
  /// that of both, and converting one alone would put them 10,000 times apart.
  private func unstatedTwin(of column: LocatedColumn, on sheet: LocatedSheet) -> LocatedColumn? {
    guard let own = middle(of: column, on: sheet) else { return nil }
    return sheet.columns.first { other in
      guard other.number != column.number, other.definition.type == .money, !other.definition.isComputed,
        other.unit == nil, other.unitLine == nil, other.moneyScale == nil,
        other.definition.convention.moneyUnit == nil, let middle = middle(of: other, on: sheet)
      else { return false }
      return (0.05...20).contains(middle / own)
    }
  }

  /// The first number that is at least half the scale times the middle one: 1,200,000 among 50 to 150 in 萬元.
  private func oversized(
    in column: LocatedColumn, of sheet: LocatedSheet, _ scale: Double
  ) -> (row: Int, number: Double)? {
    guard scale >= 1000, let middle = middle(of: column, on: sheet) else { return nil }
    for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
      guard let number = column.values.number(at: offset), number >= middle * scale / 2 else { continue }
      return (sheet.rows.range.lowerBound + offset, number)
    }
    return nil
  }

  private func middle(of column: LocatedColumn, on sheet: LocatedSheet) -> Double? {
    let numbers = (0..<min(column.values.count, sheet.rows.count)).compactMap { row in
      sheet.rows.kinds[row] == .data ? column.values.number(at: row).flatMap { $0 > 0 ? $0 : nil } : nil
    }.sorted()
    return numbers.isEmpty ? nil : numbers[numbers.count / 2]
  }

  /// The first of several columns without a unit that are not read, and that add up to the column in each row: the quarters of a year.
  private func addend(of column: LocatedColumn, on sheet: LocatedSheet, _ facts: StoredFacts) -> String? {
    func numbers(_ column: Int) -> [Int: Double] {
      Dictionary((facts.columns[column] ?? []).compactMap { row, value in value.number.map { (row, $0) } }) { $1 }
    }
    let own = numbers(column.number)
    var run: [(header: UnboundHeader, numbers: [Int: Double])] = []
    func isSum() -> Bool {
      let rows = own.filter { row, _ in run.contains { $0.numbers[row] != nil } }
      return run.count > 1 && rows.count > 1
        && rows.allSatisfy { row, total in
          abs(run.reduce(0) { $0 + ($1.numbers[row] ?? 0) } - total) <= 1e-6 * max(1, abs(total))
        }
    }
    for header in sheet.unitlessUnknown {
      let numbers = numbers(header.column)
      if numbers.isEmpty || run.last.map({ $0.header.column + 1 != header.column }) == true {
        if isSum() { break }
        run = []
      }
      if !numbers.isEmpty { run.append((header, numbers)) }
    }
    return isSum() ? run.first?.header.header : nil
  }
}

extension LocatedSheet {
  /// Headers that are not read and state no unit, from left to right.
  var unitlessUnknown: [UnboundHeader] {
    (unknownHeaders + duplicateHeaders).filter {
      HeaderNormalizer.normalize($0.header).unit == nil && UnitStatement.unit(inHeader: $0.header) == nil
    }.sorted { $0.column < $1.column }
  }
}
