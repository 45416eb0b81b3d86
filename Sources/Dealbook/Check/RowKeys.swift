// SPDX-License-Identifier: Apache-2.0

import Formula

/// Numbers the rows by their cells in certain columns: rows have the same number if their cells are equal under ``ReferenceIndex/key(_:)``.
struct RowKeys {
  /// -1 for a row with a blank among these cells.
  private(set) var numbers: [Int]
  /// An exclusive upper bound for the numbers.
  private(set) var count: Int

  init(_ columns: [Column]) {
    numbers = []
    count = 0
    for (position, column) in columns.enumerated() {
      let (own, ownCount) = Self.numbered(column)
      if position == 0 {
        (numbers, count) = (own, ownCount)
      } else {
        pair(with: own)
      }
    }
  }

  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }

  private mutating func pair(with other: [Int]) {
    var known: [Pair: Int] = [:]
    for row in numbers.indices {
      guard numbers[row] >= 0, row < other.count, other[row] >= 0 else {
        numbers[row] = -1
        continue
      }
      let pair = Pair(first: numbers[row], second: other[row])
      let number = known[pair] ?? known.count
      if number == known.count { known[pair] = number }
      numbers[row] = number
    }
    count = known.count
  }

  private static func numbered(_ column: Column) -> ([Int], Int) {
    var byKey: [String: Int] = [:]
    // -2 marks a text that has not been seen yet.
    var byText = [Int](repeating: -2, count: column.textCount)
    var numbers: [Int] = []
    numbers.reserveCapacity(column.count)
    for row in 0..<column.count {
      let text = column.textNumber(at: row)
      if let text, byText[text] != -2 {
        numbers.append(byText[text])
        continue
      }
      let value = column[row]
      var number = -1
      if !value.isEmpty {
        let key = ReferenceIndex.key(value.shownText)
        number = byKey[key] ?? byKey.count
        if number == byKey.count { byKey[key] = number }
      }
      if let text { byText[text] = number }
      numbers.append(number)
    }
    return (numbers, byKey.count)
  }
}
