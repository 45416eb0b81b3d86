// SPDX-License-Identifier: Apache-2.0

/// The elements of one part in document order, stored as flat arrays of byte offsets. Names, values and text are read from the
/// bytes on request. Offsets are 32-bit, because libxml2 accepts at most 2 GiB.
final class XMLTree: Sendable {
  struct Node: Sendable {
    /// The index into ``XMLTree/namespaces``.
    var namespace: Int32
    /// The offset of the `<` of the start tag.
    var start: Int32
    /// The length of the name, including the prefix. The name follows the `<`.
    var nameLength: Int32
    /// The offset after the `>` of the start tag.
    var startTagEnd: Int32
    /// The offset of the `<` of the end tag; for a self-closed element, of the `/`.
    var contentEnd: Int32
    /// The offset after the element.
    var end: Int32
    /// The index after the last node inside this one, which is that of its next sibling, if it has one.
    var after: Int32
    var firstAttribute: Int32
    var attributeCount: Int32
  }

  struct Attribute: Sendable {
    var namespace: Int32
    var nameStart: Int32
    var nameLength: Int32
    var valueStart: Int32
    var valueLength: Int32
  }

  let bytes: [UInt8]
  let encoding: XMLEncoding
  let nodes: [Node]
  let attributes: [Attribute]
  /// The namespaces as the part writes them.
  let writtenNamespaces: [String]
  /// The namespaces with Strict ones mapped to Transitional ones.
  let namespaces: [String]

  init(_ source: XMLSource, limits: XMLLimits) throws(XMLError) {
    let builder = TreeBuilder(source.bytes, limits: limits)
    try LibXML2.parse(source.bytes, from: source.start, into: builder)
    writtenNamespaces = builder.namespaces
    namespaces = writtenNamespaces.map(XMLNamespace.transitional)
    bytes = source.bytes
    encoding = source.encoding
    nodes = builder.nodes
    attributes = builder.attributes
    guard !nodes.isEmpty else { throw .malformed(reason: "no element", at: XMLPosition(offset: 0, line: 1)) }
  }

  func attributes(of node: Node) -> ArraySlice<Attribute> {
    attributes[Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount)]
  }
}

/// Fills the arrays of a tree during a parse.
private final class TreeBuilder: XMLSink {
  let wantsText = false
  private let bytes: [UInt8]
  private let limits: XMLLimits
  private var open: [Int] = []
  var namespaces: [String] = [""]
  var nodes: [XMLTree.Node] = []
  var attributes: [XMLTree.Attribute] = []

  init(_ bytes: [UInt8], limits: XMLLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  func namespace(_ uri: String) { namespaces.append(uri) }

  func start(end: Int, namespace: Int, attributeNamespaces: [Int], words: LibXML2.Words?) throws(XMLError) {
    guard end < bytes.count else {
      throw .malformed(reason: "an unfinished start tag", at: XMLPosition(offset: end, in: bytes))
    }
    // An attribute can't contain a raw `<`, so the nearest one opens this tag.
    var start = end
    while start > 0, bytes[start] != UInt8(ascii: "<") { start -= 1 }
    var tag = StartTag(bytes, start: start, end: end)
    let first = attributes.count
    var place = 0
    while let attribute = tag.next(bytes) {
      if declaresNamespace(attribute.name) { continue }
      guard place < attributeNamespaces.count else { break }
      attributes.append(
        XMLTree.Attribute(
          namespace: Int32(attributeNamespaces[place]), nameStart: Int32(attribute.name.lowerBound),
          nameLength: Int32(attribute.name.count), valueStart: Int32(attribute.value.lowerBound),
          valueLength: Int32(attribute.value.count)))
      place += 1
    }
    let selfClosed = bytes[end] == UInt8(ascii: "/")
    guard attributes.count - first == attributeNamespaces.count, selfClosed || bytes[end] == UInt8(ascii: ">") else {
      throw .malformed(reason: "a tag that two readers read in two ways", at: XMLPosition(offset: start, in: bytes))
    }
    guard nodes.count < limits.elements else {
      let breach = XMLLimitBreach(
        name: "xml-elements", actual: nodes.count + 1, limit: limits.elements,
        position: XMLPosition(offset: start, in: bytes))
      throw .limit(breach)
    }
    open.append(nodes.count)
    nodes.append(
      XMLTree.Node(
        namespace: Int32(namespace), start: Int32(start), nameLength: Int32(tag.name.count),
        startTagEnd: Int32(selfClosed ? end + 2 : end + 1), contentEnd: Int32(end), end: 0, after: 0,
        firstAttribute: Int32(first), attributeCount: Int32(attributeNamespaces.count)))
  }

  func text(_ bytes: [UInt8]) {}

  func end(offset: Int) {
    guard let index = open.popLast() else { return }
    nodes[index].end = Int32(offset)
    nodes[index].after = Int32(nodes.count)
    // For an element that is not self-closed, the content ends at the `<` of the end tag.
    if bytes[Int(nodes[index].contentEnd)] == UInt8(ascii: ">") {
      var start = offset - 1
      while start > 0, bytes[start] != UInt8(ascii: "<") { start -= 1 }
      nodes[index].contentEnd = Int32(start)
    }
  }

  private func declaresNamespace(_ name: Range<Int>) -> Bool {
    guard bytes[name.lowerBound] == UInt8(ascii: "x") else { return false }
    let text = bytes[name]
    return text.starts(with: "xmlns:".utf8) || text.elementsEqual("xmlns".utf8)
  }
}
