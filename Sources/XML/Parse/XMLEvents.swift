// SPDX-License-Identifier: Apache-2.0

/// An event that ``xmlEvents(_:limits:_:)`` reports.
public enum XMLEvent: Hashable, Sendable {
  /// A start tag. Strict namespaces are mapped to Transitional ones.
  case start(namespace: String, localName: String, attributes: [XMLEventAttribute], startTag: Range<Int>)
  /// Character data. One text may be reported in several pieces.
  case text([UInt8])
  /// The end of an element; `end` is the offset after it.
  case end(end: Int)
}

/// An attribute with its decoded value.
public struct XMLEventAttribute: Hashable, Sendable {
  /// The namespace; empty for an attribute without a prefix.
  public let namespace: String
  public let localName: String
  public let value: [UInt8]
}

/// Parses a part with libxml2 and reports its events, decoded by libxml2. There is no tree, and no limit on the number of
/// elements. It has a tenth of the speed of the scanners in `Spreadsheet` and is the reference against which their results are
/// checked.
///
/// - Returns: the part converted to UTF-8, to which the offsets refer.
@discardableResult
public func xmlEvents(
  _ bytes: [UInt8], limits: XMLLimits = .default, _ body: (XMLEvent) -> Void
) throws(XMLError) -> [UInt8] {
  let source = try XMLSource(bytes, limits: limits)
  var failure: XMLError?
  withoutActuallyEscaping(body) { body in
    let sink = EventSink(source.bytes, body)
    do throws(XMLError) {
      try LibXML2.parse(source.bytes, from: source.start, into: sink)
    } catch {
      failure = error
    }
  }
  if let failure { throw failure }
  return source.bytes
}

private final class EventSink: XMLSink {
  let wantsText = true
  private let bytes: [UInt8]
  private let body: (XMLEvent) -> Void
  private var namespaces: [String] = [""]

  init(_ bytes: [UInt8], _ body: @escaping (XMLEvent) -> Void) {
    self.bytes = bytes
    self.body = body
  }

  func namespace(_ uri: String) { namespaces.append(XMLNamespace.transitional(uri)) }

  func start(end: Int, namespace: Int, attributeNamespaces: [Int], words: LibXML2.Words?) {
    guard let words else { return }
    var start = end
    while start > 0, bytes[start] != UInt8(ascii: "<") { start -= 1 }
    let list = zip(attributeNamespaces, words.attributes).map { namespace, attribute in
      XMLEventAttribute(namespace: namespaces[namespace], localName: attribute.name, value: attribute.value)
    }
    let selfClosed = bytes[end] == UInt8(ascii: "/")
    body(
      .start(
        namespace: namespaces[namespace], localName: words.name, attributes: list,
        startTag: start..<(selfClosed ? end + 2 : end + 1)))
  }

  func text(_ bytes: [UInt8]) { body(.text(bytes)) }

  func end(offset: Int) { body(.end(end: offset)) }
}
