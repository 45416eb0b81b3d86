// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Uses a sheet with one row, in which one cell holds the example of its column and all others are blank.
@Suite struct `The example of a column` {
  private static func rules(_ sheet: SheetDefinition, _ column: ColumnDefinition, _ text: String) throws -> Set<String>
  {
    let language = Language.traditionalChinese
    let cell: PlainWorkbook.Cell =
      switch column.type {
      case .date where text.utf8.first.map { (0x30...0x39).contains($0) } == true:
        .date(SerialDate.serial(iso: text, system: .year1900).map(Int.init) ?? 0)
      case .money, .number, .integer, .percent, .ratio, .score: Double(text).map { .number($0) } ?? .text(text)
      default: .text(text)
      }
    let inputs = sheet.inputColumns
    let headers = inputs.map { PlainWorkbook.Cell.text($0.titles[language]) }
    // Text alone in the first column is a heading. Beside something else it is a row.
    let second = column.key == inputs[0].key ? ColumnExample(inputs[1], in: .builtIn, language: language)?.right : nil
    let row = inputs.map { input -> PlainWorkbook.Cell in
      input.key == column.key ? cell : input.key == inputs[1].key ? second.map { .text($0) } ?? .blank : .blank
    }
    let analysis = try Analysis(
      Workbook(PlainWorkbook([.init(sheet.titles[language], [headers, row])]).bytes()), playbook: .builtIn,
      options: ReadOptions(today: SerialDate(year: 2026, month: 3, day: 31)))
    #expect(analysis.team.sheet(sheet.prefix)?.column(column.key) != nil, "\(sheet.prefix).\(column.key) is not bound")
    let rules = Playbook.builtIn.rules
    return Set(
      analysis.findings.filter { $0.sheet == sheet.prefix && $0.column == column.key && $0.row > 1 }
        .map { rules[$0.rule] }.filter { $0.id.hasPrefix("GEN-") && $0.kind != .reference && $0.kind != .personalData }
        .map(\.id))
  }

  @Test(arguments: Playbook.builtIn.sheets.map(\.prefix))
  func `that is right has no finding, and the wrong one has its own`(
    prefix: String
  ) throws {
    let sheet = try #require(Playbook.builtIn.sheet(prefix))
    for column in sheet.inputColumns {
      let example = try #require(
        ColumnExample(column, in: .builtIn, language: .traditionalChinese), "\(prefix).\(column.key)")
      #expect(try Self.rules(sheet, column, example.right) == [], "\(prefix).\(column.key): \(example.right)")
      let kind = try #require(Playbook.builtIn.rules.first { $0.kind == example.kind }?.id)
      #expect(
        try Self.rules(sheet, column, example.wrong).contains(kind), "\(prefix).\(column.key): \(example.wrong) \(kind)"
      )
    }
  }
}
