// SPDX-License-Identifier: Apache-2.0

/// A number with about 31 digits, so that differences of large running sums of money are exact to the cent.
struct DoubleDouble: Sendable {
  private(set) var high = 0.0
  private(set) var low = 0.0

  var value: Double { high + low }

  mutating func add(_ number: Double) {
    let sum = high + number
    let part = sum - high
    let error = (high - (sum - part)) + (number - part)
    let rest = low + error
    high = sum + rest
    low = rest - (high - sum)
  }

  mutating func add(_ other: DoubleDouble) {
    add(other.high)
    add(other.low)
  }

  mutating func subtract(_ other: DoubleDouble) {
    add(-other.high)
    add(-other.low)
  }
}
