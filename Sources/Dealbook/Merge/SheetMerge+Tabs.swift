// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Rows of a sheet that is on several tabs.
extension SheetMerge {
  /// A tab that ours lacks and copies have added.
  struct AddedTab {
    var tab: RecordTab
    /// The copy that it is taken from.
    var side: Int
  }

  /// The tabs that copies have added, each as the first of them has it.
  static func addedTabs(_ base: RecordSheet, _ copies: [MergeCopy]) -> [AddedTab] {
    guard base.kind.isData, let ours = copies.first(where: { $0.side == 0 }) else { return [] }
    var added: [AddedTab] = []
    for copy in copies where copy.side != 0 {
      for tab in copy.sheet.tabs
      where ours.sheet.tab(tab.number) == nil && base.tab(tab.number) == nil
        && !added.contains(where: { $0.tab.number == tab.number })
      {
        added.append(AddedTab(tab: tab, side: copy.side))
      }
    }
    return added
  }

  /// What ours gets of each added tab.
  func newTabs(around: (Int, Int) -> RecordSheet?) -> [OursWriter.NewTab] {
    newTabs.map { added in
      let copy = copy(added.side)
      let isLaidOutAlike = columns.allSatisfy { column in
        guard let a = column.places[copy.side], let b = column.places[0] else { return true }
        return copy.sheet.columns[a].number == ours.sheet.columns[b].number
      }
      return OursWriter.NewTab(
        tab: added.tab, around: around(copy.side, added.tab.number), keepsFormulas: isLaidOutAlike,
        rows: copy.sheet.numbers(onTab: added.tab.number))
    }
  }

  // MARK: Moves

  /// A copy in which a row of the base is on another tab.
  struct Move {
    var side: Int
    var tab: Int
    var title: String
  }

  func moves(_ row: Int) -> [Move] {
    guard isDivided else { return [] }
    return copies.compactMap { copy in
      guard let own = copy.rowOf[row], copy.sheet.rows[own].tab != base.rows[row].tab else { return nil }
      return Move(side: copy.side, tab: copy.sheet.rows[own].tab, title: copy.sheet.tab(ofRow: own).title)
    }
  }

  /// The name of the tab on which a row is in the base.
  func title(ofBaseTab row: Int) -> String { base.tab(ofRow: row).title }

  /// The tab to which a row is moved; nil if nobody has moved it, or if copies disagree.
  func wantedTab(_ row: Int) -> Int? {
    let moves = moves(row)
    if let winner = winner(among: moves.map(\.side)) { return moves.first { $0.side == winner }?.tab }
    return Set(moves.map(\.tab)).count == 1 ? moves[0].tab : nil
  }

  /// The place that a row has on an added tab in the copy that it is taken from.
  func newPlace(_ row: Int, onTab tab: Int) -> Int? {
    guard let added = newTabs.first(where: { $0.tab.number == tab }) else { return nil }
    let copy = copy(added.side)
    return copy.rowOf[row].flatMap { copy.sheet.rows[$0].tab == tab ? copy.sheet.rows[$0].number : nil }
  }

  /// Moves a row of ours to the tab to which a copy has moved it.
  func move(_ row: Int, _ writer: inout OursWriter, _ plan: inout MergePlan) {
    guard isDivided, let own = ours.rowOf[row] else { return }
    let moves = moves(row)
    guard !moves.isEmpty else { return }
    guard let tab = wantedTab(row) else {
      plan.conflicts.append(
        conflict(
          .tab, row: row, nil, base: .nothing, shown: title(ofBaseTab: row), options: Self.options(moves),
          at: ours.sheet.columns.isEmpty ? nil : ours.sheet.place(own, 0)))
      return
    }
    let before = ours.sheet.tab(ofRow: own).title
    // Ours has deleted the tab, which is told.
    let isThere = ours.sheet.tab(tab) != nil || newTabs.contains { $0.tab.number == tab }
    if ours.sheet.rows[own].tab == tab || !isThere { return }
    let place = writer.move(
      own, to: tab, preferring: newPlace(row, onTab: tab),
      notes: notes.notes(0, own, columns: columns.indices),
      discussions: columns.indices.compactMap { column in
        notes.discussions.discussion(0, own, column).map { (column, $0) }
      },
      isDate: { isDate($0, row: row) })
    guard let place else {
      plan.conflicts.append(
        conflict(
          .room, row: row, nil, base: .nothing, options: Self.options(moves.filter { $0.tab == tab }), at: nil,
          onTab: tab))
      return
    }
    let title = writer.title(ofTab: tab)
    for index in plan.conflicts.indices
    where plan.conflicts[index].sheet == before && plan.conflicts[index].cell?.row == ours.sheet.rows[own].number
      && plan.conflicts[index].rowID == base.rows[row].id
    {
      let column = plan.conflicts[index].cell?.column ?? 1
      plan.conflicts[index].sheet = title
      plan.conflicts[index].cell = CellReference(row: place.row, column: column)
    }
    plan.movedRows += 1
    plan.remarks.append(.rowMoved(id: toldName(ofBase: row), from: before, to: title))
  }

  private static func options(_ moves: [Move]) -> [MergeConflict.Option] {
    var options: [(tab: Int, title: String, sides: [Int])] = []
    for move in moves {
      if let place = options.firstIndex(where: { $0.tab == move.tab }) {
        options[place].sides.append(move.side)
      } else {
        options.append((move.tab, move.title, [move.side]))
      }
    }
    return options.map { MergeConflict.Option(sides: $0.sides, shown: $0.title) }
  }
}
