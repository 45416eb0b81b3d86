// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Workbooks for rules about sheets as a whole, about the file, and about what an earlier workbook held.
extension `Every rule` {
  static let prepared: [String: @Sendable () throws -> Analysis] = {
    var prepared = preparedSheets
    for (rule, made) in preparedCells { prepared[rule] = { try analysis(made()) } }
    return prepared
  }()

  private static let preparedSheets: [String: @Sendable () throws -> Analysis] = [
    "WBK-013": { try analysis(linked()) },
    "WBK-015": { try schema(1) },
    "WBK-017": { try analysis(damaged()) },
    "WBK-021": { try twice() },
    "WBK-022": { try deals(["Deal health": ["fine", "fine", "poor", "fine"]]).analysis() },
    "WBK-023": { try headed() },
    "WBK-024": { try beside() },
    "WBK-030": { try named() },
    "GEN-019": { try deals(["Amount": ["7.000", "12.500", "3.000", "1.000"]]).analysis() },
    "GEN-021": { try analysis(written(amount: "<f>COMPANYRATE(100)</f>")) },
    "GEN-026": { try analysis(written(amount: "<f>100*12</f>")) },
    "SET-007": { try analysis(changed("golden/inputs_en.xlsx", "Lists", find: "Won", to: "Lost")) },
    "DEA-022": { try later(3, "Bid submission", now: "Verify opportunity") },
    "DEA-023": { try later(5, 1000, now: 1500) },
    "DEA-027": {
      try deals(["Declared stage": ["Won", "Won", "Verify opportunity", "Lost"]]).analysis()
    },
    "DEA-029": { try outcomes(stage: "Closed Won", state: "Lost") },
    "DEA-030": { try closedOpen(.date(46_096)) },
    "TGT-011": { try lowTarget(9_000_000) },
    "TGT-014": { try laterTarget(600) },
    "TGT-017": { try totals(900) },
    "REN-012": { try renewals(churned: 20) },
  ]

  /// What each of the workbooks above is without the change that the rule finds.
  static let unchanged: [String: @Sendable () throws -> Analysis] = [
    "SET-007": { try analysis(OwnWorkbooks.bytes("golden/inputs_en.xlsx")) },
    "SET-009": { try analysis(OwnWorkbooks.bytes("golden/inputs_en.xlsx")) },
    "WBK-009": { try analysis(OwnWorkbooks.bytes("golden/inputs_en.xlsx")) },
    "WBK-015": { try schema(nil) },
    "DEA-022": { try later(3, "Bid submission", now: "Bid submission") },
    "DEA-023": { try later(5, 1000, now: 1000) },
    "DEA-029": { try outcomes(stage: "Closed Won", state: "Won") },
    "DEA-030": { try closedOpen(nil) },
    "TGT-011": { try lowTarget(nil) },
    "TGT-014": { try laterTarget(500) },
    "TGT-017": { try totals(800) },
    "REN-012": { try renewals(churned: 2) },
  ]

  /// A workbook with a link to another one.
  private static func linked() throws -> [UInt8] {
    try written { builder in
      builder.afterSheets = "<externalReferences><externalReference r:id='e1'/></externalReferences>"
      builder.workbookRelationships = WorkbookBuilder.relationship(
        "e1", "externalLink", "externalLinks/externalLink1.xml")
      builder.set("xl/externalLinks/externalLink1.xml", WorkbookBuilder.part("externalLink", ""))
    }
  }

