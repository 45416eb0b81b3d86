// SPDX-License-Identifier: Apache-2.0

/// One element of an ``XMLDocument``. Cheap to copy; keeps its document alive.
public struct XMLElement: Sendable {
  let tree: XMLTree
  let index: Int

  private var node: XMLTree.Node { tree.nodes[index] }

  // MARK: Names

  /// The namespace URI, with Strict URIs mapped to their Transitional equivalents; empty if the element is in no namespace.
  public var namespace: String { tree.namespaces[Int(node.namespace)] }

  /// The namespace URI as the part writes it.
  public var writtenNamespace: String { tree.writtenNamespaces[Int(node.namespace)] }

  /// The prefix, colon and local name, as written.
  public var qualifiedName: String { String(decoding: tree.bytes[nameRange], as: UTF8.self) }

  public var localName: String { String(decoding: tree.bytes[localNameRange], as: UTF8.self) }

  /// The prefix as written, without the colon; empty if there is none. New sibling elements need it.
  public var prefix: String { String(qualifiedName.dropLast(localNameRange.count).dropLast()) }

  /// Whether this element has the local name `name` and the namespace `namespace`.
  public func isNamed(_ name: String, in namespace: String) -> Bool {
    hasLocalName(name) && self.namespace == namespace
  }

  private var nameRange: Range<Int> { Int(node.start) + 1..<Int(node.start) + 1 + Int(node.nameLength) }

  private var localNameRange: Range<Int> {
    let name = nameRange
    let colon = tree.bytes[name].firstIndex(of: UInt8(ascii: ":"))
    return (colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound
  }

  private func hasLocalName(_ name: String) -> Bool { tree.bytes[localNameRange].elementsEqual(name.utf8) }

  // MARK: Places

  /// From the `<` of the start tag to the end of the `>` of the end tag.
  public var element: Range<Int> { Int(node.start)..<Int(node.end) }

  public var startTag: Range<Int> { Int(node.start)..<Int(node.startTagEnd) }

  /// The range between the tags. For a self-closed element, it is empty and at the `/`.
  public var content: Range<Int> {
    isSelfClosed
      ? Int(node.contentEnd)..<Int(node.contentEnd) : Int(node.startTagEnd)..<Int(node.contentEnd)
  }

  /// Whether the element is written as `<a/>`.
  public var isSelfClosed: Bool { node.contentEnd < node.startTagEnd }

  /// The end of a self-closed element that has to be replaced by `>`, content and an end tag to add content: its `/>` and the
  /// white space before it.
  public var selfClosing: Range<Int> {
    var start = Int(node.contentEnd)
    while start > 0, [0x20, 0x09, 0x0A, 0x0D].contains(tree.bytes[start - 1]) { start -= 1 }
    return start..<Int(node.end)
  }

  /// The offset for a new attribute: after the last one, or after the name.
  public var attributesEnd: Int {
    guard let last = tree.attributes(of: node).last else { return nameRange.upperBound }
    return Int(last.valueStart + last.valueLength) + 1
  }

  /// The line of the start tag, counted on request in time proportional to the offset.
  public var line: Int { XMLPosition(offset: Int(node.start), in: tree.bytes).line }

  // MARK: Attributes

  /// The attributes in file order, without namespace declarations.
  public var attributes: [XMLAttribute] { tree.attributes(of: node).map { XMLAttribute(tree: tree, stored: $0) } }

  /// The attribute `name`. If no `namespace` is given, the one without a prefix.
  public func attributeNode(_ name: String, in namespace: String = "") -> XMLAttribute? {
    for stored in tree.attributes(of: node) {
      let attribute = XMLAttribute(tree: tree, stored: stored)
      if attribute.hasLocalName(name), attribute.namespace == namespace { return attribute }
    }
    return nil
  }

  /// The value of the attribute `name`. If no `namespace` is given, of the one without a prefix.
  public func attribute(_ name: String, in namespace: String = "") -> String? {
    attributeNode(name, in: namespace)?.value
  }

  // MARK: Content

  /// The child elements.
  public var children: XMLChildren { XMLChildren(tree: tree, index: index + 1, end: Int(node.after)) }

  /// The child elements called `name`, in this element's namespace unless another one is given.
  public func children(_ name: String, in namespace: String? = nil) -> [XMLElement] {
    let namespace = namespace ?? self.namespace
    return children.filter { $0.isNamed(name, in: namespace) }
  }

  /// The first child element called `name`, in this element's namespace unless another one is given.
  public func firstChild(_ name: String, in namespace: String? = nil) -> XMLElement? {
    let namespace = namespace ?? self.namespace
    return children.first { $0.isNamed(name, in: namespace) }
  }

  /// All elements inside this one, at any depth, in document order.
  public var descendants: some Sequence<XMLElement> {
    (index + 1..<Int(node.after)).lazy.map { [tree] in XMLElement(tree: tree, index: $0) }
  }

  /// The decoded character data of this element and all elements inside it.
  public var text: String {
    var out: [UInt8] = []
    // Every reference resolves, because libxml2 has accepted the part.
    XMLText.appendContent(of: tree.bytes, in: content, to: &out)
    return String(decoding: out, as: UTF8.self)
  }
}

/// The child elements of an element.
public struct XMLChildren: Sequence, IteratorProtocol, Sendable {
  let tree: XMLTree
  var index: Int
  let end: Int

  public mutating func next() -> XMLElement? {
    guard index < end else { return nil }
    defer { index = Int(tree.nodes[index].after) }
    return XMLElement(tree: tree, index: index)
  }
}

/// One attribute of an ``XMLElement``.
public struct XMLAttribute: Sendable {
  let tree: XMLTree
  let stored: XMLTree.Attribute

  /// The namespace URI, with Strict URIs mapped to their Transitional equivalents; empty for an attribute without a prefix.
  public var namespace: String { tree.namespaces[Int(stored.namespace)] }

  /// The prefix, colon and local name, as written.
  public var qualifiedName: String { String(decoding: tree.bytes[nameRange], as: UTF8.self) }

  public var localName: String { String(decoding: tree.bytes[localNameRange], as: UTF8.self) }

  /// The decoded and normalized value.
  public var value: String {
    var out: [UInt8] = []
    // Every reference resolves, because libxml2 has accepted the part.
    XMLText.appendAttribute(of: tree.bytes, in: valueRange, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// The range between the quotes.
  public var valueRange: Range<Int> { Int(stored.valueStart)..<Int(stored.valueStart + stored.valueLength) }

  /// The range to delete to remove the attribute: from the white space before the name to the end of the closing quote.
  public var range: Range<Int> {
    var start = Int(stored.nameStart)
    while start > 0, [0x20, 0x09, 0x0A, 0x0D].contains(tree.bytes[start - 1]) { start -= 1 }
    return start..<Int(stored.valueStart + stored.valueLength) + 1
  }

  private var nameRange: Range<Int> { Int(stored.nameStart)..<Int(stored.nameStart + stored.nameLength) }

  private var localNameRange: Range<Int> {
    let name = nameRange
    let colon = tree.bytes[name].firstIndex(of: UInt8(ascii: ":"))
    return (colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound
  }

  func hasLocalName(_ name: String) -> Bool { tree.bytes[localNameRange].elementsEqual(name.utf8) }
}
