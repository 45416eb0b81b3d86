// SPDX-License-Identifier: Apache-2.0

import Zip

/// Builds small workbooks from the XML of their parts. What a test does not specify gets a sensible default. Any part can be
/// replaced, added or left out.
public struct WorkbookBuilder: Sendable {
  private struct Sheet {
    var name: String
    var attributes: String
    var xml: String
  }

  private var sheets: [Sheet] = []
  /// By entry name, in the order given; nil leaves the part out.
  private var changes: [(name: String, bytes: [UInt8]?)] = []

  /// The contents of `sst`; nil for a workbook without that part.
  public var sharedStrings: String?
  /// The contents of `styleSheet`; nil for a workbook without that part.
  public var styles: String?
  /// Precedes `sheets` in `workbook`, for example `<workbookPr date1904="1"/>`.
  public var beforeSheets = ""
  /// Follows `sheets` in `workbook`, for example `<definedNames>…</definedNames>`.
  public var afterSheets = ""
  /// Further content types, for example `<Override PartName="/xl/tables/table1.xml" ContentType="…"/>`.
  public var contentTypes = ""
  /// Further relationships of the workbook part.
  public var workbookRelationships = ""
  public var workbookContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

  public init() {}

  /// A workbook with one sheet, `Sheet1`, with these rows, such as `<row r="1"><c r="A1"><v>1</v></c></row>`.
  public init(rows: String) { add(sheet: "Sheet1", rows: rows) }

  /// Adds a worksheet after the existing ones. Its part is `xl/worksheets/sheetN.xml`, where N starts at 1.
  ///
  /// - Parameters:
  ///   - before: precedes `sheetData`, for example `<cols>…</cols>`.
  ///   - after: follows it, for example `<mergeCells>…</mergeCells>`.
  ///   - attributes: of the `sheet` element in the workbook, for example `state="hidden"`.
  public mutating func add(
    sheet name: String, rows: String = "", before: String = "", after: String = "", attributes: String = ""
  ) {
    let xml = Self.worksheet("\(before)<sheetData>\(rows)</sheetData>\(after)")
    sheets.append(Sheet(name: name, attributes: attributes, xml: xml))
  }

  /// Replaces or adds a part, such as `xl/workbook.xml`, with this XML.
  public mutating func set(_ name: String, _ xml: String) { changes.append((name, Array(xml.utf8))) }

  /// Replaces or adds a part with these bytes.
  public mutating func set(_ name: String, bytes: [UInt8]) { changes.append((name, bytes)) }

  /// Leaves the part out. References to it remain.
  public mutating func remove(_ name: String) { changes.append((name, nil)) }

  /// The archive, with the content types first and the rest in a fixed order.
  public func bytes() throws -> [UInt8] {
    var parts: [(name: String, bytes: [UInt8])] = standardParts().map { ($0.name, Array($0.xml.utf8)) }
    for change in changes {
      let place = parts.firstIndex { $0.name == change.name }
      switch (place, change.bytes) {
      case (let place?, let bytes?): parts[place].bytes = bytes
      case (let place?, nil): parts.remove(at: place)
      case (nil, let bytes?): parts.append((change.name, bytes))
      case (nil, nil): break
      }
    }
    var zip = ZipBuilder()
    for part in parts { zip.add(part.name, part.bytes) }
    return try zip.finish()
  }
}

// MARK: Pieces of XML

extension WorkbookBuilder {
  public static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  public static let mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  public static let relationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A complete part with the contents `content` in the element `root` of the main namespace.
  public static func part(_ root: String, _ content: String) -> String {
    "\(declaration)<\(root) xmlns=\"\(mainNamespace)\" xmlns:r=\"\(relationshipNamespace)\">\(content)</\(root)>"
  }

  /// A complete worksheet part with these contents.
  public static func worksheet(_ content: String) -> String { part("worksheet", content) }

  /// A complete relationship part with these contents.
  public static func relationships(_ content: String) -> String {
    "\(declaration)<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + "\(content)</Relationships>"
  }

  /// One relationship; `type` is the last word of the type, for example `table`.
  public static func relationship(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(relationshipNamespace)/\(type)\" Target=\"\(target)\"/>"
  }
}

// MARK: The standard parts

extension WorkbookBuilder {
  private func standardParts() -> [(name: String, xml: String)] {
    let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    var types = Self.override("/xl/workbook.xml", workbookContentType)
    var links = ""
    var list = ""
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      types += Self.override("/xl/worksheets/sheet\(number).xml", "\(spreadsheet).worksheet+xml")
      links += Self.relationship("rId\(number)", "worksheet", "worksheets/sheet\(number).xml")
      list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(number)\" \(sheet.attributes) r:id=\"rId\(number)\"/>"
    }
    if sharedStrings != nil {
      types += Self.override("/xl/sharedStrings.xml", "\(spreadsheet).sharedStrings+xml")
      links += Self.relationship("rIdStrings", "sharedStrings", "sharedStrings.xml")
    }
    if styles != nil {
      types += Self.override("/xl/styles.xml", "\(spreadsheet).styles+xml")
      links += Self.relationship("rIdStyles", "styles", "styles.xml")
    }
    var parts = [
      (name: "[Content_Types].xml", xml: Self.contentTypes(types + contentTypes)),
      (
        name: "_rels/.rels", xml: Self.relationships(Self.relationship("rId1", "officeDocument", "xl/workbook.xml"))
      ),
      (
        name: "xl/workbook.xml", xml: Self.part("workbook", "\(beforeSheets)<sheets>\(list)</sheets>\(afterSheets)")
      ),
      (name: "xl/_rels/workbook.xml.rels", xml: Self.relationships(links + workbookRelationships)),
    ]
    for (index, sheet) in sheets.enumerated() {
      parts.append((name: "xl/worksheets/sheet\(index + 1).xml", xml: sheet.xml))
    }
    if let sharedStrings { parts.append((name: "xl/sharedStrings.xml", xml: Self.part("sst", sharedStrings))) }
    if let styles { parts.append((name: "xl/styles.xml", xml: Self.part("styleSheet", styles))) }
    return parts
  }

  private static func override(_ name: String, _ type: String) -> String {
    "<Override PartName=\"\(name)\" ContentType=\"\(type)\"/>"
  }

  private static func contentTypes(_ content: String) -> String {
    "\(declaration)<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\(content)</Types>"
  }
}
