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

  /// The indexes in `places` of those pairs of cells that are not the same, as ``isSame(at:as:at:)`` says. A cell beyond the end of a
  /// column is blank.
  ///
  /// Two texts are compared once, however often they occur.
  package func differences(from other: Column, at places: [CellPair]) -> [Int] {
    let (own, its) = (storage, other.storage)
    let isShared = own === its
    /// By number of a text, that of the same text in the other column; -1 if that is not known.
    var known = [Int32](repeating: -1, count: isShared ? 0 : pool.arena.count)
    var found: [Int] = []
    for (index, place) in places.enumerated() {
      let (a, b) = (Int(place.own), Int(place.other))
      let kind = a < own.payload.count ? own.kinds[a] : .blank
      let otherKind = b < its.payload.count ? its.kinds[b] : .blank
      if kind == otherKind {
        switch kind {
        case .blank: continue
        case .number, .boolean: if own.payload[a] == its.payload[b] { continue }
        case .text:
          let (text, otherText) = (Int(own.payload[a]), Int32(its.payload[b]))
          if isShared ? text == Int(otherText) : known[text] == otherText { continue }
          if isSame(at: a, as: other, at: b) {
            if !isShared { known[text] = otherText }
            continue
          }
        case .error: if isSame(at: a, as: other, at: b) { continue }
        }
      } else if isNothing(kind, a), other.isNothing(otherKind, b) {
        continue
      }
      found.append(index)
    }
    return found
  }

  private func isNothing(_ kind: CellKind, _ index: Int) -> Bool { kind == .blank || isNothing(at: index) }

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

/// The index of a cell in one column, and that of a cell in another.
package struct CellPair {
  package let own: Int32
  package let other: Int32

  package init(_ own: Int, _ other: Int) {
    self.own = Int32(own)
    self.other = Int32(other)
  }
}
