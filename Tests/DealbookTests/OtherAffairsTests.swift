// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

/// Lists that look like a sales team's by their words, and are of something else by what stands in them and beside them.
@Suite struct `A list of other affairs` {
  typealias Cell = PlainWorkbook.Cell

  private static func day(_ row: Int) -> Cell { .date(46_300 + row * 9) }

  @Test func `of tasks, loans, tenants, a bank, calls for grants and building projects is none of ours`() throws {
    let lists: [(title: String, headers: [String], row: (Int) -> [Cell])] = [
      (
        "Offene Punkte", ["Aufgaben-ID", "Aufgabe", "Verantwortlich", "Termin", "Verzug (Tage)", "Status", "Maßnahme"],
        {
          [
            .text("A\($0)"), "Dokument prüfen", ForeignList.one(["Kim", "Ada"], $0), Self.day($0), .number(Double($0)),
            ForeignList.one(["offen", "erledigt"], $0), "Rückfrage",
          ]
        }
      ),
      (
        "Deals", ["Deal ID", "Date", "Lender", "Borrower", "Principal amount", "Repaid", "Status"],
        {
          [
            .text("L-\($0)"), Self.day($0), "North Fund", .text("Brook \($0)"), .number(50_000 + Double($0) * 900),
            .number(2_000), ForeignList.one(["partial", "settled"], $0),
          ]
        }
      ),
      (
        "Bestand", ["Objekt", "Einheit", "Bezeichnung", "Name", "Vertragsnummer", "Vertragsbeginn", "Vertragsende"],
        {
          [
            "Haus Lindenhof", .text("0\($0)"), .text("WE 0\($0)"), .text("Person \($0)"), .text("MV\($0)"),
            Self.day($0), nil,
          ]
        }
      ),
      (
        "Umsätze", ["Art", "Abschlussdatum", "Beschreibung", "Betrag", "Gebühr", "Status", "Saldo"],
        {
          [
            "Kartenzahlung", Self.day($0), ForeignList.one(["Supermarkt", "Bahn"], $0), .number(-12.5 - Double($0)),
            .number(0), "ABGESCHLOSSEN", .number(900 - Double($0) * 12),
          ]
        }
      ),
      (
        "Opportunities", ["Title", "Agency", "Research area", "Funding amount", "Deadline", "Status"],
        {
          [
            .text("Call \($0)"), "Science board", "Optics", .number(250_000 + Double($0)), Self.day($0),
            ForeignList.one(["Open", "Closed", "Upcoming"], $0),
          ]
        }
      ),
      (
        "Projekte weltweit",
        ["ID", "Quelle", "Projektname", "Projektwert", "Phase", "Land", "Hauptfirma", "Lat", "Lon"],
        {
          [
            .text("P\($0)"), "Atlas", .text("Werk \($0)"), .number(1e8 + Double($0) * 1e6), "Planung", "DE", "Bau AG",
            .number(50.1), .number(8.6),
          ]
        }
      ),
    ]
    for list in lists {
      let adoption = try ForeignList.adopt(list.title, list.headers, list.row)
      #expect(adoption.sheets.filter(\.isTaken).map(\.prefix) == [], "\(list.title)")
    }
  }

  @Test func `of what customers buy in a shop is no list of visits, and a short one of a team's visits is`() throws {
    let shop = try ForeignList.adopt(
      "Visits", ["Visit date", "Customer name", "Amount spent", "Points earned", "Notes"]
    ) {
      [Self.day($0), .text("Guest \($0)"), .number(20 + Double($0)), .number(2), nil]
    }
    #expect(shop.sheets.filter(\.isTaken).isEmpty)
    let ours = try ForeignList.adopt("Visits", ["Visit date", "Customer", "Visited by", "Result", "Next step"]) {
      [
        Self.day($0), .text("Acme \($0)"), ForeignList.one(["Kim", "Ada"], $0), "Wants an offer", "Send it",
      ]
    }
    #expect(ours.sheets.map(\.prefix) == ["vi"])
  }

  @Test func `of what is bought is none of receivables, whatever its headers are joined with`() throws {
    let adoption = try ForeignList.adopt(
      "lieferantenbestellungen",
      ["bestellungs_id", "lieferanten_id", "bestellwert", "faelligkeitsdatum", "zahlungsdatum_ist", "bezahlter_betrag"]
    ) {
      [
        .text("B0\($0)"), .text("L\($0 % 3)"), .number(5_000 + Double($0) * 100), Self.day($0),
        $0 % 2 == 0 ? Self.day($0) : nil, .number($0 % 2 == 0 ? 5_000 + Double($0) * 100 : 0),
      ]
    }
    #expect(adoption.sheets.filter(\.isTaken).isEmpty)
  }

  @Test func `of jobs that are being worked on are contracts, and no deals`() throws {
    let adoption = try ForeignList.adopt("案件", ["案件編號", "客戶", "狀態", "合約金額", "材料", "工資"]) {
      [
        .text("C260\($0)"), .text("客戶\($0)"), ForeignList.one(["施工中", "完工", "收款中"], $0),
        .number(20_000 + Double($0) * 7_000), .number(6_000), .number(4_000),
      ]
    }
    #expect(adoption.sheets.filter(\.isTaken).allSatisfy { $0.prefix != "de" })
  }

  @Test func `of quotations with their numbers are deals, of customers that renew renewals`() throws {
    let quotes = try ForeignList.adopt(
      "quotations",
      ["Quotation number", "Customer", "Sales person", "Status", "Grand total", "Date created", "Valid until"]
    ) {
      [
        .text("Q-00\($0)"), .text("Acme \($0 % 3)"), ForeignList.one(["Kim", "Ada"], $0),
        ForeignList.one(["Pending", "Sent", "Cancelled"], $0), .number(9_000 + Double($0) * 500), Self.day($0),
        Self.day($0 + 5),
      ]
    }
    #expect(quotes.sheets.filter(\.isTaken).map(\.prefix) == ["de"])
    let renewals = try ForeignList.adopt("名單", ["用戶ID", "企業名稱", "到期日期", "客戶階段", "負責人"]) {
      [
        .text("U00\($0)"), .text("企業\($0)"), Self.day($0), ForeignList.one(["待續費", "已續費", "已流失"], $0),
        ForeignList.one(["李偉", "張敏"], $0),
      ]
    }
    #expect(renewals.sheets.filter(\.isTaken).map(\.prefix) == ["re"])
  }
}
