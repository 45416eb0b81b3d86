// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

private typealias Cell = PlainWorkbook.Cell

private func adopt(_ sheets: [PlainWorkbook.Sheet]) throws -> Adoption {
  try Adoption(Workbook(PlainWorkbook(sheets).bytes()), fileName: "b.xlsx", options: DealSheet.options)
}

private let accounts = PlainWorkbook.Sheet(
  "Accounts",
  [["Account ID", "Account name", "Industry", "Region", "Lifecycle"]]
    + (0..<4).map { number -> [Cell] in
      [
        .text("A-\(number)"), .text("Customer \(number)"), "Rail", "North",
        .text(["Exploration", "Growing", "Churn risk", "Stability"][number]),
      ]
    })

private func contacts(_ statuses: [String], roles: [String] = ["Economic buyer", "User"]) -> PlainWorkbook.Sheet {
  PlainWorkbook.Sheet(
    "Contacts",
    [["Contact ID", "Account ID", "Name", "Title", "Buying role", "Influence", "Support", "Status"]]
      + (0..<12).map { number -> [Cell] in
        [
          .text("C-\(number)"), .text("A-\(number % 4)"), .text("Person \(number)"), "Head of IT",
          .text(roles[number % roles.count]), 3, 2, .text(statuses[number % statuses.count]),
        ]
      })
}

private func leads(_ statuses: [String]) -> PlainWorkbook.Sheet {
  PlainWorkbook.Sheet(
    "Leads",
    [["Lead ID", "Company", "Source", "Received", "Status", "Expected amount"]]
      + (0..<12).map { number -> [Cell] in
        [
          .text("L-\(number)"), .text("Customer \(number)"), "Website", .date(46_000 + number),
          .text(statuses[number % statuses.count]), 1000,
        ]
      })
}

private func renewals(_ statuses: [String]) -> PlainWorkbook.Sheet {
  PlainWorkbook.Sheet(
    "Renewals",
    [["Renewal ID", "Account", "Expiry date", "Renewal amount", "Status"]]
      + (0..<12).map { number -> [Cell] in
        [
          .text("R-\(number)"), .text("Customer \(number)"), .date(46_100 + number), 1000,
          .text(statuses[number % statuses.count]),
        ]
      })
}

private func values(_ analysis: Analysis, _ sheet: String, _ key: String) throws -> [CellValue] {
  try #require(analysis.values(of: ColumnID(sheet: sheet, key: key)))
}

private func labels(_ adoption: Adoption, _ list: String) throws -> [String: AdoptedLabel] {
  let found = try #require(adoption.lists.first { $0.prefix == list })
  return Dictionary(uniqueKeysWithValues: found.labels.map { ($0.text, $0) })
}

@Suite struct `Labels of contacts, leads and renewals that are not understood` {
  @Test func `leave open whether a contact is in post`() throws {
    let analysis = try adopt([accounts, contacts(["Active", "Left", "Sabbatical", "In post"])]).analysis()
    let inPost = try values(analysis, "ct", "in_post")
    #expect(inPost.prefix(4) == [.number(1), .number(0), .text(""), .number(1)])
    #expect(try values(analysis, "ct", "infl_eff").prefix(4) == [.number(3), .number(0), .text(""), .number(3)])
    #expect(try values(analysis, "ct", "supp_w").prefix(4) == [.number(300), .number(0), .text(""), .number(300)])
    #expect(analysis.messages("GEN-005").contains { $0.contains("Sabbatical") })
  }

  @Test func `have no row in the list, and the playbook says so`() throws {
    let text = try adopt([accounts, contacts(["Active", "Left", "Sabbatical", "In post"])])
      .playbookText(language: .english)
    #expect(text.contains("Not understood, and therefore not in the list “Contact status”: Sabbatical (3)."))
    #expect(text.contains("IN2 (In post)"))
    #expect(text.contains("IN2: {zh-Hant: 'Active'"))
    #expect(!text.contains(": {zh-Hant: 'Sabbatical'"))
    #expect(PlaybookReader.read([PlaybookSource(name: "x", bytes: Array(text.utf8))]).issues.isEmpty)
  }

  @Test func `compute nothing where they are the most`() throws {
    let analysis = try adopt([accounts, contacts(["Sabbatical", "Elsewhere", "Active"])]).analysis()
    #expect(analysis.values(of: ColumnID(sheet: "ct", key: "in_post")) == nil)
    #expect(analysis.values(of: ColumnID(sheet: "ct", key: "infl_eff")) == nil)
    #expect(analysis.messages("GEN-023").contains { $0.contains("Sabbatical") })
  }

