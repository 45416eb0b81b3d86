// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension SheetMerge {
  /// Merges the notes on the cells of a row that ours and the base have.
  func mergeNotes(_ row: Int, _ writer: inout OursWriter, _ plan: inout MergePlan) {
    guard let own = ours.rowOf[row] else { return }
    for (column, claims) in notes.claims(row) {
      let before = notes.base(row, column)
      guard let taken = note(among: claims, base: before) else {
        if plan.disputed == .base { writer.note(before, row: own, column) }
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

  /// The change that counts; nil if copies disagree and a person has to decide. Copies that have only added to a note do not disagree.
  private func note(among claims: [MergeNotes.Claim], base: CellNote?) -> MergeNotes.Claim? {
    if claims.count > 1, let base, claims.allSatisfy({ $0.note?.extends(base) == true }) {
      let all = claims.sorted { $0.sides[0] < $1.sides[0] }.compactMap(\.note)
      let joined = all.dropFirst().reduce(all[0]) { $0.joined(with: $1, since: base) }
      return claims.first { $0.note?.text == joined.text } ?? MergeNotes.Claim(note: joined, sides: [])
    }
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
        all[place].note = all[place].note.joined(with: note)
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
    for (column, claims) in notes.claims(row) {
      kept[column] = (note(among: claims, base: notes.base(row, column)) ?? claims[0]).note
    }
    return kept.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
