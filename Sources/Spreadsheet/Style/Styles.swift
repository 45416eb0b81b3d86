// SPDX-License-Identifier: Apache-2.0

public import XML

/// The cell formats of a workbook. Only number formats are interpreted; everything else stays in ``document``.
public struct Styles: Sendable {
  /// The styles part; nil if the workbook has none, and all cells have the format `General`.
  public let part: PartName?
  /// The parsed styles part.
  public let document: XMLDocument?
  /// The formats in `cellXfs`. The style index `s` of a cell is an index into this array.
  public let cellFormats: [CellFormat]

  /// The number format for a style index. An index beyond the end gives `General`, as for a cell without a style.
  public func numberFormat(at index: Int) -> NumberFormat {
    cellFormats.indices.contains(index) ? cellFormats[index].numberFormat : .general
  }

  init(_ package: OPCPackage, _ relationships: Relationships) throws(SpreadsheetError) {
    guard let part = relationships.first(RelationshipType.styles)?.part, package.contains(part) else {
      self.part = nil
      document = nil
      cellFormats = []
      return
    }
    let document = try package.document(of: part)
    let root = document.root
    guard root.isNamed("styleSheet", in: XMLNamespace.spreadsheet) else {
      throw .unexpectedRoot(part: part, found: root.qualifiedName, expected: "styleSheet")
    }
    self.part = part
    self.document = document
    var formats: [Int: NumberFormat] = [:]
    for element in root.firstChild("numFmts")?.children("numFmt") ?? [] {
      if let id = element.integer("numFmtId"), let code = element.xString("formatCode") {
        formats[id] = NumberFormat(code: code)
      }
    }
    let elements = root.firstChild("cellXfs")?.children("xf") ?? []
    let limit = package.limits.cellFormats
    guard elements.count <= limit else {
      throw .limit(LimitBreach(name: "cell-formats", place: part.entryName, actual: elements.count, limit: limit))
    }
    var cellFormats: [CellFormat] = []
    cellFormats.reserveCapacity(elements.count)
    for element in elements {
      let id = element.integer("numFmtId") ?? 0
      let format: NumberFormat
      if let known = formats[id] {
        format = known
      } else {
        format = BuiltInFormats.code(id).map { NumberFormat(code: $0) } ?? .general
        formats[id] = format
      }
      cellFormats.append(
        CellFormat(
          numberFormatID: id, numberFormat: format, hasQuotePrefix: element.boolean("quotePrefix") ?? false))
    }
    self.cellFormats = cellFormats
  }
}

/// One `xf` of `cellXfs` (18.8.45).
public struct CellFormat: Hashable, Sendable {
  public let numberFormatID: Int
  /// The number format: declared in the workbook, built in, or `General` if the id is neither.
  public let numberFormat: NumberFormat
  /// Whether anything typed into the cell is treated as text, as after an apostrophe.
  public let hasQuotePrefix: Bool
}
