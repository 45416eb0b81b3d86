// SPDX-License-Identifier: Apache-2.0

/// Compares the texts of two vectors, for equality and order, without regard to case.
struct TextEquality {
  private let a: TextPool
  private let b: TextPool
  /// For each case-folded text of `b`, its number in `a`, or -1; nil if both use the same pool.
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

  /// Returns -1, 0 or 1 in Excel's order; see ``TextOrder``.
  func order(_ x: Double, _ y: Double) -> Int {
    Self.order(
      foldedA.arena.bytes[foldedA.arena.range(foldedA.number(Int(x)))],
      foldedB.arena.bytes[foldedB.arena.range(foldedB.number(Int(y)))])
  }

  static func order(_ x: ArraySlice<UInt8>, _ y: ArraySlice<UInt8>) -> Int { TextOrder.compare(folded: x, y) }
}
