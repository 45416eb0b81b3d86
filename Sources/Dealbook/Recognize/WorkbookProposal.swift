import Playbook

/// What a workbook may be: for each sheet the kind and the columns that most speaks for, with how sure that is and why.
///
/// Nothing in it is decided: who asks takes what is sure enough, see ``taking(_:)``.
public struct WorkbookProposal: Sendable {
  /// Sheets that may be the playbook's, by position.
  public internal(set) var sheets: [SheetProposal]
  /// The others, by position, and why nothing is proposed for them.
  public internal(set) var others: [RejectedSheet]

  /// How sure a proposal has to be.
  public struct Threshold: Hashable, Sendable {
    /// Of a sheet, 0 … 1.
    public var sheet: Double
    /// Of a column, 0 … 1.
    public var column: Double

    public init(sheet: Double, column: Double) {
      self.sheet = sheet
      self.column = column
    }

    /// What is taken without anybody being asked.
    public static let unasked = Threshold(sheet: 0.72, column: 0.78)
    /// What is proposed to a person who looks at it.
    public static let proposed = Threshold(sheet: 0.57, column: 0.55)
  }
}

/// A sheet that nothing is proposed for.
public struct RejectedSheet: Hashable, Sendable {
  /// Position among the workbook's sheets.
  public let sheetIndex: Int
  public let title: String
  public internal(set) var reason: SheetRejection
}

/// What a sheet may be.
public struct SheetProposal: Sendable {
  /// Position among the workbook's sheets.
  public let sheetIndex: Int
  /// The name on the tab.
  public let title: String
  public let isHidden: Bool
  /// Of the sheet's kind: `de`.
  public let prefix: String
  /// 0 … 1.
  public internal(set) var confidence: Double
  /// The rows that name the columns; more than one where words stand above each other.
  public let headerRows: ClosedRange<Int>
  /// Rows between header and data that explain it.
  public let hintRows: [Int]
  /// Whether the title is one of the playbook's.
  public let hasOwnTitle: Bool
  /// The kinds that the title, the name of the file or a heading speak of.
  public let namedKinds: [String]
  /// From left to right.
  public internal(set) var columns: [ColumnProposal]
  /// Headers to which nothing is bound, from left to right.
  public internal(set) var leftAlone: [LeftAloneColumn]
  /// Other kinds that the sheet may be, the likeliest first.
  public let alternatives: [Alternative]
  /// By what the best of several sheets of a kind is chosen: what speaks for it, and how many rows it has.
  let rank: Double
  /// How many of the first rows hold something.
  let rowCount: Int
  /// The other sheets that are parts of the same: one for each person, month or region.
  public internal(set) var parts: [SheetPart] = []

  public struct Alternative: Hashable, Sendable {
    public let prefix: String
    public let confidence: Double
  }

  /// The words of the header by column number.
  var layout: [Int: String] {
    Dictionary(
      columns.map { ($0.number, $0.header) } + leftAlone.map { ($0.number, $0.header) }, uniquingKeysWith: { a, _ in a }
    )
  }

  /// What the first rows are about: their ids, else their names, folded.
  var subjects: Set<String> {
    let column = columns.first { $0.isID } ?? column("name") ?? column("account_id")
    return column?.contents.values ?? []
  }

  public func column(_ key: String) -> ColumnProposal? { columns.first { $0.key == key } }
}

/// A further sheet with the same columns.
public struct SheetPart: Hashable, Sendable {
  public let sheetIndex: Int
  public let title: String
}

/// What a header may mean.
public struct ColumnProposal: Sendable {
  /// 1-based.
  public let number: Int
  /// As written; the words of two rows with a space between.
  public let header: String
  /// The key of the column: `expected_close`.
  public let key: String
  /// 0 … 1.
  public internal(set) var confidence: Double
  public let evidence: Evidence
  public let contents: ColumnContents
  /// Whether it is the column by which the rows of the sheet are told apart.
  let isID: Bool
  /// Other columns that the header may mean, the likeliest first.
  public let alternatives: [Alternative]

  public struct Alternative: Hashable, Sendable {
    public let key: String
    public let confidence: Double
  }
}

/// A header that nothing is bound to.
public struct LeftAloneColumn: Sendable {
  /// 1-based.
  public let number: Int
  public let header: String
  public internal(set) var reason: LeftAloneReason
  public let contents: ColumnContents
}

extension WorkbookProposal {
  /// The sheets and columns that are sure enough. What is not is left alone, with a reason.
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
