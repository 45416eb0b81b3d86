/// Whether texts of two vectors are equal without case, and which comes first.
struct TextEquality {
  private let a: TextPool
  private let b: TextPool
  /// For each folded text of `b` its number among those of `a`, or -1; nil when both have one pool.
  private let translation: [Int32]?
  private let foldedA: TextPool.Folding
  private let foldedB: TextPool.Folding

  init(_ a: Vector, _ b: Vector) {
    self.a = a.column.pool
    self.b = b.column.pool
    foldedA = self.a.folding
    foldedB = self.b.folding
    translation = self.a === self.b ? nil : foldedA.translated(from: foldedB)
  }

  @inline(__always) func equal(_ x: Double, _ y: Double) -> Bool {
    let x = foldedA.number(Int(x))
    let y = foldedB.number(Int(y))
    guard let translation else { return x == y }
    return x == Int(translation[y])
  }

  /// -1, 0 or 1 in the order of Excel, see ``TextOrder``.
  func order(_ x: Double, _ y: Double) -> Int {
    Self.order(
      foldedA.arena.bytes[foldedA.arena.range(foldedA.number(Int(x)))],
      foldedB.arena.bytes[foldedB.arena.range(foldedB.number(Int(y)))])
  }

  static func order(_ x: ArraySlice<UInt8>, _ y: ArraySlice<UInt8>) -> Int { TextOrder.compare(folded: x, y) }
}