  @Test func `get a meaning from a row with the code of another and a number`() throws {
    let adoption = try adopt([accounts, contacts(["Active", "Left", "Sabbatical", "In post"])])
    let text = try adoption.playbookText(language: .english)
      .replacing("      IN2: {", with: "      LEFT2: {en: 'Sabbatical'}\n      IN2: {")
    let playbook = try #require(PlaybookReader.read([PlaybookSource(name: "x", bytes: Array(text.utf8))]).playbook)
    let analysis = try Analysis(adoption.workbook, playbook: playbook, options: DealSheet.options)
    #expect(try values(analysis, "ct", "in_post").prefix(4) == [.number(1), .number(0), .number(0), .number(1)])
  }

  @Test func `leave a lead neither open nor closed`() throws {
    let analysis = try adopt([leads(["New", "Zombie", "Qualified", "verworfen", "Closed - Converted", "Working"])])
      .analysis()
    let open = try values(analysis, "le", "is_open")
    #expect(
      open.prefix(6) == [.number(1), .text(""), .number(1), .number(0), .number(0), .number(1)], "\(open.prefix(6))")
  }

  @Test func `leave a renewal without an alert`() throws {
    let analysis = try adopt([renewals(["Not started", "Limbo", "Signed", "In talks"])]).analysis()
    let alerts = try values(analysis, "re", "alert")
    #expect(alerts[0] != .text("") && alerts[1] == .text("") && alerts[2] == .text("") && alerts[3] != .text(""))
  }

  @Test func `give a customer no score of a lifecycle`() throws {
    let adoption = try adopt([accounts])
    let text = try adoption.playbookText(language: .english)
    #expect(text.contains("'Growing'") && !text.contains(": {zh-Hant: 'Churn risk'"))
    let score = try values(adoption.analysis(), "acc", "rel_calc")
    #expect(score[1] == .number(55) && score[2] == .text(""), "\(score)")
  }

  @Test func `count a second word for a role like the first`() throws {
    let analysis = try adopt([
      accounts, contacts(["In post"], roles: ["Decision maker", "Economic buyer", "User", "Decision maker"]),
    ]).analysis()
    // The four accounts have one role each.
    #expect(try values(analysis, "acc", "role_cover") == Array(repeating: .number(0.3333), count: 4))
  }
}

@Suite struct `Ordinary words of contacts, leads and lifecycles` {
  @Test(arguments: [
    ("Active", "IN"), ("aktiv", "IN"), ("im Amt", "IN"), ("在職", "IN"), ("在职", "IN"), ("現任", "IN"), ("离职", "LEFT"),
    ("Retired", "LEFT"), ("Ruhestand", "LEFT"), ("nicht mehr im Unternehmen", "LEFT"), ("調職", "MOVE"),
    ("versetzt", "MOVE"), ("升遷", "UP"),
  ])
  func `say whether a contact is in post`(label: String, code: String) throws {
    #expect(try labels(adopt([contacts([label, "X"])]), "cs")[label]?.code == code)
  }

  @Test(arguments: [
    ("Decision maker", "EB"), ("Entscheider", "EB"), ("決策者", "EB"), ("决策者", "EB"), ("拍板人", "EB"),
    ("Anwender", "UB"), ("最终用户", "UB"), ("Technical evaluator", "TB"), ("技術評估", "TB"), ("Einkäufer", "PB"),
    ("采购者", "PB"), ("Beeinflusser", "IN"), ("Gatekeeper", "GK"), ("Entscheider (GF)", "EB"),
  ])
  func `say what somebody decides`(label: String, code: String) throws {
    #expect(try labels(adopt([contacts(["In post"], roles: [label, "X"])]), "br")[label]?.code == code)
  }

  @Test(arguments: ["非決策者", "前任决策人", "Former decision maker", "User / Decision maker", "Kein Entscheider"])
  func `are not taken for more than they say`(label: String) throws {
    #expect(try labels(adopt([contacts(["In post"], roles: [label, "User"])]), "br")[label]?.code == nil)
  }

  @Test(arguments: [
    ("Qualified", "WORK"), ("qualifiziert", "WORK"), ("verworfen", "DROP"), ("Bad data", "DROP"), ("战败", "DROP"),
    ("kein Bedarf", "DROP"), ("Geschlossen - konvertiert", "CONV"), ("失聯", "SLEEP"),
    ("Offen - nicht kontaktiert", "NEW"),
  ])
  func `say how a lead stands`(label: String, code: String) throws {
    #expect(try labels(adopt([leads([label, "X", "New"])]), "ls")[label]?.code == code)
  }
}
