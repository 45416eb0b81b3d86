// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Which rows of two sheets correspond: by ID or, without one, by content.
struct RowPairs {
  struct Pair: Hashable {
    /// Indexes among the rows of each sheet; nil if that sheet lacks the row.
    var old: Int?
    var new: Int?
    /// 1 for an ID that occurs once in each sheet, or for a row whose cells are all the same.
    var certainty = 1.0
    /// Whether the row has another ID in the new sheet.
    var hasOtherID = false
  }

  /// In the order of the new sheet; a row that only the old sheet has comes after the row that it used to follow.
  let pairs: [Pair]

  /// Rows less alike than this are different rows.
  static let leastLikeness = 0.5
  /// Up to this many rows between matching rows count as changed, whatever their content is now.
  static let mostSurrounded = 3
  /// If more rows lack an ID, they are not all compared with each other.
  private static let mostCompared = 2000

  /// - Parameter mayLack: whether an old row can be missing in the new sheet under its ID; a copy cannot lack what it never had.
  init(_ columns: ColumnPairs, mayLack: (Int) -> Bool = { _ in true }) {
    var matching = Matching(columns)
    if columns.new.hasIDs || columns.old.hasIDs {
      matching.byID()
      matching.byContent()
      matching.byOtherID(mayLack)
    } else {
      matching.inOrder()
    }
    pairs = matching.ordered()
  }

  private struct Matching {
    let columns: ColumnPairs
    /// The matching row of the new sheet by row of the old one, and the reverse.
    var new: [Int?]
    var old: [Int?]
    var certainty: [Double]
    /// Rows of the new sheet that have another ID than in the old one.
    var renamed: Set<Int> = []

    init(_ columns: ColumnPairs) {
      self.columns = columns
      new = Array(repeating: nil, count: columns.old.rows.count)
      old = Array(repeating: nil, count: columns.new.rows.count)
      certainty = Array(repeating: 1, count: columns.new.rows.count)
    }

    private var isDivided: Bool { columns.old.tabs.count > 1 || columns.new.tabs.count > 1 }

    private func isOnSameTab(_ row: Int, _ other: Int) -> Bool {
      columns.old.rows[row].tab == columns.new.rows[other].tab
    }

    mutating func pair(_ a: Int, _ b: Int, _ sure: Double = 1) {
      new[a] = b
      old[b] = a
      certainty[b] = sure
    }

    // MARK: By ID

    mutating func byID() {
      var places: [String: Int] = [:]
      places.reserveCapacity(columns.old.rows.count)
      // Few IDs occur twice: the further rows, by the first old row with their ID.
      var moreOld: [Int: [Int]] = [:]
      for (place, row) in columns.old.rows.enumerated() where !row.key.isEmpty {
        guard let known = places.updateValue(place, forKey: row.key) else { continue }
        places[row.key] = known
        moreOld[known, default: []].append(place)
      }
      var matches = [Int?](repeating: nil, count: columns.old.rows.count)
      var moreNew: [Int: [Int]] = [:]
      for (place, row) in columns.new.rows.enumerated() where !row.key.isEmpty {
        guard let known = places[row.key] else { continue }
        if matches[known] == nil { matches[known] = place } else { moreNew[known, default: []].append(place) }
      }
      for (place, match) in matches.enumerated() {
        guard let match else { continue }
        if moreOld[place] == nil, moreNew[place] == nil {
          pair(place, match)
        } else {
          alike([place] + (moreOld[place] ?? []), [match] + (moreNew[place] ?? []), least: 0)
        }
      }
    }

    /// Matches rows that no ID distinguishes: first those whose cells are all the same, then the most alike.
    mutating func alike(_ olds: [Int], _ news: [Int], least: Double) {
      var waiting: [Int: [Int]] = [:]
      for row in olds.reversed() where new[row] == nil { waiting[columns.hash(ofOld: row), default: []].append(row) }
      if isDivided {
        // Of a row that is on two tabs now, the one that stayed where it was.
        for row in news where old[row] == nil {
          let hash = columns.hash(ofNew: row)
          guard let place = waiting[hash]?.lastIndex(where: { isOnSameTab($0, row) }),
            let match = waiting[hash]?.remove(at: place)
          else { continue }
          pair(match, row)
        }
      }
      for row in news where old[row] == nil {
        guard let match = waiting[columns.hash(ofNew: row)]?.popLast() else { continue }
        pair(match, row)
      }
      let (olds, news) = (olds.filter { new[$0] == nil }, news.filter { old[$0] == nil })
      guard !olds.isEmpty, !news.isEmpty else { return }
      var best: [(old: Int, new: Int, likeness: Double)] = []
      if olds.count <= RowPairs.mostCompared, news.count <= RowPairs.mostCompared {
        for a in olds {
          for b in news {
            let likeness = columns.likeness(a, b)
            if likeness >= least { best.append((a, b, likeness)) }
          }
        }
      } else {
        best = candidates(olds, news, least)
      }
      best.sort { a, b in
        if a.likeness != b.likeness { return a.likeness > b.likeness }
        if isDivided, isOnSameTab(a.old, a.new) != isOnSameTab(b.old, b.new) { return isOnSameTab(a.old, a.new) }
        return (abs(a.old - a.new), a.old, a.new) < (abs(b.old - b.new), b.old, b.new)
      }
      for (a, b, likeness) in best where new[a] == nil && old[b] == nil { pair(a, b, likeness) }
    }

