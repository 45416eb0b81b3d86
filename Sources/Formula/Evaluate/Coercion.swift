import Spreadsheet

/// Values as the numbers that arithmetic takes them for.
enum Coercion {
  /// Blanks as 0, booleans as 1 and 0, texts as the numbers they spell or `#VALUE!`; errors stay. The result holds
  /// nothing but arithmetic kinds and errors.
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
          // NaN stands for what is no number.
          let number = parsed[text] ?? NumberParsing.number(column.pool.arena.text(Int(text))) ?? .nan
          parsed[text] = number
          kinds[lane] = number.isNaN ? .error : .number
          payload[lane] = number.isNaN ? ErrorCode.value : number
        }
      }
    }
    return Column(kinds: .collapsed(kinds), payload: payload, pool: keepsPool ? column.pool : .empty)
  }

  /// Truth as IF and NOT want it: numbers other than 0, the words TRUE and FALSE; other texts are `#VALUE!`. The
  /// result holds nothing but arithmetic kinds and errors; a payload other than 0 is true.
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
