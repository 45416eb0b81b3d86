// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Selects rows by the order of a column: each row has a rank, and each lane wants an interval of ranks.
struct RankedRows: Sendable {
  /// The rank of each row, or -1 for rows that no lane can match.
  let ranks: [Int32]
  let rankCount: Int
  /// For each lane, the first rank of its interval and the first rank after it.
  private(set) var low: [Int32]
  private(set) var high: [Int32]
  /// The lanes whose condition is not an interval of ranks.
  private(set) var others: [Bool]

  /// Ranks the rows as COUNTIFS compares them: numbers among numbers and, after them, texts among texts.
  init(criteria coded: CodedColumn, texts: SortedTexts, lanes: Int) {
    let numbers = Int32(coded.numbers.count)
    let last = CodedColumn.firstNumber + numbers
    ranks = coded.codes.map { code in
      if code >= CodedColumn.firstNumber, code < last { return code - CodedColumn.firstNumber }
      guard code >= last, !texts.isEmpty, let rank = texts.rank(ofCode: code) else { return -1 }
      return numbers + rank
    }
    rankCount = coded.numbers.count + texts.count
    low = [Int32](repeating: 0, count: lanes)
    high = [Int32](repeating: Int32(rankCount), count: lanes)
    others = [Bool](repeating: false, count: lanes)
  }

  /// Selects, for each lane, the rows from the first to the lane's own row.
  init(rowsUpTo lanes: RowSelection, count: Int) {
    ranks = (0..<Int32(count)).map { $0 }
    rankCount = count
    low = [Int32](repeating: 0, count: lanes.count)
    high = (0..<lanes.count).map { Int32(min(lanes.row($0) + 1, count)) }
    others = [Bool](repeating: false, count: lanes.count)
  }

  /// Ranks the rows as `<` compares them with numbers: a blank is 0; text and booleans are greater than any number.
  init(operators coded: CodedColumn, numbers: [Double], lanes: Int) {
    let blank = Int32(CodedColumn.place(0, in: numbers))
    let isSame = numbers.count == coded.numbers.count
    let moved = coded.numbers.map { Int32(isSame ? 0 : $0 > 0 ? 1 : 0) }
    let last = CodedColumn.firstNumber + Int32(coded.numbers.count)
    ranks = coded.codes.map { code in
      if code == CodedColumn.blank { return blank }
      guard code >= CodedColumn.firstNumber, code < last else { return Int32(numbers.count) }
      let place = code - CodedColumn.firstNumber
      return place + moved[Int(place)]
    }
    rankCount = numbers.count + 1
    low = [Int32](repeating: 0, count: lanes)
    high = [Int32](repeating: Int32(rankCount), count: lanes)
    others = [Bool](repeating: false, count: lanes)
  }

  /// Narrows the interval of a lane.
  mutating func limit(_ lane: Int, to places: Range<Int>) {
    low[lane] = max(low[lane], Int32(places.lowerBound))
    high[lane] = min(high[lane], Int32(places.upperBound))
  }

  mutating func giveUp(_ lane: Int) { others[lane] = true }
}

/// Rows sorted by group, then by rank, then by row number.
struct OrderedRows: Sendable {
  let rows: [Int32]
  let ranks: [Int32]
  /// The index at which each group begins, followed by the end of the last group.
  let starts: [Int32]

  /// Leaves out rows with rank -1 and rows that are not `included`.
  init(groups: [Int32]?, groupCount: Int, ranks: [Int32], rankCount: Int, included: [Bool]?) {
    var byRank: [Int32] = []
    byRank.reserveCapacity(ranks.count)
    // Counting sorts: linear time, and stable.
    var counts = [Int32](repeating: 0, count: rankCount + 1)
    func isWanted(_ row: Int) -> Bool { ranks[row] >= 0 && included?[row] != false }
    for row in ranks.indices where isWanted(row) { counts[Int(ranks[row]) + 1] += 1 }
    for rank in 0..<rankCount { counts[rank + 1] += counts[rank] }
    let total = Int(counts[rankCount])
    byRank = [Int32](repeating: 0, count: total)
    for row in ranks.indices where isWanted(row) {
      let rank = Int(ranks[row])
      byRank[Int(counts[rank])] = Int32(row)
      counts[rank] += 1
    }
    guard let groups else {
      rows = byRank
      self.ranks = byRank.map { ranks[Int($0)] }
      starts = [0, Int32(total)]
      return
    }
    var starts = [Int32](repeating: 0, count: groupCount + 1)
    for row in byRank { starts[Int(groups[Int(row)]) + 1] += 1 }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    var sorted = [Int32](repeating: 0, count: total)
    for row in byRank {
      let group = Int(groups[Int(row)])
      sorted[Int(next[group])] = row
      next[group] += 1
    }
    rows = sorted
    self.ranks = sorted.map { ranks[Int($0)] }
    self.starts = starts
  }

  func range(_ group: Int32) -> Range<Int> { Int(starts[Int(group)])..<Int(starts[Int(group) + 1]) }

  /// The indexes of a group's rows with ranks from `low` up to but not including `high`.
  func places(_ group: Int32, _ low: Int32, _ high: Int32) -> Range<Int> {
    let all = range(group)
    let first = place(low, all)
    return first..<max(first, place(high, all))
  }

  /// The first index whose rank is not less than `rank`.
  private func place(_ rank: Int32, _ range: Range<Int>) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if ranks[middle] < rank { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
