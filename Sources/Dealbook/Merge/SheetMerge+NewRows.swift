// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension SheetMerge {
  /// Decides under which IDs rows are in the result.
  ///
  /// - Returns: by copy, the former and the new IDs of rows.
  mutating func settleIDs() -> [Int: [String: String]] {
    settleNewRows().merging(changedIDs()) { $0.merging($1) { new, _ in new } }
  }

  /// Decides which new rows are included: rows that several copies have in common once, and rows that share an ID with another under a new
  /// ID.
  ///
  /// - Returns: by copy, the former and the new IDs of rows.
  private mutating func settleNewRows() -> [Int: [String: String]] {
    var byKey: [String: [NewRow]] = [:]
    var bare: [(hash: String, row: NewRow)] = []
    for copy in copies {
      for row in copy.newRows {
        let new = NewRow(side: copy.side, row: row, newID: nil, rival: nil, sides: [copy.side])
        let key = copy.sheet.rows[row].key
        if key.isEmpty { bare.append((content(copy, row), new)) } else { byKey[key, default: []].append(new) }
      }
    }
    // Most merges need no new ID, and all of those there are take long to look through.
    let (base, copies) = (base, copies)
    lazy var ids = IDStock(base.rows.map(\.id) + copies.flatMap { $0.sheet.rows.map(\.id) })
    var renamed: [Int: [String: String]] = [:]
    for key in byKey.keys.sorted(by: { IDStock.comes($0, before: $1) }) {
      guard let rows = byKey[key] else { continue }
      var kinds: [NewRow] = []
      for row in ordered(rows) {
        if let place = kinds.firstIndex(where: { isSame($0, row) && !$0.sides.contains(row.side) }) {
          kinds[place].sides.append(row.side)
          kinds[place].twins.append((row.side, row.row))
        } else {
          kinds.append(row)
        }
      }
      let first = newRows.count
      for (place, var kind) in kinds.enumerated() {
        // Two rows of one copy with the same ID are that copy's own problem, and have a finding of their own.
        if place > 0, !kind.sides.allSatisfy(kinds[0].sides.contains) {
          let id = ids.next(after: copy(kind.side).sheet.rows[kind.row].id)
          kind.newID = id
          kind.rival = first
          for side in kind.sides { renamed[side, default: [:]][key] = id }
        }
        newRows.append(kind)
      }
    }
    // Rows without an ID: as many equal ones as the copy with the most has.
    var most: [String: [Int: [NewRow]]] = [:]
    for (hash, row) in bare { most[hash, default: [:]][row.side, default: []].append(row) }
    for hash in most.keys.sorted() {
      guard let bySide = most[hash], let count = bySide.values.map(\.count).max() else { continue }
      let owner = bySide[0]?.count == count ? 0 : bySide.filter { $0.value.count == count }.keys.min() ?? 0
      for (place, var row) in (bySide[owner] ?? []).enumerated() {
        row.sides = bySide.filter { $0.value.count > place }.keys.sorted()
        // A row that ours already has needs no place.
        if let own = bySide[0], place < own.count { row = NewRow(side: 0, row: own[place].row, sides: row.sides) }
        for side in row.sides where side != row.side {
          if let twin = bySide[side] { row.twins.append((side, twin[place].row)) }
        }
        newRows.append(row)
      }
    }
    return renamed
  }

  /// Ours first, the others by content, so that the order of copies does not matter.
  private func ordered(_ rows: [NewRow]) -> [NewRow] {
    rows.sorted { a, b in
      if (a.side == 0) != (b.side == 0) { return a.side == 0 }
      let (x, y) = (content(copy(a.side), a.row), content(copy(b.side), b.row))
      return (x, a.row) < (y, b.row)
    }
  }

  func copy(_ side: Int) -> MergeCopy { copies.first { $0.side == side } ?? copies[0] }

  /// The whole content of a row, as text.
  func content(_ copy: MergeCopy, _ row: Int) -> String {
    var text = ""
    for (place, column) in columns.enumerated() where !isComputed(place) {
      let cell = cell(copy, row, place)
      guard !cell.isNothing else { continue }
      text +=
        "\(column.key)\u{1E}\(cell.formula.map { FormulaShape.of($0, row: copy.sheet.rows[row].number) } ?? cell.value.shownText)\u{1F}"
    }
    return text
  }

  private func isSame(_ a: NewRow, _ b: NewRow) -> Bool {
    let (x, y) = (copy(a.side), copy(b.side))
    return columns.indices.allSatisfy { place in
      isComputed(place) || columns[place].places[x.side] == nil || columns[place].places[y.side] == nil
        || meaning.isSame(cell(x, a.row, place), cell(y, b.row, place), in: columns[place].located)
        || ColumnPairs.isSame(
          cell(x, a.row, place), row: x.sheet.rows[a.row].number, cell(y, b.row, place), row: y.sheet.rows[b.row].number
        )
    }
  }
}

/// The IDs of a sheet, and new ones that continue them.
struct IDStock {
  private var taken: Set<String>
  /// By the part before the digits: the highest number, and its number of digits.
  private var highest: [String: (number: Int, width: Int)] = [:]

  init(_ ids: [String]) {
    taken = Set(ids.map(ReferenceIndex.key))
    for id in ids {
      guard let (stem, number, width) = Self.parts(id) else { continue }
      if let known = highest[stem], known.number >= number { continue }
      highest[stem] = (number, width)
    }
  }

  /// Splits `D-012` into `D-` and 12.
  private static func parts(_ id: String) -> (stem: String, number: Int, width: Int)? {
    let id = StraySpace.trimmed(id)
    let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 15, let number = Int(String(digits.reversed())) else { return nil }
    return (String(id.dropLast(digits.count)), number, digits.count)
  }

  /// The next free ID of the same form: D013 after D012.
  mutating func next(after id: String) -> String {
    var new: String
    if let (stem, _, width) = Self.parts(id) {
      var number = highest[stem]?.number ?? 0
      repeat {
        number += 1
        let digits = String(number)
        new = stem + String(repeating: "0", count: max(0, width - digits.count)) + digits
      } while taken.contains(ReferenceIndex.key(new))
      highest[stem] = (number, width)
    } else {
      var number = 2
      repeat {
        new = "\(StraySpace.trimmed(id))-\(number)"
        number += 1
      } while taken.contains(ReferenceIndex.key(new))
    }
    taken.insert(ReferenceIndex.key(new))
    return new
  }

  /// Sorts D2 before D10.
  static func comes(_ a: String, before b: String) -> Bool {
    if let x = parts(a), let y = parts(b), x.stem == y.stem, x.number != y.number { return x.number < y.number }
    return a < b
  }
}
