// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Which sheets of all copies correspond.
struct MergeGroups {
  struct Group {
    /// Nil for a sheet that the base lacks.
    var base: RecordSheet?
    /// By copy; nil if a copy lacks it.
    var copies: [RecordSheet?]
  }

  private(set) var groups: [Group] = []
  /// For each copy, what its sheets are called in ours.
  private(set) var renamings: [SheetRenaming] = []
  /// For each copy, how its formulas name whole lists. Those of the base and of all copies read alike.
  private(set) var lists: [WholeLists] = []
  /// For each copy, the sheets whose rows are where they are in the base.
  private(set) var steady: [SteadySheets] = []

  init(_ base: RecordBook, _ sides: [MergeSide]) throws(SpreadsheetError) {
    var places: [Key: Int] = [:]
    for sheet in base.sheets {
      places[Key(sheet)] = groups.count
      groups.append(Group(base: sheet, copies: Array(repeating: nil, count: sides.count)))
    }
    // By base sheet: if one copy shows it only as plain cells, all are compared that way.
    var plain: [Int: [Int?]] = [:]
    var indexes: [Int: [Int?]] = [:]
    var new: [[RecordSheet]] = []
    for (side, copy) in sides.enumerated() {
      var added: [RecordSheet] = []
      for pair in try SheetPairs(base, copy.book).pairs {
        guard let old = pair.old else {
          if let sheet = pair.new { added.append(sheet) }
          continue
        }
        if let sheet = pair.new {
          indexes[old.sheetIndex, default: Array(repeating: nil, count: sides.count)][side] = sheet.sheetIndex
        }
        if let place = places[Key(old)] {
          groups[place].copies[side] = pair.new
        } else {
          plain[old.sheetIndex] = []
        }
      }
      new.append(added)
    }
    for index in plain.keys.sorted() {
      groups.removeAll { $0.base?.sheetIndex == index }
      var copies: [RecordSheet?] = []
      for (side, copy) in sides.enumerated() {
        if let own = indexes[index]?[side] { copies.append(try copy.book.plain(at: own)) } else { copies.append(nil) }
      }
      groups.append(Group(base: try base.plain(at: index), copies: copies))
    }
    var added: [String: Int] = [:]
    for (side, sheets) in new.enumerated() {
      for sheet in sheets {
        let name =
          "\(sheet.kind) \(sheet.kind == .plain ? sheet.title.lowercased() : "")\(sheet.kind.isAround ? "\(sheet.tabs[0].number)" : "")"
        if let place = added[name] {
          groups[place].copies[side] = sheet
        } else {
          added[name] = groups.count
          var copies = [RecordSheet?](repeating: nil, count: sides.count)
          copies[side] = sheet
          groups.append(Group(base: nil, copies: copies))
        }
      }
    }
    findEmpty(sides)
    nameAsOurs(sides.count)
    nameLists(sides.count)
    steady = sides.indices.map { side in
      SteadySheets(
        groups.compactMap { group in
          guard let base = group.base, let copy = group.copies[side], let ours = group.copies[0] else { return nil }
          return (base, copy, ours.tabs.map(\.title))
        })
    }
  }

  /// Adds the surroundings of data that have no cells: somebody may have added some in another copy.
  private mutating func findEmpty(_ sides: [MergeSide]) {
    for place in groups.indices {
      guard let known = groups[place].base ?? groups[place].copies.lazy.compactMap(\.self).first, known.kind.isAround
      else { continue }
      let (kind, tab) = (known.kind, known.tabs[0].number)
      for (side, copy) in sides.enumerated() where groups[place].copies[side] == nil {
        groups[place].copies[side] = copy.book.sheets.first { $0.kind == kind && $0.tabs[0].number == tab }
      }
    }
  }

  /// Lets all formulas name sheets as ours does.
  private mutating func nameAsOurs(_ count: Int) {
    func renaming(_ other: (Group) -> RecordSheet?) -> SheetRenaming {
      SheetRenaming(
        groups.compactMap { group -> (old: String, new: String)? in
          guard let ours = group.copies[0], let its = other(group) else { return nil }
          return (its.title, ours.title)
        })
    }
    let fromBase = renaming(\.base)
    renamings = (0..<count).map { side in renaming { $0.copies[side] } }
    for place in groups.indices {
      groups[place].base = groups[place].base.map(fromBase.applied(to:))
      for side in 1..<max(1, count) {
        groups[place].copies[side] = groups[place].copies[side].map(renamings[side].applied(to:))
      }
    }
  }

  /// Lets all formulas that read a whole list read alike.
  private mutating func nameLists(_ count: Int) {
    func lists(_ state: (Group) -> RecordSheet?) -> WholeLists {
      WholeLists(
        groups.flatMap { group in
          WholeLists.Tab.all(
            of: group.copies[0], own: state(group), former: group.base, written: group.copies[0],
            among: [group.base] + group.copies)
        })
    }
    let ofBase = lists(\.base)
    self.lists = (0..<count).map { side in lists { $0.copies[side] } }
    for place in groups.indices {
      let ours = groups[place].copies[0]
      func title(_ tab: RecordTab) -> String { ours?.tab(tab.number)?.title ?? tab.title }
      groups[place].base = groups[place].base.map { ofBase.masked($0, title: title) }
      for side in 0..<count {
        groups[place].copies[side] = groups[place].copies[side].map { self.lists[side].masked($0, title: title) }
      }
    }
  }

  private struct Key: Hashable {
    var index: Int
    var kind: RecordSheet.Kind

    init(_ sheet: RecordSheet) { (index, kind) = (sheet.sheetIndex, sheet.kind) }
  }
}
