// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

/// A column whose distinct values are numbered: values that `=` and COUNTIFS treat as equal have the same code.
///
/// Numbers have consecutive codes in ascending order, so a condition such as `<=` is an interval of codes.
final class CodedColumn: Sendable {
  static let blank: Int32 = 0
  static let firstNumber: Int32 = 3

  let column: Column
  /// The code of each row.
  let codes: [Int32]
  /// The number of codes; some may not occur in any row.
  let count: Int
  /// The distinct numbers, ascending.
  let numbers: [Double]
  /// The code of each case-folded text of the column's pool, or -1.
  private let textCodes: [Int32]
  private let errorCodes: [Double: Int32]
  /// The texts that spell a number, ascending by that number.
  private let numerals: [(value: Double, code: Int32)]

  init(_ column: Column) {
    self.column = column
    let kinds = column.kinds
    let payload = column.payload
    var codes = [Int32](repeating: Self.blank, count: payload.count)

    var numbers: [Double] = []
    for row in payload.indices where kinds[row] == .number { numbers.append(payload[row]) }
    numbers = Self.distinct(numbers)
    self.numbers = numbers
    var next = Self.firstNumber + Int32(numbers.count)

    let folding = column.pool.folding
    var textCodes = [Int32](repeating: -1, count: folding.arena.count)
    var errorCodes: [Double: Int32] = [:]
    for row in payload.indices {
      switch kinds[row] {
      case .blank: break
      case .boolean: codes[row] = Self.truth(payload[row] != 0)
      case .number: codes[row] = Self.firstNumber + Int32(Self.place(payload[row], in: numbers))
      case .text:
        let text = folding.number(Int(payload[row]))
        if textCodes[text] < 0 {
          textCodes[text] = next
          next += 1
        }
        codes[row] = textCodes[text]
      case .error:
        if let code = errorCodes[payload[row]] {
          codes[row] = code
        } else {
          errorCodes[payload[row]] = next
          codes[row] = next
          next += 1
        }
      }
    }
    var numerals: [(value: Double, code: Int32)] = []
    for text in textCodes.indices where textCodes[text] >= 0 {
      let range = folding.arena.range(text)
      guard let first = range.first.map({ folding.arena.bytes[$0] }), first < UInt8(ascii: ":"),
        let value = Criterion.numeral(folding.arena.text(text))
      else { continue }
      numerals.append((value, textCodes[text]))
    }
    self.numerals = numerals.sorted { $0.value < $1.value }
    self.codes = codes
    self.textCodes = textCodes
    self.errorCodes = errorCodes
    count = Int(next)
  }

  static func truth(_ truth: Bool) -> Int32 { truth ? 2 : 1 }

  /// The first row that has each code, or -1.
  var firstRows: [Int32] {
    var rows = [Int32](repeating: -1, count: count)
    for row in codes.indices.reversed() { rows[Int(codes[row])] = Int32(row) }
    return rows
  }

  /// Whether any row holds an error.
  var hasErrors: Bool { !errorCodes.isEmpty }

  private static func distinct(_ numbers: [Double]) -> [Double] {
    var sorted = numbers
    // Most numeric columns hold dates or flags in long runs. A column that is already sorted costs one pass.
    if zip(sorted, sorted.dropFirst()).contains(where: { $0 > $1 }) { sorted.sort() }
    var result: [Double] = []
    for number in sorted where result.last != number { result.append(number) }
    return result
  }

