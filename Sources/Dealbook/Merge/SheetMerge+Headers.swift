// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The headers of columns, and the notes and discussions on them.
extension SheetMerge {
  /// Another header that copies have given a column.
  private struct NewHeader {
    var key: String
    var header: String
    var sides: [Int]
  }

  /// Gives columns of ours the header that copies have given them, if all agree or one of them is preferred, and all columns the header that
  /// they have in the result. Comes before the values are merged, so that what is said of a cell names its column as the result does.
  mutating func settleHeaders(_ writer: inout OursWriter, _ plan: inout MergePlan) {
    guard base.kind.isData else { return }
    for column in columns.indices {
      guard let own = columns[column].places[0] else { continue }
      let (before, ours) = (columns[column].header, ours.sheet.columns[own])
      (columns[column].key, columns[column].header) = (ours.key, ours.header)
      guard let place = columns[column].base, base.columns[place].mayBeRenamed else { continue }
      let known = tellUnknown(column, place, &plan)
      let new = newHeaders(column, instead: HeaderNormalizer.key(base.columns[place].header), among: known)
      guard let wanted = wanted(among: new) else {
        if new.count > 1 { dispute(new, of: before, column, &plan) }
        continue
      }
      if wanted.key != HeaderNormalizer.key(ours.header) {
        let isFree = ours.mayBeRenamed && !isTaken(wanted.key, by: column)
        guard isFree, writer.rename(own, to: wanted.header) else {
          tell(new, of: before, column, &plan)
          continue
        }
        plan.changedCells += 1
        if !ours.isKnown { columns[column].key = "=" + wanted.key }
        columns[column].header = wanted.header
      }
      if new.count > 1 {
        tell(new, of: before, column, &plan)
      } else if let other = wanted.sides.first(where: { $0 != 0 }) {
        plan.remarks.append(
          .headerRenamed(
            copy: sides[other].name, sheet: self.ours.sheet.title, column: before, header: columns[column].header))
      }
    }
  }

  /// Tells which copies have given a column that the playbook knows a header that it does not know. Such a header would hide the column from
  /// everything that is computed of it, so it stays out; what the column holds is merged.
  ///
  /// - Returns: the copies whose header may come in.
  private func tellUnknown(_ column: Int, _ place: Int, _ plan: inout MergePlan) -> Set<Int> {
    var known: Set<Int> = []
    for copy in copies {
      guard let own = columns[column].places[copy.side] else { continue }
      let theirs = copy.sheet.columns[own]
      guard base.columns[place].isKnown, theirs.key != base.columns[place].key else {
        if scale(column, of: copy.side) == .same { known.insert(copy.side) }
        continue
      }
      plan.remarks.append(
        .headerUnknown(
          copy: sides[copy.side].name, sheet: ours.sheet.title, column: base.columns[place].header,
          header: theirs.header, kept: columns[column].header))
    }
    return known
  }

  /// The headers that copies have given a column, each with the copies.
  private func newHeaders(_ column: Int, instead before: String, among known: Set<Int>) -> [NewHeader] {
    var new: [NewHeader] = []
    for copy in copies where known.contains(copy.side) {
      guard let place = columns[column].places[copy.side], copy.sheet.columns[place].mayBeRenamed else { continue }
      let header = copy.sheet.columns[place].header
      let key = HeaderNormalizer.key(header)
      if key == before { continue }
      if let known = new.firstIndex(where: { $0.key == key }) {
        new[known].sides.append(copy.side)
      } else {
        new.append(NewHeader(key: key, header: header, sides: [copy.side]))
      }
    }
    return new
  }

  /// The header that holds: the only one, or that of the copy that is preferred. Otherwise ours is as it is.
  private func wanted(among new: [NewHeader]) -> NewHeader? {
    if new.count < 2 { return new.first }
    return winner(among: new.flatMap(\.sides).sorted()).flatMap { side in new.first { $0.sides.contains(side) } }
  }

  /// Whether another column of the result has a header.
  private func isTaken(_ key: String, by column: Int) -> Bool {
    columns.indices.contains { $0 != column && HeaderNormalizer.key(columns[$0].header) == key }
      || ours.sheet.columns.indices.contains { place in
        place != columns[column].places[0] && HeaderNormalizer.key(ours.sheet.columns[place].header) == key
      }
  }

