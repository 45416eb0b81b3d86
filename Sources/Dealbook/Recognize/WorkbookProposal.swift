// SPDX-License-Identifier: Apache-2.0

import Playbook

/// What a workbook may contain: for each sheet, the kind and columns with the most evidence, with a confidence and the reasons.
///
/// Nothing is decided yet: callers take what has enough confidence, see ``taking(_:)``.
public struct WorkbookProposal: Sendable {
  /// Sheets that may belong to the playbook, by position.
  public internal(set) var sheets: [SheetProposal]
  /// The other sheets, by position, and why nothing is proposed for them.
  public internal(set) var others: [RejectedSheet]

  /// The confidence that a proposal needs.
  public struct Threshold: Hashable, Sendable {
    /// For a sheet, 0 … 1.
    public var sheet: Double
    /// For a column, 0 … 1.
    public var column: Double

    public init(sheet: Double, column: Double) {
      self.sheet = sheet
      self.column = column
    }

    /// For proposals that are used without asking anybody.
    public static let unasked = Threshold(sheet: 0.72, column: 0.78)
    /// For proposals that are shown to a person.
    public static let proposed = Threshold(sheet: 0.57, column: 0.55)
  }
}

/// A sheet for which nothing is proposed.
public struct RejectedSheet: Hashable, Sendable {
  /// The index among the workbook's sheets.
  public let sheetIndex: Int
  public let title: String
  public internal(set) var reason: SheetRejection
}

/// What a sheet may be.
public struct SheetProposal: Sendable {
  /// The index among the workbook's sheets.
  public let sheetIndex: Int
  /// The name on the tab.
  public let title: String
  public let isHidden: Bool
  /// The prefix of the kind of sheet: `de`.
  public let prefix: String
  /// 0 … 1.
  public internal(set) var confidence: Double
  /// The header rows; more than one if the headers span several rows.
  public let headerRows: ClosedRange<Int>
  /// Rows between header and data that explain it.
  public let hintRows: [Int]
  /// Whether the title is one of the playbook's.
  public let hasOwnTitle: Bool
  /// The kinds that the title, the file name or a heading suggests.
  public let namedKinds: [String]
  /// From left to right.
  public internal(set) var columns: [ColumnProposal]
  /// Headers that were not recognized, from left to right.
  public internal(set) var leftAlone: [LeftAloneColumn]
  /// Other kinds that the sheet may be, likeliest first.
  public let alternatives: [Alternative]
  /// The priority among several sheets of a kind: the evidence, and the number of rows.
  let rank: Double
  /// How many of the first rows are not empty.
  let rowCount: Int
  /// The other tabs that belong to the same sheet: one for each person, month or region.
  public internal(set) var parts: [SheetPart] = []

  public struct Alternative: Hashable, Sendable {
    public let prefix: String
    public let confidence: Double
  }

  /// The header texts by column number.
  var layout: [Int: String] {
    Dictionary(
      columns.map { ($0.number, $0.header) } + leftAlone.map { ($0.number, $0.header) }, uniquingKeysWith: { a, _ in a }
    )
  }

  /// Whom the first rows concern, how they are called and their amounts, folded; on a sheet with IDs also their dates.
  var rowPrints: Set<String> = []

  /// The folded IDs of the first rows; if there are none, what tells them apart.
  var subjects: Set<String> {
    if let id = columns.first(where: \.isID) {
      // Each month's tab ends in a total of the same name.
      return id.contents.values.filter { !TotalWords.usual.nameTotal($0) }
    }
    // Customers come back every month; that does not make the month's tab a copy of another.
    if !rowPrints.isEmpty { return rowPrints }
    let (name, customer) = (column("name")?.contents, column("account_id")?.contents)
    if let name, let customer, name.distinct * 10 < name.filled * 7 { return customer.values }
    return (name ?? customer)?.values ?? []
  }

  public func column(_ key: String) -> ColumnProposal? { columns.first { $0.key == key } }
}

/// A further tab with the same columns.
public struct SheetPart: Hashable, Sendable {
  public let sheetIndex: Int
  public let title: String
}

/// What a header may mean.
public struct ColumnProposal: Sendable {
  /// 1-based.
  public let number: Int
  /// As written; the texts of two rows are joined with a space.
  public let header: String
  /// The key of the column: `expected_close`.
  public internal(set) var key: String
  /// 0 … 1.
  public internal(set) var confidence: Double
  public let evidence: Evidence
  public let contents: ColumnContents
  /// Whether the column identifies the rows of the sheet.
  let isID: Bool
  /// Other columns that the header may mean, likeliest first.
  public let alternatives: [Alternative]

  public struct Alternative: Hashable, Sendable {
    public let key: String
    public let confidence: Double
  }
}

/// A header that was not recognized.
public struct LeftAloneColumn: Sendable {
  /// 1-based.
  public let number: Int
  public let header: String
  public internal(set) var reason: LeftAloneReason
  public let contents: ColumnContents
}

extension WorkbookProposal {
  /// The sheets and columns with enough confidence. The others are left alone, with a reason.
  public func taking(_ threshold: Threshold) -> WorkbookProposal {
    var result = self
    result.sheets = []
    for sheet in sheets {
      guard sheet.confidence >= threshold.sheet else {
        result.others.append(
          RejectedSheet(
            sheetIndex: sheet.sheetIndex, title: sheet.title,
            reason: .thin(prefix: sheet.prefix, confidence: sheet.confidence)))
        continue
      }
      var taken = sheet
      taken.columns = []
      for column in sheet.columns {
        if column.confidence >= threshold.column {
          taken.columns.append(column)
        } else {
          taken.leftAlone.append(
            LeftAloneColumn(
              number: column.number, header: column.header, reason: .thin(key: column.key), contents: column.contents))
        }
      }
      taken.leftAlone.sort { $0.number < $1.number }
      result.sheets.append(taken)
    }
    result.others.sort { $0.sheetIndex < $1.sheetIndex }
    return result
  }
}