  /// The index of the first of `numbers` that is not less than `value`.
  static func place(_ value: Double, in numbers: [Double]) -> Int {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The indexes of the numbers that spreadsheets treat as equal to `value`; if there are none, the empty range where they would be.
  static func places(equal value: Double, in numbers: [Double]) -> Range<Int> {
    var low = place(value, in: numbers)
    var high = low
    while low > 0, ApproximateNumber.equal(numbers[low - 1], value) { low -= 1 }
    while high < numbers.count, ApproximateNumber.equal(numbers[high], value) { high += 1 }
    return low..<high
  }

  /// The code of a text that is already case-folded; nil if no row holds it.
  func code(folded text: String) -> Int32? {
    guard let number = column.pool.folding.arena.find(text), textCodes[number] >= 0 else { return nil }
    return textCodes[number]
  }

  /// The codes of the values that match the criterion `= operand`.
  func codes(matching operand: Criterion.Operand) -> [Int32] {
    var found: [Int32] = []
    switch operand {
    case .number(let value): append(number: value, to: &found)
    case .numeral(let value, let word):
      append(number: value, to: &found)
      append(text: word, to: &found)
    case .truth(let truth):
      found.append(Self.truth(truth))
      append(text: truth ? "TRUE" : "FALSE", to: &found)
    case .text(let word, nil): append(text: word, to: &found)
    case .text(_, let pattern?): appendTexts(matching: pattern, to: &found)
    case .error(let code):
      for (payload, number) in errorCodes where errorText(payload) == code { found.append(number) }
      found.sort()
      append(text: code, to: &found)
    case .nothing: found.append(Self.blank)
    case .empty:
      found.append(Self.blank)
      append(text: "", to: &found)
    }
    return found
  }

  /// The codes of the values that MATCH finds for `value`: only values of the same kind.
  func codes(lookingUp value: CellValue) -> [Int32] {
    switch value {
    case .blank: return numberCodes(equal: 0)
    case .number(let number): return numberCodes(equal: number)
    case .boolean(let truth): return [Self.truth(truth)]
    case .text(let text):
      if let pattern = Wildcard(text) {
        var found: [Int32] = []
        appendTexts(matching: pattern, to: &found)
        return found
      }
      return code(folded: CaseFolding.folded(text)).map { [$0] } ?? []
    case .error: return []
    }
  }

  /// The codes of the values that the operator `=` treats as equal to `value`, which is not an error.
  func codes(equal value: CellValue) -> [Int32] {
    switch value {
    case .blank:
      return [Self.blank, Self.truth(false)] + numberCodes(equal: 0) + (code(folded: "").map { [$0] } ?? [])
    case .number(let number):
      return numberCodes(equal: number) + (ApproximateNumber.equal(number, 0) ? [Self.blank] : [])
    case .boolean(let truth): return truth ? [Self.truth(true)] : [Self.truth(false), Self.blank]
    case .text(let text):
      return (code(folded: CaseFolding.folded(text)).map { [$0] } ?? []) + (text.isEmpty ? [Self.blank] : [])
    case .error: return []
    }
  }

  private func numberCodes(equal value: Double) -> [Int32] {
    Self.places(equal: value, in: numbers).map { Self.firstNumber + Int32($0) }
  }

  private func append(number value: Double, to found: inout [Int32]) {
    for place in Self.places(equal: value, in: numbers) { found.append(Self.firstNumber + Int32(place)) }
    if numerals.isEmpty { return }
    var low = 0
    var high = numerals.count
    while low < high {
      let middle = (low + high) / 2
      if numerals[middle].value < value, !ApproximateNumber.equal(numerals[middle].value, value) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < numerals.count, ApproximateNumber.equal(numerals[low].value, value) {
      found.append(numerals[low].code)
      low += 1
    }
  }

  private func append(text folded: String, to found: inout [Int32]) {
    if let code = code(folded: folded), !found.contains(code) { found.append(code) }
  }

  private func appendTexts(matching pattern: Wildcard, to found: inout [Int32]) {
    let arena = column.pool.folding.arena
    for text in textCodes.indices where textCodes[text] >= 0 {
      let range = arena.range(text)
      guard RunSettings.allows(pattern.pieces.cost(ofBytes: range.count)) else { return }
      if pattern.pieces.match(arena.bytes[range]) { found.append(textCodes[text]) }
    }
  }

  /// The case-folded texts that occur in the column, with their codes.
  var texts: [(code: Int32, text: ArraySlice<UInt8>)] {
    let arena = column.pool.folding.arena
    return textCodes.indices.compactMap { text in
      textCodes[text] < 0 ? nil : (textCodes[text], arena.bytes[arena.range(text)])
    }
  }

  private func errorText(_ payload: Double) -> String {
    guard case .error(let error) = Column.value(.error, payload, column.pool) else { return "" }
    return error.code
  }

  /// For each code, whether its values match; false for codes that do not occur.
  func matching(_ criterion: Criterion) -> [Bool] {
    var result = [Bool](repeating: false, count: count)
    if criterion.relation == .equal {
      for code in codes(matching: criterion.operand) { result[Int(code)] = true }
      return result
    }
    if let places = Self.places(of: criterion.relation, criterion.operand, in: numbers) {
      for place in places { result[Int(Self.firstNumber) + place] = true }
      return result
    }
    var known = [Bool](repeating: false, count: count)
    for row in codes.indices {
      let code = Int(codes[row])
      if known[code] { continue }
      known[code] = true
      result[code] = criterion.matches(column[row])
    }
    return result
  }

  /// The indexes of the numbers for which the relation to `operand` holds; nil if the operand is not a number or the numbers form no
  /// interval.
  static func places(
    of relation: Relation, _ operand: Criterion.Operand, in numbers: [Double]
  ) -> Range<Int>? {
    switch operand {
    case .number(let value), .numeral(let value, _): places(of: relation, value, in: numbers)
    default: nil
    }
  }

  static func places(of relation: Relation, _ value: Double, in numbers: [Double]) -> Range<Int>? {
    let equal = places(equal: value, in: numbers)
    return switch relation {
    case .equal: equal
    case .notEqual: nil
    case .less: 0..<equal.lowerBound
    case .lessOrEqual: 0..<equal.upperBound
    case .greater: equal.upperBound..<numbers.count
    case .greaterOrEqual: equal.lowerBound..<numbers.count
    }
  }
}
