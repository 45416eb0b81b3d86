public import XML
public import Zip

/// Why a workbook, or something in it, can't be read or edited.
public enum SpreadsheetError: Error, Hashable, Sendable {
  /// A package, but not a workbook that is read here.
  case notAWorkbook(ForeignPackage)
  /// The archive itself can't be read.
  case zip(ZipError)
  /// A part is not XML that is read here.
  case xml(part: PartName, XMLError)
  case limit(LimitBreach)
  /// A part that `source` needs is not in the package.
  case missingPart(PartName, neededBy: String)
  /// The root element of a part is another one than its role asks for.
  case unexpectedRoot(part: PartName, found: String, expected: String)
  /// A tab that has no cells: a chart, or one whose relationship leads nowhere.
  case noWorksheet(sheet: String, kind: SheetKind)
  /// Positions count from 0.
  case noSheet(at: Int, count: Int)
  case noSheetNamed(String, titles: [String])
  /// Not the title of a sheet and a reference, such as `Deals!B2`.
  case noCell(String)
  /// A day that the date system of the workbook does not know.
  case noDate(String, DateSystem)
  /// Valid indices are `0..<count`.
  case noSharedString(index: Int, count: Int)
  /// The cells of a sheet, or the shared strings, are not as they must be.
  case scan(part: PartName, sheet: String?, ScanError)
  /// Something in a part contradicts the format: `subject` is `found`, and not `expected`.
  case invalid(part: PartName, offset: Int, subject: String, found: String, expected: String)
  /// Something is said in two ways, and programs differ in which they go by.
  case twofold(part: PartName, subject: String, first: String, second: String)
  /// An edit that can't be made.
  case edit(EditError)
}

/// What a package is when it is no workbook that is read here.
public enum ForeignPackage: Hashable, Sendable {
  /// A zip archive without content types.
  case plainArchive
  case openDocument
  case wordDocument
  case presentation
  /// `.xlsb`.
  case binaryWorkbook
  /// No relationship leads to a workbook part.
  case noWorkbookPart
  /// The main part has another content type.
  case other(contentType: String)
}

extension SpreadsheetError {
  /// Limits are told in one way, whichever layer they are from.
  init(_ error: ZipError) {
    switch error {
    case .limit(let limit, let entry, let actual, let allowed):
      self = .limit(LimitBreach(name: limit.rawValue, place: entry, actual: actual, limit: allowed))
    default: self = .zip(error)
    }
  }

  /// Limits are told in one way, whichever layer they are from.
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
