// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension Vector {
  /// Combines the results of a formula's branches into one vector. Each part comes with the lanes that it covers.
  static func merged(_ parts: [(places: [Int32], vector: Vector)], lanes: Int) -> Vector {
    let parts = parts.filter { !$0.places.isEmpty }
    guard let first = parts.first else { return Vector(constant: .blank) }
    // A single branch for all lanes: its places are all of them, in order.
    if parts.count == 1, first.places.count == lanes { return first.vector }

    var pools = PoolUnion(parts.map(\.vector.column.pool))
    var payload = [Double](repeating: 0, count: lanes)
    if case .all(let kind) = first.vector.column.kinds,
      parts.allSatisfy({ part in
        if case .all(kind) = part.vector.column.kinds { return true }
        return false
      })
    {
      for (index, part) in parts.enumerated() {
        let numbers = part.vector.column.payload
        let stride = part.vector.stride
        if kind.isArithmetic {
          for lane in part.places.indices { payload[Int(part.places[lane])] = numbers[lane &* stride] }
        } else {
          for lane in part.places.indices {
            payload[Int(part.places[lane])] = pools.payload(numbers[lane &* stride], kind, from: index)
          }
        }
      }
      return Vector(Column(kinds: .all(kind), payload: payload, pool: pools.pool))
    }

    var kinds = [CellKind](repeating: .blank, count: lanes)
    for (index, part) in parts.enumerated() {
      let numbers = part.vector.column.payload
      let old = part.vector.column.kinds
      let stride = part.vector.stride
      for lane in part.places.indices {
        let place = Int(part.places[lane])
        let kind = old[lane &* stride]
        kinds[place] = kind
        payload[place] =
          kind.isArithmetic
          ? numbers[lane &* stride] : pools.payload(numbers[lane &* stride], kind, from: index)
      }
    }
    return Vector(Column(kinds: .each(kinds), payload: payload, pool: pools.pool))
  }
}
