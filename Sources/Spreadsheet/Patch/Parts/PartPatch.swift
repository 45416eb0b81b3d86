// SPDX-License-Identifier: Apache-2.0

internal import XML
internal import Zip

/// A small part and its splices.
struct PartPatch {
  let part: PartName
  let document: XMLDocument
  /// The splices in any order; they are sorted by position when applied.
  var splices: [Splice] = []

  var root: XMLElement { document.root }

  /// The prefix of the root element including the colon, for new elements in its namespace; empty if there is none.
  var prefix: String { Self.prefix(of: root) }

  /// The prefix of an element including the colon; empty if there is none.
  static func prefix(of element: XMLElement) -> String { element.prefix.isEmpty ? "" : element.prefix + ":" }

  // MARK: Attributes

  /// Sets the attribute `name` of `element` to `value`, unless it already has that value.
  mutating func set(_ name: String, of element: XMLElement, to value: String) {
    guard let attribute = element.attributeNode(name) else {
      splices.append(Splice(at: element.attributesEnd, " \(name)=\"\(XMLEscape.attribute(value))\""))
      return
    }
    guard attribute.value != value else { return }
    // Apostrophes are escaped too, because the existing value may be in apostrophes.
    let escaped = XMLEscape.attribute(value).split(separator: "'", omittingEmptySubsequences: false)
    splices.append(Splice(attribute.valueRange, escaped.joined(separator: "&apos;")))
  }

  /// Removes the attribute `name` of `element`, if it exists.
  mutating func remove(_ name: String, of element: XMLElement) {
    if let attribute = element.attributeNode(name) { splices.append(Splice(attribute.range, [])) }
  }

  // MARK: Elements

  /// Appends `markup` to the content of `element`.
  mutating func append(_ markup: String, to element: XMLElement) { insert(markup, into: element, after: nil) }

  /// Inserts `markup` into `element` after its child `sibling`, or at the end if that is nil.
  mutating func insert(_ markup: String, into element: XMLElement, after sibling: XMLElement?) {
    if element.isSelfClosed {
      splices.append(Splice(element.selfClosing, ">\(markup)</\(element.qualifiedName)>"))
    } else {
      splices.append(Splice(at: sibling?.element.upperBound ?? element.content.upperBound, markup))
    }
  }

  mutating func remove(_ element: XMLElement) { splices.append(Splice(element.element, [])) }

  /// Replaces the content of `element` with `text`.
  mutating func setText(of element: XMLElement, to text: String) {
    let markup = XMLEscape.text(text)
    if element.isSelfClosed {
      append(markup, to: element)
    } else {
      splices.append(Splice(element.content, markup))
    }
  }

  /// Inserts `markup`, an element called `name`, as a child of the root at the position that `order` requires.
  mutating func insert(_ markup: String, named name: String, inOrder order: [String]) {
    insert(markup, into: root, orderedLike: name, order)
  }

  /// Inserts `markup` after the last child that comes before or together with `name` in `order`.
  mutating func insert(_ markup: String, into element: XMLElement, orderedLike name: String, _ order: [String]) {
    let place = order.firstIndex(of: name) ?? order.count
    var before: XMLElement?
    for child in element.children {
      guard let name = Self.standsFor(child, in: element), let index = order.firstIndex(of: name), index <= place
      else { continue }
      before = child
    }
    if before == nil, !element.isSelfClosed {
      splices.append(Splice(at: element.content.lowerBound, markup))
    } else {
      insert(markup, into: element, after: before)
    }
  }

  /// The name that determines the position of `child`. For an AlternateContent element (ECMA-376 Part 3), it is the name of the
  /// element inside.
  private static func standsFor(_ child: XMLElement, in element: XMLElement) -> String? {
    if child.namespace == element.namespace { return child.localName }
    guard child.isNamed("AlternateContent", in: XMLNamespace.markupCompatibility) else { return nil }
    return child.descendants.first { $0.namespace == element.namespace }?.localName
  }

  // MARK: Result

  /// The bytes of the part with the splices applied, in its original encoding.
  func pieces() throws(SpreadsheetError) -> [ArraySlice<UInt8>] {
    var buffer = SpliceBuffer()
    buffer.append(splices)
    do throws(XMLError) {
      return Self.encoded(try buffer.applied(to: document.bytes).pieces, as: document.encoding)
    } catch {
      throw SpreadsheetError(error, in: part)
    }
  }

  static func encoded(_ pieces: [ArraySlice<UInt8>], as encoding: XMLEncoding) -> [ArraySlice<UInt8>] {
    encoding == .utf8 || encoding == .ascii && pieces.allSatisfy { $0.allSatisfy { $0 < 0x80 } }
      ? pieces : [encoding.fromUTF8(Array(pieces.joined()))[...]]
  }
}
