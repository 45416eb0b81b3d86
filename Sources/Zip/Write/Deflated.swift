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

  /// Nil if the bytes were not made by ``pack(_:_:)``, or inflate to more than `limit` bytes.
  package static func unpack(_ packed: [UInt8], limit: Int) -> [UInt8]? {
    guard packed.count >= 8 else { return nil }
    var count = UInt64(0)
    for index in 0..<8 { count |= UInt64(packed[index]) << UInt64(8 * index) }
    guard count <= UInt64(limit) else { return nil }
    var inflater = Inflater(packed, 8..<packed.count, expecting: min(Int(count), packed.count * 16))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(Int(count), packed.count * 16))
    // Allow one byte more than stated, so that a longer stream is noticed.
    guard inflater.append(to: &bytes, room: Int(count) + 1) == .finished, bytes.count == Int(count) else { return nil }
    return bytes
  }
}
