// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Every rule with a workbook in which it finds something and one in which it does not.
@Suite struct `Every rule` {
  typealias Cell = PlainWorkbook.Cell

  /// Deals with these columns after those that all have.
  static func deals(_ more: [String: [Cell]], without: String? = nil, count: Int = 4) -> DealSheet {
    var headers = ["Deal ID", "Account ID", "Deal name", "Declared stage", "Amount", "Expected close", "Owner (AR)"]
    var rows = (1...count).map { row -> [Cell] in
      [
        .text("D00\(row)"), "A1", .text("deal \(row)"), "Verify opportunity", .number(Double(row) * 1000),
        .date(46_400 + row), "Mei",
      ]
    }
    for (title, cells) in more.sorted(by: { $0.key < $1.key }) {
      if let place = headers.firstIndex(of: title) {
        for row in rows.indices { rows[row][place] = cells[row] }
      } else {
        headers.append(title)
        for row in rows.indices { rows[row].append(cells[row]) }
      }
    }
    if let without, let place = headers.firstIndex(of: without) {
      headers.remove(at: place)
      for row in rows.indices { rows[row].remove(at: place) }
    }
    return DealSheet(headers: headers, rows)
  }

  static func plain(_ title: String, _ rows: [[Cell]]) throws -> [UInt8] {
    try PlainWorkbook([.init(title, rows)]).bytes()
  }

  /// Three deals as XML, with what may stand around the rows.
  static func written(
    before: String = "", after: String = "", amount: String = "<v>100</v>", more: String = "",
    _ change: (inout WorkbookBuilder) -> Void = { _ in }
  ) throws -> [UInt8] {
    func text(_ place: String, _ text: String) -> String {
      "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>"
    }
    var rows =
      "<row r='1'>"
      + zip("ABCD", ["Deal ID", "Deal name", "Declared stage", "Amount"]).map { text("\($0)1", $1) }.joined() + "</row>"
    for row in 2...4 {
      rows +=
        "<row r='\(row)'>" + text("A\(row)", "D00\(row)") + text("B\(row)", "deal")
        + text("C\(row)", "Verify opportunity")
        + "<c r='D\(row)'>\(row == 3 ? amount : "<v>100</v>")</c>\(row == 4 ? more : "")</row>"
    }
    var builder = WorkbookBuilder()
    change(&builder)
    builder.add(sheet: "Deals", rows: rows, before: before, after: after)
    return try builder.bytes()
  }

  /// One of the own workbooks with a cell changed: the one that holds a text, or the one of that row in a column.
  static func changed(
    _ name: String, _ sheet: String, find: String, column: String? = nil, to content: CellContent
  ) throws -> [UInt8] {
    var book = try Workbook(OwnWorkbooks.bytes(name))
    let index = try #require(book.sheets.firstIndex { $0.name == sheet })
    var found: CellReference?
    try CellListing.forEach(in: book, sheetIndex: index) { listed in
      if listed.value == .text(find), found == nil { found = listed.cell }
    }
    let cell = try #require(found)
    try book.set("'\(sheet)'!\(column.map { "\($0)\(cell.row)" } ?? "\(cell)")", to: content)
    return book.bytes
  }

  static let preparedCells: [String: @Sendable () throws -> [UInt8]] = [
    "WBK-002": { try deals([:], without: "Declared stage").bytes() },
    "WBK-003": {
      try plain(
        "Deals", [["Deal ID", "Deal name", "Declared stage", "Amount", "Amount"], ["D001", "a", "Won", 5, 6]])
    },
    "WBK-007": { try written { $0.beforeSheets = "<workbookPr date1904='1'/>" } },
    "WBK-008": { try written(after: "<mergeCells count='1'><mergeCell ref='B2:B3'/></mergeCells>") },
    "WBK-009": { try changed("golden/inputs_en.xlsx", "Settings", find: "AsOf", column: "B", to: "soon") },
    "WBK-011": { try deals(["Expected close": (1...4).map { _ in .formula("TODAY()", 46_400) }]).bytes() },
    "WBK-031": { try written(more: "<c r='D4'><v>900</v></c>") },
    "GEN-022": { try deals(["Probability override": [0.6, 60, 0.7, 45]]).bytes() },
    "GEN-024": { try deals(["Owner (AR)": ["Jose\u{301}", "Mei", "Jose\u{301}", "Mei"]]).bytes() },
    "GEN-025": { try deals(["Deal ID": ["007", 7, "D3", "D4"]]).bytes() },
    "GEN-027": { try deals(["Deal name": [.text(String(repeating: "x", count: 41_000)), "b", "c", "d"]]).bytes() },
    "GEN-028": { try deals(["Owner (AR)": ["Mei Lin", "mei lin", "Mei Lin", "Tom"]]).bytes() },
    "SET-009": { try changed("golden/inputs_en.xlsx", "Settings", find: "RelHigh", column: "B", to: "sixty") },
    "DEA-028": {
      try deals([
        "Declared stage": ["Won", "Won", "Won", "Won"], "Expected close": [nil, .date(46_100), nil, .date(46_100)],
      ])
      .bytes()
    },
    "PAY-019": {
      try plain(
        "Invoices",
        [
          ["Invoice no.", "Account", "Due date", "Invoice amount", "Amount received"],
          ["I-1", "A1", .date(46_000), 100_000, 40_000], ["I-1", "A1", .date(46_000), 100_000, 60_000],
          ["I-2", "A1", .date(46_000), 50_000, 0],
        ])
    },
  ]

