// SPDX-License-Identifier: Apache-2.0

/// Limits on the contents of one part. All of them are checked on the bytes before libxml2 sees them, because the time of libxml2
/// is quadratic in the number of attributes of an element, and because which of its own limits apply depends on how it is called.
public struct XMLLimits: Hashable, Sendable {
  /// The nesting depth of elements.
  public var depth: Int
  /// The number of attributes of one element, including namespace declarations.
  public var attributes: Int
  /// The size of one attribute value in bytes.
  public var attributeBytes: Int
  /// The size in bytes of one run of text, comment, CDATA section or processing instruction.
  public var textBytes: Int
  /// The size of one name in bytes, including the prefix.
  public var nameBytes: Int
  /// The number of elements in a part that is parsed into a tree; parts that are read as events may have more.
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

  /// Limits for files of unknown origin: about twice what the largest of 7,157 public workbooks needs.
  public static let untrusted = XMLLimits(
    depth: 64, attributes: 128, attributeBytes: 64 << 10, textBytes: 1 << 20, nameBytes: 256, elements: 1_000_000)
}

/// A limit that a part exceeds. `name` is the name in the `--limit NAME=VALUE` option.
public struct XMLLimitBreach: Hashable, Sendable, CustomStringConvertible {
  public let name: String
  /// The count when reading stopped; the part may contain more.
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
