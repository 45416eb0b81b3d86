// SPDX-License-Identifier: Apache-2.0

extension Life {
  /// Everything but the words: a list of days, then fingerprints, then the rest. Similar data is kept together because it
  /// compresses better.
  var fates: [UInt8] {
    var writer = VaryingWriter()
    writer.bytes.append(Self.form)
    var days: [String: Int] = [:]
    var names: [String] = []
    func day(_ text: String) -> Int {
      if let number = days[text] { return number }
      days[text] = names.count
      names.append(text)
      return names.count - 1
    }
    var rest = VaryingWriter()
    for entry in entries {
      rest.add(SeverityName.rank(entry.severity))
      rest.add(day(entry.firstSeen))
      rest.add(entry.events.count)
      for event in entry.events {
        rest.add(event.run)
        rest.add(day(event.asOf))
        rest.add(Fate.allCases.firstIndex(of: event.fate) ?? 0)
      }
    }
    writer.add(names.count)
    for name in names {
      writer.add(name.utf8.count)
      writer.bytes += name.utf8
    }
    writer.add(entries.count)
    for entry in entries { writer.bytes += Self.bytes(ofHex: entry.fingerprint) ?? Array(repeating: 0, count: 16) }
    writer.bytes += rest.bytes
    return writer.bytes
  }

  /// Far more than there is ever room for; see ``Room``. Earlier editions kept everything.
  private static let mostEvents = 1_000_000

  /// Nil for anything that ``fates`` did not write.
  ///
  /// - Parameter packed: how long it was when it was packed. Fingerprints can't be packed, so there are no more than it has
  ///   bytes for.
  init?(_ path: String, fates: [UInt8], packed: Int = .max) {
    var reader = VaryingReader(fates)
    guard reader.byte() == Self.form, let dayCount = reader.count() else { return nil }
    var days: [String] = []
    for _ in 0..<dayCount {
      guard let length = reader.count(), let text = reader.take(length) else { return nil }
      days.append(String(decoding: text, as: UTF8.self))
    }
    guard let count = reader.count(of: 16), count <= packed / 12 + 64, let prints = reader.take(16 * count) else {
      return nil
    }
    var allEvents = 0
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    for index in 0..<count {
      guard let severity = reader.int(), severity < 3, let first = reader.int(), first < days.count,
        let eventCount = reader.count(), eventCount > 0, eventCount <= Self.mostEvents - allEvents
      else { return nil }
      allEvents += eventCount
      var events: [Event] = []
      events.reserveCapacity(eventCount)
      for _ in 0..<eventCount {
        guard let run = reader.int(), let day = reader.int(), day < days.count, let fate = reader.int(),
          fate < Fate.allCases.count, run > events.last?.run ?? -1
        else { return nil }
        events.append(Event(run: run, asOf: days[day], fate: Fate.allCases[fate]))
      }
      let start = prints.startIndex + 16 * index
      entries.append(
        Entry(
          fingerprint: Self.hex(prints[start..<start + 16]), severity: SeverityName.all[severity],
          firstSeen: days[first], events: events, place: index))
    }
    guard reader.isAtEnd else { return nil }
    self.init(path, entries, stored: fates)
  }

  /// The version of the format of ``fates``.
  private static let form = UInt8(1)

  /// Nil unless the text has exactly 32 digits.
  static func bytes(ofHex text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16)
    var high: UInt8?
    for digit in text.utf8 {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x61 + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes.count == 16 && high == nil ? bytes : nil
  }

  private static func hex(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(32)
    for byte in bytes { for half in [byte >> 4, byte & 15] { text.append(half < 10 ? 0x30 + half : 0x57 + half) } }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Writes non-negative integers, seven bits per byte.
struct VaryingWriter {
  var bytes: [UInt8] = []

  mutating func add(_ value: Int) {
    var rest = UInt(bitPattern: max(0, value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}

/// Reads what a ``VaryingWriter`` wrote; returns nil where the data is cut off or invalid.
struct VaryingReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  mutating func byte() -> UInt8? {
    guard at < bytes.count else { return nil }
    defer { at += 1 }
    return bytes[at]
  }

  mutating func int() -> Int? {
    var value = 0
    for shift in stride(from: 0, to: 56, by: 7) {
      guard let byte = byte() else { return nil }
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    return nil
  }

  /// A count of items that occupy at least so many bytes each.
  mutating func count(of size: Int = 1) -> Int? {
    guard let value = int(), value <= (bytes.count - at) / size else { return nil }
    return value
  }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count <= bytes.count - at else { return nil }
    defer { at += count }
    return bytes[at..<at + count]
  }
}
