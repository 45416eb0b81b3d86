// SPDX-License-Identifier: Apache-2.0

import Formula
import Testing

@Suite struct `A pattern with wildcards` {
  /// As simple and slow as possible.
  private static func fits(_ pattern: ArraySlice<Character>, _ text: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    if first == "*" {
      return fits(pattern.dropFirst(), text) || !text.isEmpty && fits(pattern, text.dropFirst())
    }
    guard let character = text.first, first == "?" || first == character else { return false }
    return fits(pattern.dropFirst(), text.dropFirst())
  }

  @Test func `fits what the simplest of all ways says`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let pattern = (0..<Int.random(in: 0...7, using: &random)).map { _ in "AB電*?".randomElement(using: &random) ?? "A"
      }
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in "AB電".randomElement(using: &random) ?? "A" }
      let expected = Self.fits(pattern[...], text[...])
      #expect(
        Wildcard(any: String(pattern)).matches(folded: String(text)) == expected, "\(String(pattern)) \(String(text))")
    }
  }

  @Test func `takes no longer for a long text than for its length`() {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let pattern = Wildcard(any: "*" + String(repeating: "A", count: count) + "B*A")
      let text = String(repeating: "A", count: 2 * count)
      return clock.measure { for _ in 0..<20 { _ = pattern.matches(folded: text) } }
    }
    _ = time(1000)
    // With eight times the length, a product of both lengths would take sixty-four times as long.
    #expect(time(16_000) < time(2_000) * 40)
  }
}
