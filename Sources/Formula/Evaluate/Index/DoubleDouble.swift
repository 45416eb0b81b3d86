/// A number of some 31 digits: sums of money subtract from one another without losing cents.
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
