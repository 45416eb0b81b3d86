// SPDX-License-Identifier: Apache-2.0

import Dealbook

/// A figure of several workbooks night by night. Two nights can be compared only as far as they are about the same workbooks.
struct GroupTrend {
  /// The sum of each night over the workbooks that have the figure then, in the group's currency and period. For probabilities, the
  /// number of workbooks that reach the confidence they ask for.
  private(set) var sums: [Double?]
  /// The number of workbooks that each sum is about.
  private(set) var counts: [Int]
  /// The sums, without those of nights that are about other workbooks than the last one.
  private(set) var comparable: [Double?]
  /// The sums of the last two nights over the workbooks that have the figure in both.
  private(set) var lastTwo: [Double?] = []
  /// How many workbooks have the figure in the last night only, and how many had it in the one before and are gone.
  private(set) var more = 0
  private(set) var fewer = 0

  init(_ key: HeadlineFigures.Key, _ group: FigureTrend.Group, in trend: FigureTrend) {
    let place = FigureTrend.place(key)
    let nights = trend.days.count
    func values(_ file: String, _ confidence: Double?) -> [Double?] {
      let rows = trend.figures[file] ?? []
      return (0..<nights).map { night in
        guard night < rows.count, let row = rows[night], row.currency == group.currency, row.period == group.period,
          let value = row.values[place]
        else { return nil }
        return key == .chance ? value >= confidence ?? 0 ? 1 : 0 : value
      }
    }
    let all = group.files.map { values($0.file, $0.confidence) }
    func sum(_ night: Int, _ books: [[Double?]]) -> Double? {
      let known = books.compactMap { $0[night] }
      return known.isEmpty ? nil : FigureTrend.cents(known.reduce(0, +))
    }
    sums = (0..<nights).map { sum($0, all) }
    counts = (0..<nights).map { night in all.count { $0[night] != nil } }
    comparable = sums
    guard let last = sums.indices.last else { return }
    for night in 0..<last where all.contains(where: { ($0[night] == nil) != ($0[last] == nil) }) {
      comparable[night] = nil
    }
    guard last > 0 else { return }
    let both = all.filter { $0[last] != nil && $0[last - 1] != nil }
    lastTwo = [sum(last - 1, both), sum(last, both)]
    more = all.count { $0[last] != nil && $0[last - 1] == nil }
    let present = Set(group.files.map(\.file))
    fewer = trend.figures.count { file, rows in
      guard !present.contains(file), rows.count == nights, rows[last] == nil else { return false }
      return values(file, nil)[last - 1] != nil
    }
  }
}
