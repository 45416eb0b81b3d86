// SPDX-License-Identifier: Apache-2.0

/// Formats numbers for cells: the shortest decimal text that reads back as the same Double, without a trailing `.0`, and with the
/// exponent as Excel writes it (`1E+21`, `1.5E-7`). The result is a valid xsd:double.
enum NumberText {
  /// `value` must be finite: the file format has no other numbers in cells.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    // Negative zero becomes 0, because Excel has no negative zero.
    if value.magnitude < 1e15, let integer = Int(exactly: value) {
      append(integer, to: &bytes)
      return
    }
    // Swift writes 100.0, 1e+21 and 1e-05.
    let start = bytes.count
    bytes += value.description.utf8
    if bytes.count > start + 2, bytes[bytes.count - 1] == UInt8(ascii: "0"), bytes[bytes.count - 2] == UInt8(ascii: ".")
    {
      bytes.removeLast(2)
    }
    guard let exponent = bytes[start...].firstIndex(of: UInt8(ascii: "e")) else { return }
    var digits = bytes[(exponent + 1)...]
    bytes.removeSubrange(exponent...)
    bytes.append(UInt8(ascii: "E"))
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      bytes.append(sign)
      digits.removeFirst()
    }
    bytes += digits.drop { $0 == UInt8(ascii: "0") }
  }

  static func append(_ value: Int, to bytes: inout [UInt8]) {
    var rest = value.magnitude
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  static func text(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
