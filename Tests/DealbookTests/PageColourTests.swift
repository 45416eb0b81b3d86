// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Dealbook

@Suite struct `The colours of pages` {
  /// The variables of `PageLook.base` by name, in light and in dark mode.
  private static func palettes() -> [[String: String]] {
    let modes = PageLook.base.components(separatedBy: "prefers-color-scheme:dark")
    return modes.map { mode in
      var colours: [String: String] = [:]
      for match in mode.matches(of: /--([a-z]+):#([0-9a-f]+)/) {
        let digits = String(match.output.2)
        colours[String(match.output.1)] = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : digits
      }
      return colours
    }
  }

  /// WCAG's relative luminance.
  private static func luminance(_ colour: String) -> Double {
    let parts = [0, 2, 4].map { place -> Double in
      let digits = colour.dropFirst(place).prefix(2)
      let share = Double(Int(digits, radix: 16) ?? 0) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test(arguments: [
    ("ink", "paper"), ("ink", "wash"), ("quiet", "paper"), ("link", "paper"), ("warn", "paper"), ("warn", "wash"),
    ("paper", "navy"), ("paper", "orange"),
  ])
  func `let every text be read`(text: String, ground: String) throws {
    let palettes = Self.palettes()
    #expect(palettes.count == 2)
    for colours in palettes {
      let (a, b) = (Self.luminance(try #require(colours[text])), Self.luminance(try #require(colours[ground])))
      let contrast = (max(a, b) + 0.05) / (min(a, b) + 0.05)
      #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
    }
  }
}
