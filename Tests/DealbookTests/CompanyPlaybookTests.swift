// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Foundation
import Playbook
import Spreadsheet
import Testing

/// Workbooks with a company's own playbook. The numbers were worked out by hand.
struct CompanyExample {
  let folder: String

  static let options = ReadOptions(
    asOf: SerialDate(year: 2026, month: 3, day: 31), today: SerialDate(year: 2026, month: 11, day: 23))

  func analysis(_ file: String) throws -> Analysis {
    try Analysis(Workbook(bytes(file)), playbook: playbook(), options: Self.options)
  }

  func bytes(_ file: String) throws -> [UInt8] {
    let url = Golden.folder.deletingLastPathComponent().appending(path: "\(folder)/\(file)")
    return [UInt8](try Data(contentsOf: url))
  }

  func playbook() throws -> Playbook {
    let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: try bytes("dealbook.yaml"))])
    #expect(reading.issues.map(\.description) == [])
    return try #require(reading.playbook)
  }

  /// The values of a computed column by row id, as text, without blanks.
  static func values(_ name: String, in analysis: Analysis) throws -> [String: String] {
    let parts = name.split(separator: ".").map(String.init)
    let sheet = try #require(analysis.team.sheet(parts[0]))
    let column = try #require(analysis.values(of: ColumnID(sheet: parts[0], key: parts[1])))
    var result: [String: String] = [:]
    for offset in 0..<sheet.rows.count {
      switch column[offset] {
      case .number(let number): result[sheet.rowID(at: offset)] = "\(number)"
      case .text(let text) where !text.isEmpty: result[sheet.rowID(at: offset)] = text
      default: break
      }
    }
    return result
  }

  static func findings(_ analysis: Analysis) -> [String] {
    let writer = FindingWriter(analysis.team)
    return analysis.findings.map { finding in
      let words = writer.describe(finding)
      return "\(words.severity.rawValue) \(words.rule) \(words.rowID)"
    }.sorted()
  }

  static func checkFill(_ analysis: Analysis) throws {
    let (edit, report) = try FillPlanner(analysis, asValues: false, listsChanges: false).plan()
    #expect(report.changedCells > 100)
    let filled = try analysis.team.workbook.applying(edit)
    let again = try Analysis(Workbook(filled), playbook: analysis.team.playbook, options: options)
    let (second, _) = try FillPlanner(again, asValues: false, listsChanges: false).plan()
    #expect(try again.team.workbook.applying(second) == filled)
  }
}

@Suite struct `A software company's workbook` {
  static let example = CompanyExample(folder: "saas")
  static let files = ["team_en.xlsx", "team_hans.xlsx"]

  @Test(arguments: files) func `gets the company's own columns`(file: String) throws {
    let analysis = try Self.example.analysis(file)
    let expected: [String: [String: String]] = [
      // 336,000 over 36 months is 112,000 a year. The list says 300 seats at 420: 126,000.
      "de.arr": [
        "D01": "112000.0", "D02": "57600.0", "D03": "36000.0", "D04": "126000.0", "D05": "9000.0", "D06": "40000.0",
      ],
      "de.discount": [
        "D01": "0.1111", "D02": "0.2", "D03": "0.25", "D04": "0.1429", "D05": "0.25", "D06": "-0.1111",
      ],
      // 0.85; × 0.7; × 0.55; × 0.45.
      "de.prob": ["D01": "0.85", "D02": "0.595", "D03": "0.32725", "D04": "1.0", "D05": "0.147263", "D06": "0.0"],
      "de.arr_weighted": [
        "D01": "95200.0", "D02": "34272.0", "D03": "11781.0", "D04": "126000.0", "D05": "1325.37", "D06": "0.0",
      ],
      "acc.arr": ["A01": "230000.0", "A02": "48000.0", "A03": "0.0", "A04": "100000.0", "A05": "0.0"],
      // 600 heads × 0.8 seats × 240 × 1.1.
      "dr.potential": [
        "DR01": "252000.0", "DR02": "126720.0", "DR03": "86400.0", "DR04": "504000.0", "DR05": "18000.0",
      ],
      "re.closing": ["R01": "230000.0", "R02": "100000.0", "R03": "0.0", "R04": "48000.0"],
      "re.nrr": ["R01": "1.15", "R02": "0.8333", "R03": "0.0", "R04": "1.2"],
      "re.util": ["R01": "0.9", "R02": "0.45", "R03": "0.2", "R04": "0.5"],
      // 0.93 + 0.05, at most 0.95; 0.82 - 0.1 - 0.15; churned; 0.82 - 0.15.
      "re.prob": ["R01": "0.95", "R02": "0.57", "R03": "0.0", "R04": "0.67"],
      "re.at_risk": ["R01": "11500.0", "R02": "43000.0", "R04": "15840.0"],
      "tg.arr_won": ["T01": "0.0", "T02": "126000.0"],
    ]
    for (name, values) in expected { #expect(try CompanyExample.values(name, in: analysis) == values, "\(name)") }
  }

  @Test(arguments: files) func `is checked by the company's own rules`(file: String) throws {
    #expect(
      CompanyExample.findings(try Self.example.analysis(file)) == [
        "error REN-005 R02", "info SET-001 ",
        "warning ACC-009 A02", "warning ACC-009 A03", "warning ACC-009 A05",
        "warning DRV-003 DR01", "warning DRV-003 DR04",
        "warning SAAS-001 D03", "warning SAAS-001 D05", "warning SAAS-002 D03", "warning SUB-001 R02",
        "warning TGT-004 T01", "warning TGT-004 T02",
      ])
  }

