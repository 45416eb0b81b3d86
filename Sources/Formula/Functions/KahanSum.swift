// SPDX-License-Identifier: Apache-2.0

/// A compensated sum (Neumaier). The last addend may snap it to exactly zero, as with `+`.
struct KahanSum: Sendable {
  private var sum = 0.0
  private var lost = 0.0
  /// The last nonzero addend, not yet included in `sum`.
  private var last = 0.0

  mutating func add(_ value: Double) {
    if value == 0 { return }
    settle()
    last = value
  }

  /// Adds another sum.
  mutating func add(_ other: KahanSum) {
    var other = other
    let last = other.last
    other.last = 0
    add(other.sum + other.lost)
    add(last)
  }

  var total: Double {
    let rest = sum + lost
    if last == 0 { return rest }
    if rest != 0, ApproximateNumber.add(rest, last) == 0 { return 0 }
    var settled = self
    settled.settle()
    return settled.sum + settled.lost
  }

  private mutating func settle() {
    let next = sum + last
    lost += sum.magnitude >= last.magnitude ? (sum - next) + last : (last - next) + sum
    sum = next
    last = 0
  }
}
