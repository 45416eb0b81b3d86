// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet
import TestSupport
import Testing

@testable import Dealbook

/// The same person in several spellings, and people whose names are merely alike.
@Suite struct `One person in two spellings` {
  private static func sheet(
    _ owners: [String], targets: [String] = [], people: [String] = []
  ) -> DealSheet {
    var sheet = DealSheet(
      owned: owners.map { ("Verify opportunity", 100, $0) }, targets: targets.map { ($0, 1000) })
    if targets.isEmpty { sheet.others = [] }
    if !people.isEmpty {
      sheet.others.append(.init("People", [["Person", "Role"]] + people.map { [.text($0), "AR"] }))
    }
    return sheet
  }

  /// The cells of GEN-028, each with what a repair writes.
  private static func findings(_ analysis: Analysis) -> [String] {
    let writer = FindingWriter(analysis.team, language: .english)
    return analysis.findings.map(writer.describe).filter { $0.rule == "GEN-028" }.map {
      "\($0.cell ?? "") \($0.found) → \($0.repair ?? "?")"
    }
  }

  @Test(arguments: [
    (["Sue Park", "Sue Park", "sue park"], "sue park → Sue Park"),
    (["Ｓｕｅ Park", "Sue Park", "Sue Park"], "Ｓｕｅ Park → Sue Park"),
    (["王強", "王强", "王強"], "王强 → 王強"), (["王 強", "王強", "王強"], "王 強 → 王強"),
  ])
  func `is told at the rarer spelling, which a repair makes the usual one`(owners: [String], told: String) throws {
    let found = Self.findings(try Self.sheet(owners).analysis())
    #expect(found.count == 1 && found.first?.hasSuffix(told) == true, "\(found)")
  }

  @Test func `is called as among the targets, however few they are`() throws {
    let found = Self.findings(try Self.sheet(["sue park", "sue park", "sue park"], targets: ["Sue Park"]).analysis())
    #expect(found.count == 3 && found.allSatisfy { $0.hasSuffix("sue park → Sue Park") })
  }

  @Test func `has no repair where neither spelling is clearly the sheet's`() throws {
    let found = Self.findings(try Self.sheet(["Sue Park", "SUE PARK"]).analysis())
    #expect(found.count == 1 && found.first?.hasSuffix("→ ?") == true)
  }

  @Test(arguments: [
    // 乾 and 幹 are both 干 in simplified characters.
    ["王乾", "王幹", "王乾"], ["Li Na", "Lina", "Li Na"], ["Sue Park", "Sue Parker", "Sue Park"], ["陳明", "陳銘", "陳明"],
    ["Ann", "Anne", "Ann"],
  ])
  func `is not seen in two people`(owners: [String]) throws {
    let analysis = try Self.sheet(owners).analysis()
    #expect(Self.findings(analysis).isEmpty)
    #expect(RowNames(analysis.team).everyOwner.count == 2)
  }

  @Test func `is one owner of rows, of work and of the choice`() throws {
    let analysis = try Self.sheet(["Tom Li ", "Tom Li", "tom li", "Tom Li"]).analysis()
    let names = RowNames(analysis.team)
    #expect(names.everyOwner == ["Tom Li"])
    let kept = FindingChoice(owner: "TOM LI").kept(analysis, names)
    #expect(kept?.contains(true) == true)
  }

  @Test func `is repaired at once, and a second repair has nothing to do`() throws {
    let repaired = try Self.sheet(["Tom Li", "Ｔom li ", "Tom Li"]).repaired().analysis
    #expect(Self.findings(repaired).isEmpty)
    #expect(RowNames(repaired.team).everyOwner == ["Tom Li"])
  }
}

@Suite struct `An ID in full-width characters` {
  private static func sheet(_ ids: [String], references: [String]) -> DealSheet {
    let accounts: [[PlainWorkbook.Cell]] = ids.map { [.text($0), .text("Company \($0)")] }
    var deals = DealSheet(
      headers: ["Deal ID", "Account ID", "Deal name", "Declared stage", "Expected close", "Amount"],
      references.enumerated().map { place, id in
        [.text("D00\(place + 1)"), .text(id), "a deal", "Verify opportunity", .date(46_200), 5]
      })
    deals.others = [.init("Accounts", [["Account ID", "Company name"]] + accounts)]
    return deals
  }

  private static func told(_ analysis: Analysis) -> [String] {
    let writer = FindingWriter(analysis.team, language: .english)
    return analysis.findings.map(writer.describe).filter {
      ["GEN-002", "GEN-004", "GEN-024"].contains($0.rule)
    }.map { "\($0.rule) \($0.sheet)!\($0.cell ?? "") → \($0.repair ?? "?")" }
  }

  @Test func `is explained and repaired with what refers to it`() throws {
    let sheet = Self.sheet(["Ａ001", "A002"], references: ["Ａ001", "A001", "A002"])
    let analysis = try sheet.analysis()
    // The reference without full-width characters is right as soon as the ID is.
    #expect(Set(Self.told(analysis)) == ["GEN-024 Deals!B2 → A001", "GEN-024 Accounts!A2 → A001"])
    let writer = FindingWriter(analysis.team, language: .english)
    #expect(analysis.findings.contains { writer.describe($0).message.contains("full-width") })
    #expect(Self.told(try sheet.repaired().analysis).isEmpty)
  }

  @Test func `is left alone where another row has the plain one`() throws {
    let analysis = try Self.sheet(["Ａ001", "A001"], references: ["A001", "Ａ001"]).analysis()
    #expect(Self.told(analysis) == ["GEN-024 Accounts!A2 → ?"])
  }
}

@Suite struct `Unlike reasons of one rule` {
  @Test func `are causes of their own, each with its remedy`() throws {
    let analysis = try DealSheet(
      headers: ["Deal ID", "Account ID", "Deal name", "Declared stage", "Expected close", "Amount"],
      ["12/31", "2026-11-31", "12/31", "soon", "Q4", "115/3/1"].enumerated().map { place, day in
        [.text("D00\(place + 1)"), "A1", "a deal", "Verify opportunity", .text(day), 5]
      }
    ).analysis()
    let causes = FindingCauses(analysis)
    let sentence = CauseSentence(
      analysis, causes, writer: FindingWriter(analysis.team, language: .english), language: .english)
    let remedies = causes.causes.filter { analysis.team.playbook.rules[$0.rule].id == "GEN-018" }.map {
      "\($0.count) \(sentence.remedy($0).prefix(20))"
    }
    #expect(
      Set(remedies) == [
        "2 Write the year as we", "1 Correct the month or", "1 Enter a day, for exa", "1 Enter a day; where o",
        "1 Add --roc-years, or ",
      ])
  }
}
