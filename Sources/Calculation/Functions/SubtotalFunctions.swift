// SPDX-License-Identifier: Apache-2.0

/// SUBTOTAL and AGGREGATE: aggregates that skip nested subtotals, hidden rows, or errors.
enum SubtotalFunctions {
  static let all: [Function] = [
    Function("SUBTOTAL", "VR") { (call) throws(Halt) in
      let number = try call.int(0)
      let operation = number > 100 ? number - 100 : number
      guard (1...11).contains(operation) else { throw .value }
      for index in 1..<call.count where !call.isReference(index) { throw .value }
      let values = try collected(
        call, from: 1, leaving: Exclusions(hidden: number > 100, errors: false, nested: true, filtered: true))
      return .number(try total(operation, values))
    },
    // The array of 14 to 19 is computed for all elements, as in SUMPRODUCT.
    Function("AGGREGATE", "VVAV") { (call) throws(Halt) in
      let operation = try call.int(0)
      let options = try call.int(1)
      guard (1...19).contains(operation), (0...7).contains(options) else { throw .value }
      let exclusions = Exclusions(
        hidden: options % 2 == 1, errors: [2, 3, 6, 7].contains(options), nested: options < 4, filtered: false)
      guard operation >= 14 else {
        // These functions take nothing but references.
        for index in 2..<call.count where !call.isReference(index) {
          if case .scalar(.error(let error)) = call.values[index] { throw .error(error) }
          throw .value
        }
        return .number(try total(operation, collected(call, from: 2, leaving: exclusions)))
      }
      guard call.count == 4 else { throw .value }
      var numbers: [Double] = []
      for case .number(let number) in try collected(call, from: 2, through: 2, leaving: exclusions) {
        numbers.append(number)
      }
      numbers.sort()
      return .number(try ranked(operation, numbers, call.number(3)))
    },
  ]

  struct Exclusions {
    var hidden: Bool
    var errors: Bool
    var nested: Bool
    var filtered: Bool
  }

  /// The values that are not excluded. Unless errors are excluded, the first one is thrown.
  private static func collected(
    _ call: borrowing Call, from first: Int, through last: Int = .max, leaving exclusions: Exclusions
  ) throws(Halt) -> [Scalar] {
    var values: [Scalar] = []
    let book = call.evaluator.book
    for index in first..<min(call.count, last == .max ? .max : last + 1) {
      let areas: [Area]
      switch call.values[index] {
      case .area(let area): areas = [area]
      case .areas(let several): areas = several
      default:
        for scalar in try call.evaluator.matrix(call.values[index]).cells {
          if case .error(let error) = scalar {
            if !exclusions.errors { throw .error(error) }
          } else {
            values.append(scalar)
          }
        }
        continue
      }
      for area in areas {
        try call.evaluator.forEachStored(area) { (row, column, scalar) throws(Halt) in
          let isHidden = book.isHidden(row: row, onSheet: area.sheet)
          if isHidden, exclusions.hidden || exclusions.filtered && book.isFiltered(row: row, onSheet: area.sheet) {
            return
          }
          if exclusions.nested, book.isSubtotal(Place(sheet: area.sheet, row: row, column: column)) { return }
          if case .error(let error) = scalar {
            if !exclusions.errors { throw .error(error) }
            return
          }
          values.append(scalar)
        }
      }
    }
    return values
  }

  private static func total(_ operation: Int, _ values: [Scalar]) throws(Halt) -> Double {
    if operation == 3 { return Double(values.count { !$0.isBlank }) }
    var numbers: [Double] = []
    for case .number(let number) in values { numbers.append(number) }
    let count = Double(numbers.count)
    switch operation {
    case 1:
      guard count > 0 else { throw .divisionByZero }
      return numbers.reduce(0, +) / count
    case 2: return count
    case 4: return numbers.max() ?? 0
    case 5: return numbers.min() ?? 0
    case 6: return numbers.isEmpty ? 0 : numbers.reduce(1, *)
    case 7, 8, 10, 11:
      let isSample = operation == 7 || operation == 10
      guard count > (isSample ? 1 : 0) else { throw .divisionByZero }
      let mean = numbers.reduce(0, +) / count
      let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (isSample ? count - 1 : count)
      return operation <= 8 ? variance.squareRoot() : variance
    case 9: return numbers.reduce(0, +)
    case 12:
      guard count > 0 else { throw .number }
      return try ranked(16, numbers.sorted(), 0.5)
    case 13:
      var counts: [Double: Int] = [:]
      for number in numbers { counts[number, default: 0] += 1 }
      guard let most = counts.values.max(), most > 1, let first = numbers.first(where: { counts[$0] == most }) else {
        throw .notAvailable
      }
      return first
    default: throw .value
    }
  }

  /// LARGE, SMALL, PERCENTILE.INC, QUARTILE.INC, PERCENTILE.EXC and QUARTILE.EXC of sorted numbers.
  private static func ranked(_ operation: Int, _ sorted: [Double], _ k: Double) throws(Halt) -> Double {
    guard !sorted.isEmpty else { throw .number }
    let count = Double(sorted.count)
    switch operation {
    case 14, 15:
      let rank = k.rounded(.up)
      guard rank >= 1, rank <= count else { throw .number }
      return operation == 15 ? sorted[Int(rank) - 1] : sorted[sorted.count - Int(rank)]
    case 16, 17:
      let share = operation == 17 ? k.rounded(.towardZero) / 4 : k
      guard (0...1).contains(share) else { throw .number }
      return between(sorted, share * (count - 1))
    default:
      let share = operation == 19 ? k.rounded(.towardZero) / 4 : k
      let place = share * (count + 1) - 1
      guard place >= 0, place <= count - 1 else { throw .number }
      return between(sorted, place)
    }
  }

  private static func between(_ sorted: [Double], _ place: Double) -> Double {
    let low = Int(place.rounded(.down))
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
  }
}
