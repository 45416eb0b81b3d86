// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Accumulates cells and values for SUM, COUNT, MIN, MAX and similar functions.
struct Tally: Sendable {
  private(set) var sum = KahanSum()
  /// The number of numbers.
  private(set) var count = 0
  /// The number of cells that were not blank.
  private(set) var filled = 0
  private(set) var minimum = Double.infinity
  private(set) var maximum = -Double.infinity
  private(set) var product = 1.0
  /// The first error.
  private(set) var error: CellError?

  mutating func add(_ number: Double) {
    sum.add(number)
    count += 1
    filled += 1
    minimum = Swift.min(minimum, number)
    maximum = Swift.max(maximum, number)
    product *= number
  }

  /// Adds a referenced cell: only numbers and errors count.
  mutating func add(cell kind: CellKind, _ payload: Double, _ value: @autoclosure () -> CellValue) {
    switch kind {
    case .number: add(payload)
    case .blank: break
    case .boolean, .text: filled += 1
    case .error:
      filled += 1
      if error == nil, case .error(let error) = value() { self.error = error }
    }
  }

  /// Adds an argument that is a value, not a reference: text that spells a number counts, other text is an error.
  mutating func add(value: CellValue) {
    switch value {
    case .blank: add(0)
    case .number(let number): add(number)
    case .boolean(let truth): add(truth ? 1 : 0)
    case .text(let text):
      if let number = NumberParsing.number(text) {
        add(number)
      } else {
        filled += 1
        if error == nil { error = .value }
      }
    case .error(let error):
      filled += 1
      if self.error == nil { self.error = error }
    }
  }

  mutating func add(_ other: Tally) {
    sum.add(other.sum)
    count += other.count
    filled += other.filled
    minimum = Swift.min(minimum, other.minimum)
    maximum = Swift.max(maximum, other.maximum)
    product *= other.product
    if error == nil { error = other.error }
  }

  func result(_ function: Function) -> CellValue {
    switch function {
    // Errors do not affect these two: COUNT ignores them, and COUNTA counts them as cells.
    case .count: return .number(Double(count))
    case .countA: return .number(Double(filled))
    default: break
    }
    if let error { return .error(error) }
    switch function {
    case .sum: return number(sum.total)
    case .min: return number(count == 0 ? 0 : minimum)
    case .max: return number(count == 0 ? 0 : maximum)
    case .average: return count == 0 ? .error(.divisionByZero) : number(sum.total / Double(count))
    case .product: return number(count == 0 ? 0 : product)
    default: return .error(.value)
    }
  }

  private func number(_ value: Double) -> CellValue { value.isFinite ? .number(value) : .error(.number) }
}
