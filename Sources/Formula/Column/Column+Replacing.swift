// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension Column {
  /// A copy of the column with other cells in some places, and optionally another length; a longer column is filled up with blanks.
  ///
  /// - Parameters:
  ///   - places: indexes below `count`, none of them twice.
  ///   - cells: one cell for each place.
  package func replacing(_ places: [Int], by cells: Column, count: Int? = nil) -> Column {
    let length = count ?? self.count
    var payload = self.payload
    if payload.count > length { payload.removeLast(payload.count - length) }
    if payload.count < length { payload.append(contentsOf: repeatElement(0, count: length - payload.count)) }
    var each: [CellKind] = []
    var isAlike = false
    if case .all(let kind) = kinds {
      isAlike = length <= self.count && places.indices.allSatisfy { cells.kinds[$0] == kind }
      if !isAlike {
        each = Array(repeating: kind, count: min(length, self.count))
        each.append(contentsOf: repeatElement(.blank, count: max(0, length - self.count)))
      }
    } else if case .each(let known) = kinds {
      each = Array(known.prefix(length))
      each.append(contentsOf: repeatElement(.blank, count: max(0, length - each.count)))
    }
    var arena: TextArena?
    func number(_ text: String) -> Int {
      if let found = (arena ?? pool.arena).find(text) { return found }
      var grown = arena ?? pool.arena
      let number = grown.number(of: text)
      arena = grown
      return number
    }
    for (lane, place) in places.enumerated() {
      let kind = cells.kinds[lane]
      switch kind {
      case .text: payload[place] = Double(number(cells.pool.arena.text(Int(cells.payload[lane]))))
      case .error where Int(cells.payload[lane]) >= ErrorCode.firstOther:
        let text = cells.pool.arena.text(Int(cells.payload[lane]) - ErrorCode.firstOther)
        payload[place] = Double(number(text) + ErrorCode.firstOther)
      default: payload[place] = cells.payload[lane]
      }
      if !isAlike { each[place] = kind }
    }
    var kinds = Kinds.each(each)
    if isAlike { kinds = self.kinds }
    return Column(kinds: kinds, payload: payload, pool: arena.map { TextPool($0) } ?? pool)
  }

  /// Whether a cell is bit for bit the same as a cell of another column. A cell beyond the end counts as blank.
  package func holds(at place: Int, theSameAs other: Column, at lane: Int) -> Bool {
    guard place < count else { return lane >= other.count || other.kinds[lane] == .blank }
    guard lane < other.count else { return kinds[place] == .blank }
    let kind = kinds[place]
    guard kind == other.kinds[lane] else { return false }
    switch kind {
    case .blank: return true
    case .number, .boolean: return payload[place] == other.payload[lane]
    case .error: return self[place] == other[lane]
    case .text:
      return pool.arena.text(Int(payload[place])).utf8.elementsEqual(
        other.pool.arena.text(Int(other.payload[lane])).utf8)
    }
  }
}