  @Test(arguments: files) func `is filled, and a second time is not touched`(file: String) throws {
    try CompanyExample.checkFill(Self.example.analysis(file))
  }
}

@Suite struct `An equipment maker's workbook` {
  static let example = CompanyExample(folder: "equipment")

  @Test func `is computed by five payment stages`() throws {
    let analysis = try Self.example.analysis("team.xlsx")
    let expected: [String: [String: String]] = [
      "co.pct_sum": ["K01": "1.0", "K02": "1.0", "K03": "1.0"],
      "co.map_stage": ["K01": "安裝款", "K02": "預付款", "K03": "發貨款"],
      "co.lead_days": ["K01": "110.0", "K02": "125.0"],
      "co.outstanding": ["K01": "4000000.0", "K02": "3800000.0", "K03": "1920000.0"],
      "co.exposure": ["K01": "4000000.0", "K02": "3800000.0", "K03": "0.0"],
      "de.weighted": [
        "D01": "10000000.0", "D02": "4800000.0", "D03": "2400000.0", "D04": "4500000.0", "D05": "1125000.0",
      ],
    ]
    for (name, values) in expected { #expect(try CompanyExample.values(name, in: analysis) == values, "\(name)") }

    func payment(_ key: String, _ ids: [String]) throws -> [String?] {
      let values = try CompanyExample.values("pa.\(key)", in: analysis)
      return ids.map { values[$0] }
    }
    #expect(
      try payment("status", ["Y01", "Y03", "Y05", "Y07", "Y08"]) == ["已收訖", "逾期", "未到期", "即將到期", "未觸發"])
    // Installed on 25 January with 20 days of credit: 45 days overdue. Accepted on 28 February with 30 days: 1.
    #expect(try payment("days_over", ["Y03", "Y04", "Y06"]) == ["45.0", "1.0", "134.0"])
    // 2,000,000 × 0.03; 1,000,000 × 0.01; 440,000 × 0.25.
    #expect(try payment("provision", ["Y03", "Y04", "Y06"]) == ["60000.0", "10000.0", "110000.0"])
    // 10 + 45 / 90 × 40; 14 + 0.4; the warranty money: 20; 0 + 40.
    #expect(try payment("risk", ["Y03", "Y04", "Y05", "Y06"]) == ["30.0", "14.4", "20.0", "40.0"])
    #expect(try payment("vat", ["Y03"]) == ["95238.1"])
  }

  @Test func `is checked by the company's own rules`() throws {
    #expect(
      CompanyExample.findings(try Self.example.analysis("team.xlsx")) == [
        "error EQP-001 K02", "error PAY-009 Y03", "info PAY-014 Y10", "info PAY-014 Y15", "info SET-001 ",
        "warning EQP-002 K02", "warning PAY-005 Y03", "warning PAY-005 Y04", "warning PAY-005 Y06",
      ])
  }

  @Test func `is filled, and a second time is not touched`() throws {
    try CompanyExample.checkFill(Self.example.analysis("team.xlsx"))
  }
}
