// SPDX-License-Identifier: Apache-2.0

/// The name of a part, which is its path in the package: `/xl/workbook.xml` (ECMA-376 Part 2, 6.2).
///
/// Names are equal if they differ only in ASCII case, in `\` for `/`, or in percent-encoding. ``description`` keeps the original
/// case.
public struct PartName: Hashable, Sendable, CustomStringConvertible {
  /// The name with a leading `/`, percent-decoded and without `.` and `..`.
  public let description: String
  /// The normalized name, used for comparison.
  private let key: String

  /// Takes a name as it is written in an archive entry or a content type: absolute, with or without the leading `/`.
  public init(_ name: String) {
    self.init(segments: Self.segments(of: name))
  }

  /// Resolves the `target` of a relationship of `source` (nil for the package itself). Nil for a target with a URI scheme, such
  /// as `mailto:…`, which does not name a part.
  public init?(target: String, from source: PartName?) {
    // A fragment or query does not change which part is meant.
    let path = target.prefix { $0 != "#" && $0 != "?" }
    if let colon = path.firstIndex(of: ":"), !path[..<colon].contains(where: { $0 == "/" || $0 == "\\" }) { return nil }
    let own = Self.segments(of: String(path))
    let isAbsolute = path.first == "/" || path.first == "\\"
    let base = isAbsolute ? [] : source.map { Self.segments(of: $0.description).dropLast() } ?? []
    self.init(segments: base + own)
  }

  private init(segments: [String]) {
    var kept: [String] = []
    for segment in segments {
      switch segment {
      case "", ".": break
      // `..` at the root stays at the root (RFC 3986, 5.2.4).
      case "..": _ = kept.popLast()
      default: kept.append(segment)
      }
    }
    description = "/" + kept.joined(separator: "/")
    key = String(decoding: description.utf8.map(Self.lowercased), as: UTF8.self)
  }

  /// The name of the archive entry: without the leading `/`.
  public var entryName: String { String(description.dropFirst()) }

  /// The text after the last dot, in lower case; empty if there is no dot.
  public var pathExtension: String {
    let last = key.split(separator: "/").last ?? ""
    guard let dot = last.lastIndex(of: ".") else { return "" }
    return String(last[last.index(after: dot)...])
  }

  /// The name of the part with this part's relationships, whether or not it exists.
  public var relationshipPart: PartName {
    var segments = Self.segments(of: description)
    let last = segments.popLast() ?? ""
    return PartName(segments: segments + ["_rels", last + ".rels"])
  }

  /// The name of the part with the relationships of the package.
  public static let packageRelationships = PartName("/_rels/.rels")
  public static let contentTypes = PartName("/[Content_Types].xml")

  /// The name as a relationship target: percent-encoded and absolute, which every reader accepts.
  public func target() -> String { Self.percentEncoded(description) }

  public static func == (a: Self, b: Self) -> Bool { a.key == b.key }

  public func hash(into hasher: inout Hasher) { hasher.combine(key) }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  private static func segments(of path: String) -> [String] {
    path.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.map { percentDecoded(String($0)) }
  }

  /// Decodes percent-escapes, except those of a slash, a backslash or a null byte. If the result is not valid UTF-8, the segment
  /// stays as it is.
  private static func percentDecoded(_ segment: String) -> String {
    guard segment.utf8.contains(UInt8(ascii: "%")) else { return segment }
    let bytes = Array(segment.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexDigit(bytes[index + 1]),
        let low = hexDigit(bytes[index + 2]), high << 4 | low != UInt8(ascii: "/"),
        high << 4 | low != UInt8(ascii: "\\"),
        high << 4 | low != 0
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(validating: out, as: UTF8.self) ?? segment
  }

  private static func percentEncoded(_ path: String) -> String {
    let plain = Set("-._~!$&'()*+,;=:@/".utf8)
    var out = ""
    for byte in path.utf8 {
      let lower = lowercased(byte)
      let isPlain =
        (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
        || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || plain.contains(byte)
      if isPlain {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        out += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return out
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
