// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Text functions. Lengths and positions are in UTF-16 units, as Excel counts characters.
enum TextFunctions {
  /// The longest text that a cell can hold, in UTF-16 units.
  static let longest = ExcelLimits.textLength

  static func apply(_ function: Function, _ arguments: [Vector], lanes: Int) -> Vector {
    func number(_ place: Int, default value: Double = 1) -> Vector {
      place < arguments.count ? arguments[place] : Vector(constant: .number(value))
    }
    switch function {
    case .len: return numbers(arguments[0]) { Double($0.utf16.count) }
    case .trim: return texts(arguments[0], trimmed)
    case .upper: return texts(arguments[0]) { mapped($0, CaseFolding.upper) }
    case .lower: return texts(arguments[0]) { mapped($0, CaseFolding.lower) }
    case .value: return value(arguments[0])
    case .left:
      return compute([arguments[0]], [number(1)], lanes) { texts, numbers in
        numbers[0] < 0 ? nil : .text(slice(texts[0], from: 0, count: numbers[0]))
      }
    case .right:
      return compute([arguments[0]], [number(1)], lanes) { texts, numbers in
        guard numbers[0] >= 0 else { return nil }
        let length = Double(texts[0].utf16.count)
        return .text(slice(texts[0], from: Swift.max(0, length - numbers[0].rounded(.towardZero)), count: length))
      }
    case .mid:
      return compute([arguments[0]], [arguments[1], arguments[2]], lanes) { texts, numbers in
        guard numbers[0] >= 1, numbers[1] >= 0 else { return nil }
        return .text(slice(texts[0], from: numbers[0].rounded(.towardZero) - 1, count: numbers[1]))
      }
    case .rept:
      return compute([arguments[0]], [arguments[1]], lanes) { texts, numbers in
        let times = numbers[0].rounded(.towardZero)
        guard times >= 0, times * Double(texts[0].utf16.count) <= Double(longest) else { return nil }
        return .text(texts[0].isEmpty ? "" : String(repeating: texts[0], count: Int(times)))
      }
    case .exact:
      return compute([arguments[0], arguments[1]], [], lanes) { texts, _ in
        .boolean(texts[0].utf8.elementsEqual(texts[1].utf8))
      }
    case .concatenate:
      return arguments.dropFirst().reduce(Concatenation.texts(arguments[0])) {
        Concatenation.apply($0, $1, lanes: lanes)
      }
    case .substitute:
      return compute([arguments[0], arguments[1], arguments[2]], [number(3, default: 0)], lanes) { texts, numbers in
        if arguments.count > 3, numbers[0] < 1 { return nil }
        return TextSearch.replaced(
          texts[0], texts[1], by: texts[2], occurrence: Int(Swift.min(numbers[0], 1e6)), longest: longest
        ).map { .text($0) }
      }
    case .find, .search:
      return compute([arguments[0], arguments[1]], [number(2)], lanes) { texts, numbers in
        guard numbers[0] >= 1, numbers[0] <= Double(longest) else { return nil }
        let from = Int(numbers[0]) - 1
        let place =
          function == .find
          ? TextSearch.place(of: texts[0], in: texts[1], from: from)
          : TextSearch.place(ofPattern: texts[0], in: texts[1], from: from)
        return place.map { .number(Double($0 + 1)) }
      }
    default: return .valueError
    }
  }

  /// Computes text from each lane's text, once for each distinct text.
  private static func texts(_ vector: Vector, _ compute: (String) -> String) -> Vector {
    let vector = Concatenation.texts(vector)
    let column = vector.column
    var arena = TextPool.emptyArena
    var known = [Int32](repeating: -1, count: column.pool.arena.count)
    var payload = column.payload
    for lane in payload.indices {
      let text = Int(payload[lane])
      guard column.kinds[lane] == .text else {
        if text >= ErrorCode.firstOther {
          let code = column.pool.arena.text(text - ErrorCode.firstOther)
          payload[lane] = Double(arena.number(of: code) + ErrorCode.firstOther)
        }
        continue
      }
      if known[text] < 0 { known[text] = Int32(arena.number(of: compute(column.pool.arena.text(text)))) }
      payload[lane] = Double(known[text])
    }
    return Vector(
      column: Column(kinds: column.kinds, payload: payload, pool: TextPool(arena)), stride: vector.stride)
  }

