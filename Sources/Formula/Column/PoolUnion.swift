/// The texts of several pools in one, made only when texts of more than one are wanted.
///
/// Rarely are there any to add: what a formula brings together is mostly texts of one column, a label, and "".
struct PoolUnion {
  private let pools: [TextPool]
  /// The pool whose numbers are kept as they are: the largest.
  private let base: Int
  private var added: TextArena?
  /// For each pool the numbers in the union of the texts that were asked for, or -1.
  private var numbers: [[Int32]]

  init(_ pools: [TextPool]) {
    self.pools = pools
    base = pools.indices.max { pools[$0].arena.count < pools[$1].arena.count } ?? 0
    numbers = pools.map { _ in [] }
  }

  /// The pool that all numbers given out belong to.
  var pool: TextPool {
    if let added { return TextPool(added) }
    return pools.isEmpty ? .empty : pools[base]
  }

  /// The payload in the union of text `payload` of pool `place`.
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

  /// The payload in the union of error `payload` of pool `place`.
  mutating func error(_ payload: Double, from place: Int) -> Double {
    let first = Double(ErrorCode.firstOther)
    return payload < first ? payload : text(payload - first, from: place) + first
  }

  /// The payload in the union of any cell.
  mutating func payload(_ payload: Double, _ kind: CellKind, from place: Int) -> Double {
    switch kind {
    case .text: text(payload, from: place)
    case .error: error(payload, from: place)
    case .blank, .number, .boolean: payload
    }
  }
}
