// SPDX-License-Identifier: Apache-2.0

import Base

/// The character encoding of a text file.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Includes GBK and GB 2312.
  case gb18030 = "GB18030"
  case big5 = "BIG5-HKSCS"
  case windows1252 = "WINDOWS-1252"

  /// The usual name of the encoding.
  public var name: String {
    switch self {
    case .gb18030: "GBK"
    case .big5: "Big5"
    case .windows1252: "Windows-1252"
    default: rawValue
    }
  }

  /// Detects the most likely encoding: first by the byte order mark, then by whether the bytes are valid UTF-8, then by which
  /// bytes follow each other.
  public static func found(in bytes: [UInt8]) -> TextEncoding {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    let head = bytes.prefix(4096)
    if head.count >= 4 {
      let even = head.enumerated().count { $0.offset % 2 == 0 && $0.element == 0 }
      let odd = head.enumerated().count { $0.offset % 2 == 1 && $0.element == 0 }
      if odd * 4 > head.count, even == 0 { return .utf16LittleEndian }
      if even * 4 > head.count, odd == 0 { return .utf16BigEndian }
    }
    if String(validating: bytes, as: UTF8.self) != nil { return .utf8 }
    return eightBit(bytes)
  }

  /// In Big5, about four in ten characters have a second byte below 0xA1; in GBK hardly any do. In Western text, bytes above 0x7F
  /// are isolated.
  private static func eightBit(_ bytes: [UInt8]) -> TextEncoding {
    var pairs = 0
    var low = 0
    var alone = 0
    var at = 0
    while at < bytes.count {
      guard bytes[at] >= 0x80 else {
        at += 1
        continue
      }
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      if bytes[at] >= 0x81, next >= 0x40, next != 0x7F {
        pairs += 1
        if next < 0xA1 { low += 1 }
        // An accented letter between plain letters.
        if next < 0x80, at == 0 || bytes[at - 1] < 0x80 { alone += 1 }
        at += 2
      } else {
        alone += 2
        at += 1
      }
    }
    if alone >= pairs { return .windows1252 }
    return low * 10 > pairs ? .big5 : .gb18030
  }

  /// Decodes the text and drops its byte order mark; nil if the bytes are not valid in this encoding.
  public func text(of bytes: [UInt8]) -> String? {
    switch self {
    case .utf8:
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return String(validating: bytes[start...], as: UTF8.self)
    case .utf16LittleEndian, .utf16BigEndian:
      guard bytes.count % 2 == 0 else { return nil }
      var units = UTF16Bytes.units(of: bytes, isLittleEndian: self == .utf16LittleEndian)
      if units.first == 0xFEFF { units.removeFirst() }
      return String(validating: units, as: UTF16.self)
    case .gb18030, .big5, .windows1252:
      return SystemTables.text(of: bytes, in: rawValue)
    }
  }
}
