// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension SheetMerge {
  /// Merges the notes on the cells of a row that ours and the base have.
  func mergeNotes(_ row: Int, _ writer: inout OursWriter, _ plan: inout MergePlan) {
    guard let own = ours.rowOf[row] else { return }
    for (column, claims) in notes.claims(row) {
      guard let taken = note(among: claims) else {
        let before = notes.base(row, column)
        writer.note(before, row: own, column)
        plan.conflicts.append(
          conflict(
            .note, row: row, column, base: Self.cell(before),
            options: claims.map { claim in
              MergeConflict.Option(sides: claim.sides, shown: claim.note?.text ?? "", cell: Self.cell(claim.note))
            }, at: columns[column].places[0].flatMap { ours.sheet.place(own, $0) }))
        continue
      }
      if taken.sides.contains(0) { continue }
      writer.note(taken.note, row: own, column)
    }
  }

  /// The change that counts; nil if copies disagree and a person has to decide.
  private func note(among claims: [MergeNotes.Claim]) -> MergeNotes.Claim? {
    if let winner = winner(among: claims.flatMap(\.sides)), let own = claims.first(where: { $0.sides.contains(winner) })
    {
      return own
    }
    return claims.count == 1 ? claims.first : nil
  }

  private static func cell(_ note: CellNote?) -> RecordCell { RecordCell(value: note.map { .text($0.text) } ?? .blank) }

  /// The notes on a new row, with those on the same row of other copies.
  func notes(of new: NewRow) -> [(column: Int, note: CellNote)] {
    var all = notes.notes(new.side, new.row, columns: columns.indices)
    for twin in new.twins {
      for (column, note) in notes.notes(twin.side, twin.row, columns: columns.indices) {
        guard let place = all.firstIndex(where: { $0.column == column }) else {
          all.append((column, note))
          continue
        }
        let lines = all[place].note.text.split(separator: "\n", omittingEmptySubsequences: false)
        if all[place].note.text != note.text, !lines.contains(Substring(note.text)) {
          all[place].note = CellNote(author: all[place].note.author, text: all[place].note.text + "\n" + note.text)
        }
      }
    }
    return all
  }

  // MARK: Deleted rows

  /// What each copy has changed in the notes of a row that another has deleted.
  func noteChanges(_ row: Int) -> [Int: [MergeConflict.NoteChange]] {
    var changes: [Int: [MergeConflict.NoteChange]] = [:]
    for (column, claims) in notes.claims(row) {
      for claim in claims {
        let change = MergeConflict.NoteChange(
          column: columns[column].publicKey, header: columns[column].header,
          base: notes.base(row, column)?.text ?? "", text: claim.note?.text ?? "")
        for side in claim.sides { changes[side, default: []].append(change) }
      }
    }
    return changes
  }

  /// Gives the notes and discussions of a row of ours that is in conflict their state in the base.
  func restoreNotes(_ row: Int, _ writer: inout OursWriter) {
    guard let own = ours.rowOf[row] else { return }
    for (column, claims) in notes.claims(row) where claims.contains(where: { $0.sides.contains(0) }) {
      writer.note(notes.base(row, column), row: own, column)
    }
    for (column, merge) in notes.discussions.merges(row) where merge.statements.contains(where: { $0.side == 0 }) {
      writer.discuss(merge.base, row: own, column)
    }
  }

  /// The notes of a row that ours has deleted and that is kept with the changes of others.
  func keptNotes(_ row: Int) -> [(column: Int, note: CellNote)] {
    var kept: [Int: CellNote] = [:]
    for (column, note) in notes.base(row) { kept[column] = note }
    for (column, claims) in notes.claims(row) { kept[column] = (note(among: claims) ?? claims[0]).note }
    return kept.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
