// SPDX-License-Identifier: Apache-2.0

import Base

/// Finds the longest sequence of rows that two sheets have in common, in order.
enum RowAlignment {
  /// If more comparisons were needed, only rows that occur once in each sheet are aligned.
  private static let mostSteps = 4_000_000

  static func aligned(_ a: [Int], _ b: [Int]) -> [(Int, Int)] {
    var result: [(Int, Int)] = []
    align(a, a.startIndex..<a.endIndex, b, b.startIndex..<b.endIndex, &result)
    return result
  }

  private static func align(
    _ a: [Int], _ own: Range<Int>, _ b: [Int], _ other: Range<Int>, _ result: inout [(Int, Int)]
  ) {
    var (own, other) = (own, other)
    while let x = own.first, let y = other.first, a[x] == b[y] {
      result.append((x, y))
      (own, other) = (own.dropFirst(), other.dropFirst())
    }
    var tail: [(Int, Int)] = []
    while let x = own.last, let y = other.last, a[x] == b[y] {
      tail.append((x, y))
      (own, other) = (own.dropLast(), other.dropLast())
    }
    defer { result += tail.reversed() }
    guard !own.isEmpty, !other.isEmpty else { return }
    let anchors = anchors(a, own, b, other)
    guard !anchors.isEmpty else {
      if own.count * other.count <= mostSteps { result += longest(a, own, b, other) }
      return
    }
    var (x, y) = (own.lowerBound, other.lowerBound)
    for (i, j) in anchors {
      align(a, x..<i, b, y..<j, &result)
      result.append((i, j))
      (x, y) = (i + 1, j + 1)
    }
    align(a, x..<own.upperBound, b, y..<other.upperBound, &result)
  }

  /// Rows that occur exactly once in each, restricted to as many as possible that are in the same order.
  private static func anchors(_ a: [Int], _ own: Range<Int>, _ b: [Int], _ other: Range<Int>) -> [(Int, Int)] {
    var places: [Int: (count: Int, place: Int)] = [:]
    for index in other { places[b[index], default: (0, index)].count += 1 }
    var counts: [Int: Int] = [:]
    for index in own { counts[a[index], default: 0] += 1 }
    var pairs: [(Int, Int)] = []
    for index in own where counts[a[index]] == 1 {
      if let match = places[a[index]], match.count == 1 { pairs.append((index, match.place)) }
    }
    // The longest sequence that ascends in both.
    var piles: [Int] = []
    var before = Array(repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      let place = piles.partitioningIndex { pairs[$0].1 >= pair.1 }
      before[index] = place > 0 ? piles[place - 1] : -1
      if place == piles.count { piles.append(index) } else { piles[place] = index }
    }
    var run: [(Int, Int)] = []
    var at = piles.last ?? -1
    while at >= 0 {
      run.append(pairs[at])
      at = before[at]
    }
    return run.reversed()
  }

  private static func longest(_ a: [Int], _ own: Range<Int>, _ b: [Int], _ other: Range<Int>) -> [(Int, Int)] {
    let width = other.count + 1
    var lengths = [Int32](repeating: 0, count: (own.count + 1) * width)
    for i in stride(from: own.count - 1, through: 0, by: -1) {
      for j in stride(from: other.count - 1, through: 0, by: -1) {
        lengths[i * width + j] =
          a[own.lowerBound + i] == b[other.lowerBound + j]
          ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < own.count, j < other.count {
      if a[own.lowerBound + i] == b[other.lowerBound + j] {
        pairs.append((own.lowerBound + i, other.lowerBound + j))
        (i, j) = (i + 1, j + 1)
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }
}
