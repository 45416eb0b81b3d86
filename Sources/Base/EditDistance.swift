// SPDX-License-Identifier: Apache-2.0

/// Levenshtein distance in which swapping two neighbours counts as one edit (optimal string alignment).
package enum EditDistance {
  /// A result greater than `limit` only means “too far”; its exact value has no meaning.
  @inlinable
  package static func between<Element: Equatable>(_ a: [Element], _ b: [Element], limit: Int) -> Int {
    if abs(a.count - b.count) > limit { return limit + 1 }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i]
      current.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        var distance = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { distance = min(distance, before[j - 2] + 1) }
        current.append(distance)
      }
      before = previous
      previous = current
    }
    return previous[b.count]
  }
}
