// SPDX-License-Identifier: Apache-2.0

internal import XML
internal import Zip

/// The changes to a package: parts that are replaced, added and removed, with their content types and relationships.
struct PackagePatch {
  let package: OPCPackage
  /// The small parts that are spliced, by name.
  private var documents: [PartName: PartPatch] = [:]
  private var replaced: [(part: PartName, contents: PartContents)] = []
  private var added: [(part: PartName, pieces: [ArraySlice<UInt8>])] = []
  private var removed: [PartName] = []
  /// The ids given to new relationships, by source.
  private var newIDs: [PartName: Set<String>] = [:]
  /// The relationships of parts that have no relationship part yet, in the order in which they were added.
  private var newRelationships: [(source: PartName, markup: String)] = []
  private var newDefaults: Set<String> = []
  /// The number of relationships left, for sources that lost some.
  private var relationshipsLeft: [PartName: Int] = [:]

  init(_ package: OPCPackage) { self.package = package }

  // MARK: Parts

  /// Splices a small part. Pass `document` if the part has already been parsed.
  mutating func edit(
    _ part: PartName, _ document: XMLDocument? = nil, _ body: (inout PartPatch) -> Void
  ) throws(SpreadsheetError) {
    var patch: PartPatch
    if let known = documents[part] {
      patch = known
    } else if let document {
      patch = PartPatch(part: part, document: document)
    } else {
      patch = PartPatch(part: part, document: try package.document(of: part))
    }
    body(&patch)
    documents[part] = patch
  }

  /// Sets the splices of a part that nothing else changes.
  mutating func take(_ patch: PartPatch) { documents[patch.part] = patch }

  mutating func replace(_ part: PartName, with contents: PartContents) { replaced.append((part, contents)) }

  mutating func add(_ part: PartName, type: String, _ pieces: [ArraySlice<UInt8>]) throws(SpreadsheetError) {
    added.append((part, pieces))
    try edit(.contentTypes) { types in
      types.append(
        "<\(types.prefix)Override PartName=\"\(XMLEscape.attribute(part.target()))\" ContentType=\"\(type)\"/>",
        to: types.root)
    }
  }

  /// Adds a part whose content type is the default for its extension. If that extension has another default already, an override
  /// is added.
  mutating func add(
    _ part: PartName, defaultType type: String, _ pieces: [ArraySlice<UInt8>]
  ) throws(SpreadsheetError) {
    let ending = part.pathExtension
    if let known = package.contentTypes.defaults[ending], known.lowercased() != type.lowercased() {
      return try add(part, type: type, pieces)
    }
    added.append((part, pieces))
    guard package.contentTypes.defaults[ending] == nil, newDefaults.insert(ending).inserted else { return }
    try edit(.contentTypes) { types in
      types.append(
        "<\(types.prefix)Default Extension=\"\(ending)\" ContentType=\"\(type)\"/>", to: types.root)
    }
  }

  /// Removes the calculation chain. Excel rebuilds a missing one, but reports a file as damaged if the chain names a cell without
  /// a formula.
  mutating func dropCalculationChain(of workbook: Workbook) throws(SpreadsheetError) {
    for relationship in workbook.relationships.all(RelationshipType.calculationChain) {
      if let part = relationship.part { try remove(part, from: workbook.part) }
    }
  }

  /// Removes a part, its content type, and the relationships of `source` that lead to it.
  mutating func remove(_ part: PartName, from source: PartName) throws(SpreadsheetError) {
    guard package.contains(part) else { return }
    try drop(part)
    var left = 0
    try edit(source.relationshipPart) { relationships in
      for element in relationships.root.children("Relationship") {
        guard element.attribute("Target").flatMap({ PartName(target: $0, from: source) }) == part else {
          left += 1
          continue
        }
        relationships.remove(element)
      }
    }
    relationshipsLeft[source] = min(left, (relationshipsLeft[source] ?? left + 1) - 1)
  }

  /// Removes a part, its content type and its own relationships. Nothing that stays may refer to it.
  mutating func drop(_ part: PartName) throws(SpreadsheetError) {
    guard package.contains(part) else { return }
    removed.append(part)
    try dropRelationships(of: part)
    let type = package.contentTypes.overrides[part]
    if type != nil {
      try edit(.contentTypes) { types in
        for override in types.root.children("Override")
        where override.attribute("PartName").map({ PartName($0) }) == part {
          types.remove(override)
        }
      }
    }
  }

  /// Removes the relationship part of a part that is removed or has no relationships left.
  mutating func dropRelationships(of part: PartName) throws(SpreadsheetError) {
    guard package.contains(part.relationshipPart), !removed.contains(part.relationshipPart) else { return }
    documents[part.relationshipPart] = nil
    removed.append(part.relationshipPart)
  }

