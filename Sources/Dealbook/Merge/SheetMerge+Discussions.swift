// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension SheetMerge {
  /// Merges the discussions on the cells of a row that ours and the base have.
  func mergeDiscussions(_ row: Int, _ writer: inout OursWriter, _ plan: inout MergePlan) {
    guard let own = ours.rowOf[row] else { return }
    for (column, merge) in notes.discussions.merges(row) {
      let winner = winner(among: merge.statements.map(\.side))
      let settled = merge.settled(preferring: winner)
      if !settled.isSame(notes.discussions.discussion(0, own, column)) { writer.discuss(settled, row: own, column) }
      if merge.isContradictory, winner == nil {
        plan.conflicts.append(
          conflict(merge, row: row, column, at: columns[column].places[0].flatMap { ours.sheet.place(own, $0) }))
      }
    }
  }

  private func conflict(
    _ merge: DiscussionMerge, row: Int, _ column: Int, at place: CellReference?
  ) -> MergeConflict {
    let settled = merge.settled()
    return conflict(
      .discussion, row: row, column, base: Self.cell(settled), shown: settled?.shown ?? "",
      options: merge.options.map { option in
        MergeConflict.Option(
          sides: option.sides, shown: option.discussion?.shown ?? "", cell: Self.cell(option.discussion))
      }, at: place)
  }

  /// A discussion as the sheet of conflicts keeps it.
  private static func cell(_ discussion: Discussion?) -> RecordCell {
    RecordCell(value: discussion.map { .text(DiscussionText($0).text) } ?? .blank)
  }

  /// The discussions on a new row, with those on the same row of other copies.
  func discussions(of new: NewRow) -> [(column: Int, discussion: Discussion)] {
    notes.discussions.new([(new.side, new.row)] + new.twins, columns: columns.indices)
  }

  /// What each copy has changed in the discussions of a row that another has deleted.
  func discussionChanges(_ row: Int) -> [Int: [MergeConflict.NoteChange]] {
    var changes: [Int: [MergeConflict.NoteChange]] = [:]
    for (column, merge) in notes.discussions.merges(row) {
      for statement in merge.statements {
        changes[statement.side, default: []].append(
          MergeConflict.NoteChange(
            column: columns[column].publicKey, header: columns[column].header, base: merge.base?.shown ?? "",
            text: statement.discussion?.shown ?? "", isDiscussion: true, discussion: statement.discussion))
      }
    }
    return changes
  }

  /// The discussions of a row that ours has deleted and that is kept with the changes of others.
  func keptDiscussions(_ row: Int) -> [(column: Int, discussion: Discussion)] {
    var kept: [Int: Discussion] = [:]
    for (column, discussion) in notes.discussions.base(row) { kept[column] = discussion }
    for (column, merge) in notes.discussions.merges(row) {
      kept[column] = merge.settled(preferring: winner(among: merge.statements.map(\.side)))
    }
    return kept.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
