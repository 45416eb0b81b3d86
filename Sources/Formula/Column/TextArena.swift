// SPDX-License-Identifier: Apache-2.0

internal import Base

/// Distinct texts as UTF-8 in one array, numbered in the order of first appearance.
///
/// Texts are the same only if their bytes are the same. Excel and LibreOffice compare code units, so “é” as one code point and as two are
/// different texts, which Swift's `==` on `String` would not distinguish.
struct TextArena: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// The lower half of each text's hash, so that most different texts are told apart without comparing their bytes.
  private var tags: [UInt32] = []
  /// Open addressing: 0 means free, anything else is a text's number + 1. The size is a power of two.
  private var table: [Int32] = []

  /// Random in each process, so that no file can be crafted to cause hash collisions. The texts' numbers do not depend on it.
  private static let seed = UInt64.random(in: .min ... .max)

  init() {}

  var count: Int { ends.count }

  /// The range of text `number` in `bytes`.
  func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  func text(_ number: Int) -> String {
    String(decoding: bytes[range(number)], as: UTF8.self)
  }

  /// The number of `text`; new text is added.
  mutating func number(of text: String) -> Int {
    let copy = text
    return number(of: copy.utf8Span.span)
  }

  mutating func number(of text: Span<UInt8>) -> Int {
    if (ends.count + 1) * 2 > table.count { table = slots(size: max(16, table.count * 2)) }
    let tag = Self.tag(text)
    let slot = slot(of: text, tag)
    if table[slot] != 0 { return Int(table[slot]) - 1 }
    bytes.append(addingCapacity: text.count) { room in
      for index in text.indices { room.append(text[index]) }
    }
    ends.append(bytes.count)
    tags.append(tag)
    table[slot] = Int32(ends.count)
    return ends.count - 1
  }

  /// The number of `text`, or nil if the arena does not hold it.
  func find(_ text: Span<UInt8>) -> Int? {
    guard !table.isEmpty else { return nil }
    let slot = slot(of: text, Self.tag(text))
    return table[slot] == 0 ? nil : Int(table[slot]) - 1
  }

  func find(_ text: String) -> Int? {
    let copy = text
    return find(copy.utf8Span.span)
  }

  /// The slot that holds `text`, or the free slot where it belongs.
  private func slot(of text: Span<UInt8>, _ tag: UInt32) -> Int {
    let table = table.span
    let tags = tags.span
    let mask = table.count &- 1
    var slot = Int(tag) & mask
    while table[slot] != 0 {
      let number = Int(table[slot]) &- 1
      if tags[number] == tag, equals(number, text) { break }
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  private func equals(_ number: Int, _ text: Span<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == text.count else { return false }
    let own = bytes.span.extracting(range)
    var at = 0
    while let word = Words.load(text, at), let other = Words.load(own, at) {
      guard word == other else { return false }
      at &+= 8
    }
    while at < text.count {
      guard own[at] == text[at] else { return false }
      at &+= 1
    }
    return true
  }

  private func slots(size: Int) -> [Int32] {
    var slots = [Int32](repeating: 0, count: size)
    for number in tags.indices {
      var slot = Int(tags[number]) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(number + 1)
    }
    return slots
  }

  private static func tag(_ text: Span<UInt8>) -> UInt32 {
    var hash = seed ^ UInt64(text.count)
    var at = 0
    while let word = Words.load(text, at) {
      hash = mixed(hash ^ word)
      at &+= 8
    }
    var word: UInt64 = 0
    while at < text.count {
      word = word << 8 | UInt64(text[at])
      at &+= 1
    }
    return UInt32(truncatingIfNeeded: mixed(hash ^ word))
  }

  @inline(__always) private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