    /// If there are many rows, only those are compared that share a rare cell value.
    private func candidates(
      _ olds: [Int], _ news: [Int], _ least: Double
    ) -> [(old: Int, new: Int, likeness: Double)] {
      var found: [(old: Int, new: Int, likeness: Double)] = []
      var tried: Set<Int> = []
      for pair in columns.pairs {
        guard let a = pair.old, let b = pair.new, !columns.old.columns[a].isComputed else { continue }
        var holders: [CellValue: [Int]] = [:]
        for row in olds {
          let cell = columns.old.cell(row, a)
          if !cell.isNothing { holders[cell.value, default: []].append(row) }
        }
        for row in news {
          let cell = columns.new.cell(row, b)
          guard !cell.isNothing, let same = holders[cell.value], same.count <= 20 else { continue }
          for other in same where tried.insert(other << 24 ^ row).inserted {
            let likeness = columns.likeness(other, row)
            if likeness >= least { found.append((other, row, likeness)) }
          }
        }
      }
      return found
    }

    // MARK: By content

    /// Matches rows of which at least one has no ID.
    mutating func byContent() {
      let olds = new.indices.filter { new[$0] == nil }
      let news = old.indices.filter { old[$0] == nil }
      let bare = olds.filter { columns.old.rows[$0].key.isEmpty }
      let otherBare = news.filter { columns.new.rows[$0].key.isEmpty }
      if !bare.isEmpty { alike(bare, otherBare, least: RowPairs.leastLikeness) }
      // Somebody added or removed the ID.
      let named = news.filter { !columns.new.rows[$0].key.isEmpty }
      alike(bare.filter { new[$0] == nil }, named, least: 0.8)
      let unnamed = olds.filter { !columns.old.rows[$0].key.isEmpty && new[$0] == nil }
      alike(unnamed, otherBare.filter { old[$0] == nil }, least: 0.8)
    }

    /// Matches rows whose ID was changed.
    mutating func byOtherID(_ mayLack: (Int) -> Bool) {
      let olds = new.indices.filter { new[$0] == nil && !columns.old.rows[$0].key.isEmpty && mayLack($0) }
      let news = old.indices.filter { old[$0] == nil && !columns.new.rows[$0].key.isEmpty }
      for (a, b, likeness) in ChangedIDs(columns: columns).matches(olds, news) {
        pair(a, b, likeness)
        renamed.insert(b)
      }
    }

    // MARK: In order

    /// Matches rows whose order matters, as on a sheet that is not a table.
    mutating func inOrder() {
      let own = columns.old.rows.indices.map { columns.hash(ofOld: $0) }
      let other = columns.new.rows.indices.map { columns.hash(ofNew: $0) }
      for (a, b) in RowAlignment.aligned(own, other) { pair(a, b) }
      // Rows between matching rows on both sides were changed.
      var (a, b) = (0, 0)
      while a < new.count || b < old.count {
        if a < new.count, new[a] == b {
          (a, b) = (a + 1, b + 1)
          continue
        }
        let (startA, startB) = (a, b)
        while a < new.count, new[a] == nil { a += 1 }
        while b < old.count, old[b] == nil { b += 1 }
        if a == startA, b == startB { break }
        gap(startA..<a, startB..<b)
      }
    }

    private mutating func gap(_ olds: Range<Int>, _ news: Range<Int>) {
      guard !olds.isEmpty, !news.isEmpty else { return }
      if olds.count == news.count {
        let isSurrounded = olds.count <= RowPairs.mostSurrounded
        for (a, b) in zip(olds, news) where isSurrounded || isNear(a, b) { pair(a, b, columns.likeness(a, b)) }
        return
      }
      var next = news.lowerBound
      for a in olds {
        let best = (next..<min(news.upperBound, next + 50)).map { ($0, columns.likeness(a, $0)) }.filter { $0.1 >= 0.3 }
          .max { ($0.1, -$0.0) < ($1.1, -$1.0) }
        guard let (b, likeness) = best else { continue }
        pair(a, b, likeness)
        next = b + 1
      }
    }

    /// If the number of rows is unchanged, each old row becomes one new row: in the same place, or with some of the same content.
    private func isNear(_ a: Int, _ b: Int) -> Bool {
      columns.old.rows[a].number == columns.new.rows[b].number || columns.likeness(a, b) >= 0.3
    }

    // MARK: Result

    func ordered() -> [Pair] {
      var pairs: [Pair] = []
      pairs.reserveCapacity(max(old.count, new.count))
      var next = 0
      // Appends old rows without a match, from `next` up to the one before `row`.
      func removed(before row: Int) {
        while next < row {
          if new[next] == nil { pairs.append(Pair(old: next, new: nil)) }
          next += 1
        }
      }
      for (b, a) in old.enumerated() {
        if let a { removed(before: a) }
        pairs.append(Pair(old: a, new: b, certainty: certainty[b], hasOtherID: renamed.contains(b)))
      }
      removed(before: new.count)
      return pairs
    }
  }
}
