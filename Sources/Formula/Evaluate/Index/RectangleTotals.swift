// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Totals of rows selected by group and by bounds on two columns.
extension RowQuery {
  /// Visits the rows of each group once, in the order of the first column, and keeps running totals by rank in the second. Takes O(n log n)
  /// steps, where n is the number of rows and lanes.
  func totalsInRectangle(_ call: Evaluator.ConditionalCall, into results: inout [CellValue?]) {
    let (first, second) = (ranges[0], ranges[1])
    let both = first.ranks.indices.map { first.ranks[$0] >= 0 && second.ranks[$0] >= 0 && included?[$0] != false }
    let ordered = OrderedRows(
      groups: table?.groups, groupCount: groupCount, ranks: first.ranks, rankCount: first.rankCount, included: both)
    var lanesOfGroups = [[Int32]](repeating: [], count: groupCount)
    for lane in results.indices where !isOther(lane) {
      let wanted = groups.all(lane)
      if wanted.isEmpty {
        results[lane] = ConditionalTotal().result(call)
      } else if wanted.count == 1 {
        lanesOfGroups[Int(wanted[0])].append(Int32(lane))
      }
      // Lanes that want several groups are left to the scan.
    }
    for group in 0..<groupCount where !lanesOfGroups[group].isEmpty {
      sweep(Int32(group), lanesOfGroups[group], ordered, call, &results)
    }
  }

  private func sweep(
    _ group: Int32, _ lanes: [Int32], _ ordered: OrderedRows, _ call: Evaluator.ConditionalCall,
    _ results: inout [CellValue?]
  ) {
    let (first, second) = (ranges[0], ranges[1])
    let range = ordered.range(group)
    var seconds = range.map { second.ranks[Int(ordered.rows[$0])] }
    seconds.sort()
    func place(_ rank: Int32) -> Int {
      var low = 0
      var high = seconds.count
      while low < high {
        let middle = (low + high) / 2
        if seconds[middle] < rank { low = middle + 1 } else { high = middle }
      }
      return low
    }
    // The points where the sweep stops, and for which lane: before the first row of the lane and after the last one.
    var stops: [(place: Int, lane: Int32, isEnd: Bool)] = []
    for lane in lanes {
      let places = ordered.places(group, first.low[Int(lane)], first.high[Int(lane)])
      stops.append((places.lowerBound, lane, false))
      stops.append((places.upperBound, lane, true))
    }
    stops.sort { ($0.place, $0.lane, $0.isEnd ? 1 : 0) < ($1.place, $1.lane, $1.isEnd ? 1 : 0) }

    var totals = RankTotals(count: seconds.count)
    var before: [Int32: RankTotals.Total] = [:]
    var next = range.lowerBound
    var hasErrors = false
    var greatest = 0.0
    for stop in stops {
      while next < stop.place {
        let row = Int(ordered.rows[next])
        var number: Double?
        if let summed = call.summed, row < summed.count {
          if summed.kinds[row] == .error { hasErrors = true }
          if summed.kinds[row] == .number { number = summed.payload[row] }
        }
        greatest = max(greatest, number?.magnitude ?? 0)
        totals.add(place(second.ranks[row]), number)
        next += 1
      }
      let lane = Int(stop.lane)
      var total = totals.total(upTo: place(second.high[lane]))
      total.subtract(totals.total(upTo: place(max(second.low[lane], 0))))
      guard stop.isEnd else {
        before[stop.lane] = total
        continue
      }
      if let known = before.removeValue(forKey: stop.lane) { total.subtract(known) }
      let sum = total.sum.value
      // Which error comes first, and whether the rest of a sum is zero, depends on the order of the rows, so these lanes are scanned.
      if second.high[lane] <= second.low[lane] {
        results[lane] = ConditionalTotal().result(call)
      } else if !hasErrors, sum == 0 || sum.magnitude >= greatest * 1e-12 {
        results[lane] = ConditionalTotal.result(
          call, rows: total.rows, numbers: total.numbers, sum: sum, errorRow: nil)
      }
    }
  }
}

/// Totals by rank, to which rows are added one by one (a Fenwick tree).
struct RankTotals {
  struct Total {
    var rows = 0
    var numbers = 0
    var sum = DoubleDouble()

    mutating func subtract(_ other: Total) {
      rows -= other.rows
      numbers -= other.numbers
      sum.subtract(other.sum)
    }
  }

  private var nodes: [Total]

  init(count: Int) { nodes = [Total](repeating: Total(), count: count + 1) }

  mutating func add(_ place: Int, _ number: Double?) {
    var node = place + 1
    while node < nodes.count {
      nodes[node].rows += 1
      if let number {
        nodes[node].numbers += 1
        nodes[node].sum.add(number)
      }
      node += node & -node
    }
  }

  /// The total of the ranks below `place`.
  func total(upTo place: Int) -> Total {
    var total = Total()
    var node = place
    while node > 0 {
      total.rows += nodes[node].rows
      total.numbers += nodes[node].numbers
      total.sum.add(nodes[node].sum)
      node -= node & -node
    }
    return total
  }
}
