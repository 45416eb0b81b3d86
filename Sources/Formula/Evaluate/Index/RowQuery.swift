// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The rows that each lane selects: those of certain groups, within bounds on certain columns.
struct RowQuery {
  /// Nil if all rows are one group.
  let table: GroupTable?
  let groups: LaneGroups
  let ranges: [RankedRows]
  /// The rows that satisfy the conditions common to all lanes; nil for all rows.
  let included: [Bool]?

  var groupCount: Int { table?.count ?? 1 }

  /// Whether the indexes do not cover the conditions of `lane`.
  func isOther(_ lane: Int) -> Bool {
    groups.groups[lane] == LaneCodes.other || ranges.contains { $0.others[lane] }
  }

  /// Totals of whole groups.
  func totals(_ call: Evaluator.ConditionalCall, into results: inout [CellValue?]) {
    var totals = [ConditionalTotal](repeating: ConditionalTotal(), count: groupCount)
    let count = call.conditions[0].column.count
    for row in 0..<count where included?[row] != false {
      totals[Int(table?.groups[row] ?? 0)].add(call.summed, row)
    }
    for lane in results.indices where !isOther(lane) {
      let group = groups.groups[lane]
      if group >= 0 {
        results[lane] = totals[Int(group)].result(call)
      } else {
        var total = ConditionalTotal()
        for group in groups.all(lane) { total.add(totals[Int(group)]) }
        results[lane] = total.result(call)
      }
    }
  }

  /// Totals of groups within bounds on one column: rows are sorted by it, with running sums from the first row of each group.
  func totalsInRange(_ call: Evaluator.ConditionalCall, into results: inout [CellValue?]) {
    let ranked = ranges[0]
    let ordered = OrderedRows(
      groups: table?.groups, groupCount: groupCount, ranks: ranked.ranks, rankCount: ranked.rankCount,
      included: included)
    let sums = call.summed.map { RunningSums($0, ordered, groupCount) }
    for lane in results.indices where !isOther(lane) {
      var rows = 0
      var numbers = 0
      var sum = DoubleDouble()
      var scale = 0.0
      var errorRow: Int?
      let wanted = groups.all(lane)
      for group in wanted {
        let places = ordered.places(group, ranked.low[lane], ranked.high[lane])
        rows += places.count
        guard let sums, !places.isEmpty else { continue }
        numbers += sums.count(places)
        sum.add(sums.sum(places, ordered.range(group).lowerBound))
        scale = max(scale, sums.greatest[Int(group)])
        if let row = sums.firstError(places) { errorRow = min(errorRow ?? row, row) }
      }
      var total = sum.value
      if let summed = call.summed, total != 0, total.magnitude < scale * 1e-12 {
        // Almost nothing is left: whether that is zero depends on the order of addition.
        let all = wanted.flatMap { ordered.rows[ordered.places($0, ranked.low[lane], ranked.high[lane])] }
        total = Self.sum(summed, all.sorted())
      }
      results[lane] = ConditionalTotal.result(call, rows: rows, numbers: numbers, sum: total, errorRow: errorRow)
    }
  }

  /// The sum of the numbers in `rows`, added in that order.
  static func sum(_ column: Column, _ rows: [Int32]) -> Double {
    var sum = KahanSum()
    for row in rows where Int(row) < column.count && column.kinds[Int(row)] == .number {
      sum.add(column.payload[Int(row)])
    }
    return sum.total
  }
}

/// Running sums over sorted rows, starting anew with each group.
struct RunningSums {
  /// The sum up to and including each row.
  private var sums: [DoubleDouble] = []
  /// The number of numeric cells before each index, across all groups.
  private var counts: [Int32] = [0]
  /// The greatest magnitude in each group.
  private(set) var greatest: [Double]
  /// The rows with errors, negated so that the first one is the maximum; nil if there are none.
  private var errors: MaximumTree?

  init(_ column: Column, _ ordered: OrderedRows, _ groupCount: Int) {
    greatest = [Double](repeating: 0, count: groupCount)
    sums.reserveCapacity(ordered.rows.count)
    counts.reserveCapacity(ordered.rows.count + 1)
    let kinds = column.kinds
    let payload = column.payload
    var errorRows: [Double] = []
    for group in 0..<groupCount {
      var sum = DoubleDouble()
      for place in ordered.range(Int32(group)) {
        let row = Int(ordered.rows[place])
        let kind = row < payload.count ? kinds[row] : .blank
        if kind == .number {
          sum.add(payload[row])
          greatest[group] = max(greatest[group], payload[row].magnitude)
        } else if kind == .error {
          if errorRows.isEmpty { errorRows = [Double](repeating: -.infinity, count: ordered.rows.count) }
          errorRows[place] = -Double(row)
        }
        sums.append(sum)
        counts.append(counts[place] + (kind == .number ? 1 : 0))
      }
    }
    errors = errorRows.isEmpty ? nil : MaximumTree(errorRows)
  }

  func count(_ places: Range<Int>) -> Int { Int(counts[places.upperBound] - counts[places.lowerBound]) }

  /// The sum over a non-empty part of the group that begins at index `start`.
  func sum(_ places: Range<Int>, _ start: Int) -> DoubleDouble {
    var sum = sums[places.upperBound - 1]
    if places.lowerBound > start { sum.subtract(sums[places.lowerBound - 1]) }
    return sum
  }

  func firstError(_ places: Range<Int>) -> Int? {
    guard let row = errors?.maximum(places), row > -.infinity else { return nil }
    return Int(-row)
  }
}
