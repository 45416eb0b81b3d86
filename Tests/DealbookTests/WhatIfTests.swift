// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

/// A workbook for trying scenarios, and for typing the same changes into its cells.
struct PlayedBook {
  let workbook: Workbook
  let options: ReadOptions
  let analysis: Analysis
  let table: SandTable

  init(_ bytes: [UInt8], asOf: SerialDate? = SerialDate(year: 2025, month: 6, day: 30)) throws {
    workbook = try Workbook(bytes)
    options = ReadOptions(asOf: asOf, today: nil)
    analysis = try Analysis(workbook, playbook: .builtIn, options: options)
    table = try SandTable(analysis)
  }

  static func golden(_ language: String = "hant") throws -> PlayedBook {
    try PlayedBook(Golden.bytes(language == "hant" ? "golden_hant.xlsx" : "inputs_\(language).xlsx"))
  }

  func play(_ changes: String..., bonds: [String] = []) throws -> Outcome {
    try table.play(Scenario(name: "1", changes: changes, bonds: bonds))
  }

  /// The workbook read again with these values in its cells.
  func typed(_ cells: [(sheet: String, key: String, row: Int, value: CellValue)]) throws -> Analysis {
    try Analysis(Workbook(typedBytes(cells)), playbook: .builtIn, options: options)
  }

  func typedBytes(_ cells: [(sheet: String, key: String, row: Int, value: CellValue)]) throws -> [UInt8] {
    var edit = WorkbookEdit()
    for cell in cells {
      let sheet = try #require(analysis.team.sheet(cell.sheet))
      let column = try #require(sheet.column(cell.key))
      let place = try #require(
        CellReference(row: sheet.rows.range.lowerBound + cell.row, column: column.number))
      edit.sheets[sheet.sheetIndex, default: SheetEdit()].cells[place] = CellEdit(cell.value)
    }
    return try workbook.applying(edit)
  }

  /// Computed columns whose values in the outcome differ from those of the other workbook.
  func differences(_ outcome: Outcome, _ other: Analysis) -> [String] {
    var found: [String] = []
    for step in other.plan.steps where step.id != ColumnID(sheet: "de", key: "sensitivity") {
      guard step.template != nil, let theirs = other.values(of: step.id), !theirs.isEmpty else { continue }
      let ours = outcome.values(of: step.id) ?? []
      for row in theirs.indices where row >= ours.count || ours[row] != theirs[row] {
        found.append("\(step.id) \(row): \(row < ours.count ? ours[row].shownText : "–") ≠ \(theirs[row].shownText)")
      }
    }
    let rows = other.team.sheet("tg")?.rows.count ?? 0
    for row in 0..<rows where row < outcome.after.owners.count {
      for key in Situation.prospectKeys {
        let theirs = other.value(of: ColumnID(sheet: "tg", key: key), at: row)
        let ours = outcome.after.owners[row].values[key] ?? .blank
        if ours.shownText != theirs.shownText {
          found.append("tg.\(key) \(row): \(ours.shownText) ≠ \(theirs.shownText)")
        }
      }
    }
    return found
  }
}

@Suite struct `A scenario` {
  static let asOf = SerialDate(year: 2025, month: 6, day: 30)

  @Test(arguments: ["hant", "hans", "en"])
  func `is what the same change typed into the cell gives`(_ language: String) throws {
    let book = try PlayedBook.golden(language)
    let labels = try #require(book.analysis.team.lists["st"]?.labels)
    let deals = try #require(book.analysis.team.sheet("de"))
    let row = try #require((0..<deals.rows.count).first { deals.rowID(at: $0) == "D011" })
    let outcome = try book.play("deals.D011.stage=談判簽約")
    let typed = try book.typed([("de", "stage", row, labels[4])])
    #expect(book.differences(outcome, typed) == [])
    #expect(outcome.after.owners != book.table.before.owners)
  }

