internal import XML
internal import Zip

/// A small part and the splices that it gets.
struct PartPatch {
  let part: PartName
  let document: XMLDocument
  /// In no order: they are sorted by place when applied.
  var splices: [Splice] = []

  var root: XMLElement { document.root }

  /// The prefix of the root element with its colon, for new elements of its namespace; empty for none.
  var prefix: String { Self.prefix(of: root) }

  /// The prefix of an element with its colon; empty for none.
  static func prefix(of element: XMLElement) -> String { element.prefix.isEmpty ? "" : element.prefix + ":" }

  // MARK: Attributes

  /// Gives the attribute `name` of `element` the value `value`, unless it has it.
  mutating func set(_ name: String, of element: XMLElement, to value: String) {
    guard let attribute = element.attributeNode(name) else {
      splices.append(Splice(at: element.attributesEnd, " \(name)=\"\(XMLEscape.attribute(value))\""))
      return
    }
    guard attribute.value != value else { return }
    // An apostrophe would end a value in apostrophes.
    let escaped = XMLEscape.attribute(value).split(separator: "'", omittingEmptySubsequences: false)
    splices.append(Splice(attribute.valueRange, escaped.joined(separator: "&apos;")))
  }

  /// Removes the attribute `name` of `element`, if it has it.
  mutating func remove(_ name: String, of element: XMLElement) {
    if let attribute = element.attributeNode(name) { splices.append(Splice(attribute.range, [])) }
  }

  // MARK: Elements

  /// Inserts `markup` as the last thing inside `element`.
  mutating func append(_ markup: String, to element: XMLElement) { insert(markup, into: element, after: nil) }

  /// Inserts `markup` inside `element`: after its child `sibling`, or with nil at the end.
  mutating func insert(_ markup: String, into element: XMLElement, after sibling: XMLElement?) {
    if element.isSelfClosed {
      splices.append(Splice(element.selfClosing, ">\(markup)</\(element.qualifiedName)>"))
    } else {
      splices.append(Splice(at: sibling?.element.upperBound ?? element.content.upperBound, markup))
    }
  }

  mutating func remove(_ element: XMLElement) { splices.append(Splice(element.element, [])) }

  /// Puts `text` in the place of what stands between the tags of `element`.
  mutating func setText(of element: XMLElement, to text: String) {
    let markup = XMLEscape.text(text)
    if element.isSelfClosed {
      append(markup, to: element)
    } else {
      splices.append(Splice(element.content, markup))
    }
  }

  /// Inserts `markup`, whose element is called `name`, among the children of the root where `order` wants it.
  mutating func insert(_ markup: String, named name: String, inOrder order: [String]) {
    insert(markup, into: root, orderedLike: name, order)
  }

  /// Inserts `markup` behind the last child that `order` places before or with `name`.
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

  /// The name that decides the place of `child`: of alternatives (ECMA-376 Part 3) it is that of what they hold.
  private static func standsFor(_ child: XMLElement, in element: XMLElement) -> String? {
    if child.namespace == element.namespace { return child.localName }
    guard child.isNamed("AlternateContent", in: XMLNamespace.markupCompatibility) else { return nil }
    return child.descendants.first { $0.namespace == element.namespace }?.localName
  }

  // MARK: Result

  /// The bytes of the part with the splices, in the encoding that it has.
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
