// SPDX-License-Identifier: Apache-2.0

internal import XML

/// One of the lists in the styles part: `fonts`, `fills`, `cellXfs` …. Items are referred to by position, so new ones are
/// appended.
struct StyleSection {
  let name: String
  let itemName: String
  private let element: XMLElement?
  let items: [XMLElement]
  private var positions: [StyleSignature: Int] = [:]
  private var added: [String] = []

  init(_ name: String, of itemName: String, in root: XMLElement) {
    self.name = name
    self.itemName = itemName
    element = root.firstChild(name)
    items = element?.children(itemName) ?? []
    for (position, item) in items.enumerated() {
      let signature = StyleSignature(item)
      if positions[signature] == nil { positions[signature] = position }
    }
  }

  var count: Int { items.count + added.count }
  var isChanged: Bool { !added.isEmpty }

  /// The position of an item equivalent to `markup`, which is appended if there is none.
  ///
  /// - Parameter parsed: the element that `markup` represents.
  mutating func position(of markup: String, _ parsed: XMLElement) -> Int {
    let signature = StyleSignature(parsed)
    if let known = positions[signature] { return known }
    positions[signature] = count
    added.append(markup)
    return count - 1
  }

  /// Adds the new items to `patch`.
  func write(to patch: inout PartPatch) {
    guard isChanged else { return }
    let markup = added.joined()
    guard let element else {
      let list = "<\(patch.prefix)\(name) count=\"\(count)\">\(markup)</\(patch.prefix)\(name)>"
      patch.insert(list, named: name, inOrder: SchemaOrder.styleSheet)
      return
    }
    patch.insert(markup, into: element, after: items.last)
    if element.attributeNode("count") != nil { patch.set("count", of: element, to: String(count)) }
  }
}
