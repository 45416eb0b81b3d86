// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `The commands of the sand table` {
  private static let book = "golden/golden_hant.xlsx"

  private static func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `whatif answers as its schema says, before and after`() throws {
    let outcome = try Command.run(
      "whatif", Self.book, "--change", "deals.D011.stage=談判簽約", "--format", "json", "--why")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let answer = try Self.object(outcome.output)
    #expect(try JSONSchema("whatif").faults(answer) == [])
    let before = try #require((answer["before"] as? [String: Any])?["owners"] as? [[String: Any]])
    let scenarios = try #require(answer["scenarios"] as? [[String: Any]])
    let after = try #require((scenarios.first?["after"] as? [String: Any])?["owners"] as? [[String: Any]])
    #expect(before.count == after.count && before.first?["p_start"] as? String == "2025-01-01")
    #expect(before.first?["p_exact"] as? Double == 0.1344 && before.first?["commit"] as? Double == 1_900_000)
    #expect((scenarios.first?["why"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test func `whatif plays the scenarios of a file, each by its name`() throws {
    let outcome = try Command.run("whatif", Self.book, "--scenario", "scenarios_hant.yaml", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let answer = try Self.object(outcome.output)
    #expect(try JSONSchema("whatif").faults(answer) == [])
    #expect((answer["scenarios"] as? [[String: Any]])?.count == 6)
    let text = try Command.run("whatif", Self.book, "--scenario", "scenarios_hant.yaml", "--format", "markdown")
    #expect(text.status == 0 && text.output.contains("# 沙盤推演"))
  }

  @Test func `whatif offers the rates of a history, or says why not`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "history-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let history = folder.appending(path: "nights.sqlite").path
    let night = try Command.run(
      "nightly", Self.book, "--as-of", "2025-06-30", "--history", history, "--fail-on", "never", "--quiet")
    #expect(night.status == 0, "\(night.messages)")
    let bytes = try Data(contentsOf: URL(filePath: history))
    let outcome = try Command.run("whatif", Self.book, "--history", history, "--format", "json")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let answer = try Self.object(outcome.output)
    #expect(try JSONSchema("whatif").faults(answer) == [])
    let found = try #require(answer["historyCalibration"] as? [String: Any])
    #expect(found["offered"] as? Bool == false && found["deals"] as? Int == 0 && found["to"] as? String == "2025-06-30")
    #expect((answer["scenarios"] as? [Any])?.isEmpty == true)
    #expect(try Data(contentsOf: URL(filePath: history)) == bytes)
    let text = try Command.run("whatif", Self.book, "--history", history, "--language", "en")
    #expect(text.output.contains("no scenario is offered: a rate needs 20 closed deals, and no stage has more than 0"))
  }

  @Test(arguments: [
    ("deals.D-006.stage=談判簽約", "「D006」"), ("deals.D006.stage=談判簽", "談判簽約"), ("setings.TargetConf=0.9", "settings"),
  ])
  func `whatif ends with 2 and the nearest word`(_ change: String, _ nearest: String) throws {
    let outcome = try Command.run("whatif", Self.book, "--change", change)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.messages.contains(nearest), "\(outcome.messages)")
  }

  @Test func `advise answers as its schema says, and whatif bears it out`() throws {
    let outcome = try Command.run("advise", Self.book, "--owner", "陳明", "--reach", "20%", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let answer = try Self.object(outcome.output)
    #expect(try JSONSchema("advise").faults(answer) == [])
    let goal = try #require((answer["goals"] as? [[String: Any]])?.first)
    let moves = try #require(goal["candidates"] as? [[String: Any]])
    let changes = moves.compactMap { $0["change"] as? String }
    #expect(!changes.isEmpty)
    let played = try Command.run(
      ["whatif", Self.book, "--format", "json"] + changes.flatMap { ["--change", $0] })
    let scenarios = try #require(try Self.object(played.output)["scenarios"] as? [[String: Any]])
    let owners = try #require((scenarios.first?["after"] as? [String: Any])?["owners"] as? [[String: Any]])
    let owner = try #require(owners.first { $0["target_id"] as? String == goal["target_id"] as? String })
    #expect(owner["p_exact"] as? Double == goal["pWithAllMoves"] as? Double)
  }
}