  static func analysis(_ bytes: [UInt8], today: SerialDate? = nil) throws -> Analysis {
    try Analysis(Workbook(bytes), playbook: .builtIn, options: ReadOptions(asOf: nil, today: today ?? day))
  }

  private static let day = SerialDate(year: 2026, month: 3, day: 31)

  private static func fired(_ analysis: Analysis) -> Set<String> {
    Set(analysis.findings.map { analysis.team.playbook.rules[$0.rule].id })
  }

  @Test(arguments: prepared.keys.sorted()) func `finds what is prepared for it`(rule: String) throws {
    let made = try #require(Self.prepared[rule])
    let found = Self.fired(try made())
    #expect(found.contains(rule), "\(found.sorted())")
  }

  @Test(arguments: prepared.keys.sorted()) func `is silent without it`(rule: String) throws {
    let unchanged = try Self.unchanged[rule]?() ?? Self.deals([:]).analysis()
    let found = Self.fired(unchanged)
    #expect(!found.contains(rule), "\(found.sorted())")
  }

  @Test func `is in a workbook where it fires, and absent from one`() throws {
    var fired: Set<String> = []
    var silent = Set(Playbook.builtIn.rules.map(\.id))
    for name in OwnWorkbooks.names {
      let found = try Self.fired(Self.analysis(OwnWorkbooks.bytes(name)))
      fired.formUnion(found)
      silent.formIntersection(found)
    }
    #expect(silent.isEmpty, "\(silent.sorted())")
    let future = try Self.analysis(
      OwnWorkbooks.bytes("golden/inputs_en.xlsx"), today: SerialDate(year: 2020, month: 1, day: 1))
    fired.formUnion(Self.fired(future))
    let merged: [MergeConflict.Kind] = MergeConflict.Kind.allCases
    fired.formUnion(merged.compactMap(\.rule))
    let remarks: [MergeRemark] = [
      .columnMissing(copy: "b", sheet: "Deals", column: "Amount"), .computedRenewed(cells: 1),
    ]
    fired.formUnion(remarks.compactMap(\.rule))
    #expect(Set(Playbook.builtIn.rules.map(\.id)).subtracting(fired.union(Self.prepared.keys)) == [])
  }
}

@Suite struct `A conflict of copies` {
  private func rules(_ base: CopyBook, _ copies: CopyBook...) throws -> (conflicts: [String?], remarks: [String?]) {
    let merged = try Merged(base.bytes(), copies.map { try $0.bytes() })
    return (merged.plan.conflicts.map(\.kind.rule), merged.plan.remarks.map(\.rule))
  }

  @Test func `has the rule that explains it`() throws {
    let base = CopyBook(count: 4)
    let five = base.changed { $0.deals[1][5] = 5 }
    #expect(try rules(base, five, base.changed { $0.deals[1][5] = 6 }).conflicts == ["MRG-001"])
    #expect(try rules(base, five, base.changed { $0.deals.remove(at: 1) }).conflicts == ["MRG-002"])
    let (one, other) = (
      base.changed { $0.deals.append(CopyBook.deal(9)) },
      base.changed { $0.deals.append(CopyBook.deal(8, id: "D-009")) }
    )
    #expect(try rules(base, one, other).conflicts == ["MRG-003"])
    let lacking = base.changed { book in
      book.headers.removeLast()
      book.deals = book.deals.map { Array($0.dropLast()) }
    }
    #expect(try rules(base, base, lacking).remarks == ["MRG-004"])
    #expect(try rules(base, base, five).conflicts == [])
    #expect(try rules(base, base, five).remarks == [])
  }

  @Test func `is none where only computed cells differ, which are computed anew`() throws {
    let deals = CopyBook(count: 4)
    func filled(_ book: CopyBook) throws -> [UInt8] {
      try FilledWorkbook(Analysis(Workbook(book.bytes()), playbook: .builtIn, options: DealSheet.options)).bytes
    }
    let (base, other) = (try filled(deals), try filled(deals.changed { $0.deals[1][5] = 5 }))
    func remarks(_ ours: [UInt8], _ theirs: [UInt8]) throws -> [MergeRemark] {
      let plan = try MergePlan(
        base: CopyBook.book(base), ours: MergeSide(CopyBook.book(ours), name: "ours"),
        theirs: [MergeSide(CopyBook.book(theirs), name: "theirs")])
      #expect(plan.conflicts.isEmpty && plan.remarks.isEmpty)
      return try MergedWorkbook(
        Workbook(ours), plan.edit, playbook: .builtIn, options: DealSheet.options, conflicts: .kept
      ).remarks
    }
    let renewed = try remarks(base, other)
    #expect(renewed.map(\.rule) == ["MRG-005"])
    #expect(renewed != [.computedRenewed(cells: 0)])
    #expect(try remarks(other, base) == [])
    #expect(try remarks(base, base) == [])
  }

  @Test func `is of a kind that the playbook has`() throws {
    let kinds: [(String, RuleKind)] = [
      ("MRG-001", .mergeConflict), ("MRG-002", .mergeDelete), ("MRG-003", .mergeNewID), ("MRG-004", .mergeColumn),
      ("MRG-005", .mergeComputed),
    ]
    for (id, kind) in kinds { #expect(Playbook.builtIn.rule(id)?.kind == kind) }
    #expect(Set(MergeConflict.Kind.allCases.compactMap(\.rule)) == ["MRG-001", "MRG-002", "MRG-003"])
  }
}
