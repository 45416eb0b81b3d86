// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The meaning of an element in the styles part, independent of how it is written. Two elements with the same signature are
/// equivalent.
struct StyleSignature: Hashable {
  private struct Entry: Hashable {
    var depth: Int
    var name: String
    /// `name=value`, sorted.
    var attributes: [String]
  }

  private let entries: [Entry]

  init(_ element: XMLElement) {
    var entries = [Self.entry(element, depth: 0)]
    var open: [Int] = []
    for descendant in element.descendants {
      let place = descendant.element
      while let end = open.last, end <= place.lowerBound { open.removeLast() }
      open.append(place.upperBound)
      entries.append(Self.entry(descendant, depth: open.count))
    }
    self.entries = entries
  }

  private static func entry(_ element: XMLElement, depth: Int) -> Entry {
    Entry(
      depth: depth, name: "\(element.namespace) \(element.localName)",
      attributes: element.attributes.map { "\($0.namespace) \($0.localName)=\($0.value)" }.sorted())
  }
}
