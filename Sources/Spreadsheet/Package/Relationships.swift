// SPDX-License-Identifier: Apache-2.0

internal import XML

/// A relationship from the package or a part to a part or to an external target (ECMA-376 Part 2, 6.5).
public struct Relationship: Hashable, Sendable {
  public let id: String
  /// The type. Strict types are mapped to their Transitional equivalents; see ``RelationshipType``.
  public let type: String
  /// The target as written.
  public let target: String
  /// Whether `TargetMode` is `External`. Such a target is never opened.
  public let isExternal: Bool
  /// The part that an internal target names, whether or not the package contains it.
  public let part: PartName?
}

extension Relationship {
  /// The target and the type, for use in messages.
  fileprivate var told: String { "“\(target)” (\(type.split(separator: "/").last ?? ""))" }
}

/// The relationships of one source, in file order.
public struct Relationships: Sendable {
  public let all: [Relationship]
  private let byID: [String: Int]

  static let none = Relationships([])

  private init(_ all: [Relationship]) {
    self.all = all
    byID = Dictionary(all.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// Reads the relationship part of `source` (nil for the package). Throws if two different relationships have the same id.
  init(_ document: XMLDocument, of source: PartName?, name: PartName, limit: Int) throws(SpreadsheetError) {
    let root = document.root
    guard root.isNamed("Relationships", in: XMLNamespace.packageRelationships) else {
      throw .unexpectedRoot(part: name, found: root.qualifiedName, expected: "Relationships")
    }
    var all: [Relationship] = []
    var known: [String: Relationship] = [:]
    for child in root.children where child.isNamed("Relationship", in: XMLNamespace.packageRelationships) {
      guard all.count < limit else {
        throw .limit(LimitBreach(name: "relationships", place: name.entryName, actual: all.count + 1, limit: limit))
      }
      let target = child.attribute("Target") ?? ""
      let isExternal = child.attribute("TargetMode")?.lowercased() == "external"
      let relationship = Relationship(
        id: child.attribute("Id") ?? "", type: XMLNamespace.transitional(child.attribute("Type") ?? ""),
        target: target, isExternal: isExternal,
        part: isExternal || target.isEmpty ? nil : PartName(target: target, from: source))
      if !relationship.id.isEmpty, let other = known.updateValue(relationship, forKey: relationship.id),
        other != relationship
      {
        throw .twofold(
          part: name, subject: "the relationship “\(relationship.id)”", first: other.told, second: relationship.told)
      }
      all.append(relationship)
    }
    self.init(all)
  }

  /// The relationship with this id.
  public subscript(id id: String) -> Relationship? { byID[id].map { all[$0] } }

  public func first(_ type: String) -> Relationship? { all.first { $0.type == type } }

  public func all(_ type: String) -> [Relationship] { all.filter { $0.type == type } }
}

/// The relationship types needed to read and edit cells.
public enum RelationshipType {
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let microsoft = "http://schemas.microsoft.com/office/2006/relationships/"

  public static let officeDocument = office + "officeDocument"
  public static let worksheet = office + "worksheet"
  public static let chartsheet = office + "chartsheet"
  public static let dialogsheet = office + "dialogsheet"
  public static let macrosheet = microsoft + "xlMacrosheet"
  public static let internationalMacrosheet = microsoft + "xlIntlMacrosheet"
  public static let sharedStrings = office + "sharedStrings"
  public static let styles = office + "styles"
  public static let calculationChain = office + "calcChain"
  /// The cell metadata, such as that of dynamic arrays.
  public static let metadata = office + "sheetMetadata"
  public static let externalLink = office + "externalLink"
  public static let table = office + "table"
  public static let pivotTable = office + "pivotTable"
  public static let comments = office + "comments"
  /// The threaded comments of a sheet.
  public static let discussions = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
  /// The people who take part in discussions.
  public static let people = "http://schemas.microsoft.com/office/2017/10/relationships/person"
  public static let drawing = office + "drawing"
  public static let vmlDrawing = office + "vmlDrawing"
  public static let theme = office + "theme"
  public static let vbaProject = microsoft + "vbaProject"
}
