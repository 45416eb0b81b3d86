// SPDX-License-Identifier: Apache-2.0

public import XML
public import Zip

/// The reason a workbook, or something in it, can't be read or edited.
public enum SpreadsheetError: Error, Hashable, Sendable {
  /// The file is a package, but not a workbook of a supported kind.
  case notAWorkbook(ForeignPackage)
  /// The archive can't be read.
  case zip(ZipError)
  /// A part is not well-formed XML, or uses XML features that are not supported.
  case xml(part: PartName, XMLError)
  case limit(LimitBreach)
  /// A part that is needed is not in the package.
  case missingPart(PartName, neededBy: String)
  /// The root element of a part is not the one its role requires.
  case unexpectedRoot(part: PartName, found: String, expected: String)
  /// The sheet has no cells: it is a chart sheet, or its relationship leads nowhere.
  case noWorksheet(sheet: String, kind: SheetKind)
  /// There is no sheet at this position, counted from 0.
  case noSheet(at: Int, count: Int)
  case noSheetNamed(String, titles: [String])
  /// The text is not a sheet title with a cell reference, such as `Deals!B2`.
  case noCell(String)
  /// The date can't be represented in the workbook's date system.
  case noDate(String, DateSystem)
  /// There is no shared string with this index. Valid indices are `0..<count`.
  case noSharedString(index: Int, count: Int)
  /// The cells of a sheet, or the shared strings, are invalid.
  case scan(part: PartName, sheet: String?, ScanError)
  /// A part contradicts the file format: `subject` is `found` where `expected` is required.
  case invalid(part: PartName, offset: Int, subject: String, found: String, expected: String)
  /// The file states something in two conflicting ways, and programs differ in which one they use.
  case twofold(part: PartName, subject: String, first: String, second: String)
  /// An edit can't be made.
  case edit(EditError)
}

/// What a package is if it is not a supported workbook.
public enum ForeignPackage: Hashable, Sendable {
  /// A ZIP archive without content types.
  case plainArchive
  case openDocument
  case wordDocument
  case presentation
  /// `.xlsb`.
  case binaryWorkbook
  /// No relationship leads to a workbook part.
  case noWorkbookPart
  /// The main part has some other content type.
  case other(contentType: String)
}

extension SpreadsheetError {
  /// Converts an archive error. Exceeded limits become ``limit(_:)``, whichever layer they come from.
  init(_ error: ZipError) {
    switch error {
    case .limit(let limit, let entry, let actual, let allowed):
      self = .limit(LimitBreach(name: limit.rawValue, place: entry, actual: actual, limit: allowed))
    default: self = .zip(error)
    }
  }

  /// Converts an XML error. Exceeded limits become ``limit(_:)``, whichever layer they come from.
  init(_ error: XMLError, in part: PartName) {
    switch error {
    case .limit(let breach):
      self = .limit(
        LimitBreach(
          name: breach.name, place: "\(part.entryName), \(breach.position)", actual: breach.actual, limit: breach.limit)
      )
    default: self = .xml(part: part, error)
    }
  }
}

extension SpreadsheetError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAWorkbook(let foreign): foreign.description
    case .zip(let error): error.description
    case .xml(let part, let error): "\(part.entryName): \(error)"
    case .limit(let breach): breach.description
    case .missingPart(let part, let source): "the part \(part.entryName), which \(source) needs, is not in the file"
    case .unexpectedRoot(let part, let found, let expected):
      "\(part.entryName): the root element is <\(found)>, expected <\(expected)>"
    case .noWorksheet(let sheet, let kind): "sheet “\(sheet)” is \(kind.phrase); it has no cells"
    case .noSheet(let index, let count): "there is no sheet \(index + 1); the workbook has \(count)"
    case .noSheetNamed(let title, let titles):
      "there is no sheet “\(title)”; there are: \(titles.joined(separator: ", "))"
    case .noCell(let name): "“\(name)” is no cell; expected a sheet and a reference such as Deals!B2"
    case .noDate(let date, let system):
      "\(date) can't be stored: days of this workbook begin with \(system == .year1900 ? "1900-01-01" : "1904-01-01")"
    case .noSharedString(let index, let count):
      count == 0
        ? "shared string \(index) is asked for, but the workbook has no shared strings"
        : "shared string \(index) is asked for; the workbook has \(count), numbered from 0"
    case .scan(let part, let sheet, let error):
      sheet.map { "sheet “\($0)” (\(part.entryName)), \(error)" } ?? "\(part.entryName): \(error)"
    case .edit(let error): error.description
    case .twofold(let part, let subject, let first, let second):
      "\(part.entryName): \(subject) is said to be \(first) and \(second); expected one of them"
    case .invalid(let part, let offset, let subject, let found, let expected):
      "\(part.entryName): \(subject) is \(found), expected \(expected) (at byte \(offset))"
    }
  }
}

extension ForeignPackage: CustomStringConvertible {
  public var description: String {
    switch self {
    case .plainArchive: "not an .xlsx workbook: a zip archive without [Content_Types].xml"
    case .openDocument: "not an .xlsx workbook: an OpenDocument file (.ods); save it as .xlsx first"
    case .wordDocument: "not an .xlsx workbook: a Word document"
    case .presentation: "not an .xlsx workbook: a PowerPoint presentation"
    case .binaryWorkbook: "a binary workbook (.xlsb); save it as .xlsx first"
    case .noWorkbookPart: "not an .xlsx workbook: no relationship leads to a workbook part"
    case .other(let type): "not an .xlsx workbook: its main part is of the type “\(type)”"
    }
  }
}
