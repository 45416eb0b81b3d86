// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The content type of each part, from `[Content_Types].xml` (ECMA-376 Part 2, 7.2.3).
package struct ContentTypes: Sendable {
  /// The types by file extension, in lower case.
  public let defaults: [String: String]
  public let overrides: [PartName: String]

  /// The content type of a part; nil if the package does not state it.
  public func type(of part: PartName) -> String? { overrides[part] ?? defaults[part.pathExtension] }

  init(_ document: XMLDocument) throws(SpreadsheetError) {
    let root = document.root
    guard root.isNamed("Types", in: XMLNamespace.contentTypes) else {
      throw .unexpectedRoot(part: .contentTypes, found: root.qualifiedName, expected: "Types")
    }
    var defaults: [String: String] = [:]
    var overrides: [PartName: String] = [:]
    for child in root.children {
      guard let type = child.attribute("ContentType") else { continue }
      if child.isNamed("Default", in: XMLNamespace.contentTypes), let name = child.attribute("Extension") {
        let key = name.lowercased()
        if defaults[key] == nil { defaults[key] = type }
      } else if child.isNamed("Override", in: XMLNamespace.contentTypes), let name = child.attribute("PartName") {
        let part = PartName(name)
        if overrides[part] == nil { overrides[part] = type }
      }
    }
    self.defaults = defaults
    self.overrides = overrides
  }
}