  /// Computes a number from each lane's text, once for each distinct text.
  private static func numbers(_ vector: Vector, _ compute: (String) -> Double) -> Vector {
    let vector = Concatenation.texts(vector)
    let column = vector.column
    let old = column.kinds
    var payload = column.payload
    var kinds = [CellKind](repeating: .number, count: payload.count)
    var known = [Double](repeating: .nan, count: column.pool.arena.count)
    for lane in payload.indices {
      if old[lane] == .error {
        kinds[lane] = .error
        continue
      }
      let text = Int(payload[lane])
      if known[text].isNaN { known[text] = compute(column.pool.arena.text(text)) }
      payload[lane] = known[text]
    }
    return Vector(column: Column(kinds: .collapsed(kinds), payload: payload, pool: column.pool), stride: vector.stride)
  }

  /// Computes a value from several texts and numbers per lane; nil means `#VALUE!`.
  private static func compute(
    _ texts: [Vector], _ numbers: [Vector], _ lanes: Int, _ compute: ([String], [Double]) -> CellValue?
  ) -> Vector {
    let texts = texts.map(Concatenation.texts)
    let numbers = numbers.map(Coercion.numbers)
    let all = texts + numbers
    let cells = all.allSatisfy(\.isConstant) ? 1 : lanes
    var builder = ColumnBuilder(capacity: cells)
    for lane in 0..<cells {
      if let failed = all.first(where: { $0.kind(lane) == .error }) {
        builder.append(failed[lane])
        continue
      }
      let words = texts.map { $0.column.pool.arena.text(Int($0.payload(lane))) }
      builder.append(compute(words, numbers.map { $0.payload(lane) }) ?? .error(.value))
    }
    return .computed(builder.finish(), from: all)
  }

  /// Removes leading and trailing spaces and reduces runs of spaces to one; other white space stays.
  private static func trimmed(_ text: String) -> String {
    text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }.joined(separator: " ")
  }

  private static func mapped(_ text: String, _ change: (Unicode.Scalar) -> Unicode.Scalar) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(change(scalar)) }
    return String(result)
  }

  /// Half of a surrogate pair left by a cut becomes U+FFFD.
  private static func slice(_ text: String, from: Double, count: Double) -> String {
    let units = text.utf16
    let start = Int(Swift.min(from, Double(units.count)))
    let length = Int(Swift.min(count, Double(units.count - start)))
    if start == 0, length == units.count { return text }
    return String(decoding: Array(units.dropFirst(start).prefix(length)), as: UTF16.self)
  }

  private static func value(_ vector: Vector) -> Vector {
    // A boolean is not text that spells a number.
    let numbers = Coercion.numbers(vector)
    let old = vector.column.kinds
    guard (0..<vector.column.count).contains(where: { old[$0] == .boolean }) else { return asNumbers(numbers) }
    var values = asNumbers(numbers).column.values
    for lane in values.indices where old[lane] == .boolean { values[lane] = .error(.value) }
    return Vector(column: Column(values), stride: vector.stride)
  }

  /// Turns blanks into the number 0.
  private static func asNumbers(_ vector: Vector) -> Vector {
    guard case .all(let kind) = vector.column.kinds, kind.isArithmetic else {
      guard case .each(let kinds) = vector.column.kinds else { return vector }
      return Vector(
        column: Column(
          kinds: .each(kinds.map { $0 == .error ? .error : .number }), payload: vector.column.payload,
          pool: vector.column.pool), stride: vector.stride)
    }
    return Vector(column: Column(kinds: .all(.number), payload: vector.column.payload), stride: vector.stride)
  }
}
