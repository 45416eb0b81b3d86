// SPDX-License-Identifier: Apache-2.0

import Formula

/// Divisors, factorials, combinations, and other notations for numbers.
enum WholeNumberFunctions {
  static let all: [Function] = [
    Function("GCD", "R") { (call) throws(Halt) in
      .number(try folded(call, 0) { WholeNumbers.greatestCommonDivisor($0, $1) })
    },
    Function("LCM", "R") { (call) throws(Halt) in
      let multiple = try folded(call, 1) { WholeNumbers.leastCommonMultiple($0, $1) }
      guard multiple < 0x1p53 else { throw .number }
      return .number(multiple)
    },
    Function("FACT", "V") { (call) throws(Halt) in
      let n = try call.whole(0)
      guard n >= 0, n <= 170, try call.number(0) >= 0 else { throw .number }
      return .number(WholeNumbers.factorial(n))
    },
    Function("FACTDOUBLE", "V") { (call) throws(Halt) in
      let n = try ArithmeticFunctions.strictNumber(call, 0).rounded(.towardZero)
      guard n >= -1, n <= 300 else { throw .number }
      return .number(WholeNumbers.doubleFactorial(n))
    },
    Function("COMBIN", "V") { (call) throws(Halt) in
      let n = try call.whole(0)
      let k = try call.whole(1)
      guard n >= 0, k >= 0, n >= k else { throw .number }
      return .number(WholeNumbers.combinations(n, k))
    },
    Function("COMBINA", "V") { (call) throws(Halt) in
      let n = try call.whole(0)
      let k = try call.whole(1)
      guard n >= 0, k >= 0, n > 0 || k == 0 else { throw .number }
      return .number(n == 0 ? 1 : WholeNumbers.combinations(n + k - 1, k))
    },
    Function("PERMUT", "V") { (call) throws(Halt) in
      let n = try call.whole(0)
      let k = try call.whole(1)
      guard n >= 0, k >= 0, n >= k else { throw .number }
      return .number(WholeNumbers.permutations(n, k))
    },
    Function("PERMUTATIONA", "V") { (call) throws(Halt) in
      let n = try call.whole(0)
      let k = try call.whole(1)
      guard n >= 0, k >= 0 else { throw .number }
      return .number(Libc.pow(n, k))
    },
    Function("MULTINOMIAL", "R") { (call) throws(Halt) in
      var total = 0.0
      var result = 1.0
      for number in try call.numbers() {
        let n = number.rounded(.towardZero)
        guard n >= 0 else { throw .number }
        total += n
        result *= WholeNumbers.combinations(total, n)
      }
      return .number(result)
    },
    Function("ROMAN", "V") { (call) throws(Halt) in
      let number = try call.whole(0)
      var form = 0.0
      if call.isPresent(1) {
        if case .boolean(let truth) = try call.scalar(1) { form = truth ? 0 : 4 } else { form = try call.whole(1) }
      }
      guard number >= 0, number <= 3999, form >= 0, form <= 4 else { throw .value }
      return .text(RomanNumerals.text(Int(number), form: Int(form)))
    },
    Function("ARABIC", "V") { (call) throws(Halt) in
      var text = try call.text(0)
      while text.first == " " { text.removeFirst() }
      while text.last == " " { text.removeLast() }
      guard text.utf16.count <= 255 else { throw .value }
      let isNegative = text.first == "-"
      guard let value = RomanNumerals.value(of: isNegative ? String(text.dropFirst()) : text) else { throw .value }
      return .number(isNegative ? -value : value)
    },
    Function("BASE", "V") { (call) throws(Halt) in
      let number = try call.whole(0)
      let base = try call.whole(1)
      let length = try call.whole(2, default: 0)
      guard number >= 0, number < 0x1p53, base >= 2, base <= 36, length >= 0, length <= 255 else { throw .number }
      let digits = NumberBases.text(UInt64(number), base: Int(base))
      return .text(String(repeating: "0", count: max(0, Int(length) - digits.count)) + digits)
    },
    Function("DECIMAL", "V") { (call) throws(Halt) in
      let base = try call.whole(1)
      guard base >= 2, base <= 36 else { throw .number }
      var text = try call.text(0)
      while text.first == " " { text.removeFirst() }
      guard text.utf16.count <= 255 else { throw .value }
      guard let value = NumberBases.value(of: text, base: Int(base)) else { throw .number }
      return .number(value)
    },
  ]

  private static func folded(
    _ call: borrowing Call, _ start: Double, _ combine: (Double, Double) -> Double
  ) throws(Halt) -> Double {
    var result = start
    let numbers = try call.numbers()
    if numbers.isEmpty {
      // Single cells must not be empty; ranges may be.
      var isCells = true
      for index in 0..<call.count where isCells { isCells = try call.area(index)?.isCell ?? false }
      if isCells { throw .value }
      return 0
    }
    for number in numbers {
      let whole = number.rounded(.towardZero)
      guard whole >= 0, whole < 0x1p53 else { throw .number }
      result = combine(result, whole)
    }
    return result
  }
}
