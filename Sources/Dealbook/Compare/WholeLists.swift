// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Lets formulas that read all rows of a list read alike in all states of a workbook, however many rows the list has there.
///
/// `SUM(Deals!$F$2:$F$51)` where the list ends in row 51, and `SUM(Deals!$F$2:$F$53)` where it has two more rows, say the same. The rows of
/// such a range are replaced with rows near the end of a sheet, which stand for the list, until the formula is written.
struct WholeLists: Sendable {
  /// Lists of which some states have no counterpart are left out.
  private var lists: [String: List] = [:]
  private var rows: [Int: ListRows] = [:]

  private struct List {
    var number: Int
    var own: ListRows?
    /// How it was in the state from which this one came. Whoever adds rows may leave formulas as they are.
    var former: ListRows?
  }

  /// The first row that stands for one of a list.
  private static let start = 1_037_000
  /// What the last digit says: the header, the first row, the last row, each with an absolute row or a relative one.
  private static let absolute = (header: 0, first: 1, last: 9)
  private static let relative = (header: 2, first: 3, last: 8)
  private static let most = 1000

  /// Whether a row in a formula stands for one of a list.
  static func isMask(_ row: Int) -> Bool { row >= start && row < start + most * 10 }

  init() {}

  /// The list on a tab, in the states of a workbook that matter.
  struct Tab {
    /// What formulas call the tab.
    var title: String
    /// The list in the state whose formulas are read.
    var own: ListRows?
    /// In the state from which that one came.
    var former: ListRows?
    /// In the state in which formulas are written; nil if the list is too short in one of all states to be known by its ranges.
    var written: ListRows?

    /// The tabs of a sheet of data; none if it is another sheet.
    static func all(
      of named: RecordSheet?, own: RecordSheet?, former: RecordSheet?, written: RecordSheet?,
      among states: [RecordSheet?]
    ) -> [Tab] {
      guard let named, named.kind.isData else { return [] }
      return named.tabs.map { tab in
        let isLong = states.compactMap { $0?.list(onTab: tab.number) }.allSatisfy { $0.rows.count > 1 }
        return Tab(
          title: tab.title, own: own?.list(onTab: tab.number), former: former?.list(onTab: tab.number),
          written: isLong ? written?.list(onTab: tab.number) : nil)
      }
    }
  }

  init(_ tabs: [Tab]) {
    for (number, tab) in tabs.prefix(Self.most).enumerated() {
      guard let written = tab.written, written.rows.count > 1 else { continue }
      lists[tab.title.lowercased()] = List(number: number, own: tab.own, former: tab.former)
      rows[number] = written
    }
  }

  // MARK: Reading

  /// The formula with what stands for lists.
  ///
  /// - Parameters:
  ///   - title: the sheet of the formula.
  ///   - row: the row of its cell.
  func masked(_ formula: String, on title: String, row: Int) -> String {
    guard !lists.isEmpty, formula.utf8.contains(UInt8(ascii: ":")) else { return formula }
    let bytes = Array(formula.utf8)
    var result: [UInt8] = []
    var at = 0
    for range in FormulaRange.all(in: bytes).ranges {
      let name = (range.sheet ?? title).lowercased()
      guard let list = lists[name] else { continue }
      let isBeside = name == title.lowercased() && list.own?.rows.contains(row) == true
      guard
        let covered = [list.own, list.former].compactMap(\.self).first(where: {
          $0.isCovered(by: range, isFixed: isBeside)
        })
      else { continue }
      // A list that begins with its headers in one state and without them in another cannot be written there.
      let isWhole = range.rows.lowerBound == covered.rows.lowerBound
      if !isWhole, rows[list.number]?.header == nil { continue }
      let base = Self.start + list.number * 10
      let codes = range.first.rowIsAbsolute ? Self.absolute : Self.relative
      result += bytes[at..<range.corners.lowerBound]
      result += range.withAbsoluteRows.corners(base + (isWhole ? codes.first : codes.header)...base + codes.last)
      at = range.corners.upperBound
    }
    return at == 0 ? formula : String(decoding: result + bytes[at...], as: UTF8.self)
  }

  /// The records of a sheet with masked formulas.
  ///
  /// - Parameter title: what formulas call a tab.
  func masked(_ sheet: RecordSheet, title: (RecordTab) -> String) -> RecordSheet {
    guard !lists.isEmpty, sheet.columns.contains(where: { !$0.formulas.isEmpty }) else { return sheet }
    let titles = Dictionary(
      sheet.tabs.map { ($0.number, title($0)) }, uniquingKeysWith: { first, _ in first })
    var places: [Int: (number: Int, title: String)] = [:]
    for row in sheet.rows.indices {
      places[sheet.rows[row].offset] = (sheet.rows[row].number, titles[sheet.rows[row].tab] ?? "")
    }
    let columns = sheet.columns.map { column in
      var column = column
      for (offset, formula) in column.formulas {
        guard let place = places[offset] else { continue }
        let new = masked(formula, on: place.title, row: place.number)
        if new != formula { column.formulas[offset] = new }
      }
      return column
    }
    return sheet.with(columns: columns)
  }

  // MARK: Writing

  /// The formula with the rows of the lists where it is written.
  func unmasked(_ formula: String) -> String {
    guard !rows.isEmpty, formula.utf8.contains(UInt8(ascii: ":")) else { return formula }
    let bytes = Array(formula.utf8)
    var result: [UInt8] = []
    var at = 0
    for range in FormulaRange.all(in: bytes).ranges where Self.isMask(range.rows.lowerBound) {
      let (first, last) = (range.rows.lowerBound - Self.start, range.rows.upperBound - Self.start)
      guard let list = rows[first / 10], last / 10 == first / 10 else { continue }
      let isRelative = last % 10 == Self.relative.last
      let codes = isRelative ? Self.relative : Self.absolute
      guard last % 10 == codes.last, let top = first % 10 == codes.first ? list.rows.lowerBound : list.header else {
        continue
      }
      result += bytes[at..<range.corners.lowerBound]
      result += (isRelative ? range.withRelativeRows : range).corners(top...list.rows.upperBound)
      at = range.corners.upperBound
    }
    return at == 0 ? formula : String(decoding: result + bytes[at...], as: UTF8.self)
  }

  func unmasked(_ cell: RecordCell) -> RecordCell {
    guard let formula = cell.formula else { return cell }
    return RecordCell(value: cell.value, formula: unmasked(formula))
  }
}

extension WorkbookEdit {
  /// The edit with the rows of lists in its formulas.
  func unmasked(_ lists: WholeLists) -> WorkbookEdit {
    var edit = self
    edit.sheets = sheets.mapValues { $0.unmasked(lists) }
    for place in edit.newSheets.indices {
      edit.newSheets[place].cells = edit.newSheets[place].cells.mapValues { $0.unmasked(lists) }
    }
    return edit
  }
}

extension SheetEdit {
  func unmasked(_ lists: WholeLists) -> SheetEdit {
    var edit = self
    edit.cells = cells.mapValues { $0.unmasked(lists) }
    return edit
  }
}

extension CellEdit {
  fileprivate func unmasked(_ lists: WholeLists) -> CellEdit {
    guard let formula else { return self }
    var edit = self
    edit.formula = lists.unmasked(formula)
    return edit
  }
}

extension RecordSheet {
  /// Where the list is on a tab; nil if it has no rows there.
  func list(onTab number: Int) -> ListRows? {
    let own = numbers(onTab: number)
    guard kind.isData, let first = own.min(), let last = own.max() else { return nil }
    return ListRows(header: tab(number)?.headerRow, rows: first...last)
  }
}
