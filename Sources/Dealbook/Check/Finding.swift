import Playbook
public import Spreadsheet

/// Something in the team's data that a rule speaks of. Compact: its words are made when it is shown.
public struct Finding: Sendable {
  /// Position in ``Playbook/rules``.
  public let rule: Int
  /// Prefix of the sheet, `set` or `lst` for Settings and Lists, or empty for the workbook.
  public let sheet: String
  /// 1-based; 0 for a finding about the sheet or the workbook.
  public let row: Int
  /// 1-based; 0 when no column is meant.
  public let columnNumber: Int
  /// The key of the column; for an unknown column its header, for a setting its name.
  public let column: String
  /// The id of the row; empty when the row has none or no row is meant.
  public let rowID: String
  /// What the cell holds.
  public let found: CellValue
  /// What a repair would put there.
  public let repair: CellValue?
  /// Values of the message's placeholders beyond `{value}` and `{column}`.
  public let arguments: [String: String]
}

/// Gathers findings; knows which rule stands for which kind of check.
struct FindingCollector {
  private(set) var findings: [Finding] = []
  private let byKind: [RuleKind: [Int]]

  init(_ playbook: Playbook) {
    byKind = Dictionary(grouping: playbook.rules.indices) { playbook.rules[$0].kind }
  }

  /// One of the same rules without findings, for what is checked side by side.
  func empty() -> FindingCollector {
    var empty = self
    empty.findings = []
    return empty
  }

  /// Adds what others have gathered, in this order.
  mutating func add(_ others: [[Finding]]) {
    findings.reserveCapacity(findings.count + others.reduce(0) { $0 + $1.count })
    for other in others { findings += other }
  }

  /// The rules of a kind, as positions.
  func rules(_ kind: RuleKind) -> [Int] { byKind[kind] ?? [] }

  /// The rule of a kind that is about every sheet; nil when the playbook has switched it off.
  func general(_ kind: RuleKind) -> Int? { byKind[kind]?.first }

  mutating func add(_ finding: Finding) { findings.append(finding) }

  /// A finding about a cell of a data sheet.
  ///
  /// - Parameter ids: of the sheet, for who adds many.
  mutating func add(
    _ rule: Int, _ sheet: LocatedSheet, offset: Int, _ column: LocatedColumn?, found: CellValue = .blank,
    repair: CellValue? = nil, arguments: [String: String] = [:], ids: RowIDs? = nil
  ) {
    findings.append(
      Finding(
        rule: rule, sheet: sheet.prefix, row: sheet.rows.range.lowerBound + offset,
        columnNumber: column?.number ?? 0, column: column?.key ?? "", rowID: (ids ?? sheet.rowIDs)[offset],
        found: found,
        repair: repair, arguments: arguments))
  }

  /// A finding about the header or the whole of a sheet.
  mutating func add(
    _ rule: Int, sheet: String, row: Int = 0, columnNumber: Int = 0, column: String = "", found: CellValue = .blank,
    arguments: [String: String] = [:]
  ) {
    findings.append(
      Finding(
        rule: rule, sheet: sheet, row: row, columnNumber: columnNumber, column: column, rowID: "", found: found,
        repair: nil, arguments: arguments))
  }
}