  /// Whether the package contains the part already, or will after the edit.
  func contains(_ part: PartName) -> Bool { package.contains(part) || added.contains { $0.part == part } }

  // MARK: Relationships

  /// Adds a relationship to `source` and returns its id.
  mutating func relate(_ source: PartName, to target: PartName, type: String) throws(SpreadsheetError) -> String {
    let holder = source.relationshipPart
    let used = Set(try package.relationships(of: source).all.map(\.id)).union(newIDs[source] ?? [])
    var number = used.count + 1
    while used.contains("rId\(number)") { number += 1 }
    let id = "rId\(number)"
    newIDs[source, default: []].insert(id)
    let path = Self.relativePath(of: target, from: source)
    guard package.contains(holder) else {
      let markup = "<Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(XMLEscape.attribute(path))\"/>"
      if let place = newRelationships.firstIndex(where: { $0.source == source }) {
        newRelationships[place].markup += markup
      } else {
        newRelationships.append((source, markup))
      }
      return id
    }
    try edit(holder) { relationships in
      relationships.append(
        "<\(relationships.prefix)Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(XMLEscape.attribute(path))\"/>",
        to: relationships.root)
    }
    return id
  }

  /// The path from the folder of `source`, such as `worksheets/sheet4.xml` or `../comments1.xml`. Some programs read no other.
  static func relativePath(of target: PartName, from source: PartName) -> String {
    let path = target.target().split(separator: "/")
    let folder = source.target().split(separator: "/").dropLast()
    let shared = zip(path.dropLast(), folder).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: folder.count - shared) + path.dropFirst(shared)).joined(separator: "/")
  }

  // MARK: Result

  /// The changes to the archive; empty if nothing changes.
  consuming func zipPatch() throws(SpreadsheetError) -> ZipPatch {
    try addRelationshipParts()
    for (source, left) in relationshipsLeft where left <= 0 && newIDs[source] == nil {
      try dropRelationships(of: source)
    }
    try dropDefaults()
    var patch = ZipPatch()
    for (part, contents) in replaced { try replace(part, contents, in: &patch) }
    for document in documents.values where !document.splices.isEmpty {
      try replace(document.part, .whole(document.pieces()), in: &patch)
    }
    for part in removed { if let entry = package.entry(of: part) { patch.remove(entry.name) } }
    for (part, pieces) in added { patch.add(part.entryName, pieces) }
    return patch
  }

  /// Removes the default content type of an extension if the last part that used it was removed.
  private mutating func dropDefaults() throws(SpreadsheetError) {
    let endings = Set(removed.map(\.pathExtension)).subtracting(["rels", "xml"])
    for ending in endings.sorted() where package.contentTypes.defaults[ending] != nil {
      let gone = Set(removed)
      let isUsed =
        added.contains { $0.part.pathExtension == ending }
        || package.archive.entries.contains { entry in
          let part = PartName(entry.name)
          return part.pathExtension == ending && !gone.contains(part) && package.contentTypes.overrides[part] == nil
        }
      if isUsed { continue }
      try edit(.contentTypes) { types in
        for element in types.root.children("Default") where element.attribute("Extension")?.lowercased() == ending {
          types.remove(element)
        }
      }
    }
  }

  private mutating func addRelationshipParts() throws(SpreadsheetError) {
    for (source, markup) in newRelationships {
      let text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<Relationships xmlns=\"\(XMLNamespace.packageRelationships)\">\(markup)</Relationships>"
      try add(
        source.relationshipPart, defaultType: "application/vnd.openxmlformats-package.relationships+xml",
        [Array(text.utf8)[...]])
    }
  }

  private func replace(
    _ part: PartName, _ contents: PartContents, in patch: inout ZipPatch
  ) throws(SpreadsheetError) {
    guard let entry = package.entry(of: part) else { throw .missingPart(part, neededBy: "the edit") }
    switch contents {
    case .whole(let pieces): patch.replace(entry.name, with: pieces)
    case .spliced(let spliced): patch.splice(entry.name, spliced)
    case .deflated(let stretches): patch.replace(entry.name, deflated: stretches)
    }
  }
}

/// The new contents of a part.
enum PartContents {
  case whole([ArraySlice<UInt8>])
  case spliced(SplicedContents)
  case deflated([DeflatedStretch])

  /// The bytes; empty if the contents are already deflated.
  var pieces: [ArraySlice<UInt8>] {
    switch self {
    case .whole(let pieces): pieces
    case .spliced(let spliced): spliced.pieces
    case .deflated: []
    }
  }
}
