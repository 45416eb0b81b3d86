// SPDX-License-Identifier: Apache-2.0

/// By which powers of ten the numbers of two columns differ, over the rows that both have: somebody may keep in 萬元 what another keeps
/// in 元.
struct CommonScale {
  /// Rows in which both have a number other than 0.
  private(set) var all = 0
  /// Rows in which the numbers are the same.
  private(set) var alike = 0
  /// Rows in which one number is at least thirty times the other.
  private(set) var farApart = 0
  /// By power, the rows in which a number of the first column is one of the second, times ten to this power.
  private var counts: [Int: Int] = [:]
  private let powers: [Int]

  /// The powers that people use: from 百 to 億.
  static let usual = [2, -2, 3, -3, 4, -4, 6, -6, 8, -8]

  /// - Parameter powers: those to try, without 0.
  init(powers: [Int] = usual) { self.powers = powers.filter { $0 != 0 } }

  mutating func add(_ first: Double, _ second: Double) {
    guard first != 0, second != 0 else { return }
    all += 1
    let ratio = abs(first / second)
    if ratio > 30 || ratio < 1 / 30.0 { farApart += 1 }
    if Self.isClose(first, second) {
      alike += 1
    } else if let power = powers.first(where: {
      Self.isClose(first, NumberReader.scaled(second, byPowerOfTen: $0))
    }) {
      counts[power, default: 0] += 1
    }
  }

  /// Rows whose numbers differ by this power.
  func count(of power: Int) -> Int { counts[power] ?? 0 }

  /// The power by which the numbers of most rows differ, of at least three; nil if there is none.
  var ofMost: Int? { all < 3 ? nil : counts.first { $0.value * 2 > all }?.key }

  /// Whether the numbers of most rows, of at least three, are of another order, though not by a power of ten alone: some have changed too.
  var isOfOtherOrder: Bool { all >= 3 && farApart * 2 > all }

  private static func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(abs(a), abs(b)) }
}
