public import XML

/// What the cells of a workbook can look like. Only number formats are understood; the rest stays in ``document``.
public struct Styles: Sendable {
  /// Nil when the workbook has no styles part: then every cell is `General`.
  public let part: PartName?
  /// The styles part.
  public let document: XMLDocument?
  /// `cellXfs`: what the style index `s` of a cell points at.
  public let cellFormats: [CellFormat]

  /// The format of cells with style index `index`. One beyond the end is `General`, as a cell without a style is.
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
  /// Declared in the workbook, built in, or `General` when the id is neither.
  public let numberFormat: NumberFormat
  /// Whether what is typed into the cell is text, as after an apostrophe.
  public let hasQuotePrefix: Bool
}
