// SPDX-License-Identifier: Apache-2.0

/// A position in a part: the byte offset (after conversion to UTF-8) and the line, counted from 1.
public struct XMLPosition: Hashable, Sendable, CustomStringConvertible {
  public let offset: Int
  public let line: Int

  public init(offset: Int, line: Int) {
    self.offset = offset
    self.line = line
  }

  /// Determines the line by counting line feeds before `offset`. Only used for errors, so that parsing does not have to count.
  init(offset: Int, in bytes: [UInt8]) {
    let end = min(max(offset, 0), bytes.count)
    var line = 1
    for byte in bytes[..<end] where byte == UInt8(ascii: "\n") { line += 1 }
    self.init(offset: end, line: line)
  }

  public var description: String { "line \(line), byte \(offset)" }
}

/// The reason a part can't be read as XML.
public enum XMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The part is not well-formed; `reason` is a clause such as `expected '>'`.
  case malformed(reason: String, at: XMLPosition)
  /// The part has a document type declaration. OPC forbids it (ECMA-376 Part 2, 8.1.4), and every attack with entities needs one.
  case doctype(at: XMLPosition)
  /// The encoding is not supported. The name is the one in the declaration, or follows from the first bytes.
  case unsupportedEncoding(String)
  /// The declaration names one encoding, but the bytes are in another.
  case contradictoryEncoding(declared: String, actual: String)
  /// Some bytes are invalid in the encoding of the part.
  case invalidBytes(encoding: String, at: XMLPosition)
  case limit(XMLLimitBreach)
  /// A splice is out of order, overlaps another one or lies outside the bytes; `offset` is where it starts.
  case misplacedSplice(offset: Int)

  public var description: String {
    switch self {
    case .malformed(let reason, let position): "not well-formed XML at \(position): \(reason)"
    case .doctype(let position): "a document type declaration (DOCTYPE) at \(position); workbooks must not have one"
    case .unsupportedEncoding(let name):
      "the encoding \(name) is not read; expected UTF-8, UTF-16 with a byte order mark, US-ASCII or ISO-8859-1"
    case .contradictoryEncoding(let declared, let actual): "declared as \(declared) but the bytes are \(actual)"
    case .invalidBytes(let encoding, let position): "bytes that are not \(encoding) at \(position)"
    case .limit(let breach): breach.description
    case .misplacedSplice(let offset): "the splice at byte \(offset) is out of order, overlaps another or lies outside"
    }
  }
}
