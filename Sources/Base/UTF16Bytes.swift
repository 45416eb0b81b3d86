// SPDX-License-Identifier: Apache-2.0

/// Text in UTF-16 as bytes.
package enum UTF16Bytes {
  /// The code units of `bytes`, without a last odd byte.
  package static func units(of bytes: [UInt8], isLittleEndian: Bool) -> [UInt16] {
    let high = isLittleEndian ? 1 : 0
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for at in stride(from: 0, to: bytes.count - 1, by: 2) {
      units.append(UInt16(bytes[at + high]) << 8 | UInt16(bytes[at + 1 - high]))
    }
    return units
  }
}
