// SPDX-License-Identifier: Apache-2.0

import Playbook
public import Spreadsheet

/// A problem in the team's data that a rule reports. The type is compact: its words are made when it is shown.
public struct Finding: Sendable {
  /// Index into ``Playbook/rules``.
  public let rule: Int
  /// Prefix of the sheet; `set` or `lst` for Settings and Lists; empty for the workbook.
  public let sheet: String
  /// 1-based; 0 for a finding about the sheet or the workbook.
  public let row: Int
  /// 1-based; 0 if no column is meant.
  public let columnNumber: Int
  /// The key of the column; for an unknown column its header, for a setting its name.
  public let column: String
  /// The ID of the row; empty if the row has none or no row is meant.
  public let rowID: String
  /// The value of the cell.
  public let found: CellValue
  /// The value that a repair would set.
  public let repair: CellValue?
  /// The values of the message's placeholders other than `{value}` and `{column}`.
  public let arguments: [String: String]

  /// The argument that names the reason for which findings of one rule are told apart, the same in every language.
  package static let reason = "reason"

  /// Why the cell is not what it should be, if a rule has several such reasons; empty otherwise.
  package var reason: String { arguments.isEmpty ? "" : arguments[Self.reason] ?? "" }
}

/// Collects findings, and knows which rule stands for which kind of check.
struct FindingCollector {
  private(set) var findings: [Finding] = []
  private let byKind: [RuleKind: [Int]]

  init(_ playbook: Playbook) {
    byKind = Dictionary(grouping: playbook.rules.indices) { playbook.rules[$0].kind }
  }

  /// A collector for the same rules without findings, for checks that run in parallel.
  func empty() -> FindingCollector {
    var empty = self
    empty.findings = []
    return empty
  }

  /// Appends findings collected by others, in this order.
  mutating func add(_ others: [[Finding]]) {
    findings.reserveCapacity(findings.count + others.reduce(0) { $0 + $1.count })
    for other in others { findings += other }
  }

  /// The indexes of the rules of a kind.
  func rules(_ kind: RuleKind) -> [Int] { byKind[kind] ?? [] }

  /// The rule of a kind that applies to every sheet; nil if the playbook has switched it off.
  func general(_ kind: RuleKind) -> Int? { byKind[kind]?.first }

  mutating func add(_ finding: Finding) { findings.append(finding) }

  /// Adds a finding about a cell of a data sheet.
  ///
  /// - Parameter ids: the sheet's row IDs, for callers that add many findings.
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

  /// Adds a finding about the header or the whole of a sheet.
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