  @Test func `before any change is what the workbook says`() throws {
    let book = try PlayedBook.golden()
    let first = try #require(book.table.before.owners.first)
    #expect(
      first.id == "T001" && first.values["p_exact"] == .number(0.1344) && first.values["commit"] == .number(1_900_000))
    #expect(book.table.before.retention.net == 0.6811 && book.table.before.retention.gross == 0.6486)
    #expect(book.table.before.stages.map { $0.values["reached"] }.last == .number(2_450_000))
    #expect(book.table.before.ageing.first { $0.label == "61-90天" }?.amount == 60_000)
  }

  /// Changes many random typed cells of all sheets. Each computed column of the outcome must equal that of the changed
  /// workbook.
  @Test func `of random cells is the changed workbook, column by column`() throws {
    let book = try PlayedBook.golden()
    var random = Seeded(2025)
    var cells: [(sheet: LocatedSheet, column: LocatedColumn, row: Int)] = []
    for sheet in book.analysis.team.sheets {
      for column in sheet.columns where !column.definition.isComputed && column.obstacle == nil {
        for row in 0..<sheet.rows.count where sheet.rows.kinds[row] == .data { cells.append((sheet, column, row)) }
      }
    }
    var played = 0
    for _ in 0..<120 {
      var changes: [String] = []
      var typed: [(sheet: String, key: String, row: Int, value: CellValue)] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let (sheet, column, row) = try #require(cells.randomElement(using: &random))
        let id = sheet.rowID(at: row)
        guard !id.isEmpty, column.definition.type != .id,
          let (text, value) = Self.other(column, of: sheet, book, &random)
        else { continue }
        changes.append("\(sheet.prefix).\(id).\(column.key)=\(text)")
        typed.append((sheet.prefix, column.key, row, value))
      }
      let outcome: Outcome
      do { outcome = try book.table.play(Scenario(name: "", changes: changes)) } catch { continue }
      played += 1
      let differences = book.differences(outcome, try book.typed(typed))
      #expect(differences == [], "\(changes)")
    }
    #expect(played > 60)
  }

  /// Another value from the same column, or a number or date close to the current one.
  private static func other(
    _ column: LocatedColumn, of sheet: LocatedSheet, _ book: PlayedBook, _ random: inout Seeded
  ) -> (String, CellValue)? {
    switch column.definition.type {
    case .list:
      guard case .list(let prefix) = column.definition.allowed,
        let label = book.analysis.team.lists[prefix]?.labels.randomElement(using: &random)
      else { return nil }
      return (label.shownText, label)
    case .tick:
      let mark = ["✓", "✗", "—"].randomElement(using: &random) ?? "✓"
      return (mark, .text(mark))
    case .money:
      let amount = Double(Int.random(in: 1...400, using: &random)) * 5_000
      return (CellValue.number(amount).shownText, .number(amount))
    case .date:
      let serial = Double(Int.random(in: 45_600...46_100, using: &random))
      return (SerialDate.isoText(serial: serial, system: .year1900) ?? "", .number(serial))
    case .key:
      guard let value = column.values.values.randomElement(using: &random), !value.shownText.isEmpty else { return nil }
      return (value.shownText, value)
    default: return nil
    }
  }

  @Test func `reaches rows through conditions, also of the account`() throws {
    let book = try PlayedBook.golden()
    let deals = try #require(book.analysis.team.sheet("de"))
    let owner = book.analysis.value(of: ColumnID(sheet: "de", key: "owner"), at: 0).shownText
    let outcome = try book.play("deals[owner=\(owner)].expected_close=+14d")
    let dates = try #require(deals.column("expected_close")?.values)
    var typed: [(sheet: String, key: String, row: Int, value: CellValue)] = []
    for row in 0..<deals.rows.count where deals.column("owner")?.values[row].shownText == owner {
      if case .number(let serial) = dates[row] { typed.append(("de", "expected_close", row, .number(serial + 14))) }
    }
    #expect(outcome.changes.first?.count == typed.count)
    #expect(book.differences(outcome, try book.typed(typed)) == [])

    let account = book.analysis.value(of: ColumnID(sheet: "de", key: "account_id"), at: 0).shownText
    let name = try #require(
      book.analysis.team.sheet("acc").flatMap { sheet in
        (0..<sheet.rows.count).first { sheet.rowID(at: $0) == account }.map {
          book.analysis.value(of: ColumnID(sheet: "acc", key: "name"), at: $0).shownText
        }
      })
    let direct = try book.play("deals[account_id=\(account)].amount*=1.1")
    let through = try book.play("deals[account_id.name=\(name)].amount*=1.1")
    #expect(direct.after.owners == through.after.owners && direct.changes.first?.count == through.changes.first?.count)
  }

  @Test func `changes settings, stage rates and goals`() throws {
    let book = try PlayedBook.golden()
    let confident = try book.play("settings.TargetConf=0.9")
    #expect(confident.after.owners[0].values["commit"] == .number(1_600_000))
    #expect(confident.after.owners[0].values["p_exact"] == .number(0.1344))
    // 0.8 becomes 0.9 for deals in negotiation. Earlier stages depend on it.
    let rates = try book.play("stages.談判簽約.conv=0.9")
    #expect(rates.values(of: ColumnID(sheet: "de", key: "prob"))?[0] == .number(0.9))
    let goal = try book.play("targets.T001.target=1900000")
    #expect(goal.after.owners[0].values["p_exact"] == .number(0.8336))
    let company = try book.play("settings.TeamTarget=1000000")
    #expect(company.after.company?.number("target") == 1_000_000)
    #expect(company.after.stages.last?.values["need"] == .number(1_250_000))
  }

  @Test func `adds rows and takes rows away`() throws {
    let book = try PlayedBook.golden()
    let deals = try #require(book.analysis.team.sheet("de"))
    let owner = book.analysis.value(of: ColumnID(sheet: "de", key: "owner"), at: 0).shownText
    let gone = try book.table.play(Scenario(name: "", removals: ["deals.D001"]))
    let blank = deals.columns.filter { !$0.definition.isComputed }.map { ("de", $0.key, 0, CellValue.blank) }
    let typed = try book.typed(blank)
    for key in Situation.prospectKeys {
      #expect(
        gone.after.owners[0].values[key]?.shownText ?? ""
          == typed.value(of: ColumnID(sheet: "tg", key: key), at: 0).shownText, "\(key)")
    }
    let new = try book.table.play(
      Scenario(
        name: "",
        additions: [
          try Scenario.Addition(
            "deals: deal_id=D900, account_id=A001, name=新案, owner=\(owner), amount=700000, stage=談判簽約, expected_close=2025-09-30"
          )
        ]))
    #expect((new.after.owners[0].number("open") ?? 0) - (book.table.before.owners[0].number("open") ?? 0) == 700_000)
    #expect((new.after.owners[0].number("p_exact") ?? 0) > 0.1344)
    #expect(new.after.owners.dropFirst() == book.table.before.owners.dropFirst())
  }

  @Test func `lets the team's own formulas follow, as a set does`() throws {
    let sheet = DealSheet(
      "Amount", [100_000, .formula("F2*2", 200_000), 300_000])
    let table = try SandTable(sheet.analysis())
    let outcome = try table.play(Scenario(name: "", changes: ["deals.D-001.amount=150000"]))
    #expect(
      outcome.values(of: ColumnID(sheet: "de", key: "amount")) == [
        .number(150_000), .number(300_000), .number(300_000),
      ])
    #expect(outcome.values(of: ColumnID(sheet: "de", key: "weighted"))?[1] == .number(50_400))
  }

  @Test func `costs no team of others anything, and gives all that it touches what they come to`() throws {
    let book = try PlayedBook.golden()
    #expect(book.table.before.teams.count > 1)
    let deals = try #require(book.analysis.team.sheet("de"))
    let owners = try #require(deals.column("owner")).values
    let names = Set((0..<owners.count).map { owners[$0].shownText }).subtracting([""]).sorted()
    for row in 0..<deals.rows.count where deals.rows.kinds[row] == .data {
      let id = deals.rowID(at: row)
      let other = try #require(names.first { $0 != owners[row].shownText })
      let scenarios: [(String, (String, String, Int, CellValue))] = [
        ("deals.\(id).amount=123456", ("de", "amount", row, .number(123_456))),
        ("deals.\(id).owner=\(other)", ("de", "owner", row, .text(other))),
      ]
      for (change, cell) in scenarios {
        let after = try book.play(change).after
        let typed = try SandTable(book.typed([cell])).before
        #expect(after.teams == typed.teams, "\(change)")
        #expect(after.company == typed.company, "\(change)")
        #expect(after.owners.map(\.values) == typed.owners.map(\.values), "\(change)")
      }
    }
  }

  @Test func `is the same alone and among many, for owners with so many deals that they are prepared`() throws {
    // Amounts with which a distribution is too fine for all cents.
    let rows = (0..<260).map { number -> [PlainWorkbook.Cell] in
      [
        .text("D\(1000 + number)"), "A1", "deal", .text(["Verify opportunity", "Bid submission"][number % 2]),
        .number(Double(240_000 + number * 7_310 % 90_000)), .date(46_200), .text(number < 200 ? "Ann" : "Bo"),
      ]
    }
    var sheet = DealSheet(
      headers: ["Deal ID", "Account ID", "Deal name", "Declared stage", "Amount", "Expected close", "Owner (AR)"], rows)
    sheet.others = [
      PlainWorkbook.Sheet(
        "Targets",
        [["Target ID", "Owner", "Period start", "Period end", "Target"]]
          + [("T1", "Ann", 13_500_000.0), ("T2", "Bo", 3_000_000)].map {
            [.text($0.0), .text($0.1), .date(46_023), .date(46_387), .number($0.2)]
          })
    ]
    let analysis = try sheet.analysis()
    let (one, many) = (try SandTable(analysis), try SandTable(analysis, expecting: 100))
    #expect(one.before.owners.count == 2 && (one.before.owners[0].number("p_exact") ?? 0) > 0.01)
    for changes in [
      ["deals.D1000.amount=1230000"], ["deals.D1199.stage=Won"], ["deals.D1050.expected_close=+400d"],
      ["deals.D1220.amount*=1.1"], ["deals.D1003.amount=1", "deals.D1097.amount=2"], ["deals[owner=Ann].amount*=0.9"],
      ["deals.D1040.owner=Bo"], ["deals.D1239.amount=5000000.01"],
    ] {
      let scenario = Scenario(name: "", changes: changes)
      #expect(try many.play(scenario).after == one.play(scenario).after, "\(changes)")
    }
    let added = Scenario(
      name: "",
      additions: [
        try .init(
          "deals: deal_id=D2000, account_id=A1, amount=700000, stage=Bid submission, expected_close=2026-06-30, owner=Ann"
        )
      ],
      removals: ["deals.D1010"])
    #expect(try many.play(added).after == one.play(added).after)
  }

  @Test(arguments: [1, 100]) func `takes in a deal that comes, wherever it stands`(_ count: Int) throws {
    func sheet(_ number: Int?) -> DealSheet {
      let rows = (0..<48).map { (row: Int) -> [PlainWorkbook.Cell] in
        let isLater = row % 3 == 2 && row != number
        let amount = Double(10_000 * (row % 7 + 3))
        let close: PlainWorkbook.Cell = isLater ? .date(47_000) : .date(46_200)
        return [.text("D\(100 + row)"), "A1", "deal", "Bid submission", .number(amount), close, "Ann"]
      }
      var sheet = DealSheet(
        headers: ["Deal ID", "Account ID", "Deal name", "Declared stage", "Amount", "Expected close", "Owner (AR)"],
        rows)
      sheet.others = [
        PlainWorkbook.Sheet("People", [["Person", "Role", "Team"], ["Ann", "Account manager", "One"]]),
        PlainWorkbook.Sheet(
          "Targets",
          [
            ["Target ID", "Owner", "Period start", "Period end", "Target"],
            ["T1", "Ann", .date(46_023), .date(46_387), .number(1_000_000)],
          ]),
      ]
      return sheet
    }
    let table = try SandTable(sheet(nil).analysis(), expecting: count)
    #expect(table.before.teams.count == 1 && table.before.owners.count == 1)
    for row in stride(from: 2, to: 48, by: 3) {
      let played = try table.play(Scenario(name: "", changes: ["deals.D\(100 + row).expected_close=2026-06-27"])).after
      let typed = try SandTable(sheet(row).analysis()).before
      #expect(played.owners == typed.owners && played.teams == typed.teams && played.company == typed.company, "\(row)")
    }
  }

  @Test func `names what changed and through what`() throws {
    let book = try PlayedBook.golden()
    let reasons = try book.play("deals.D011.stage=談判簽約").reasons(in: .english)
    let prob = try #require(reasons.first { $0.column == ColumnID(sheet: "de", key: "prob") })
    #expect(prob.rows.first?.id == "D011" && prob.rows.first?.before == .number(0.168))
    #expect(prob.through.contains("de.stage_no") && prob.formula?.contains("st_prob") == true)
    #expect(reasons.last?.column.sheet == "tg")
    #expect(!reasons.contains { $0.column.sheet == "pa" })
  }

  @Test(arguments: [
    ("deals.D-006.stage=談判簽約", "‘D006’"), ("dealz.D006.stage=談判簽約", "Deals"), ("deals.D006.stag=談判簽約", "stage"),
    ("deals.D006.stage=談判簽约字", "談判簽約"), ("settings.TargetConv=0.9", "TargetConf"), ("deals.D006.prob=0.5", "computed"),
    ("deals[owner=nobody].amount=1", "no row"), ("stages.談判簽約.conw=0.9", "conv"), ("deals.D006.amount=abc", "a number"),
    ("deals.D006.prob_override=60", "…"), ("deals.D006.owner=無此人", "no ‘無此人’"), ("deals.D006", "expected"),
    ("settings.Lang=3", "language"),
  ])
  func `with a word that is not known names the nearest`(_ change: String, _ expected: String) throws {
    let book = try PlayedBook.golden()
    do {
      _ = try book.play(change)
      Issue.record("\(change) was taken")
    } catch let error as DealbookError {
      guard case .usage(let message) = error else { throw error }
      #expect(message.contains(expected), "\(message)")
    }
  }

  @Test func `of a file has a name, and mistakes have their line`() throws {
    let text = """
      scenarios:
        - name: 推進
          note: 七月
          change: [deals.D006.stage=談判簽約, "settings.TargetConf=0.9"]
          together:
            - [D001, D002]
            - account_id
        - change: deals.D001.amount=1
          add:
            - deals: {deal_id: D900, amount: 500000}
          remove: deals.D007
      """
    let scenarios = try ScenarioFile.read(Array(text.utf8), name: "plan.yaml")
    #expect(scenarios.map(\.name) == ["推進", "2"] && scenarios[0].bonds == ["D001,D002", "account_id"])
    #expect(scenarios[1].additions.first?.cells.count == 2 && scenarios[1].removals == ["deals.D007"])
    do {
      _ = try ScenarioFile.read(Array("scenarios:\n  - nam: x\n".utf8), name: "plan.yaml")
      Issue.record("a mistake was taken")
    } catch {
      #expect("\(error)".contains("plan.yaml:2") && "\(error)".contains("‘name’"))
    }
  }

  @Test(arguments: Language.allCases)
  func `is told in three languages with what it assumes`(_ language: Language) throws {
    let book = try PlayedBook.golden()
    let page = OutcomePage(book.table, file: "team.xlsx", language: language)
    let told = page.page(page.sections(try book.play("deals.D011.stage=談判簽約")))
    let text = told.text()
    #expect(text.contains([.english: "Chance of target", .simplifiedChinese: "达标概率"][language] ?? "達標機率"))
    #expect(told.notes.count >= 3 && told.language == language.rawValue)
    #expect(text.split(separator: "\n").count < 100)
  }
}

/// Random numbers that are the same in every run.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
