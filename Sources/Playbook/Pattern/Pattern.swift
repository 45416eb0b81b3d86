// SPDX-License-Identifier: Apache-2.0

/// A regular expression whose matching time is proportional to the length of the text, whatever the text.
///
/// Supported: characters, `.`, classes `[A-Z_-]` and `[^…]`, `\d \D \w \W \s \S` (ASCII) and escaped punctuation, groups `(…)` and `(?:…)`,
/// `|`, `* + ? {m} {m,} {m,n}`, the anchors `^ $`, and the look-arounds `(?<!x) (?<=x) (?!x) (?=x)` over one character. That is enough for
/// IDs and identity numbers. Backreferences are deliberately missing, because they make matching time explode.
public struct Pattern: Hashable, Sendable {
  /// As written in the playbook.
  public let source: String
  let program: [Instruction]

  public init(_ source: String) throws(PatternError) {
    self.source = source
    var parser = PatternParser(source)
    program = try parser.parse()
  }

  public static func == (left: Pattern, right: Pattern) -> Bool { left.source == right.source }
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }

  /// Whether the pattern occurs in the text; with `^` and `$`, whether it matches the whole text.
  public func matches(_ text: String) -> Bool {
    var simulation = PatternSimulation(program)
    var previous: UInt32?
    for scalar in text.unicodeScalars {
      if simulation.step(previous: previous, next: scalar.value) { return true }
      previous = scalar.value
    }
    return simulation.step(previous: previous, next: nil)
  }
}

/// Why a pattern is invalid.
public struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
  /// In characters from the beginning of the pattern.
  public let offset: Int
  public let problem: Problem

  public enum Problem: Hashable, Sendable {
    case unclosedClass
    case unclosedGroup
    case strayClosingParenthesis
    case nothingToRepeat
    case badCount(String)
    case emptyClassRange
    case unsupported(String)
    case trailingBackslash
    case tooLarge(limit: Int)
  }

  public var description: String {
    switch problem {
    case .unclosedClass: "the class '[' at character \(offset + 1) has no ']'"
    case .unclosedGroup: "the group '(' at character \(offset + 1) has no ')'"
    case .strayClosingParenthesis: "the ')' at character \(offset + 1) closes nothing"
    case .nothingToRepeat: "there is nothing to repeat before character \(offset + 1)"
    case .badCount(let text): "'\(text)' at character \(offset + 1) is no count such as {2} or {1,19}"
    case .emptyClassRange: "the range in the class at character \(offset + 1) runs backwards"
    case .unsupported(let text): "'\(text)' at character \(offset + 1) is not supported"
    case .trailingBackslash: "the pattern ends in a single '\\'"
    case .tooLarge(let limit): "the pattern needs more than \(limit) steps"
    }
  }
}

/// A set of characters.
struct ScalarSet: Hashable, Sendable {
  var ranges: [ClosedRange<UInt32>]
  var negated = false

  func contains(_ scalar: UInt32) -> Bool {
    ranges.contains { $0.contains(scalar) } != negated
  }
}

/// An instruction of a compiled pattern.
enum Instruction: Hashable, Sendable {
  case consume(ScalarSet)
  case split(Int, Int)
  case jump(Int)
  case atStart
  case atEnd
  case lookBehind(ScalarSet, expected: Bool)
  case lookAhead(ScalarSet, expected: Bool)
  case match
}
