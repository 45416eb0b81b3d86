// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The part with the metadata of cells (ECMA-376 Part 1, 18.9), to which the record of dynamic arrays is added.
struct MetadataPatch {
  private(set) var patch: PartPatch

  init(_ patch: PartPatch) { self.patch = patch }

  static func emptyPart(namespace: String) -> [UInt8] {
    Array(
      ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<metadata xmlns=\"\(namespace)\"><metadataTypes count=\"0\"></metadataTypes>"
        + "<cellMetadata count=\"0\"></cellMetadata></metadata>").utf8)
  }

  /// Adds the record that marks a dynamic array, with what it refers to, and returns its number, counted from 1.
  mutating func addDynamicArray() -> Int {
    let root = patch.root
    let prefix = patch.prefix
    let name = CellMetadata.dynamicType
    let types = root.firstChild("metadataTypes")?.children("metadataType") ?? []
    var type = (types.firstIndex { $0.attribute("name") == name }).map { $0 + 1 }
    if type == nil {
      type = add(
        "<\(prefix)metadataType name=\"\(name)\" minSupportedVersion=\"120000\" copy=\"1\" pasteAll=\"1\" pasteValues=\"1\" "
          + "merge=\"1\" splitFirst=\"1\" rowColShift=\"1\" clearFormats=\"1\" clearComments=\"1\" assign=\"1\" "
          + "coerce=\"1\" cellMeta=\"1\"/>", to: "metadataTypes", holding: "metadataType")
    }
    let block =
      "<\(prefix)bk><\(prefix)extLst><\(prefix)ext uri=\"{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}\">"
      + "<xda:dynamicArrayProperties xmlns:xda=\"http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray\" "
      + "fDynamic=\"1\" fCollapsed=\"0\"/></\(prefix)ext></\(prefix)extLst></\(prefix)bk>"
    let place: Int
    if let future = root.children("futureMetadata").first(where: { $0.attribute("name") == name }) {
      place = append(block, to: future, holding: "bk") - 1
    } else {
      place = 0
      patch.insert(
        "<\(prefix)futureMetadata name=\"\(name)\" count=\"1\">\(block)</\(prefix)futureMetadata>",
        named: "futureMetadata", inOrder: SchemaOrder.metadata)
    }
    return add(
      "<\(prefix)bk><\(prefix)rc t=\"\(type ?? 1)\" v=\"\(place)\"/></\(prefix)bk>", to: "cellMetadata", holding: "bk")
  }

  /// Appends `markup` to the list called `list`, which is added if it is missing, and returns how many elements it then has.
  private mutating func add(_ markup: String, to list: String, holding item: String) -> Int {
    if let element = patch.root.firstChild(list) { return append(markup, to: element, holding: item) }
    patch.insert(
      "<\(patch.prefix)\(list) count=\"1\">\(markup)</\(patch.prefix)\(list)>", named: list,
      inOrder: SchemaOrder.metadata)
    return 1
  }

  private mutating func append(_ markup: String, to element: XMLElement, holding item: String) -> Int {
    let count = element.children(item).count + 1
    patch.append(markup, to: element)
    patch.set("count", of: element, to: String(count))
    return count
  }
}
