// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Converts values to numbers or booleans, as operators and functions do.
enum Coercion {
  /// Blanks become 0, booleans 1 or 0, text the number that it spells or else `#VALUE!`; errors stay. The result holds only arithmetic
  /// kinds and errors.
  static func numbers(_ vector: Vector) -> Vector {
    if vector.isArithmetic { return vector }
    return Vector(column: numbers(vector.column), stride: vector.stride)
  }

  private static func numbers(_ column: Column) -> Column {
    var payload = column.payload
    var kinds = [CellKind](repeating: .number, count: payload.count)
    let old = column.kinds
    var parsed: [Double: Double] = [:]
    var keepsPool = false
    for lane in payload.indices {
      switch old[lane] {
      case .blank, .number, .boolean: break
      case .error:
        kinds[lane] = .error
        keepsPool = true
      case .text:
        let text = payload[lane]
        if text == 0 {
          kinds[lane] = .error
          payload[lane] = ErrorCode.value
        } else {
          // NaN means that the text is not a number.
          let number = parsed[text] ?? NumberParsing.number(column.pool.arena.text(Int(text))) ?? .nan
          parsed[text] = number
          kinds[lane] = number.isNaN ? .error : .number
          payload[lane] = number.isNaN ? ErrorCode.value : number
        }
      }
    }
    return Column(kinds: .collapsed(kinds), payload: payload, pool: keepsPool ? column.pool : .empty)
  }

  /// Truth values as IF and NOT take them: a number is true unless it is 0; the words TRUE and FALSE count; other text is `#VALUE!`. The
  /// result holds only arithmetic kinds and errors; a payload other than 0 is true.
  static func truths(_ vector: Vector) -> Vector {
    if vector.isArithmetic { return vector }
    let column = vector.column
    var payload = column.payload
    var kinds = [CellKind](repeating: .boolean, count: payload.count)
    let old = column.kinds
    for lane in payload.indices {
      switch old[lane] {
      case .blank, .number, .boolean: break
      case .error: kinds[lane] = .error
      case .text:
        switch CaseFolding.folded(column.pool.arena.text(Int(payload[lane]))) {
        case "TRUE": payload[lane] = 1
        case "FALSE": payload[lane] = 0
        default:
          kinds[lane] = .error
          payload[lane] = ErrorCode.value
        }
      }
    }
    return Vector(column: Column(kinds: .collapsed(kinds), payload: payload, pool: column.pool), stride: vector.stride)
  }
}
