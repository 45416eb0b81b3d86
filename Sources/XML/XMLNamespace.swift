// SPDX-License-Identifier: Apache-2.0

/// The namespaces used in the parts of a workbook. Elements are identified by these, never by prefix.
public enum XMLNamespace {
  public static let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  /// The namespace of `r:id` attributes.
  public static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  /// The namespace of the elements in a `.rels` part.
  public static let packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships"
  public static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
  public static let markupCompatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
  public static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  public static let spreadsheetDrawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
  public static let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
  public static let x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
  public static let xml = "http://www.w3.org/XML/1998/namespace"

  /// The Transitional equivalent of a Strict namespace or relationship type (ECMA-376 Part 1, annex A, and Part 4). Any other
  /// text is returned unchanged.
  public static func transitional(_ uri: String) -> String {
    let strict = "http://purl.oclc.org/ooxml/"
    guard uri.hasPrefix(strict) else { return uri }
    let path = uri.dropFirst(strict.count)
    switch path {
    case "spreadsheetml/main": return spreadsheet
    case "officeDocument/relationships/metadata/core-properties":
      return "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    case _ where path.hasPrefix("officeDocument/relationships"):
      return relationships + path.dropFirst("officeDocument/relationships".count)
    case "officeDocument/extendedProperties", "officeDocument/customProperties", "officeDocument/math",
      "officeDocument/bibliography", "officeDocument/docPropsVTypes", "officeDocument/customXml",
      "officeDocument/sharedTypes", "officeDocument/characteristics":
      let name = path.dropFirst("officeDocument/".count)
      let renamed =
        switch name {
        case "extendedProperties": "extended-properties"
        case "customProperties": "custom-properties"
        default: String(name)
        }
      return "http://schemas.openxmlformats.org/officeDocument/2006/" + renamed
    case _ where path.hasPrefix("drawingml/"):
      return "http://schemas.openxmlformats.org/drawingml/2006/" + path.dropFirst("drawingml/".count)
    default: return uri
    }
  }
}
