// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct `A night that machines share` {
  private static let golden = "golden/inputs_hant.xlsx"

  private static func share(_ folder: NightFolder, _ shard: String, _ more: [String] = []) throws -> Command.Outcome {
    try Command.run(
      [
        "nightly", folder.path("team"), "--as-of", "2025-06-30", "--settle", "0", "--quiet", "--shard", shard, "--part",
        folder.path("\(shard.first ?? "0").part"),
      ] + more)
  }

  private static func merge(_ folder: NightFolder, _ more: String...) throws -> Command.Outcome {
    try Command.run(
      ["nightly", "join", folder.path("1.part"), folder.path("2.part"), "--history", folder.path("merged.sqlite")]
        + ["--json", folder.path("night.json")] + more)
  }

  @Test func `keeps to its plan: what has gone is not checked, what has come is left for the next`() throws {
    let folder = try NightFolder([
      "a.xlsx": "core_hant.xlsx", "b.xlsx": "core_hant.xlsx", "\"q\n.xlsx": "core_hant.xlsx",
    ])
    let plan = try Command.run("nightly", folder.path("team"), "--plan").output
    #expect(plan == "\"\\\"q\\n.xlsx\"\na.xlsx\nb.xlsx\n")
    try Data(plan.utf8).write(to: folder.url.appending(path: "plan"))
    #expect(try Self.share(folder, "1/2", ["--planned", folder.path("plan")]).status == 0)
    try Data(OwnWorkbooks.bytes("core_hant.xlsx")).write(to: folder.url.appending(path: "team/c.xlsx"))
    try FileManager.default.removeItem(atPath: folder.path("team/a.xlsx"))
    #expect(try Self.share(folder, "2/2", ["--planned", folder.path("plan")]).status == 0)
    let outcome = try Self.merge(folder)
    #expect(outcome.status == 3)
    let night = try JSONSerialization.jsonObject(with: Data(folder.bytes("night.json"))) as? [String: Any]
    let files = try #require(night?["files"] as? [[String: Any]])
    #expect(files.map { $0["path"] as? String } == ["\"q\n.xlsx", "a.xlsx", "b.xlsx"])
    #expect(files.map { ($0["outcome"] as? String) == "checked" } == [true, false, true])
  }

  @Test func `takes along what the team accepts, and refuses parts that go by other lists`() throws {
    let folder = try NightFolder(["a.xlsx": Self.golden, "b.xlsx": Self.golden])
    let list = folder.url.appending(path: "dealbook-waivers.yaml")
    let text = "waivers:\n  - rule: DEA-008\n    reason: known\n    expires: 2026-12-31\n"
    try Data(text.utf8).write(to: list)
    _ = try folder.night("2025-06-30")
    let plain = try folder.bytes("night.json")
    #expect(try !folder.findings("waived").isEmpty)
    _ = try Self.share(folder, "1/2", ["--waivers", list.path])
    _ = try Self.share(folder, "2/2", ["--waivers", list.path])
    _ = try Self.merge(folder)
    #expect(try folder.bytes("night.json") == plain)
    try Data(text.replacing("known", with: "forgotten").utf8).write(to: list)
    _ = try Self.share(folder, "2/2", ["--waivers", list.path])
    let mixed = try Self.merge(folder)
    #expect(mixed.status == 3)
    #expect(mixed.messages.contains("date, version, waivers, playbook or workbooks"))
  }

  @Test func `ends with 4 where a workbook was open and could not be filled, once its parts are joined`() throws {
    let folder = try NightFolder(["a.xlsx": Self.golden, "b.xlsx": Self.golden])
    try Data("user".utf8).write(to: folder.url.appending(path: "team/~$b.xlsx"))
    #expect(try Self.share(folder, "1/2", ["--fill"]).status == 0)
    #expect(try Self.share(folder, "2/2", ["--fill"]).status == 0)
    let outcome = try Self.merge(folder)
    #expect(outcome.status == 4)
    #expect(outcome.output.contains("b.xlsx: not filled: open in another program"))
  }

  @Test func `has the day of SOURCE_DATE_EPOCH, where neither workbook nor caller names one`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx"])
    let outcome = try Command.run(
      ["nightly", folder.path("team"), "--settle", "0", "--quiet"],
      environment: ["SOURCE_DATE_EPOCH": "1775001600", "TZ": "UTC"])
    #expect(outcome.output.contains("\n2026-04-01 (first run)"))
  }

  @Test func `is answered from the history where a workbook did not change, and leaves the history as it is`() throws {
    let folder = try NightFolder(["a.xlsx": Self.golden, "b.xlsx": Self.golden])
    let history = folder.path("merged.sqlite")
    // Those who join parts may ask for pages, so a part needs what pages show.
    _ = try folder.night("2025-06-30", "--history", history, "--html", folder.path("html"))
    let plain = try folder.bytes("night.json")
    let before = try folder.bytes("merged.sqlite")
    for shard in ["1/2", "2/2"] {
      let outcome = try Command.run(
        "nightly", folder.path("team"), "--as-of", "2025-06-30", "--settle", "0", "--shard", shard, "--part",
        folder.path("\(shard.first ?? "0").part"), "--history", history)
      #expect(outcome.status == 0)
      #expect(outcome.messages.hasSuffix("b.xlsx: unchanged\n") || outcome.messages.hasSuffix("a.xlsx: unchanged\n"))
    }
    #expect(try folder.bytes("merged.sqlite") == before)
    // Parts are self-contained, so any history will do.
    try FileManager.default.removeItem(atPath: history)
    #expect(try Self.merge(folder).status == 1)
    #expect(try folder.bytes("night.json") == plain)
  }

  @Test func `does without a history that cannot be read`() throws {
    let folder = try NightFolder(["a.xlsx": Self.golden, "b.xlsx": Self.golden])
    try Data("no database, only a text that is longer than a header of one".utf8).write(
      to: URL(filePath: folder.path("h")))
    let outcome = try Self.share(folder, "1/2", ["--history", folder.path("h")])
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("the history cannot be used"))
  }
}
