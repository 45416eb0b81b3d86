// SPDX-License-Identifier: Apache-2.0

/// Deflated bytes with their uncompressed size in front, as a 64-bit number.
package enum Deflated {
  /// The same bytes and effort always give the same result.
  package static func pack(_ bytes: [UInt8], _ effort: DeflateEffort = .little) throws(ZipError) -> [UInt8] {
    var packed: [UInt8] = []
    for shift in stride(from: 0, to: 64, by: 8) { packed.append(UInt8(truncatingIfNeeded: bytes.count >> shift)) }
    var deflater = try Deflater(effort)
    try deflater.append(bytes, ending: .finished, to: &packed)
    return packed
  }

  /// Packs bytes without making them shorter.
  package static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = []
    packed.reserveCapacity(bytes.count + bytes.count / 0xFFFF * 5 + 16)
    for shift in stride(from: 0, to: 64, by: 8) { packed.append(UInt8(truncatingIfNeeded: bytes.count >> shift)) }
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      packed.append(rest.isEmpty ? 1 : 0)
      let (low, high) = (UInt8(truncatingIfNeeded: block.count), UInt8(truncatingIfNeeded: block.count >> 8))
      packed += [low, high, ~low, ~high]
      packed += block
    } while !rest.isEmpty
    return packed
  }

  /// How many bytes the packed ones say they inflate to; 0 for too few.
  package static func size(of packed: [UInt8]) -> Int {
    guard packed.count >= 8 else { return 0 }
    var count = UInt64(0)
    for index in 0..<8 { count |= UInt64(packed[index]) << UInt64(8 * index) }
    return Int(clamping: count)
  }

  /// Nil if the bytes were not made by ``pack(_:_:)``, or inflate to more than `limit` bytes.
  package static func unpack(_ packed: [UInt8], limit: Int) -> [UInt8]? {
    let count = size(of: packed)
    guard packed.count >= 8, count <= limit else { return nil }
    var inflater = Inflater(packed, 8..<packed.count, expecting: min(count, packed.count * 16))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(count, packed.count * 16))
    // Allow one byte more than stated, so that a longer stream is noticed.
    guard inflater.append(to: &bytes, room: count + 1) == .finished, bytes.count == count else { return nil }
    return bytes
  }
}
