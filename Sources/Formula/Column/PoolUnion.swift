// SPDX-License-Identifier: Apache-2.0

/// Combines the texts of several pools into one pool, but only if texts of more than one are needed.
///
/// Usually there is nothing to add: a formula mostly combines text from one column, a label and "".
struct PoolUnion {
  private let pools: [TextPool]
  /// The largest pool, whose numbers stay as they are.
  private let base: Int
  private var added: TextArena?
  /// For each pool, the number in the union of each text requested so far, or -1.
  private var numbers: [[Int32]]

  init(_ pools: [TextPool]) {
    self.pools = pools
    base = pools.indices.max { pools[$0].arena.count < pools[$1].arena.count } ?? 0
    numbers = pools.map { _ in [] }
  }

  /// The pool that all returned numbers refer to.
  var pool: TextPool {
    if let added { return TextPool(added) }
    return pools.isEmpty ? .empty : pools[base]
  }

  /// The payload in the union of the text with payload `payload` in pool `place`.
  mutating func text(_ payload: Double, from place: Int) -> Double {
    // The empty text is the first of every pool.
    if payload == 0 || pools[place] === pools[base] { return payload }
    let number = Int(payload)
    if numbers[place].isEmpty { numbers[place] = [Int32](repeating: -1, count: pools[place].arena.count) }
    if numbers[place][number] < 0 {
      let arena = pools[place].arena
      let text = arena.bytes.span.extracting(arena.range(number))
      let found = (added ?? pools[base].arena).find(text)
      if let found {
        numbers[place][number] = Int32(found)
      } else {
        if added == nil { added = pools[base].arena }
        numbers[place][number] = Int32(added?.number(of: text) ?? 0)
      }
    }
    return Double(numbers[place][number])
  }

  /// The payload in the union of the error with payload `payload` from pool `place`.
  mutating func error(_ payload: Double, from place: Int) -> Double {
    let first = Double(ErrorCode.firstOther)
    return payload < first ? payload : text(payload - first, from: place) + first
  }

  /// The payload in the union of a cell of any kind.
  mutating func payload(_ payload: Double, _ kind: CellKind, from place: Int) -> Double {
    switch kind {
    case .text: text(payload, from: place)
    case .error: error(payload, from: place)
    case .blank, .number, .boolean: payload
    }
  }
}
