// SPDX-License-Identifier: Apache-2.0

/// A type that produces text in a chosen language.
package protocol SaysInThreeLanguages {
  var language: Language { get }
}

extension SaysInThreeLanguages {
  /// The text in the chosen language.
  package func pick(_ traditional: String, _ simplified: String, _ english: String) -> String {
    language.pick(traditional, simplified, english)
  }

  /// The text in the chosen language; the simplified text is derived from the traditional one, except for what is interpolated, such as a
  /// name of the team's or a text that is in the chosen language already.
  package func callAsFunction(_ traditional: TraditionalText, _ english: String) -> String {
    switch language {
    case .traditionalChinese: traditional.text
    case .simplifiedChinese: traditional.simplified
    case .english: english
    }
  }
}

/// A sentence of the program in Traditional Chinese, which knows what of it was interpolated.
package struct TraditionalText: ExpressibleByStringInterpolation, Sendable {
  package struct StringInterpolation: StringInterpolationProtocol, Sendable {
    fileprivate var pieces: [(text: String, isOurs: Bool)] = []

    package init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(2 * interpolationCount + 1) }

    package mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { pieces.append((literal, true)) } }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      pieces.append((value.description, false))
    }
  }

  private let pieces: [(text: String, isOurs: Bool)]

  package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }
  package init(stringLiteral text: String) { pieces = [(text, true)] }

  /// A sentence without anything interpolated.
  package init(_ text: String) { pieces = [(text, true)] }

  package var text: String { pieces.map(\.text).joined() }

  /// With mainland wording.
  package var simplified: String { pieces.map { $0.isOurs ? Simplified.wording($0.text) : $0.text }.joined() }
}

extension Language {
  /// The text in this language.
  package func pick(_ traditional: String, _ simplified: String, _ english: String) -> String {
    switch self {
    case .traditionalChinese: traditional
    case .simplifiedChinese: simplified
    case .english: english
    }
  }
}
