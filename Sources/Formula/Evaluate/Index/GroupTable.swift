// SPDX-License-Identifier: Apache-2.0

/// Groups the rows by their codes in several columns: rows of one group are equal in all of these columns.
final class GroupTable: Sendable {
  let columns: [CodedColumn]
  /// The group of each row.
  let groups: [Int32]
  let count: Int
  /// For each column after the first: the group that results from a group of the columns before it and a code.
  private let pairs: [PairTable]

  init(_ columns: [CodedColumn]) {
    self.columns = columns
    guard let first = columns.first else {
      groups = []
      count = 0
      pairs = []
      return
    }
    var groups = first.codes
    var count = first.count
    var pairs: [PairTable] = []
    for column in columns.dropFirst() {
      var table = PairTable()
      for row in groups.indices { groups[row] = table.number(groups[row], column.codes[row]) }
      count = table.count
      pairs.append(table)
    }
    self.groups = groups
    self.count = count
    self.pairs = pairs
  }

  /// The group that results from `group` and a code of column `column` (1 is the second column). Nil if there are no such rows.
  @inline(__always) func group(_ group: Int32, _ code: Int32, column: Int) -> Int32? {
    pairs[column - 1].find(group, code)
  }
}

/// Numbers pairs of numbers in the order of first appearance.
struct PairTable: Sendable {
  private(set) var count = 0
  /// Open addressing: a key is the pair + 1, and 0 means free. The size is a power of two.
  private var keys: [UInt64] = []
  private var numbers: [Int32] = []

  mutating func number(_ a: Int32, _ b: Int32) -> Int32 {
    if (count + 1) * 2 > keys.count { grow() }
    let key = Self.key(a, b)
    let slot = slot(key)
    if keys[slot] == 0 {
      keys[slot] = key
      numbers[slot] = Int32(count)
      count += 1
    }
    return numbers[slot]
  }

  func find(_ a: Int32, _ b: Int32) -> Int32? {
    guard !keys.isEmpty else { return nil }
    let slot = slot(Self.key(a, b))
    return keys[slot] == 0 ? nil : numbers[slot]
  }

  private static func key(_ a: Int32, _ b: Int32) -> UInt64 {
    (UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))) &+ 1
  }

  private func slot(_ key: UInt64) -> Int {
    let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    var slot = Int(truncatingIfNeeded: product.high ^ product.low) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    keys = [UInt64](repeating: 0, count: max(16, oldKeys.count * 2))
    numbers = [Int32](repeating: 0, count: keys.count)
    for place in oldKeys.indices where oldKeys[place] != 0 {
      let slot = slot(oldKeys[place])
      keys[slot] = oldKeys[place]
      numbers[slot] = oldNumbers[place]
    }
  }
}
