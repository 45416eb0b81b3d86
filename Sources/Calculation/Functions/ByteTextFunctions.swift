// SPDX-License-Identifier: Apache-2.0

import Formula

/// Functions that count bytes in languages with double-byte characters and work like their namesakes elsewhere; also URL encoding and Thai
/// number text.
enum ByteTextFunctions {
  static let all: [Function] =
    ["LEN", "LEFT", "RIGHT", "MID", "FIND", "SEARCH", "REPLACE"].compactMap { name in
      TextFunctions.all.first { $0.name == name }.map { Function(name + "B", "V", $0.body) }
    } + [
      Function("ENCODEURL", "V") { (call) throws(Halt) in .text(encoded(try call.text(0))) },
      Function("BAHTTEXT", "V") { (call) throws(Halt) in
        let amount = try call.number(0)
        guard amount.magnitude < 1e15 else { throw .value }
        return .text(BahtText.text(amount))
      },
    ]

  /// Encodes all bytes except letters, digits and `-_.~` as in `%20` (RFC 3986).
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
