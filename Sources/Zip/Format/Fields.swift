// SPDX-License-Identifier: Apache-2.0

/// One record of the archive that lies completely inside the file. Its fields are read by their fixed offsets.
///
/// Numbers are little-endian (APPNOTE 4.4.1.1).
struct Fields {
  private let bytes: ArraySlice<UInt8>

  /// Nil if `bytes` does not contain `count` bytes at `offset`.
  init?(_ bytes: [UInt8], at offset: Int, count: Int) {
    guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset else { return nil }
    self.bytes = bytes[offset..<offset + count]
  }

  /// The field at `offset`, which is a constant of the format. An offset outside the record is a programming error.
  func u16(_ offset: Int) -> Int {
    let at = bytes.startIndex + offset
    return Int(bytes[at]) | Int(bytes[at + 1]) << 8
  }

  func u32(_ offset: Int) -> Int { u16(offset) | u16(offset + 2) << 16 }

  /// Nil if the number is larger than any file size.
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

  /// Overwrites the 2-byte field at `offset`, which must exist.
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
