/// Distinct texts as UTF-8 in one array, each known by a number in the order of first appearance.
///
/// Texts are the same when their bytes are (Excel and LibreOffice compare code units, so “é” in one and in two
/// code points are different texts, which Swift's `==` on `String` would not tell apart).
struct TextArena: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing: 0 is free, else number + 1. The size is a power of two.
  private var table: [Int32] = []

  /// A secret of this process, so that no file can be made to collide. Numbers do not depend on it.
  private static let seed = UInt64.random(in: .min ... .max)

  init() {}

  var count: Int { ends.count }

  /// The places of text `number` in `bytes`.
  func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  func text(_ number: Int) -> String {
    String(decoding: bytes[range(number)], as: UTF8.self)
  }

  /// The number of `text`, which is added when it is new.
  mutating func number(of text: String) -> Int {
    let copy = text
    return number(of: copy.utf8Span.span)
  }

  mutating func number(of text: Span<UInt8>) -> Int {
    if (ends.count + 1) * 2 > table.count { table = slots(size: max(16, table.count * 2)) }
    var slot = Int(truncatingIfNeeded: Self.hash(text)) & (table.count - 1)
    while table[slot] != 0 {
      let number = Int(table[slot]) - 1
      if equals(number, text) { return number }
      slot = (slot + 1) & (table.count - 1)
    }
    for index in text.indices { bytes.append(text[index]) }
    ends.append(bytes.count)
    table[slot] = Int32(ends.count)
    return ends.count - 1
  }

  /// The number of `text` when the arena holds it.
  func find(_ text: Span<UInt8>) -> Int? {
    guard !table.isEmpty else { return nil }
    var slot = Int(truncatingIfNeeded: Self.hash(text)) & (table.count - 1)
    while table[slot] != 0 {
      let number = Int(table[slot]) - 1
      if equals(number, text) { return number }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }

  func find(_ text: String) -> Int? {
    let copy = text
    return find(copy.utf8Span.span)
  }

  private func equals(_ number: Int, _ text: Span<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == text.count else { return false }
    var at = range.lowerBound
    for index in text.indices {
      if bytes[at] != text[index] { return false }
      at += 1
    }
    return true
  }

  private func slots(size: Int) -> [Int32] {
    var slots = [Int32](repeating: 0, count: size)
    let all = bytes.span
    for number in 0..<ends.count {
      var slot = Int(truncatingIfNeeded: Self.hash(all.extracting(range(number)))) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(number + 1)
    }
    return slots
  }

  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    var hash = seed ^ UInt64(text.count)
    var at = 0
    while at + 8 <= text.count {
      var word: UInt64 = 0
      for index in at..<at + 8 { word = word << 8 | UInt64(text[index]) }
      hash = mixed(hash ^ word)
      at += 8
    }
    var word: UInt64 = 0
    while at < text.count {
      word = word << 8 | UInt64(text[at])
      at += 1
    }
    return mixed(hash ^ word)
  }

  @inline(__always) private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