  /// A picture whose bytes are not those of its checksum. As they look random, they are stored as they are.
  private static func damaged() throws -> [UInt8] {
    var random = SeededRandom(17)
    let picture = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) }
    var bytes = try written { $0.set("xl/media/image1.png", bytes: picture) }
    let start = try #require(bytes.firstRange(of: picture[100..<132])?.lowerBound)
    bytes[start] ^= 1
    return bytes
  }

  /// A filled workbook that says it has another structure.
  private static func schema(_ number: Double?) throws -> Analysis {
    var book = try Workbook(FilledWorkbook(deals([:]).analysis()).bytes)
    guard let number else { return try analysis(book.bytes) }
    let index = try #require(book.sheets.firstIndex { $0.name == "_meta" })
    var found: CellReference?
    try CellListing.forEach(in: book, sheetIndex: index) { if $0.value == .text("schema") { found = $0.cell } }
    let cell = try #require(found)
    try book.set("'_meta'!\(ColumnName.letters(cell.column + 1))\(cell.row)", to: .number(number))
    return try analysis(book.bytes)
  }

  private static func twice() throws -> Analysis {
    let rows = try deals([:]).sheetRows
    let south = PlainWorkbook.Sheet("South", Array(rows.dropLast()))
    return try analysis(PlainWorkbook([PlainWorkbook.Sheet("North", rows), south]).bytes())
  }

  /// With a heading among the rows.
  private static func headed() throws -> Analysis {
    var rows = try deals([:]).sheetRows
    rows.insert([.text("Region east")], at: 3)
    return try analysis(plain("Deals", rows))
  }

  /// With another table beside the rows.
  private static func beside() throws -> Analysis {
    let second: [[Cell]] = [["PO", "Client", "Order value"], ["P-1", "A", 120_000], ["P-2", "B", 80_000]]
    var rows = try deals([:]).sheetRows
    for row in second.indices {
      rows[row].append(.blank)
      rows[row] += second[row]
    }
    return try analysis(plain("Deals", rows))
  }

  /// With a name of the team's that formulas of ours would use.
  private static func named() throws -> Analysis {
    let names = "<definedNames><definedName name='de_amount'>Deals!$A$1</definedName></definedNames>"
    return try analysis(written { $0.afterSheets = names })
  }

  /// A column of the first deal against an earlier state.
  private static func later(_ column: Int, _ old: Cell, now new: Cell) throws -> Analysis {
    let (before, after) = (
      CopyBook().changed { $0.deals[0][column] = old }, CopyBook().changed { $0.deals[0][column] = new }
    )
    return try Analysis(Workbook(after.bytes()), playbook: .builtIn, options: DealSheet.options).against(before.book())
  }

  private static func lowTarget(_ target: Double?) throws -> Analysis {
    var book = try ChangedWorkbook()
    if let target { try book.set("tg", "target", row: 1, to: .number(target)) }
    return try book.filled().after.analysis()
  }

  private static func laterTarget(_ target: Double) throws -> Analysis {
    let now = try Workbook(targets([("Ann", target)]))
    return try Analysis(now, playbook: .builtIn, options: DealSheet.options)
      .against(CopyBook.book(targets([("Ann", 500)])))
  }

  /// Targets of 500 and 400, and a third one.
  private static func totals(_ target: Double) throws -> Analysis {
    let owners = deals(["Owner (AR)": ["Ann", "Mei", "Ann", "Mei"]])
    return try analysis(targets([("Everybody", target), ("Ann", 500), ("Mei", 400)], deals: owners))
  }

  /// An adopted export in which the first deal has this stage and this outcome.
  private static func outcomes(stage: String, state: String) throws -> Analysis {
    let stages = [stage, "Proposal", "Closed Lost", "Lead In", "Closed Won"]
    let states = [state, "Open", "Lost", "Open", "Won"]
    let rows = stages.indices.map { row -> [Cell] in
      [
        .number(Double(row + 1)), .text("deal \(row)"), .text("client \(row)"), .text(stages[row]), .text(states[row]),
        .number(Double(row + 1) * 1000), .date(46_200 + row),
      ]
    }
    let headers: [Cell] = ["ID", "Title", "Organization", "Stage", "Status", "Value", "Expected close date"]
    return try AdoptedSheetBook([headers] + rows).analysis
  }

  /// An adopted list in which an open deal has this closing date.
  private static func closedOpen(_ close: Cell) throws -> Analysis {
    let stages = ["Closed Won", "Proposal", "Negotiation", "Closed Lost", "Proposal", "Closed Won"]
    let rows = stages.enumerated().map { row, stage -> [Cell] in
      [
        .text("D-00\(row + 1)"), .text("Acme \(row) GmbH"), "Tom", .text(stage), .number(Double(row + 1) * 1000),
        .date(46_376), stage.hasPrefix("Closed") ? .date(46_096) : row == 1 ? close : nil,
      ]
    }
    let headers: [Cell] = ["Deal ID", "Account", "Owner", "Stage", "Amount", "Expected close", "Actual close"]
    return try AdoptedSheetBook([headers] + rows).analysis
  }

  private static func targets(_ targets: [(owner: String, target: Double)], deals: DealSheet? = nil) throws -> [UInt8] {
    let headers: [Cell] = ["Target ID", "Owner", "Period start", "Period end", "Target"]
    let rows = targets.enumerated().map { row, goal -> [Cell] in
      [.text("T00\(row + 1)"), .text(goal.owner), .date(46_023), .date(46_387), .number(goal.target)]
    }
    let sheets = try (deals.map { [PlainWorkbook.Sheet("Deals", try $0.sheetRows)] } ?? [])
    return try PlainWorkbook(sheets + [.init("Targets", [headers] + rows)]).bytes()
  }

  /// Twenty ended renewals of one service stage, whose base is 0.9.
  private static func renewals(churned: Int) throws -> Analysis {
    let headers: [Cell] = [
      "Renewal ID", "Account ID", "Product ID", "Period start", "Period end", "Service stage", "Renewal status",
    ]
    let rows = (1...20).map { row -> [Cell] in
      [
        .text("R\(100 + row)"), .text("A\(100 + row)"), "P01", .date(45_658), .date(46_022), "Customer success",
        row <= churned ? "Churned" : "Renewed",
      ]
    }
    return try analysis(plain("Renewals", [headers] + rows))
  }
}

extension DealSheet {
  fileprivate var sheetRows: [[PlainWorkbook.Cell]] { get throws { [headers.map { .text($0) }] + rows } }
}
