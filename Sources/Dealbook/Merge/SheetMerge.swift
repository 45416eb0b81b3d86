// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Merges the copies of a sheet into ours, row by row and column by column.
struct SheetMerge {
  let base: RecordSheet
  /// The workbook of the base.
  let baseBook: RecordBook
  let sides: [MergeSide]
  /// Ours first, if it has the sheet; copies without the sheet are left out.
  let copies: [MergeCopy]
  var columns: [MergeColumn]
  private let computed: [Bool]
  /// By copy and column, where the numbers are in another scale than in the base.
  let scales: [Int: [Int: ColumnScale]]
  let preference: MergePreference?
  /// By copy, the sheets whose rows are where they are in the base.
  let steady: [SteadySheets]
  /// How formulas name whole lists.
  let lists: WholeLists
  let names: RowNames
  let meaning: CellMeaning
  /// For each copy, the new IDs of new rows, by ID column and former ID.
  var renames: [Int: [ColumnReference: [String: String]]] = [:]
  /// New rows, already settled; see ``settleNewRows(_:)``.
  var newRows: [NewRow] = []
  var notes = MergeNotes.none
  /// The tabs that copies have added.
  let newTabs: [AddedTab]
  /// Whether rows are on several tabs in the base or a copy.
  let isDivided: Bool
  /// The keys of several rows of the base, of which a copy that was handed out may hold one: the mark of the copy does not say which.
  let sharedKeys: Set<String>

  /// A row that the base lacks, in one copy or the same in several.
  struct NewRow {
    var side: Int
    var row: Int
    /// The ID under which it is added; nil if it keeps its own.
    var newID: String?
    /// For a row that shares its ID with another, the index of that one among the new rows.
    var rival: Int?
    var sides: [Int]
    /// The same row in other copies.
    var twins: [(side: Int, row: Int)] = []
  }

  init?(
    _ group: MergeGroups.Group, base baseBook: RecordBook, _ sides: [MergeSide], names: RowNames,
    steady: [SteadySheets], lists: WholeLists = WholeLists(), _ preference: MergePreference?
  ) {
    guard let ours = group.copies[0] else { return nil }
    let base =
      group.base
      ?? RecordSheet(
        kind: ours.kind, sheetIndex: -1, title: ours.title, columns: [], rows: [], tabs: [])
    self.base = base
    self.baseBook = baseBook
    self.sides = sides
    self.preference = preference
    self.steady = steady
    self.lists = lists
    self.names = names
    meaning = CellMeaning(readers: sides[0].book.readers)
    let system = { (side: Int) in sides[side].book.team.workbook.dateSystem }
    let copies = group.copies.enumerated().compactMap { side, sheet in
      sheet.map {
        MergeCopy(
          side: side, base: base, $0, baseSystem: baseBook.team.workbook.dateSystem, system: system(side),
          ours: system(0), steady: steady[side],
          mayLack: { sides[side].hadRow(base.rows[$0].key, of: base.kind) })
      }
    }.separatingSharedIDs()
    self.copies = copies
    newTabs = Self.addedTabs(base, copies)
    isDivided = base.tabs.count > 1 || copies.contains { $0.sheet.tabs.count > 1 }
    sharedKeys = sides.contains { $0.given != nil } ? base.sharedKeys : []
    columns = Self.united(base, copies, count: sides.count)
    computed = Self.computed(columns, base, copies)
    scales = Self.scales(columns, base, copies)
  }

  var ours: MergeCopy { copies[0] }

  private static func united(_ base: RecordSheet, _ copies: [MergeCopy], count: Int) -> [MergeColumn] {
    var columns: [MergeColumn] = base.columns.enumerated().map { place, column in
      MergeColumn(
        key: column.key, header: column.header, located: column.located, isID: column.isID, base: place,
        places: Array(repeating: nil, count: count))
    }
    for copy in copies {
      for pair in copy.columns.pairs {
        guard let new = pair.new else { continue }
        let column = copy.sheet.columns[new]
        if let old = pair.old {
          columns[old].places[copy.side] = new
          // The result is read as ours is.
          if columns[old].located == nil || copy.side == 0 {
            columns[old].located = column.located ?? columns[old].located
          }
        } else if let known = columns.firstIndex(where: { $0.base == nil && $0.key == column.key }) {
          columns[known].places[copy.side] = new
        } else {
          var united = MergeColumn(
            key: column.key, header: column.header, located: column.located, isID: column.isID, base: nil,
            places: Array(repeating: nil, count: count))
          united.places[copy.side] = new
          columns.append(united)
        }
      }
    }
    return columns
  }

  // MARK: Cells

  /// A cell of a copy, with IDs and numbers as in the result.
  func cell(_ copy: MergeCopy, _ row: Int, _ column: Int) -> RecordCell {
    guard let place = columns[column].places[copy.side], isComparable(column, of: copy.side) else { return .nothing }
    var cell = copy.cell(row, place)
    if copy.side != 0 {
      cell = rescaled(
        cell, column, from: scale(column, of: copy.side), readers: sides[copy.side].book.readers,
        copy.sheet.columns[place].located)
    }
    guard let renamed = renames[copy.side], case .reference(let target)? = columns[column].located?.definition.allowed,
      let id = renamed[target]?[ReferenceIndex.key(cell.value.shownText)]
    else { return cell }
    return RecordCell(value: .text(id), formula: nil)
  }

