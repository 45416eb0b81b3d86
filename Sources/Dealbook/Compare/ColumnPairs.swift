// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Which columns of two sheets correspond, and whether cells in them are the same.
struct ColumnPairs {
  struct Pair {
    /// Indexes among the columns of each sheet; nil if that sheet lacks the column.
    var old: Int?
    var new: Int?
  }

  let old: RecordSheet
  let new: RecordSheet
  /// From left to right as in the new sheet, followed by columns that only the old sheet has.
  let pairs: [Pair]
  /// The offset from dates of the old workbook to dates of the new one.
  let dateShift: Double
  private let steady: SteadySheets

  /// - Parameters:
  ///   - dateShift: nonzero between workbooks with the 1900 and the 1904 date system.
  ///   - followsHeaders: whether a column of the team's own is the same under another header.
  ///   - steady: the sheets of which formulas mean another row if they name another one.
  init(
    _ old: RecordSheet, _ new: RecordSheet, dateShift: Double = 0, followsHeaders: Bool = false,
    steady: SteadySheets = .none
  ) {
    self.steady = steady
    self.old = old
    self.new = new
    self.dateShift = dateShift
    var taken: Set<Int> = []
    var pairs: [Pair] = []
    for (place, column) in new.columns.enumerated() {
      var match = old.places[column.key]
      if match == nil, !column.isComputed {
        // Recognized in only one of the two sheets.
        let header = HeaderNormalizer.key(column.header)
        match = old.columns.firstIndex { !$0.isComputed && HeaderNormalizer.key($0.header) == header }
      }
      if let found = match, !taken.insert(found).inserted { match = nil }
      pairs.append(Pair(old: match, new: place))
    }
    for place in old.columns.indices where !taken.contains(place) { pairs.append(Pair(old: place, new: nil)) }
    self.pairs = followsHeaders ? Self.followingHeaders(pairs, old, new) : pairs
  }

  /// Pairs in which something may have been typed.
  var inputs: [Pair] {
    pairs.filter { pair in
      let isComputed =
        (pair.old.map { old.columns[$0].isComputed } ?? true) && (pair.new.map { new.columns[$0].isComputed } ?? true)
      guard isComputed else { return true }
      return pair.old.map { !old.columns[$0].typed.isEmpty } ?? false
        || pair.new.map { !new.columns[$0].typed.isEmpty } ?? false
    }
  }

  /// Whether the entered contents of two cells are the same.
  func isSame(_ pair: Pair, _ row: Int, _ other: Int) -> Bool {
    guard let a = pair.old, let b = pair.new else {
      if let a = pair.old { return old.cell(row, a).isNothing }
      if let b = pair.new { return new.cell(other, b).isNothing }
      return true
    }
    let (x, y) = (old.columns[a], new.columns[b])
    let (i, j) = (old.rows[row].offset, new.rows[other].offset)
    // The usual case, without building any objects.
    if !x.isComputed, !y.isComputed, x.formulas.isEmpty, y.formulas.isEmpty, dateShift == 0, i < x.values.count,
      j < y.values.count
    {
      return x.values.isSame(at: i, as: y.values, at: j) || x.values[i].isEmpty && y.values[j].isEmpty
    }
    let (before, now) = (shifted(old.cell(row, a), x, i), new.cell(other, b))
    if let a = before.formula, let b = now.formula { return isSame(a, b, row, other) }
    return Self.isSame(before, row: old.rows[row].number, now, row: new.rows[other].number)
  }

  /// Whether formulas in two rows that correspond are the same.
  func isSame(_ a: String, _ b: String, _ row: Int, _ other: Int) -> Bool {
    let (number, now) = (old.rows[row].number, new.rows[other].number)
    guard FormulaShape.isSame(a, row: number, b, row: now) else { return false }
    return number != now
      || !FormulaShape.namesOtherRows(a, b, on: steady, own: new.tab(ofRow: other).title)
  }

  /// A cell of the old sheet, with dates converted to the new workbook's date system.
  func shifted(_ cell: RecordCell, _ column: RecordColumn, _ offset: Int) -> RecordCell {
    guard dateShift != 0, case .number(let number) = cell.value,
      column.type == .date || column.dates.contains(offset)
    else { return cell }
    return RecordCell(value: .number(number + dateShift), formula: cell.formula)
  }

  /// Formulas are the same if they have the same shape; their values follow from other cells.
  static func isSame(_ a: RecordCell, row: Int, _ b: RecordCell, row other: Int) -> Bool {
    switch (a.formula, b.formula) {
    case (let a?, let b?): FormulaShape.isSame(a, row: row, b, row: other)
    case (nil, nil): a.value == b.value || a.value.isEmpty && b.value.isEmpty
    // Somebody has written a formula.
    case (nil, _?): false
    // Programs that keep no formulas have left the value.
    case (_?, nil): a.value == b.value && !b.value.isEmpty
    }
  }

  // MARK: Contents of rows

  /// The hash of a row's entered cells in the columns that both sheets have, without the ID.
  func hash(ofOld row: Int) -> Int {
    var hasher = Hasher()
    for pair in pairs {
      guard let a = pair.old, pair.new != nil else { continue }
      Self.add(old, row, a, dateShift, to: &hasher)
    }
    return hasher.finalize()
  }

  func hash(ofNew row: Int) -> Int {
    var hasher = Hasher()
    for pair in pairs {
      guard pair.old != nil, let b = pair.new else { continue }
      Self.add(new, row, b, 0, to: &hasher)
    }
    return hasher.finalize()
  }

  private static func add(_ sheet: RecordSheet, _ row: Int, _ column: Int, _ shift: Double, to hasher: inout Hasher) {
    let entry = sheet.columns[column]
    let offset = sheet.rows[row].offset
    if entry.isComputed || entry.isID { return }
    if let formula = entry.formulas[offset] {
      hasher.combine(3)
      hasher.combine(FormulaShape.of(formula, row: sheet.rows[row].number))
    } else if shift != 0, case .number(let number) = entry.values[offset],
      entry.type == .date || entry.dates.contains(offset)
    {
      hasher.combine(1)
      hasher.combine(number + shift)
    } else {
      entry.values.hash(at: offset, into: &hasher)
    }
  }

  /// The share of equal cells among those that are not empty in both rows; IDs do not count.
  func likeness(_ row: Int, _ other: Int) -> Double {
    var (same, all) = (0, 0)
    for pair in pairs {
      guard let a = pair.old, let b = pair.new else { continue }
      if old.columns[a].isComputed || new.columns[b].isComputed || new.columns[b].isID { continue }
      let (x, y) = (old.cell(row, a), new.cell(other, b))
      if x.isNothing, y.isNothing { continue }
      all += 1
      if isSame(pair, row, other) { same += 1 }
    }
    return all == 0 ? 0 : Double(same) / Double(all)
  }
}
