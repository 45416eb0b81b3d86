// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Conversion of values to text, and `&`. A text longer than a cell can hold is `#VALUE!`.
enum Concatenation {
  static func apply(_ a: Vector, _ b: Vector, lanes: Int) -> Vector {
    // `x & ""` only converts values to text.
    if isEmptyText(b) { return texts(a) }
    if isEmptyText(a) { return texts(b) }
    let cells = a.isConstant && b.isConstant ? 1 : lanes
    var builder = ColumnBuilder(capacity: cells)
    var buffer: [UInt8] = []
    for lane in 0..<cells {
      if a.kind(lane) == .error {
        builder.append(a[lane])
      } else if b.kind(lane) == .error {
        builder.append(b[lane])
      } else {
        buffer.removeAll(keepingCapacity: true)
        append(a, lane, to: &buffer)
        append(b, lane, to: &buffer)
        if buffer.count > TextFunctions.longest,
          String(decoding: buffer, as: UTF8.self).utf16.count > TextFunctions.longest
        {
          builder.append(.error(.value))
        } else {
          builder.append(text: buffer.span)
        }
      }
    }
    return .computed(builder.finish(), from: a, b)
  }

  /// Converts values to text as `&` does. The result holds only text and errors.
  static func texts(_ vector: Vector) -> Vector {
    let column = vector.column
    switch column.kinds {
    case .all(.text): return vector
    case .all(.blank):
      return Vector(
        column: Column(kinds: .all(.text), payload: [Double](repeating: 0, count: column.count)),
        stride: vector.stride)
    case .each(let kinds) where kinds.allSatisfy({ $0 == .text || $0 == .blank }):
      // The payload of a blank is also the number of the empty text.
      return Vector(
        column: Column(kinds: .all(.text), payload: column.payload, pool: column.pool), stride: vector.stride)
    default:
      var builder = ColumnBuilder(capacity: column.count)
      var buffer: [UInt8] = []
      for lane in 0..<column.count {
        if column.kinds[lane] == .error {
          builder.append(column[lane])
        } else {
          buffer.removeAll(keepingCapacity: true)
          append(vector, lane, to: &buffer)
          builder.append(text: buffer.span)
        }
      }
      return Vector(column: builder.finish(), stride: vector.stride)
    }
  }

  /// Appends the text of a value; nothing for a blank or an error.
  static func append(_ vector: Vector, _ lane: Int, to buffer: inout [UInt8]) {
    switch vector.kind(lane) {
    case .blank, .error: break
    case .number: NumberFormatting.append(vector.payload(lane), to: &buffer)
    case .boolean: buffer.append(contentsOf: vector.payload(lane) != 0 ? "TRUE".utf8 : "FALSE".utf8)
    case .text:
      let arena = vector.column.pool.arena
      buffer.append(contentsOf: arena.bytes[arena.range(Int(vector.payload(lane)))])
    }
  }

  private static func isEmptyText(_ vector: Vector) -> Bool {
    vector.isConstant && vector.kind(0) == .text && vector.payload(0) == 0
  }
}
