/// One record of the archive, known to lie inside the file, read by the fixed offsets of its fields.
///
/// Numbers are little-endian (APPNOTE 4.4.1.1).
struct Fields {
  private let bytes: ArraySlice<UInt8>

  /// Nil when `count` bytes from `offset` do not lie inside `bytes`.
  init?(_ bytes: [UInt8], at offset: Int, count: Int) {
    guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset else { return nil }
    self.bytes = bytes[offset..<offset + count]
  }

  /// The field at `offset`, a constant of the format: one outside the record is a programming error.
  func u16(_ offset: Int) -> Int {
    let at = bytes.startIndex + offset
    return Int(bytes[at]) | Int(bytes[at + 1]) << 8
  }

  func u32(_ offset: Int) -> Int { u16(offset) | u16(offset + 2) << 16 }

  /// Nil for a number that no file can reach.
  func u64(_ offset: Int) -> Int? {
    let high = u32(offset + 4)
    return high <= 0x7FFF_FFFF ? u32(offset) | high << 32 : nil
  }
}

extension [UInt8] {
  mutating func append16(_ value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  mutating func append32(_ value: Int) {
    append16(value)
    append16(value >> 16)
  }

  mutating func append64(_ value: Int) {
    append32(value)
    append32(value >> 32)
  }

  /// Overwrites the 2-byte field at `offset`, which the caller knows to be there.
  mutating func put16(_ value: Int, at offset: Int) {
    self[offset] = UInt8(truncatingIfNeeded: value)
    self[offset + 1] = UInt8(truncatingIfNeeded: value >> 8)
  }

  mutating func put32(_ value: Int, at offset: Int) {
    put16(value, at: offset)
    put16(value >> 16, at: offset + 2)
  }

  mutating func put64(_ value: Int, at offset: Int) {
    put32(value, at: offset)
    put32(value >> 32, at: offset + 4)
  }
}
