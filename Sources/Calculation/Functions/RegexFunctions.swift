// SPDX-License-Identifier: Apache-2.0

import Formula

/// REGEXTEST, REGEXEXTRACT and REGEXREPLACE, which follow PCRE2.
///
/// Only what is certain is calculated. What depends on how Excel calls PCRE2, or is not documented, keeps its stored value: letters of other
/// alphabets as `\w`, lines in a text, empty matches, groups without a match, the direction of several results.
enum RegexFunctions {
  static let all: [Function] = [
    Function("REGEXTEST", "VVV") { (call) throws(Halt) in
      var search = try Search(call, ignoresCase: 2)
      return .boolean(try search.match(from: 0) != nil)
    },
    Function("REGEXEXTRACT", "VVVV") { (call) throws(Halt) in
      var search = try Search(call, ignoresCase: 3)
      switch try call.whole(2, default: 0) {
      case 0:
        guard let match = try search.match(from: 0) else { throw .notAvailable }
        guard !match.range.isEmpty else { throw search.kept }
        return .text(search.text(match.range))
      case 1:
        let matches = try search.matches()
        if matches.isEmpty { throw .notAvailable }
        guard matches.count == 1 else { throw search.kept }
        return .text(search.text(matches[0].range))
      case 2:
        guard let match = try search.match(from: 0) else { throw .notAvailable }
        guard match.groups.count == 1, let group = match.groups[0] else { throw search.kept }
        return .text(search.text(group))
      default: throw search.kept
      }
    },
    Function("REGEXREPLACE", "VVVVV") { (call) throws(Halt) in
      var search = try Search(call, ignoresCase: 4)
      let replacement = try Replacement(call.text(2), search)
      let occurrence = try call.whole(3, default: 0)
      let all = try search.matches()
      var wanted = all[...]
      if occurrence != 0 {
        guard occurrence.magnitude <= Double(all.count) else { throw search.kept }
        let place = occurrence > 0 ? Int(occurrence) - 1 : all.count + Int(occurrence)
        wanted = all[place...place]
      }
      var result = ""
      var done = 0
      for match in wanted {
        result += search.text(done..<match.range.lowerBound)
        result += try replacement.text(for: match, search)
        done = match.range.upperBound
        if result.utf8.count > 4 * TextFunctions.longest { throw .value }
      }
      result += search.text(done..<search.characters.count)
      return .text(try TextFunctions.checked(length: result.utf16.count) { result })
    },
  ]

  /// A text and the expression that is looked for in it.
  private struct Search {
    let characters: [UInt32]
    /// Why the formula keeps its value if there is no certain one.
    let kept: Halt
    private var matcher: RegexMatcher
    private let evaluator: Evaluator

    init(_ call: borrowing Call, ignoresCase option: Int) throws(Halt) {
      let text = try call.text(0)
      let pattern = try call.text(1)
      kept = .kept(.pattern(function: call.function.name, pattern: String(pattern.prefix(60))))
      evaluator = call.evaluator
      let sensitivity = try call.whole(option, default: 0)
      guard sensitivity == 0 || sensitivity == 1, !pattern.isEmpty else { throw kept }
      try evaluator.spend(pattern.utf8.count + text.utf8.count)
      guard let read = RegexParser.read(pattern, ignoresCase: sensitivity == 1),
        let program = RegexProgram(read.syntax, groups: read.groups)
      else { throw kept }
      characters = text.unicodeScalars.map(\.value)
      let ignoresCase = sensitivity == 1 || pattern.hasPrefix("(?i)")
      guard Self.isCertain(text.unicodeScalars, read.uses, ignoresCase: ignoresCase) else { throw kept }
      matcher = RegexMatcher(program, in: characters)
    }

    /// Whether every character of the text means the same for the expression however PCRE2 is called.
    private static func isCertain(
      _ text: String.UnicodeScalarView, _ uses: RegexParser.Uses, ignoresCase: Bool
    ) -> Bool {
      text.allSatisfy { scalar in
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: return !uses.lines && (scalar.value < 0x80 || !uses.spaces)
        case ..<0x80: return true
        case 0x10000...: return false
        default: break
        }
        if ignoresCase { return false }
        switch scalar.properties.generalCategory {
        case .decimalNumber: return !uses.digits && !uses.words
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format: return !uses.spaces && !uses.words
        case .otherPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
          .finalPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
          return true
        default: return !uses.words
        }
      }
    }

    func text(_ range: Range<Int>) -> String {
      var text = ""
      for value in characters[range] { if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) } }
      return text
    }

    mutating func match(from start: Int) throws(Halt) -> RegexMatcher.Match? {
      let before = matcher.tries
      let match: RegexMatcher.Match?
      do {
        match = try matcher.match(from: start)
      } catch {
        try evaluator.spend(matcher.tries - before)
        throw kept
      }
      try evaluator.spend(matcher.tries - before)
      return match
    }

    /// All matches, from left to right. What follows an empty one is not the same everywhere.
    mutating func matches() throws(Halt) -> [RegexMatcher.Match] {
      var matches: [RegexMatcher.Match] = []
      var start = 0
      while let match = try match(from: start) {
        guard !match.range.isEmpty else { throw kept }
        matches.append(match)
        start = match.range.upperBound
      }
      return matches
    }
  }

  /// A replacement: its texts, and the groups between them.
  private struct Replacement {
    private enum Piece {
      case text(String)
      case group(Int)
    }

    private var pieces: [Piece] = []

    init(_ text: String, _ search: borrowing Search) throws(Halt) {
      guard !text.contains("\\") else { throw search.kept }
      let parts = text.split(separator: "$", omittingEmptySubsequences: false)
      pieces.append(.text(String(parts[0])))
      for part in parts.dropFirst() {
        // `$1`, and nothing behind it that could belong to the number.
        guard let digit = part.first, digit.isASCII, let group = digit.wholeNumberValue, group > 0,
          part.dropFirst().first?.isNumber != true
        else { throw search.kept }
        pieces.append(.group(group))
        pieces.append(.text(String(part.dropFirst())))
      }
    }

    func text(for match: RegexMatcher.Match, _ search: borrowing Search) throws(Halt) -> String {
      var text = ""
      for piece in pieces {
        switch piece {
        case .text(let own): text += own
        case .group(let group):
          guard group <= match.groups.count, let range = match.groups[group - 1] else { throw search.kept }
          text += search.text(range)
        }
      }
      return text
    }
  }
}
