// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension ScenarioApplication {
  // MARK: Added and removed rows

  func sheet(_ word: String, in text: String) throws(DealbookError) -> LocatedSheet {
    guard case .sheet(let sheet) = try words.container(word) else {
      throw .wish(text, "應為有資料列的表，例如 deals", "expected a sheet of rows, such as deals")
    }
    return team.sheet(sheet.prefix) ?? sheet
  }

  mutating func noteID(of addition: Scenario.Addition) throws(DealbookError) {
    let sheet = try sheet(addition.sheet, in: addition.text)
    guard let key = sheet.definition.idColumn?.key else { return }
    for cell in addition.cells where words.columnKey(cell.column, on: sheet) == key {
      let id = StraySpace.trimmed(cell.value).lowercased()
      newIDs.insert("\(sheet.prefix).\(id)")
      if try ScenarioRows(table, words).row(cell.value, on: sheet, in: addition.text) != nil {
        throw .wish(
          addition.text, "「\(sheet.title)」表已有 \(cell.value) 這一列",
          "the sheet \(sheet.title) has a row \(cell.value) already")
      }
    }
  }

  mutating func add(_ addition: Scenario.Addition) throws(DealbookError) {
    let text = addition.text
    let sheet = try sheet(addition.sheet, in: text)
    let row = sheet.rows.count
    var typed: [(column: LocatedColumn, value: CellValue)] = []
    for cell in addition.cells {
      let column = try words.inputColumn(cell.column, on: sheet, in: text)
      let value = try words.value(
        cell.value, for: column, on: sheet, in: text, newIDs: newIDs, readers,
        row: { key in typed.first { $0.column.key == key }?.value.number })
      typed.append((column, value))
    }
    let index = team.sheets.firstIndex { $0.prefix == sheet.prefix } ?? 0
    let first = row > 0 ? sheet.rows.range.lowerBound : (sheet.lastHeaderRow ?? 0) + 1
    team.sheets[index].rows = RowLayout(
      range: first..<(first + row + 1), kinds: sheet.rows.kinds + [.data], totalRows: sheet.rows.totalRows,
      otherRows: sheet.rows.otherRows)
    edits.structure[sheet.prefix, default: []].append(row)
    for (column, value) in typed { cells[ColumnID(sheet: sheet.prefix, key: column.key), default: [:]][row] = value }
    told.append(
      ToldChange(
        text: text, count: typed.count,
        cells: typed.map { column, value in
          .init(
            sheet: sheet.title, row: rowName(row, on: sheet.prefix), column: column.header, before: .blank,
            after: value, type: column.definition.type)
        }))
  }

  mutating func remove(_ text: String) throws(DealbookError) {
    let (word, conditions, rest) = try ChangeText.target(text, of: text)
    let sheet = try sheet(word, in: text)
    let rows = ScenarioRows(table, words)
    let places: [Int]
    if let conditions {
      guard rest.isEmpty else {
        throw .wish(text, "應為要移除的列，後面卻有欄「\(rest)」", "expected rows to remove, found a column ‘\(rest)’ behind them")
      }
      places = try rows.matching(conditions, on: sheet, in: text)
    } else {
      guard let row = try rows.row(rest, on: sheet, in: text) else { throw rows.unknown(rest, on: sheet, in: text) }
      places = [row]
    }
    let index = team.sheets.firstIndex { $0.prefix == sheet.prefix } ?? 0
    var kinds = sheet.rows.kinds
    for place in places { kinds[place] = .blank }
    team.sheets[index].rows = RowLayout(
      range: sheet.rows.range, kinds: kinds, totalRows: sheet.rows.totalRows, otherRows: sheet.rows.otherRows)
    edits.structure[sheet.prefix, default: []] += places
    for column in sheet.columns where !column.definition.isComputed {
      for place in places { cells[ColumnID(sheet: sheet.prefix, key: column.key), default: [:]][place] = .blank }
    }
    told.append(
      ToldChange(
        text: text, count: places.count,
        cells: places.prefix(Self.mostTold).map { place in
          .init(
            sheet: sheet.title, row: sheet.rowID(at: place), column: "", before: .text(sheet.rowID(at: place)),
            after: .blank, type: .text)
        }))
  }

  // MARK: Bonds

  /// `account_id`: deals with the same value; `D001, D002`: these deals.
  mutating func bind(_ text: String) throws(DealbookError) {
    guard let sheet = team.sheet("de") else {
      throw .wish(text, "這份工作簿沒有商機表", "the workbook has no sheet of deals")
    }
    let next = (bonds.values.max() ?? -1) + 1
    let ids = ChangeText.list(text)
    if ids.count == 1, let key = words.columnKey(text, on: sheet) ?? words.columnKey(text + "_id", on: sheet),
      let column = sheet.column(key)
    {
      var places: [String: Int] = [:]
      for row in 0..<sheet.rows.count where sheet.rows.kinds[row] == .data {
        let value = row < column.values.count ? column.values[row].shownText.lowercased() : ""
        guard !value.isEmpty else { continue }
        let bond = places[value] ?? next + places.count
        places[value] = bond
        bonds[row] = bond
      }
      return
    }
    guard ids.count > 1 else {
      throw .wish(
        text, "應為兩筆以上的商機，例如 D001,D002，或商機表的一欄，例如 account_id",
        "expected two deals or more, such as D001,D002, or a column of the deals, such as account_id")
    }
    let rows = ScenarioRows(table, words)
    for id in ids {
      let added = (table.team.sheet("de")?.rows.count ?? 0)..<sheet.rows.count
      if let row = try rows.row(id, on: sheet, in: text)
        ?? added.first(where: { sheet.rowID(at: $0).lowercased() == id.lowercased() })
      {
        bonds[row] = next
      } else {
        throw rows.unknown(id, on: sheet, in: text)
      }
    }
  }
}

extension Scenario.Addition {
  /// As written on a command line.
  var text: String { "\(sheet): " + cells.map { "\($0.column)=\($0.value)" }.joined(separator: ", ") }
}
