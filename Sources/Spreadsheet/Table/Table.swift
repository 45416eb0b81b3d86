// SPDX-License-Identifier: Apache-2.0

internal import XML

/// A table on a worksheet (18.5.1.2).
public struct Table: Hashable, Sendable {
  public let part: PartName
  public let id: Int?
  /// The name used in formulas.
  public let displayName: String
  public let name: String?
  /// The whole range, including the header and totals rows.
  public let range: CellRange
  /// The number of header rows: 0 or 1.
  public let headerRowCount: Int
  /// The number of totals rows: 0 or more.
  public let totalsRowCount: Int
  /// The range of the filter: header and data, without the totals. Nil if the table has no filter.
  public let autoFilter: CellRange?
  /// Whether that filter has a criterion, so that rows may be hidden by it.
  public let isFiltered: Bool
  /// The columns from left to right.
  public let columns: [TableColumn]
  /// Whether a query or an XML map provides the data and determines the columns.
  public let isFed: Bool

  /// The rows between the header and the totals; nil if there are none.
  public var dataRows: ClosedRange<Int>? {
    let first = range.first.row + headerRowCount
    let last = range.last.row - totalsRowCount
    return first <= last ? first...last : nil
  }
}

/// One column of a table (18.5.1.3).
public struct TableColumn: Hashable, Sendable {
  public let id: Int?
  /// The name, which equals the text of the header cell.
  public let name: String
  /// The formula that the spreadsheet program fills into new rows, without a leading `=`.
  public let calculatedFormula: String?
  /// The function in the totals row: `sum`, `custom` …; nil for none.
  public let totalsFunction: String?
}

extension Table {
  /// Parses a table part.
  init(_ document: XMLDocument, part: PartName) throws(SpreadsheetError) {
    let root = document.root
    guard root.isNamed("table", in: XMLNamespace.spreadsheet) else {
      throw .unexpectedRoot(part: part, found: root.qualifiedName, expected: "table")
    }
    let stored = root.attribute("ref") ?? ""
    guard let range = CellRange(stored) else {
      throw .invalid(
        part: part, offset: root.attributeNode("ref")?.valueRange.lowerBound ?? root.startTag.lowerBound,
        subject: "the range of the table", found: "“\(stored)”", expected: "a range such as A1:D9")
    }
    self.part = part
    self.range = range
    id = root.integer("id")
    name = root.xString("name")
    displayName = root.xString("displayName") ?? root.xString("name") ?? ""
    // The counts are limited so that they do not exceed the rows of the table, which would give reversed ranges.
    headerRowCount = min(max(root.integer("headerRowCount") ?? 1, 0), 1)
    totalsRowCount = min(max(root.integer("totalsRowCount") ?? 0, 0), range.rows.count - headerRowCount)
    autoFilter = root.firstChild("autoFilter")?.attribute("ref").flatMap { CellRange($0) }
    isFiltered = root.firstChild("autoFilter")?.firstChild("filterColumn") != nil
    isFed = root.attribute("tableType").map { $0 != "worksheet" } ?? false
    columns = (root.firstChild("tableColumns")?.children("tableColumn") ?? []).map { element in
      TableColumn(
        id: element.integer("id"), name: element.xString("name") ?? "",
        calculatedFormula: element.firstChild("calculatedColumnFormula").map { XString.decoded($0.text) },
        totalsFunction: element.attribute("totalsRowFunction"))
    }
  }

  /// The tables of a worksheet, in the order of its relationships. Tables whose part is missing are skipped.
  public static func tables(ofSheet sheet: PartName, in package: OPCPackage) throws(SpreadsheetError) -> [Table] {
    if let known = package.derived([Table].self, from: sheet) { return known }
    var tables: [Table] = []
    for relationship in try package.relationships(of: sheet).all(RelationshipType.table) {
      guard let part = relationship.part, package.contains(part) else { continue }
      tables.append(try Table(package.document(of: part), part: part))
    }
    package.keep(tables, derivedFrom: sheet, and: tables.map(\.part))
    return tables
  }
}
