import Spreadsheet

/// A column by whose order rows are chosen: for each row its rank, and for each lane the ranks that it wants.
struct RankedRows: Sendable {
  /// The rank of each row, or -1 for rows that no lane can want.
  let ranks: [Int32]
  let rankCount: Int
  /// For each lane the first rank that it wants, and the first after these.
  private(set) var low: [Int32]
  private(set) var high: [Int32]
  /// Lanes whose wish is no interval of ranks.
  private(set) var others: [Bool]

  /// The rows of a column as COUNTIFS compares them: numbers with numbers, and above these texts with texts.
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

  /// The rows of a column from the first to that of each lane.
  init(rowsUpTo lanes: Lanes, count: Int) {
    ranks = (0..<Int32(count)).map { $0 }
    rankCount = count
    low = [Int32](repeating: 0, count: lanes.count)
    high = (0..<lanes.count).map { Int32(min(lanes.row($0) + 1, count)) }
    others = [Bool](repeating: false, count: lanes.count)
  }

  /// The rows of `column` as `<` compares them with numbers: a blank is 0, texts and truth values are greater than any.
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

  /// Narrows what a lane wants.
  mutating func limit(_ lane: Int, to places: Range<Int>) {
    low[lane] = max(low[lane], Int32(places.lowerBound))
    high[lane] = min(high[lane], Int32(places.upperBound))
  }

  mutating func giveUp(_ lane: Int) { others[lane] = true }
}

/// Rows sorted by group, within a group by rank, and among equals by row.
struct OrderedRows: Sendable {
  let rows: [Int32]
  let ranks: [Int32]
  /// Where each group begins, and at last the end.
  let starts: [Int32]

  /// Rows with rank -1 and those not `included` are left out.
  init(groups: [Int32]?, groupCount: Int, ranks: [Int32], rankCount: Int, included: [Bool]?) {
    var byRank: [Int32] = []
    byRank.reserveCapacity(ranks.count)
    // Counting sorts: linear, and equal ones keep their order.
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

  /// The places of a group's rows with ranks from `low` up to but not including `high`.
  func places(_ group: Int32, _ low: Int32, _ high: Int32) -> Range<Int> {
    let all = range(group)
    let first = place(low, all)
    return first..<max(first, place(high, all))
  }

  /// The first place whose rank is not below `rank`.
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
