// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Spreadsheet
import Testing

/// The golden workbooks of the method, with the expected results.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "workbooks/golden")

  static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: name)))
  }

  static func analysis(_ name: String, asOf: SerialDate? = nil) throws -> Analysis {
    try Analysis(
      Workbook(bytes(name)), playbook: .builtIn,
      options: ReadOptions(asOf: asOf, today: SerialDate(year: 2026, month: 11, day: 23)))
  }

  static func json(_ name: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: name))) as? [String: Any])
  }

  /// Rule, sheet prefix, row, row id and column, by which the expected files identify a finding.
  static func expectedFindings(_ file: String, _ part: String?) throws -> [String] {
    var object: [String: Any] = try json(file)
    if let part { object = try #require(object[part] as? [String: Any]) }
    let findings = try #require(object["findings"] as? [[String: Any]])
    return findings.map { finding in
      let row = finding["row"] as? Int ?? 0
      return
        "\(finding["rule"] ?? "") \(finding["sheet"] ?? "") \(row) \(finding["id"] ?? "") \(finding["column"] ?? "")"
    }.sorted()
  }

  static func findings(_ analysis: Analysis, where isWanted: (RuleDefinition) -> Bool = { _ in true }) -> [String] {
    let writer = FindingWriter(analysis.team)
    return analysis.findings.filter { isWanted(analysis.team.playbook.rules[$0.rule]) }.map { finding in
      let words = writer.describe(finding)
      return "\(words.rule) \(finding.sheet) \(words.row ?? 0) \(words.rowID) \(words.column)"
    }.sorted()
  }
}

@Suite struct `The golden workbooks` {
  static let asOf = SerialDate(year: 2025, month: 6, day: 30)

  @Test(arguments: ["inputs_hant.xlsx", "inputs_hans.xlsx", "inputs_en.xlsx"])
  func `give exactly the expected findings in three languages`(_ file: String) throws {
    #expect(
      Golden.findings(try Golden.analysis(file)) == (try Golden.expectedFindings("golden_findings.json", "golden")))
  }

  @Test func `with every kind of fault give exactly the expected findings`() throws {
    #expect(
      Golden.findings(try Golden.analysis("faulty_hant.xlsx"))
        == (try Golden.expectedFindings("golden_findings.json", "faulty")))
  }

  @Test func `with faulty settings give exactly the expected findings about settings`() throws {
    #expect(
      Golden.findings(try Golden.analysis("faulty_settings_hant.xlsx")) { $0.id.hasPrefix("SET") }
        == (try Golden.expectedFindings("golden_findings.json", "faulty_settings")))
  }

  @Test func `of the core profile give exactly the expected findings of formula rules`() throws {
    let analysis = try Golden.analysis("inputs_core_hant.xlsx", asOf: Self.asOf)
    #expect(
      Golden.findings(analysis) { $0.kind == .formula } == (try Golden.expectedFindings("golden_findings.json", "core"))
    )
  }

  @Test func `as a team really keeps them give exactly the expected findings`() throws {
    let found = Golden.findings(try Golden.analysis("team_messy_hant.xlsx")) { $0.kind != .formula }
    // Missing settings are reported once, beside the list.
    let expected = try Golden.expectedFindings("messy_expected.json", nil) + ["SET-001 set 0  "]
    #expect(found == expected.sorted())
  }

  @Test(arguments: [("inputs_hant.xlsx", "hant"), ("inputs_hans.xlsx", "hans"), ("inputs_en.xlsx", "en")])
  func `give every computed column its expected value`(_ file: String, _ language: String) throws {
    let expected = try #require(try Golden.json("golden.json")["expected"] as? [String: Any])
    let differences = try compare(Golden.analysis(file), try #require(expected[language] as? [String: Any]))
    #expect(differences == [])
  }

  @Test func `of the core profile give every computed column its expected value`() throws {
    let core = try #require(try Golden.json("golden.json")["core"] as? [String: Any])
    let analysis = try Golden.analysis("inputs_core_hant.xlsx", asOf: Self.asOf)
    let differences = try compare(analysis, try #require(core["expected_optional"] as? [String: Any]))
    #expect(differences == [])
  }

  /// Describes the cells that differ. An expected column that is not computed counts as different unless it is blank
  /// throughout.
  private func compare(_ analysis: Analysis, _ expected: [String: Any]) throws -> [String] {
    var differences: [String] = []
    var compared = 0
    for sheet in analysis.team.sheets {
      let rows = try #require(expected[sheet.prefix] as? [[String: Any]])
      for column in sheet.definition.computedColumns {
        let values = analysis.values(of: ColumnID(sheet: sheet.prefix, key: column.key))
        for (offset, row) in rows.enumerated() {
          guard let wanted = row[column.key] else { continue }
          compared += 1
          let found = values?[offset] ?? .text("")
          if !Self.isEqual(found, wanted, column.type) {
            differences.append("\(sheet.prefix).\(column.key) row \(offset): \(found), expected \(wanted)")
          }
        }
      }
    }
    #expect(compared > 500)
    return differences
  }

  private static func isEqual(_ found: CellValue, _ wanted: Any, _ type: ColumnType) -> Bool {
    if let text = wanted as? String {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      if type == .date, parts.count == 3, case .number(let serial) = found {
        return SerialDate(year: parts[0], month: parts[1], day: parts[2])?.serial(in: .year1900) == serial
      }
      return found == .text(text)
    }
    guard let number = wanted as? Double, case .number(let value) = found else { return false }
    return abs(value - number) <= 1e-9 * max(1, abs(number))
  }
}
