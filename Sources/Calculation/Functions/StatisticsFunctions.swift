// SPDX-License-Identifier: Apache-2.0

import Formula

/// Descriptive statistics: spread, shape, central values and ranks.
enum StatisticsFunctions {
  static let all: [Function] = spread + middle + ranks

  static func define(
    _ names: [String], _ parameters: String = "R", _ body: @escaping @Sendable (borrowing Call) throws(Halt) -> Double
  ) -> [Function] {
    names.map { name in Function(name, parameters) { (call) throws(Halt) in .number(try body(call)) } }
  }

  /// The sum of squared deviations from the mean.
  static func squares(_ numbers: [Double]) -> Double {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    return numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  private static func variance(_ numbers: [Double], sample: Bool) throws(Halt) -> Double {
    let n = Double(numbers.count) - (sample ? 1 : 0)
    guard n > 0 else { throw .divisionByZero }
    return squares(numbers) / n
  }

  private static func numbersA(_ call: borrowing Call) throws(Halt) -> [Double] {
    var numbers: [Double] = []
    try call.forEachNumber(countsAll: true) { numbers.append($0) }
    return numbers
  }

  /// The sum of powers of the deviations from the mean, measured in standard deviations.
  private static func moment(_ numbers: [Double], _ power: Double, sample: Bool) throws(Halt) -> Double {
    let deviation = try variance(numbers, sample: sample).squareRoot()
    guard deviation > 0 else { throw .divisionByZero }
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    return numbers.reduce(0) { $0 + Libc.pow(($1 - mean) / deviation, power) }
  }

  private static let spread: [Function] = [
    define(["VAR.S", "VAR"]) { (call) throws(Halt) in try variance(call.numbers(), sample: true) },
    define(["VAR.P", "VARP"]) { (call) throws(Halt) in try variance(call.numbers(), sample: false) },
    define(["VARA"]) { (call) throws(Halt) in try variance(numbersA(call), sample: true) },
    define(["VARPA"]) { (call) throws(Halt) in try variance(numbersA(call), sample: false) },
    define(["STDEV.S", "STDEV"]) { (call) throws(Halt) in try variance(call.numbers(), sample: true).squareRoot() },
    define(["STDEV.P", "STDEVP"]) { (call) throws(Halt) in try variance(call.numbers(), sample: false).squareRoot() },
    define(["STDEVA"]) { (call) throws(Halt) in try variance(numbersA(call), sample: true).squareRoot() },
    define(["STDEVPA"]) { (call) throws(Halt) in try variance(numbersA(call), sample: false).squareRoot() },
    define(["DEVSQ"]) { (call) throws(Halt) in
      let numbers = try call.numbers()
      guard !numbers.isEmpty else { throw .number }
      return squares(numbers)
    },
    define(["AVEDEV"]) { (call) throws(Halt) in
      let numbers = try call.numbers()
      guard !numbers.isEmpty else { throw .number }
      let mean = numbers.reduce(0, +) / Double(numbers.count)
      return numbers.reduce(0) { $0 + ($1 - mean).magnitude } / Double(numbers.count)
    },
    define(["SKEW"]) { (call) throws(Halt) in
      let numbers = try call.numbers()
      let n = Double(numbers.count)
      guard n >= 3 else { throw .divisionByZero }
      return try n / ((n - 1) * (n - 2)) * moment(numbers, 3, sample: true)
    },
    define(["SKEW.P"]) { (call) throws(Halt) in
      let numbers = try call.numbers()
      guard numbers.count >= 3 else { throw .divisionByZero }
      return try moment(numbers, 3, sample: false) / Double(numbers.count)
    },
    define(["KURT"]) { (call) throws(Halt) in
      let numbers = try call.numbers()
      let n = Double(numbers.count)
      guard n >= 4 else { throw .divisionByZero }
      let sum = try moment(numbers, 4, sample: true)
      return n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * sum - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3))
    },
  ].flatMap { $0 }

  private static func sorted(_ call: borrowing Call) throws(Halt) -> [Double] {
    let numbers = try call.numbers(through: 0).sorted()
    guard !numbers.isEmpty else { throw .number }
    return numbers
  }

  /// Interpolates between the two numbers around a position, which counts from 0.
  private static func interpolated(_ sorted: [Double], at position: Double) -> Double {
    let low = Int(position.rounded(.down))
    let share = position - Double(low)
    return share == 0 || low + 1 >= sorted.count ? sorted[low] : sorted[low] + share * (sorted[low + 1] - sorted[low])
  }

  private static func inclusive(_ sorted: [Double], _ k: Double) throws(Halt) -> Double {
    guard k >= 0, k <= 1 else { throw .number }
    return interpolated(sorted, at: k * Double(sorted.count - 1))
  }

  private static func exclusive(_ sorted: [Double], _ k: Double) throws(Halt) -> Double {
    let position = k * Double(sorted.count + 1)
    guard k > 0, k < 1, position >= 1, position <= Double(sorted.count) else { throw .number }
    return interpolated(sorted, at: position - 1)
  }

  private static let middle: [Function] = [
    define(["MEDIAN"]) { (call) throws(Halt) in
      let numbers = try call.numbers().sorted()
      guard !numbers.isEmpty else { throw .number }
      return try inclusive(numbers, 0.5)
    },
    define(["MODE.SNGL", "MODE"], "A") { (call) throws(Halt) in
      // Text that reads as a number is none here.
      for index in 0..<call.count {
        if case .scalar(.text) = try call.argument(index) { throw .value }
      }
      guard let first = modes(try call.numbers()).first else { throw .notAvailable }
      return first
    },
    [
      Function("MODE.MULT", "A") { (call) throws(Halt) in
        let modes = modes(try call.numbers())
        guard !modes.isEmpty else { throw .notAvailable }
        return .matrix(Matrix(column: modes.map(Scalar.number)))
      }
    ],
    define(["GEOMEAN"]) { (call) throws(Halt) in
      let numbers = try call.numbers()
      guard !numbers.isEmpty, numbers.allSatisfy({ $0 > 0 }) else { throw .number }
      return Libc.exp(numbers.reduce(0) { $0 + Libc.log($1) } / Double(numbers.count))
    },
    define(["HARMEAN"]) { (call) throws(Halt) in
      let numbers = try call.numbers()
      guard !numbers.isEmpty, numbers.allSatisfy({ $0 > 0 }) else { throw .number }
      return Double(numbers.count) / numbers.reduce(0) { $0 + 1 / $1 }
    },
    define(["TRIMMEAN"], "RV") { (call) throws(Halt) in
      let numbers = try sorted(call)
      let share = try call.number(1)
      guard share >= 0, share < 1 else { throw .number }
      let cut = Int(Double(numbers.count) * share / 2)
      let kept = numbers[cut..<(numbers.count - cut)]
      return kept.reduce(0, +) / Double(kept.count)
    },
    define(["PERCENTILE.INC", "PERCENTILE"], "RV") { (call) throws(Halt) in try inclusive(sorted(call), call.number(1))
    },
    define(["PERCENTILE.EXC"], "RV") { (call) throws(Halt) in try exclusive(sorted(call), call.number(1)) },
    define(["QUARTILE.INC", "QUARTILE"], "RV") { (call) throws(Halt) in try inclusive(sorted(call), call.whole(1) / 4)
    },
    define(["QUARTILE.EXC"], "RV") { (call) throws(Halt) in try exclusive(sorted(call), call.whole(1) / 4) },
    [
      Function("LARGE", "RA") { (call) throws(Halt) in try kth(call) { $0[$0.count - $1] } },
      Function("SMALL", "RA") { (call) throws(Halt) in try kth(call) { $0[$1 - 1] } },
    ],
  ].flatMap { $0 }

  /// LARGE and SMALL; an array of positions gives an array.
  private static func kth(
    _ call: borrowing Call, _ pick: ([Double], Int) -> Double
  ) throws(Halt) -> Value {
    let numbers = try sorted(call)
    let places = try call.matrix(1)
    var cells: [Scalar] = []
    for cell in places.cells {
      let k = try cell.number.rounded(.up)
      if k >= 1, k <= Double(numbers.count) {
        cells.append(.number(pick(numbers, Int(k))))
      } else if places.cells.count == 1 {
        throw .number
      } else {
        cells.append(.error(.number))
      }
    }
    return .matrix(Matrix(rows: places.rows, columns: places.columns, cells: cells))
  }

  /// The most frequent numbers, if they occur more than once, in order of first appearance.
  private static func modes(_ numbers: [Double]) -> [Double] {
    var counts: [Double: Int] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    guard let most = counts.values.max(), most > 1 else { return [] }
    var seen: Set<Double> = []
    return numbers.filter { counts[$0] == most && seen.insert($0).inserted }
  }

  private static let ranks: [Function] = [
    define(["RANK.EQ", "RANK"], "VRV") { (call) throws(Halt) in
      let (below, same, above) = try compared(call)
      guard same > 0 else { throw .notAvailable }
      return Double(try isDescending(call) ? above + 1 : below + 1)
    },
    define(["RANK.AVG"], "VRV") { (call) throws(Halt) in
      let (below, same, above) = try compared(call)
      guard same > 0 else { throw .notAvailable }
      let first = try isDescending(call) ? above + 1 : below + 1
      return Double(first) + Double(same - 1) / 2
    },
    define(["PERCENTRANK.INC", "PERCENTRANK"], "RVV") { (call) throws(Halt) in
      let numbers = try sorted(call)
      return try percentRank(numbers, call) { numbers.count == 1 ? 1 : $0 / Double(numbers.count - 1) }
    },
    define(["PERCENTRANK.EXC"], "RVV") { (call) throws(Halt) in
      let numbers = try sorted(call)
      return try percentRank(numbers, call) { ($0 + 1) / Double(numbers.count + 1) }
    },
    [
      Function("FREQUENCY", "AA") { (call) throws(Halt) in
        let numbers = try call.numbers(through: 0)
        let bounds = try call.numbers(from: 1, through: 1)
        let order = bounds.indices.sorted { bounds[$0] < bounds[$1] }
        var counts = [Int](repeating: 0, count: bounds.count + 1)
        for number in numbers {
          let place = order.first { number <= bounds[$0] }
          counts[place ?? bounds.count] += 1
        }
        return .matrix(Matrix(column: counts.map { .number(Double($0)) }))
      }
    ],
    define(["PROB"], "RRVV") { (call) throws(Halt) in
      let pairs = try call.pairs(0, 1)
      guard !pairs.isEmpty, pairs.allSatisfy({ $0.1 > 0 && $0.1 <= 1 }),
        (pairs.reduce(0) { $0 + $1.1 } - 1).magnitude < 1e-7
      else { throw .number }
      let low = try call.number(2)
      let high = try call.number(3, default: low)
      return pairs.reduce(0) { $0 + ($1.0 >= low && $1.0 <= high ? $1.1 : 0) }
    },
  ].flatMap { $0 }

  private static func compared(_ call: borrowing Call) throws(Halt) -> (below: Int, same: Int, above: Int) {
    let value = try call.number(0)
    guard call.isReference(1) else { throw .value }
    var counts = (below: 0, same: 0, above: 0)
    for number in try call.numbers(from: 1, through: 1) {
      if number < value { counts.below += 1 } else if number > value { counts.above += 1 } else { counts.same += 1 }
    }
    return counts
  }

  private static func isDescending(_ call: borrowing Call) throws(Halt) -> Bool {
    if case .text = try call.scalar(2) { throw .value }
    return try call.number(2, default: 0) == 0
  }

  private static func percentRank(
    _ sorted: [Double], _ call: borrowing Call, _ share: (Double) -> Double
  ) throws(Halt) -> Double {
    let value = try call.number(1)
    let digits = try call.int(2, default: 3)
    guard digits >= 1 else { throw .number }
    guard let first = sorted.first, let last = sorted.last, value >= first, value <= last else { throw .notAvailable }
    let below = sorted.count { $0 < value }
    var position = Double(below)
    if sorted[below] != value {
      let low = sorted[below - 1]
      position = Double(below - 1) + (value - low) / (sorted[below] - low)
    }
    let scale = Libc.pow(10, Double(min(digits, 15)))
    return (Decimal15.fifteen(share(position) * scale)).rounded(.down) / scale
  }
}
