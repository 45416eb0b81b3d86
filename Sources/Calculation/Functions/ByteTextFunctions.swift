import Formula

/// Functions that count bytes where the language has characters of two, and like others everywhere else; texts for addresses and in Thai.
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

  /// All bytes but those of letters, digits and `-_.~` as `%20` (RFC 3986).
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
