// SPDX-License-Identifier: Apache-2.0

/// Functions of whole numbers.
enum WholeNumbers {
  static func greatestCommonDivisor(_ a: Double, _ b: Double) -> Double {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a.truncatingRemainder(dividingBy: b)) }
    return a
  }

  static func leastCommonMultiple(_ a: Double, _ b: Double) -> Double {
    a == 0 || b == 0 ? 0 : a / greatestCommonDivisor(a, b) * b
  }

  /// n!; infinite above 170.
  static func factorial(_ n: Double) -> Double {
    guard n >= 2 else { return 1 }
    guard n <= 170 else { return .infinity }
    return (2...Int(n)).reduce(1.0) { $0 * Double($1) }
  }

  /// n!!, the product of every other factor; infinite above 300.
  static func doubleFactorial(_ n: Double) -> Double {
    var result = 1.0
    var factor = n
    while factor > 1, result.isFinite {
      result *= factor
      factor -= 2
    }
    return result
  }

  /// The number of `k`-element subsets of `n` elements; exact as long as a double has enough bits.
  static func combinations(_ n: Double, _ k: Double) -> Double {
    let count = min(k, n - k)
    guard count >= 0 else { return 0 }
    guard count < 100_000 else { return .infinity }
    var result = 1.0
    var i = 1.0
    while i <= count, result.isFinite {
      result = result * (n - count + i) / i
      i += 1
    }
    return result < 0x1p53 ? result.rounded() : result
  }

  /// The number of sequences of `k` distinct elements out of `n`.
  static func permutations(_ n: Double, _ k: Double) -> Double {
    var result = 1.0
    var i = 0.0
    while i < k, result.isFinite {
      result *= n - i
      i += 1
    }
    return result
  }
}
