/// How much of anything one part may hold. All are counted on the bytes before libxml2 sees them: its time grows with the
/// square of the attributes of an element, and which of its own limits apply depends on how it is called.
public struct XMLLimits: Hashable, Sendable {
  /// Elements inside one another.
  public var depth: Int
  /// Attributes of one element, namespace declarations included.
  public var attributes: Int
  /// Bytes of the value of one attribute.
  public var attributeBytes: Int
  /// Bytes of one run of text, one comment, one CDATA section or one processing instruction.
  public var textBytes: Int
  /// Bytes of one name, prefix included.
  public var nameBytes: Int
  /// Elements of a part that is read as a tree; parts that are read as events may hold more.
  public var elements: Int

  public init(
    depth: Int = 128, attributes: Int = 1_000, attributeBytes: Int = 1 << 20, textBytes: Int = 8 << 20,
    nameBytes: Int = 1_000, elements: Int = 10_000_000
  ) {
    self.depth = depth
    self.attributes = attributes
    self.attributeBytes = attributeBytes
    self.textBytes = textBytes
    self.nameBytes = nameBytes
    self.elements = elements
  }

  public static let `default` = XMLLimits()

  /// For files of unknown origin: about twice what the largest of 7,157 public workbooks holds.
  public static let untrusted = XMLLimits(
    depth: 64, attributes: 128, attributeBytes: 64 << 10, textBytes: 1 << 20, nameBytes: 256, elements: 1_000_000)
}

/// A limit that a part exceeds. `name` is that of the `--limit NAME=VALUE` option.
public struct XMLLimitBreach: Hashable, Sendable, CustomStringConvertible {
  public let name: String
  /// What was found when counting stopped: the part may hold more.
  public let actual: Int
  public let limit: Int
  public let position: XMLPosition

  public init(name: String, actual: Int, limit: Int, position: XMLPosition) {
    self.name = name
    self.actual = actual
    self.limit = limit
    self.position = position
  }

  public var description: String { "\(name) is \(actual), more than the limit of \(limit), at \(position)" }
}
