// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Formula
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `What a scenario says` {
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
    ("deals.D006.prob_override=60", "a number (between 0 and 1)"), ("deals.D006.owner=無此人", "no ‘無此人’"),
    ("deals.D006", "expected"),
    ("settings.Lang=3", "language"), ("deals.D006.amount=6225880212345678", "at most 15 digits"),
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
