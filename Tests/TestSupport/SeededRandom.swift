// SPDX-License-Identifier: Apache-2.0

/// Random numbers that are the same in every run, so that failures can be reproduced (SplitMix64; Steele, Lea, Flood 2014).
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  public init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `sides` - 1.
  public mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &self) }

  public mutating func one<Element>(of choices: [Element]) -> Element { choices[roll(choices.count)] }
}
