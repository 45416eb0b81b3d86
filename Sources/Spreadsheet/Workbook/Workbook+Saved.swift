internal import XML

extension Workbook {
  /// When the program that saved it last says that it did (ISO/IEC 29500-2, `dcterms:modified`): `2026-03-31T08:00:00Z`.
  public var lastModified: String? {
    let type = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    guard let relationships = try? package.relationships(of: nil),
      let part = relationships.first(type)?.part, package.contains(part), let document = try? package.document(of: part)
    else { return nil }
    let text = document.root.children.first { $0.localName == "modified" }?.text
    // Hours of another zone would not sort.
    return text.flatMap { $0.count >= 19 && $0.hasSuffix("Z") ? $0 : nil }
  }
}
