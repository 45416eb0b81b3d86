// SPDX-License-Identifier: Apache-2.0

extension TotalsTable {
  /// Probabilities that nobody sees: those of totals so far from all others that no figure depends on them.
  private static let nothing = 1e-18

  /// A dense table without the totals at both ends that hardly ever occur; nil if the table is a list.
  func trimmed() -> TotalsTable? {
    guard form == .dense, let first = probabilities.firstIndex(where: { $0 > Self.nothing }),
      let last = probabilities.lastIndex(where: { $0 > Self.nothing })
    else { return nil }
    var table = self
    table.probabilities = Array(probabilities[first...last])
    table.lowest = lowest + first
    table.count = table.probabilities.count
    return table.copy()
  }

  /// Takes a deal out that was added with this step and probability; false if that cannot be done here.
  ///
  /// The table is q·R + p·R moved by the step, where R is what it was without the deal. It is solved from the end at which the deal has the
  /// larger share, so that errors do not grow.
  mutating func remove(_ step: Int, _ p: Double) -> Bool {
    guard form == .dense, step > 0, p > 0, p <= 1 else { return false }
    let (old, q) = (probabilities, 1 - p)
    let width = old.count
    var rest: [Double]
    if p <= 0.5 {
      rest = [Double](repeating: 0, count: width)
      for index in 0..<width {
        let value = (old[index] - (index < step ? 0 : p * rest[index - step])) / q
        if value > Self.nothing { rest[index] = value }
      }
    } else {
      rest = [Double](repeating: 0, count: width + step)
      for index in stride(from: width - 1, through: 0, by: -1) {
        let value = (old[index] - q * rest[index + step]) / p
        if value > Self.nothing { rest[index] = value }
      }
      lowest -= step
    }
    probabilities = rest
    count = rest.count
    return true
  }

  /// The number of cells of a dense table; nil for a list.
  var denseCount: Int? { form == .dense ? probabilities.count : nil }
}