  /// Leaves it to a person which of several headers a column is to have.
  private func dispute(_ new: [NewHeader], of before: String, _ column: Int, _ plan: inout MergePlan) {
    let tab = ours.sheet.tabs[0]
    plan.conflicts.append(
      MergeConflict(
        kind: .header, sheet: tab.title, sheetKind: ours.sheet.kind, rowID: "", rowName: "",
        column: columns[column].publicKey, header: columns[column].header, base: before, baseCell: .nothing,
        options: new.map { MergeConflict.Option(sides: $0.sides, shown: $0.header) },
        cell: columns[column].places[0].flatMap { ours.place(MergePlace.header(ofTab: tab.number), $0) }, newID: nil,
        isDate: false))
  }

  private func tell(_ new: [NewHeader], of before: String, _ column: Int, _ plan: inout MergePlan) {
    let kept = columns[column].header
    let holder = new.first { $0.key == HeaderNormalizer.key(kept) }?.sides.min()
    plan.remarks.append(
      .headersDiffer(
        sheet: ours.sheet.title, column: before, headers: new.map(\.header).sorted(), kept: kept,
        heldBy: holder.map { sides[$0].name }))
  }

  // MARK: Notes

  /// Merges the notes and discussions on the headers. Where copies have changed a note differently, it holds what each of them says.
  func mergeHeaderNotes(_ writer: inout OursWriter, _ plan: inout MergePlan) {
    guard base.kind.isData else { return }
    for tab in ours.sheet.tabs { mergeHeaderNotes(onTab: tab.number, &writer, &plan) }
  }

  private func mergeHeaderNotes(onTab tab: Int, _ writer: inout OursWriter, _ plan: inout MergePlan) {
    let header = MergePlace.header(ofTab: tab)
    let before = Dictionary(
      notes.base(header).map { ($0.column, $0.note) }, uniquingKeysWith: { first, _ in first })
    var changed: [Int: [CellNote?]] = [:]
    var own: [Int: CellNote] = [:]
    for copy in copies where copy.sheet.tab(tab) != nil {
      let all = notes.notes(copy.side, header, columns: columns.indices)
      let noted = Dictionary(all.map { ($0.column, $0.note) }, uniquingKeysWith: { first, _ in first })
      if copy.side == 0 { own = noted }
      for column in Set(before.keys).union(noted.keys) where columns[column].places[copy.side] != nil {
        if noted[column]?.text != before[column]?.text { changed[column, default: []].append(noted[column]) }
      }
    }
    for (column, claims) in changed.sorted(by: { $0.key < $1.key }) {
      var joined: CellNote?
      for note in claims.compactMap(\.self) { joined = joined?.joined(with: note, since: before[column]) ?? note }
      if joined?.text != own[column]?.text { writer.note(joined, onHeader: column, ofTab: tab) }
    }
    for (column, merge) in notes.discussions.merges(header) { discuss(column, onTab: tab, merge, &writer, &plan) }
  }

  /// Puts the merged discussion on a header. There is nobody to ask about one: what copies go on with is not deleted, and the first of two texts
  /// of a message holds.
  private func discuss(
    _ column: Int, onTab tab: Int, _ merge: DiscussionMerge, _ writer: inout OursWriter, _ plan: inout MergePlan
  ) {
    let header = MergePlace.header(ofTab: tab)
    let settled = merge.settled(
      preferring: winner(among: merge.statements.map(\.side)) ?? merge.active ?? merge.statements.first?.side)
    if !settled.isSame(notes.discussions.discussion(0, header, column)) {
      writer.discuss(settled, onHeader: column, ofTab: tab)
    }
    guard merge.isContradictory else { return }
    for statement in merge.statements {
      let isThere = statement.discussion?.messages.allSatisfy { message in
        settled?.messages.contains { $0.id == message.id && $0.text == message.text } ?? false
      }
      guard isThere != true, let copy = copies.first(where: { $0.side == statement.side }),
        let cell = columns[column].places[copy.side].flatMap({ copy.place(header, $0) })
      else { continue }
      plan.remarks.append(
        .discussionsLeftOut(
          copy: sides[copy.side].name, sheet: copy.sheet.tab(tab)?.title ?? copy.sheet.title, cells: [cell]))
    }
  }
}
