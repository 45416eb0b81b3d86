// SPDX-License-Identifier: Apache-2.0

/// A single block for everything, whatever its size, as the fastest writers make it.
enum SingleBlock {
  /// Only literals, with the fixed codes (RFC 1951, 3.2.6).
  static func literals(_ contents: [UInt8]) -> [UInt8] {
    var bits = DenseStream.BitWriter()
    bits.number(0b011, 3)  // the last block, with these codes
    for byte in contents {
      // The first bit of a code comes first.
      let (code, width) = byte < 144 ? (0b0011_0000 + Int(byte), 8) : (0b1_1001_0000 + Int(byte) - 144, 9)
      for place in (0..<width).reversed() { bits.bit(code >> place & 1 == 1) }
    }
    for _ in 0..<7 { bits.bit(false) }
    return bits.bytes
  }
}

/// Deflate streams denser than any the module would write: two bits for 258 bytes (RFC 1951, 3.2.7).
enum DenseStream {
  /// 1 + 258 × `repeats` zero bytes.
  static func zeros(repeats: Int) -> [UInt8] {
    var bits = BitWriter()
    bits.number(0b101, 3)  // the last block, with codes of its own
    bits.number(29, 5)  // 286 codes for literals and lengths
    bits.number(0, 5)  // 1 for distances
    bits.number(14, 4)  // 18 for the lengths of codes, in the order 16 17 18 0 8 7 9 6 10 5 11 4 12 3 13 2 14 1
    for length in [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2] { bits.number(length, 3) }
    // The codes are: 18, "many zeros", is 0; 1 is 10; 2 is 11.
    bits.code("11")  // literal 0 has a code of 2 bits
    for zeros in [138, 117] {
      bits.code("0")
      bits.number(zeros - 11, 7)
    }
    bits.code("11")  // so has 256, the end
    bits.code("0")
    bits.number(28 - 11, 7)
    bits.code("10")  // 285, the length 258, has 1 bit
    bits.code("10")  // distance 1 has 1 bit
    // The codes are: 285 is 0, the literal 0 is 10, the end is 11.
    bits.code("10")
    for _ in 0..<repeats { bits.code("00") }
    bits.code("11")
    return bits.bytes
  }

  fileprivate struct BitWriter {
    var bytes: [UInt8] = []
    private var count = 0

    mutating func bit(_ one: Bool) {
      if count % 8 == 0 { bytes.append(0) }
      if one { bytes[count / 8] |= 1 << UInt8(count % 8) }
      count += 1
    }

    /// Numbers begin with the lowest bit, codes with the highest.
    mutating func number(_ value: Int, _ width: Int) {
      for place in 0..<width { bit(value >> place & 1 == 1) }
    }

    mutating func code(_ bits: String) {
      for character in bits { bit(character == "1") }
    }
  }
}
