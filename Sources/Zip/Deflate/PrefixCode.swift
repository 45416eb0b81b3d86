// SPDX-License-Identifier: Apache-2.0

/// The shortest codes for symbols that occur so many times (Huffman's), none longer than a limit, as deflate numbers them
/// (RFC 1951, 3.2.2).
struct PrefixCode {
  /// The number of bits of each symbol; 0 for one that does not occur.
  private(set) var lengths: [UInt8]
  /// The code of each symbol, its first bit lowest.
  private(set) var codes: [UInt32]

  /// - Parameter longest: the maximum number of bits.
  init(counts: [UInt32], longest: Int) {
    lengths = [UInt8](repeating: 0, count: counts.count)
    codes = [UInt32](repeating: 0, count: counts.count)
    // Sorted by count; the symbol decides between equal ones, so that the same counts always give the same code.
    let used = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
    guard used.count > 1 else {
      if let only = used.first { lengths[only] = 1 }
      return
    }
    var numbers = [Int](repeating: 0, count: longest + 1)
    for depth in Self.depths(used.map { Int(counts[$0]) }) { numbers[min(depth, longest)] += 1 }
    Self.shorten(&numbers)
    var rest = used[...]
    for length in stride(from: longest, through: 1, by: -1) {
      for symbol in rest.prefix(numbers[length]) { lengths[symbol] = UInt8(length) }
      rest = rest.dropFirst(numbers[length])
    }
    var next = [UInt32](repeating: 0, count: longest + 2)
    for length in 1...longest { next[length + 1] = (next[length] + UInt32(numbers[length])) << 1 }
    for symbol in counts.indices where lengths[symbol] > 0 {
      let length = Int(lengths[symbol])
      codes[symbol] = Self.reversed(next[length], length)
      next[length] += 1
    }
  }

  /// How deep each leaf of Huffman's tree stands, for counts in ascending order. (Moffat and Katajainen, In-place calculation of
  /// minimum-redundancy codes, 1995.)
  private static func depths(_ counts: [Int]) -> [Int] {
    var nodes = counts
    let count = nodes.count
    // Join the two smallest of what is left, leaves and joints alike: a joint keeps its sum, then the place of its own joint.
    var (leaf, root) = (0, 0)
    for joint in 0..<(count - 1) {
      var sum = 0
      for _ in 0..<2 {
        if leaf >= count || root < joint && nodes[root] < nodes[leaf] {
          sum += nodes[root]
          nodes[root] = joint
          root += 1
        } else {
          sum += nodes[leaf]
          leaf += 1
        }
      }
      nodes[joint] = sum
    }
    // The depths of the joints, then of the leaves between them.
    nodes[count - 2] = 0
    for joint in stride(from: count - 3, through: 0, by: -1) { nodes[joint] = nodes[nodes[joint]] + 1 }
    var depths = [Int](repeating: 0, count: count)
    var (free, depth, joint, place) = (1, 0, count - 2, count - 1)
    while free > 0 {
      var joints = 0
      while joint >= 0, nodes[joint] == depth {
        joints += 1
        joint -= 1
      }
      for _ in 0..<(free - joints) {
        depths[place] = depth
        place -= 1
      }
      free = 2 * joints
      depth += 1
    }
    return depths
  }

  /// Makes some codes longer where too long ones were cut, until there is room for all. `numbers` counts the codes of each length.
  private static func shorten(_ numbers: inout [Int]) {
    let longest = numbers.count - 1
    var taken = (1...longest).reduce(0) { $0 + numbers[$1] << (longest - $1) }
    while taken > 1 << longest {
      // The longest code that can be made longer gives its place to itself and one of the cut ones.
      numbers[longest] -= 1
      var length = longest - 1
      while numbers[length] == 0 { length -= 1 }
      numbers[length] -= 1
      numbers[length + 1] += 2
      taken -= 1
    }
  }

  private static func reversed(_ code: UInt32, _ length: Int) -> UInt32 {
    var (rest, reversed) = (code, UInt32(0))
    for _ in 0..<length {
      reversed = reversed << 1 | rest & 1
      rest >>= 1
    }
    return reversed
  }
}
