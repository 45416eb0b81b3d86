// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The distinct texts of a column. Text 0 is always the empty text.
///
/// A pool is immutable, so columns can share it: cells that a formula picks from a column keep that column's pool.
final class TextPool: Sendable {
  let arena: TextArena
  private let cached = Mutex<Folding?>(nil)

  static let empty = TextPool(emptyArena)

  static var emptyArena: TextArena {
    var arena = TextArena()
    _ = arena.number(of: "")
    return arena
  }

  init(_ arena: TextArena) { self.arena = arena }

  /// A pool with only `texts` and the empty text.
  convenience init(_ texts: [String]) {
    var arena = Self.emptyArena
    for text in texts { _ = arena.number(of: text) }
    self.init(arena)
  }

  /// The case-folded texts, made at first use.
  var folding: Folding {
    cached.withLock { folding in
      if let folding { return folding }
      let made = Folding(arena)
      folding = made
      return made
    }
  }

  /// Numbers the case-folded texts. Texts that differ only in case have the same number.
  struct Folding: Sendable {
    let arena: TextArena
    /// Indexed by number in the pool. Empty if folding changes no text; the numbers are then those of the pool.
    private let numbers: [Int32]

    init(_ texts: TextArena) {
      let all = texts.bytes.span
      var buffer: [UInt8] = []
      guard (0..<texts.count).contains(where: { CaseFolding.append(all.extracting(texts.range($0)), to: &buffer) })
      else {
        arena = texts
        numbers = []
        return
      }
      var arena = TextArena()
      var numbers: [Int32] = []
      numbers.reserveCapacity(texts.count)
      for number in 0..<texts.count {
        buffer.removeAll(keepingCapacity: true)
        let raw = all.extracting(texts.range(number))
        let changed = CaseFolding.append(raw, to: &buffer)
        numbers.append(Int32(changed ? arena.number(of: buffer.span) : arena.number(of: raw)))
      }
      self.arena = arena
      self.numbers = numbers
    }

    @inline(__always) func number(_ text: Int) -> Int {
      numbers.isEmpty ? text : Int(numbers[text])
    }

    /// The number of a text that may not be in the pool; nil if no text of the pool equals it when case is ignored.
    func find(_ text: String) -> Int? { arena.find(CaseFolding.folded(text)) }

    /// For each folded text of `other`, its number here, or -1.
    func translated(from other: Folding) -> [Int32] {
      let all = other.arena.bytes.span
      var numbers: [Int32] = []
      numbers.reserveCapacity(other.arena.count)
      for number in 0..<other.arena.count {
        numbers.append(arena.find(all.extracting(other.arena.range(number))).map(Int32.init) ?? -1)
      }
      return numbers
    }
  }
}
