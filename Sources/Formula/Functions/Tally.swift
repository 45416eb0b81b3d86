import Spreadsheet

/// What SUM, COUNT, MIN, MAX and their like gather from cells and values, one after the other.
struct Tally: Sendable {
  private(set) var sum = KahanSum()
  /// How many numbers there were.
  private(set) var count = 0
  /// How many cells were not blank.
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

  /// A cell that a formula refers to: only numbers and errors count.
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

  /// An argument that is a value and no reference: what spells a number counts, other texts are errors.
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
    // These count; an error is one more cell to them.
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
