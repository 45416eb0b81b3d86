// SPDX-License-Identifier: Apache-2.0

/// A pattern split at its `*` into pieces of UTF-8 bytes. The pieces are searched for from left to right, each in one pass.
struct WildcardPieces: Sendable {
  /// The bytes between two `*`; ``anyOne`` matches any one character.
  private struct Piece: Sendable {
    var bytes: [UInt8]
    /// After a mismatch, how many matched bytes are also a prefix of the piece (Knuth–Morris–Pratt). Empty for a piece with ``anyOne``,
    /// which is tried at every position.
    var fallbacks: [Int32] = []
  }

  /// A byte that does not occur in UTF-8.
  private static let anyOne: UInt8 = 0xFF

  /// The piece before the first `*`.
  private var head: [UInt8] = []
  /// The pieces between two `*`.
  private var middle: [Piece] = []
  /// The piece after the last `*`; nil if there is no `*`.
  private var tail: [UInt8]?
  /// The length in bytes of the shortest text that can match.
  private var shortest = 0

  init(_ elements: [Wildcard.Element]) {
    var piece: [UInt8] = []
    var stars = 0
    func encoded(_ scalar: Unicode.Scalar) -> [UInt8] { Array(String(Character(scalar)).utf8) }
    for element in elements {
      switch element {
      case .one: piece.append(Self.anyOne)
      case .exactly(let scalar): piece += encoded(scalar)
      case .any:
        if stars == 0 { head = piece } else { middle.append(Piece(bytes: piece, fallbacks: Self.fallbacks(of: piece))) }
        shortest += piece.count
        piece = []
        stars += 1
      }
    }
    shortest += piece.count
    if stars == 0 { head = piece } else { tail = piece }
  }

  /// Whether the pattern matches the whole of a case-folded text.
  func match(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= shortest, let start = Self.end(of: head, in: text, from: text.startIndex) else { return false }
    guard let tail else { return start == text.endIndex }
    guard let end = Self.start(of: tail, atEndOf: text), end >= start else { return false }
    var place = start
    for piece in middle {
      guard let next = Self.end(ofFirst: piece, in: text[place..<end]) else { return false }
      place = next
    }
    return true
  }

  /// About how many bytes are examined to match a text of `count` bytes.
  func cost(ofBytes count: Int) -> Int {
    if count < shortest { return 1 }
    return 4 + middle.reduce(0) { $0 + ($1.fallbacks.isEmpty ? count * max(1, $1.bytes.count) : count) }
  }

  /// The index after `piece` if the text has it at `from`.
  private static func end(of piece: [UInt8], in text: ArraySlice<UInt8>, from: Int) -> Int? {
    var place = from
    for byte in piece {
      guard place < text.endIndex else { return nil }
      if byte == anyOne {
        place = next(after: place, in: text)
      } else {
        guard text[place] == byte else { return nil }
        place += 1
      }
    }
    return place
  }

  /// The index at which `piece` begins if the text ends with it.
  private static func start(of piece: [UInt8], atEndOf text: ArraySlice<UInt8>) -> Int? {
    var place = text.endIndex
    for byte in piece.reversed() {
      guard place > text.startIndex else { return nil }
      place -= 1
      if byte == anyOne {
        while place > text.startIndex, text[place] & 0xC0 == 0x80 { place -= 1 }
      } else if text[place] != byte {
        return nil
      }
    }
    return place
  }

  /// The index after the first occurrence of the piece.
  private static func end(ofFirst piece: Piece, in text: ArraySlice<UInt8>) -> Int? {
    if piece.bytes.isEmpty { return text.startIndex }
    guard !piece.fallbacks.isEmpty else {
      var place = text.startIndex
      while place < text.endIndex {
        if let end = end(of: piece.bytes, in: text, from: place) { return end }
        place = next(after: place, in: text)
      }
      return nil
    }
    var fitting = 0
    for place in text.indices {
      while fitting > 0, piece.bytes[fitting] != text[place] { fitting = Int(piece.fallbacks[fitting - 1]) }
      if piece.bytes[fitting] == text[place] { fitting += 1 }
      if fitting == piece.bytes.count { return place + 1 }
    }
    return nil
  }

  private static func next(after place: Int, in text: ArraySlice<UInt8>) -> Int {
    var place = place + 1
    while place < text.endIndex, text[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }

  private static func fallbacks(of piece: [UInt8]) -> [Int32] {
    guard !piece.contains(anyOne) else { return [] }
    var fallbacks = [Int32](repeating: 0, count: piece.count)
    var fitting = 0
    for place in piece.indices.dropFirst() {
      while fitting > 0, piece[fitting] != piece[place] { fitting = Int(fallbacks[fitting - 1]) }
      if piece[fitting] == piece[place] { fitting += 1 }
      fallbacks[place] = Int32(fitting)
    }
    return fallbacks
  }
}
