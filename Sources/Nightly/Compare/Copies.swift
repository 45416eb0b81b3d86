// SPDX-License-Identifier: Apache-2.0

internal import Base

/// Finds the workbooks of a night that hold the same rows: copies that were mailed, saved under another name or handed out. Of
/// those, one counts, or every figure of the night would count them again.
struct Copies {
  /// The rows of a workbook, of which no more are compared than tell whether it is a copy.
  struct Book {
    fileprivate let path: String
    fileprivate let modified: Int
    fileprivate let period: String
    fileprivate let currency: String
    fileprivate let sha256: String
    fileprivate let isKnown: Bool
    fileprivate let rows: Set<UInt64>
    /// Whether these are deals with their names and accounts, which no two teams have alike by chance.
    fileprivate let areDeals: Bool

    /// Nil for a workbook without rows by which it could be recognised.
    ///
    /// - Parameter isKnown: whether it was there in the previous run.
    init?(_ result: FileResult, _ seen: Observation, isKnown: Bool) {
      guard seen.isTeamWorkbook else { return nil }
      let (rows, areDeals) = seen.rowMarks
      guard !rows.isEmpty else { return nil }
      self.areDeals = areDeals
      path = result.path
      modified = result.modified ?? 0
      period = HeadlineRow.period(seen.headline)
      currency = seen.currency
      sha256 = result.sha256
      self.isKnown = isKnown
      self.rows = Set(rows.sorted().prefix(Self.most))
    }

    private static let most = 2000
  }

  /// With fewer rows in common than this, the similarity may be chance, unless they are all that the smaller workbook has, as in a copy
  /// that was handed out to somebody with two deals, or the bytes are the same.
  private static let fewest = 3
  /// The required share of common rows, of the smaller workbook.
  private static let share = 0.6

  /// A row that appears in this many workbooks does not help to tell them apart.
  private static let common = 50

  /// The path of the workbook that counts, by that of each one that does not.
  private(set) var originals: [String: String] = [:]

  init(_ books: [Book]) {
    // The first workbook of each group, by what it holds.
    var holders: [UInt64: [Int]] = [:]
    var group = Array(books.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while group[index] != index { index = group[index] }
      return index
    }
    for (index, book) in books.enumerated() {
      var shared: [Int: Int] = [:]
      for row in book.rows { for other in holders[row] ?? [] { shared[other, default: 0] += 1 } }
      for (other, count) in shared.sorted(by: { $0.key < $1.key })
      where Self.isAlike(count, book, books[other]) {
        let (first, second) = (root(index), root(other))
        group[max(first, second)] = min(first, second)
      }
      guard group[index] == index else { continue }
      for row in book.rows where holders[row, default: []].count < Self.common {
        holders[row, default: []].append(index)
      }
    }
    for members in Dictionary(grouping: books.indices, by: root).values where members.count > 1 {
      let most = members.map { books[$0].rows.count }.max() ?? 0
      // The newest of those that are whole: a part that was handed out does not stand for the rest.
      let whole = members.filter { books[$0].rows.count * 10 >= most * 9 }
      guard let newest = whole.max(by: { books[$0].modified < books[$1].modified }) else { continue }
      // Of those with the same bytes, the one that was there before: what has changed in it can be told.
      let counted = whole.filter { books[$0].sha256 == books[newest].sha256 }.min { first, second in
        let (a, b) = (books[first], books[second])
        return (a.isKnown ? 0 : 1, a.path.count, a.path) < (b.isKnown ? 0 : 1, b.path.count, b.path)
      }
      guard let counted else { continue }
      for member in members where member != counted { originals[books[member].path] = books[counted].path }
    }
  }

  private static func isAlike(_ common: Int, _ first: Book, _ second: Book) -> Bool {
    guard first.period == second.period, first.currency == second.currency else { return false }
    if first.sha256 == second.sha256 { return true }
    let smaller = min(first.rows.count, second.rows.count)
    return common == smaller && first.areDeals && second.areDeals
      || common >= fewest && Double(common) >= share * Double(smaller)
  }
}

extension Observation {
  /// What its rows are called, each as a number. Of the rows of sheets without names, such as payments, those of different teams may
  /// have the same IDs, so they count only with what else is known of them, and only where there are no deals.
  fileprivate var rowMarks: (rows: [UInt64], areDeals: Bool) {
    func mark(_ parts: String...) -> UInt64 { FNV1a(parts.joined(separator: "\u{1F}").lowercased()).value }
    let named = deals.filter { !$0.name.isEmpty || !$0.account.isEmpty }
    if !named.isEmpty {
      let areDeals = named.allSatisfy { !$0.name.isEmpty && !$0.account.isEmpty }
      return (named.map { mark("deal", $0.id, $0.name, $0.account) }, areDeals)
    }
    let others =
      payments.map { mark("payment", $0.id, $0.contract, $0.account, $0.due, "\($0.planned ?? 0)") }
      + renewals.map { mark("renewal", $0.id, $0.account, $0.expiry, "\($0.amount ?? 0)") }
      + targets.map { mark("target", $0.id, $0.owner, $0.start, "\($0.target ?? 0)") }
    return (others, false)
  }
}
