// SPDX-License-Identifier: Apache-2.0

extension Column {
  /// Whether the cell at `index` holds the same as the cell of another column at `place`: the same kind and value, with text compared byte
  /// for byte. Empty text counts as blank.
  package func isSame(at index: Int, as other: Column, at place: Int) -> Bool {
    let (kind, otherKind) = (kinds[index], other.kinds[place])
    guard kind == otherKind else {
      return isNothing(at: index) && other.isNothing(at: place)
    }
    switch kind {
    case .blank: return true
    case .number, .boolean: return payload[index] == other.payload[place]
    case .text:
      if storage === other.storage { return payload[index] == other.payload[place] }
      let (arena, otherArena) = (pool.arena, other.pool.arena)
      let (own, its) = (arena.range(Int(payload[index])), otherArena.range(Int(other.payload[place])))
      guard own.count == its.count else { return false }
      return arena.bytes[own].elementsEqual(otherArena.bytes[its])
    case .error: return self[index] == other[place]
    }
  }

  /// Whether the cell is blank or holds empty text.
  package func isNothing(at index: Int) -> Bool {
    switch kinds[index] {
    case .blank: true
    case .text: pool.arena.range(Int(payload[index])).isEmpty
    case .number, .boolean, .error: false
    }
  }

  /// Feeds the cell into `hasher`. Cells for which ``isSame(at:as:at:)`` is true hash alike, within one run of the program.
  package func hash(at index: Int, into hasher: inout Hasher) {
    switch kinds[index] {
    case .blank: hasher.combine(0)
    case .number, .boolean:
      hasher.combine(1)
      hasher.combine(payload[index])
    case .text:
      let range = pool.arena.range(Int(payload[index]))
      guard !range.isEmpty else { return hasher.combine(0) }
      hasher.combine(2)
      for byte in pool.arena.bytes[range] { hasher.combine(byte) }
    case .error: hasher.combine(self[index])
    }
  }
}
