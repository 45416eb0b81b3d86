// SPDX-License-Identifier: Apache-2.0

import Base

/// The encodings that a part may have. The bytes decide, and the declaration must agree. Left to itself, libxml2 would also
/// decode UTF-7 or EBCDIC, in which a forbidden declaration would escape the checks on the bytes.
public enum XMLEncoding: Hashable, Sendable {
  /// With or without a byte order mark.
  case utf8
  /// With a byte order mark.
  case utf16LittleEndian
  /// With a byte order mark.
  case utf16BigEndian
  case ascii
  /// ISO-8859-1.
  case latin1

  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .ascii: "US-ASCII"
    case .latin1: "ISO-8859-1"
    }
  }

  /// Detects the encoding of a part from its first bytes and its declaration.
  public static func detect(_ bytes: [UInt8]) throws(XMLError) -> XMLEncoding {
    func starts(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }

    if starts([0xFF, 0xFE, 0, 0]) || starts([0, 0, 0xFE, 0xFF]) { throw .unsupportedEncoding("UTF-32") }
    if starts([0, 0, 0, 0x3C]) || starts([0x3C, 0, 0, 0]) { throw .unsupportedEncoding("UTF-32") }
    if starts([0xFF, 0xFE]) { return .utf16LittleEndian }
    if starts([0xFE, 0xFF]) { return .utf16BigEndian }
    if starts([0, 0x3C]) || starts([0x3C, 0]) { throw .unsupportedEncoding("UTF-16 without a byte order mark") }
    if starts([0x4C, 0x6F, 0xA7, 0x94]) { throw .unsupportedEncoding("EBCDIC") }
    let mark = starts([0xEF, 0xBB, 0xBF])
    guard let declared = try XMLDeclaration(bytes, from: mark ? 3 : 0).encoding else { return .utf8 }
    let encoding = try named(declared)
    switch encoding {
    case .utf8: return .utf8
    case .ascii, .latin1:
      guard !mark else { throw .contradictoryEncoding(declared: declared, actual: "UTF-8 with a byte order mark") }
      return encoding
    case .utf16LittleEndian, .utf16BigEndian:
      throw .contradictoryEncoding(declared: declared, actual: "of one byte per letter")
    }
  }

  /// Converts the bytes to UTF-8. A byte order mark stays, as U+FEFF. UTF-8 and ASCII are returned unchanged.
  public func toUTF8(_ bytes: [UInt8]) throws(XMLError) -> [UInt8] {
    switch self {
    case .utf8:
      try Self.check(bytes)
      return bytes
    case .ascii:
      if let bad = bytes.firstIndex(where: { $0 >= 0x80 }) {
        throw .invalidBytes(encoding: name, at: XMLPosition(offset: bad, in: bytes))
      }
      return bytes
    case .latin1:
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count + bytes.count / 8)
      for byte in bytes {
        if byte < 0x80 {
          out.append(byte)
        } else {
          out.append(0xC0 | byte >> 6)
          out.append(0x80 | byte & 0x3F)
        }
      }
      return out
    case .utf16LittleEndian, .utf16BigEndian: return try fromUTF16(bytes)
    }
  }

  /// Converts UTF-8 back to this encoding. Characters that ASCII or ISO-8859-1 lack become character references, so the text must
  /// be well-formed XML that has such characters only in text and attribute values.
  public func fromUTF8(_ bytes: [UInt8]) -> [UInt8] {
    if self == .utf8 { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(self == .ascii || self == .latin1 ? bytes.count : bytes.count * 2)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch self {
      case .utf8: break
      case .ascii, .latin1:
        if scalar.value < (self == .ascii ? 0x80 : 0x100) {
          out.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
          out.append(contentsOf: "&#\(scalar.value);".utf8)
        }
      case .utf16LittleEndian:
        for unit in UTF16.encode(scalar) ?? .init() {
          out.append(UInt8(truncatingIfNeeded: unit))
          out.append(UInt8(truncatingIfNeeded: unit >> 8))
        }
      case .utf16BigEndian:
        for unit in UTF16.encode(scalar) ?? .init() {
          out.append(UInt8(truncatingIfNeeded: unit >> 8))
          out.append(UInt8(truncatingIfNeeded: unit))
        }
      }
    }
    return out
  }

  /// Throws unless a declaration that names `declared` is consistent with this encoding.
  func accept(declared: String?) throws(XMLError) {
    guard let declared else { return }
    let other = try Self.named(declared)
    let sixteen = [XMLEncoding.utf16LittleEndian, .utf16BigEndian]
    let plain16 = declared.lowercased() == "utf-16" && sixteen.contains(self)
    guard other == self || plain16 else { throw .contradictoryEncoding(declared: declared, actual: name) }
  }

  private static func named(_ name: String) throws(XMLError) -> XMLEncoding {
    switch name.lowercased() {
    case "utf-8", "utf8": return .utf8
    case "us-ascii", "ascii": return .ascii
    case "iso-8859-1", "latin1", "iso_8859-1": return .latin1
    case "utf-16", "utf-16le": return .utf16LittleEndian
    case "utf-16be": return .utf16BigEndian
    default: throw .unsupportedEncoding(name)
    }
  }

  private static func check(_ bytes: [UInt8]) throws(XMLError) {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let offset = error.byteOffsets.lowerBound
      throw .invalidBytes(encoding: "UTF-8", at: XMLPosition(offset: offset, in: bytes))
    }
  }

  private func fromUTF16(_ bytes: [UInt8]) throws(XMLError) -> [UInt8] {
    guard bytes.count % 2 == 0 else {
      throw .invalidBytes(encoding: name, at: XMLPosition(offset: bytes.count - 1, in: bytes))
    }
    let units = UTF16Bytes.units(of: bytes, isLittleEndian: self == .utf16LittleEndian)
    var out: [UInt8] = []
    out.reserveCapacity(units.count + units.count / 4)
    var decoder = UTF16()
    var iterator = units.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): out.append(contentsOf: UTF8.encode(scalar) ?? .init())
      case .emptyInput:
        // Checked here because not every caller that asks for UTF-8 goes on to parse it.
        try accept(declared: XMLDeclaration(out, from: 3).encoding)
        return out
      case .error:
        // The position refers to the UTF-8 output so far, as all positions refer to UTF-8.
        throw .invalidBytes(encoding: name, at: XMLPosition(offset: out.count, in: out))
      }
    }
  }
}
