// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// What a person is told to do, cell by cell.
@Suite struct `A list of causes` {
  private static func analysis(_ bytes: [UInt8]) throws -> Analysis {
    try Analysis(
      Workbook(bytes), playbook: .builtIn,
      options: ReadOptions(asOf: SerialDate(year: 2026, month: 3, day: 31), today: nil))
  }

  /// What is said of each cause, with its cells.
  private static func told(_ analysis: Analysis) -> [(rule: String, remedy: String, cells: Set<String>)] {
    let playbook = analysis.team.playbook
    var cells: [Int: Set<String>] = [:]
    let causes = FindingCauses(analysis, listed: .max).causes
    let roots = FindingCauses.roots(of: analysis)
    for (number, cause) in causes.enumerated() {
      for place in cause.listed where roots[place] == nil {
        let finding = analysis.findings[place]
        guard finding.row > 0, finding.columnNumber > 0 else { continue }
        cells[number, default: []].insert("\(finding.sheet) \(finding.row) \(finding.columnNumber)")
      }
    }
    return causes.enumerated().map { number, cause in
      let rule = playbook.rules[cause.rule]
      let example = analysis.findings[cause.example]
      let column = analysis.team.sheet(example.sheet)?.columns.first { $0.number == example.columnNumber }
      // Both are settled by adopting the workbook, or by the list.
      let remedy =
        [.list, .foreignLabels].contains(rule.kind)
        ? "labels" : playbook.remedy(for: rule, in: column?.definition, language: .english)
      return (rule.id, remedy, cells[number] ?? [])
    }
  }

  private static func expectOnce(_ analysis: Analysis, _ name: String) {
    var seen: [String: String] = [:]
    var columns: [String: Set<String>] = [:]
    for (rule, remedy, cells) in told(analysis) {
      for cell in cells {
        if let other = seen["\(cell) \(remedy)"] {
          Issue.record("\(name): \(cell) is listed under \(other) and \(rule)")
        }
        seen["\(cell) \(remedy)"] = rule
        columns[String(cell.split(separator: " ")[0] + cell.split(separator: " ")[2]), default: []].insert(rule)
      }
    }
    for (column, rules) in columns {
      // What is not in a list, and amounts in several currencies, are one matter of the column.
      #expect(!rules.isSuperset(of: ["GEN-005", "GEN-023"]), "\(name) \(column)")
      #expect(!rules.isSuperset(of: ["GEN-015", "GEN-023"]), "\(name) \(column)")
      #expect(!rules.isSuperset(of: ["GEN-009", "DEA-001"]), "\(name) \(column)")
    }
  }

  @Test(arguments: OwnWorkbooks.names) func `has no cell under two causes with the same remedy`(name: String) throws {
    Self.expectOnce(try Self.analysis(OwnWorkbooks.bytes(name)), name)
  }

  /// Deals with one column of mistakes.
  private static func deals(_ columns: [String: [PlainWorkbook.Cell]]) throws -> [UInt8] {
    let count = columns.values.map(\.count).max() ?? 0
    var header = ["Deal ID", "Deal name", "Owner", "Amount", "Declared stage", "Expected close"]
    var rows = (0..<count).map { row -> [PlainWorkbook.Cell] in
      [
        .text("D\(100 + row)"), .text("Deal \(row)"), "Mei", .number(Double(1000 + row)), "Bid submission",
        .date(46_400 + row),
      ]
    }
    for (title, cells) in columns {
      let place = header.firstIndex(of: title) ?? header.endIndex
      if place == header.endIndex { header.append(title) }
      for row in rows.indices {
        if place < rows[row].count { rows[row][place] = cells[row] } else { rows[row].append(cells[row]) }
      }
    }
    return try PlainWorkbook([.init("Deals", [header.map { .text($0) }] + rows)]).bytes()
  }

  private static let messy: [String: [String: [PlainWorkbook.Cell]]] = [
    "labels": ["Declared stage": ["Closed", "pending", "Closed", "Bid submission", "pending", "Closed"]],
    "characters": ["Declared stage": ["?", "?", "?", "?", "?", "?"]],
    "currencies": ["Amount": ["$20,000", "20000", "£300", "€4", "$20,000", "7000"]],
    "amounts": ["Amount": [-5, -5, 100, 200, 0, 300]],
    "texts": [
      "Amount": ["x", "x", "x", 4, 5, 6], "Expected close": ["soon", "soon", "soon", "soon", "soon", "soon"],
    ],
    "shares": ["Win probability override": ["60%", "60", "0.6", "most", "70%", 0.3]],
    "blanks": ["Amount": [nil, nil, nil, 4, 5, 6], "Deal name": [nil, nil, "c", "d", "e", "f"]],
    "ids": ["Deal ID": ["A-1", "A-2", "A-3", "A-4", "A*5", "A-6"]],
    "errors": ["Amount": [.error("#REF!"), .error("#REF!"), 3, 4, 5, 6]],
  ]

  @Test(arguments: messy.keys.sorted()) func `has none in messy workbooks`(name: String) throws {
    Self.expectOnce(try Self.analysis(Self.deals(Self.messy[name] ?? [:])), name)
  }

  @Test func `tells texts in a column of amounts from those in a column of dates`() throws {
    let analysis = try Self.analysis(Self.deals(Self.messy["texts"] ?? [:]))
    let told = Self.told(analysis).filter { $0.rule == "GEN-018" }
    #expect(told.map(\.cells.count).sorted() == [3, 6] && Set(told.map(\.remedy)).count == 2, "\(told)")
  }

  @Test func `has amounts in several currencies as one cause`() throws {
    let rules = Self.told(try Self.analysis(Self.deals(Self.messy["currencies"] ?? [:]))).map(\.rule)
    #expect(rules.contains("WBK-010") && !rules.contains("GEN-020"), "\(rules)")
  }
}

@Suite struct `What to do about a cell` {
  private func remedy(_ rule: String, _ sheet: String, _ column: String, _ language: Language = .english) throws
    -> String
  {
    let playbook = Playbook.builtIn
    let definition = try #require(playbook.sheet(sheet)?.column(column))
    return playbook.remedy(for: try #require(playbook.rule(rule)), in: definition, language: language)
  }

  @Test func `names what the column takes`() throws {
    #expect(try remedy("GEN-002", "acc", "account_id").contains("for example A001"))
    #expect(try remedy("GEN-018", "de", "expected_close").contains("2026-03-31"))
    #expect(try remedy("GEN-018", "de", "amount").contains("120000"))
    #expect(try remedy("GEN-018", "le", "b", .traditionalChinese).contains("整數"))
    #expect(try !remedy("GEN-015", "de", "stage").contains("id is referred to"))
    #expect(try remedy("GEN-015", "de", "deal_id").contains("id"))
  }

  @Test(arguments: Language.allCases) func `differs by the kind of the column`(language: Language) throws {
    let texts = try [("de", "amount"), ("de", "expected_close"), ("de", "stage")].map {
      try remedy("GEN-018", $0.0, $0.1, language)
    }
    #expect(Set(texts).count == 3, "\(texts)")
  }
}
