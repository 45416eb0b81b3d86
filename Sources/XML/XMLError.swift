/// Where in a part something was found: bytes from its start (after transcoding to UTF-8) and lines from 1.
public struct XMLPosition: Hashable, Sendable, CustomStringConvertible {
  public let offset: Int
  public let line: Int

  public init(offset: Int, line: Int) {
    self.offset = offset
    self.line = line
  }

  /// Counts the line feeds before `offset`: called for errors only, so that parsing need not count.
  init(offset: Int, in bytes: [UInt8]) {
    let end = min(max(offset, 0), bytes.count)
    var line = 1
    for byte in bytes[..<end] where byte == UInt8(ascii: "\n") { line += 1 }
    self.init(offset: end, line: line)
  }

  public var description: String { "line \(line), byte \(offset)" }
}

/// Why a part could not be read as XML.
public enum XMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not well-formed; `reason` is a clause such as `expected '>'`.
  case malformed(reason: String, at: XMLPosition)
  /// OPC forbids document type declarations (ECMA-376 Part 2, 8.1.4), and every attack with entities needs one.
  case doctype(at: XMLPosition)
  /// An encoding that is not read, by the name that the file or its first bytes give it.
  case unsupportedEncoding(String)
  /// The declaration names one encoding, the bytes are in another.
  case contradictoryEncoding(declared: String, actual: String)
  /// Bytes that mean nothing in the encoding of the part.
  case invalidBytes(encoding: String, at: XMLPosition)
  case limit(XMLLimitBreach)
  /// Splices must be in order and must not overlap; `offset` is where the offending one starts.
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
