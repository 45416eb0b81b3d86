// SPDX-License-Identifier: Apache-2.0

/// A part of a regular expression.
indirect enum RegexSyntax: Equatable {
  case character(UInt32)
  /// Any character but a line feed.
  case any
  case set(RegexSet)
  case sequence([RegexSyntax])
  case alternatives([RegexSyntax])
  /// A group that captures, counted from 1.
  case capture(Int, RegexSyntax)
  /// `most` is nil for no limit.
  case repeated(RegexSyntax, fewest: Int, most: Int?, RegexGreed)
  /// The first match of the part counts; no other is tried later.
  case atomic(RegexSyntax)
  case look(RegexSyntax, isBehind: Bool, isNegated: Bool)
  case edge(RegexEdge)
  case reference(Int)

  /// Whether the part can match nothing at all.
  var canBeEmpty: Bool {
    switch self {
    case .character, .any, .set: false
    case .sequence(let parts): parts.allSatisfy(\.canBeEmpty)
    case .alternatives(let parts): parts.contains(where: \.canBeEmpty)
    case .capture(_, let part), .atomic(let part): part.canBeEmpty
    case .repeated(let part, let fewest, _, _): fewest == 0 || part.canBeEmpty
    case .look, .edge, .reference: true
    }
  }

  /// The number of characters that every match has; nil if matches differ.
  var length: Int? {
    switch self {
    case .character, .any, .set: return 1
    case .sequence(let parts):
      var sum = 0
      for part in parts {
        guard let length = part.length else { return nil }
        sum += length
      }
      return sum
    case .alternatives(let parts):
      guard let first = parts.first?.length, parts.allSatisfy({ $0.length == first }) else { return nil }
      return first
    case .capture(_, let part), .atomic(let part): return part.length
    case .repeated(let part, let fewest, let most, _): return most == fewest ? part.length.map { $0 * fewest } : nil
    case .look, .edge: return 0
    case .reference: return nil
    }
  }

  /// Whether a group in the part captures.
  var captures: Bool {
    switch self {
    case .character, .any, .set, .edge, .reference: false
    case .sequence(let parts), .alternatives(let parts): parts.contains(where: \.captures)
    case .capture: true
    case .repeated(let part, _, _, _), .atomic(let part), .look(let part, _, _): part.captures
    }
  }
}

enum RegexGreed { case greedy, lazy, possessive }

/// A place between characters.
enum RegexEdge {
  case start, end
  /// The end, or before a line feed that ends the text.
  case endOfLine
  case word, insideWord
}

/// A set of characters.
struct RegexSet: Equatable {
  var ranges: [ClosedRange<UInt32>] = []
  var isNegated = false

  static let digits = RegexSet(ranges: [0x30...0x39])
  static let words = RegexSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let spaces = RegexSet(ranges: [0x09...0x0D, 0x20...0x20])

  func contains(_ character: UInt32) -> Bool { ranges.contains { $0.contains(character) } != isNegated }

  /// The characters up to U+FFFF that the set does not contain.
  var complement: [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound + 1)
    }
    if next <= 0xFFFF { result.append(next...0xFFFF) }
    return result
  }

  /// Adds the other case of the Latin letters without accents.
  mutating func foldCase() {
    for range in ranges {
      for (first, last, other) in [(UInt32(0x41), UInt32(0x5A), Int64(32)), (0x61, 0x7A, -32)] {
        let low = max(range.lowerBound, first)
        let high = min(range.upperBound, last)
        if low <= high { ranges.append(UInt32(Int64(low) + other)...UInt32(Int64(high) + other)) }
      }
    }
  }
}