  func baseCell(_ row: Int, _ column: Int) -> RecordCell {
    guard let place = columns[column].base else { return .nothing }
    let cell = ours.columns.shiftedToOurs(base.cell(row, place), base.columns[place], base.rows[row].offset)
    return rescaled(cell, column, from: .same, readers: baseBook.readers, base.columns[place].located)
  }

  /// Whether a column is computed in every copy that has it, and nobody typed over it.
  func isComputed(_ column: Int) -> Bool { computed[column] }

  private static func computed(_ columns: [MergeColumn], _ base: RecordSheet, _ copies: [MergeCopy]) -> [Bool] {
    columns.map { entry in
      var all = entry.base.map { [base.columns[$0]] } ?? []
      for copy in copies { if let place = entry.places[copy.side] { all.append(copy.sheet.columns[place]) } }
      return all.allSatisfy { $0.isComputed && $0.typed.isEmpty }
    }
  }

  func shown(_ cell: RecordCell, _ column: Int, isDate: Bool) -> String {
    if let formula = cell.formula { return ShownValue.cut("=" + lists.unmasked(formula)) }
    let type = columns[column].located?.definition.type
    return ShownValue.cut(
      ShownValue.found(
        cell.value, type: isDate ? .date : type, system: sides[0].book.team.workbook.dateSystem))
  }

  /// Whether a cell of a row of the base is shown as a date in the base or in a copy. A column may hold dates beside other values, as that
  /// of the settings does.
  func isDate(_ column: Int, row: Int) -> Bool {
    let entry = columns[column]
    if entry.located?.definition.type == .date { return true }
    if let place = entry.base, base.columns[place].dates.contains(base.rows[row].offset) { return true }
    return copies.contains { copy in
      guard let own = copy.rowOf[row], let place = entry.places[copy.side] else { return false }
      return copy.isDate(own, place)
    }
  }

  // MARK: Choices

  /// A change of a cell: its new content and the copies that agree on it.
  struct Claim {
    var cell: RecordCell
    var sides: [Int]
    /// The copy that it is taken from.
    var side: Int
    var row: Int
  }

  /// The distinct meanings among `claims`. A claim that only writes the base value differently is dropped if there is a real change.
  func meanings(_ claims: [Claim], base: RecordCell, _ column: Int) -> [Claim] {
    let located = columns[column].located
    let real = claims.filter { !meaning.isSame($0.cell, base, in: located) }
    var result: [Claim] = []
    for claim in real.isEmpty ? claims : real {
      if real.isEmpty, !result.isEmpty {
        result[0] = Self.better(result[0], claim)
      } else if let place = result.firstIndex(where: { meaning.isSame($0.cell, claim.cell, in: located) }) {
        result[place] = Self.better(result[place], claim)
      } else {
        result.append(claim)
      }
    }
    return result
  }

  /// Which of two spellings of a meaning is used, regardless of the order of copies: a number rather than text, then ours.
  private static func better(_ a: Claim, _ b: Claim) -> Claim {
    var best =
      rank(b.cell) < rank(a.cell) || a.side != 0 && rank(b.cell) == rank(a.cell) && order(b.cell) < order(a.cell)
      ? b : a
    if b.side == 0, rank(b.cell) == rank(a.cell) { best = b }
    best.sides = (a.sides + b.sides).sorted()
    return best
  }

  private static func rank(_ cell: RecordCell) -> Int {
    if case .text = cell.value { return 1 }
    return 0
  }

  private static func order(_ cell: RecordCell) -> String { (cell.formula ?? "") + "\u{1F}" + cell.value.shownText }

  /// Whether ours is preferred and says what the base says, while other copies disagree: it stays as it is.
  func keepsOurs(among sides: [Int]) -> Bool { preference == .ours && !sides.contains(0) && Set(sides).count > 1 }

  /// The side among `sides` that wins by the preference; nil without one.
  func winner(among sides: [Int]) -> Int? {
    func newest(_ sides: [Int]) -> Int? {
      sides.max { (self.sides[$0].saved, self.sides[$0].name) < (self.sides[$1].saved, self.sides[$1].name) }
    }
    switch preference {
    case nil: return nil
    case .ours?: return sides.contains(0) ? 0 : newest(sides)
    case .theirs?: return newest(sides.filter { $0 != 0 }) ?? sides.first
    case .newest?: return newest(sides)
    }
  }
}

extension ColumnPairs {
  /// A cell of the base with dates in our workbook's date system, for pairs whose new sheet is ours.
  func shiftedToOurs(_ cell: RecordCell, _ column: RecordColumn, _ offset: Int) -> RecordCell {
    shifted(cell, column, offset)
  }
}
