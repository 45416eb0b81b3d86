// SPDX-License-Identifier: Apache-2.0

internal import XML

extension Workbook {
  /// The time at which the workbook was last saved, according to the program that saved it (ISO/IEC 29500-2, `dcterms:modified`):
  /// `2026-03-31T08:00:00Z`. Nil if it is missing or not in UTC.
  public var lastModified: String? {
    let type = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    guard let relationships = try? package.relationships(of: nil),
      let part = relationships.first(type)?.part, package.contains(part), let document = try? package.document(of: part)
    else { return nil }
    let text = document.root.children.first { $0.localName == "modified" }?.text
    // Times in another time zone would not sort correctly as text.
    return text.flatMap { $0.count >= 19 && $0.hasSuffix("Z") ? $0 : nil }
  }
}
