// SPDX-License-Identifier: Apache-2.0

/// Finds the maximum of any contiguous range of numbers in logarithmic time.
struct MaximumTree: Sendable {
  private let count: Int
  /// A complete binary tree. Its leaves, from index `count` on, are the numbers.
  private var nodes: [Double]

  init(_ numbers: [Double]) {
    count = numbers.count
    nodes = [Double](repeating: -.infinity, count: count) + numbers
    for node in stride(from: count - 1, to: 0, by: -1) { nodes[node] = max(nodes[2 * node], nodes[2 * node + 1]) }
  }

  /// Nil for an empty range.
  func maximum(_ range: Range<Int>) -> Double? {
    guard !range.isEmpty else { return nil }
    var result = -Double.infinity
    var low = range.lowerBound + count
    var high = range.upperBound + count
    while low < high {
      if low & 1 == 1 {
        result = max(result, nodes[low])
        low += 1
      }
      if high & 1 == 1 {
        high -= 1
        result = max(result, nodes[high])
      }
      low >>= 1
      high >>= 1
    }
    return result
  }
}
