// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// A repository with a team's workbook, set up by Scripts/git.
private struct Repository {
  let folder: URL

  static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "git-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try git("init", "-q", "-b", "main")
    try git("config", "user.email", "team@example.com")
    try git("config", "user.name", "Team")
    try git("config", "commit.gpgsign", "false")
    let script = OwnWorkbooks.folder.deletingLastPathComponent().appending(path: "Scripts/git").path
    #expect(try run(script, [Command.executable.path]).status == 0)
    try FileManager.default.copyItem(
      at: OwnWorkbooks.folder.appending(path: "messy_hant.xlsx"), to: folder.appending(path: "team.xlsx"))
    try commit("start")
  }

  @discardableResult
  func run(_ program: String, _ arguments: [String]) throws -> Command.Outcome {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let output = FileManager.default.temporaryDirectory.appending(path: "git-\(UUID().uuidString).txt")
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    return Command.Outcome(status: process.terminationStatus, output: text, messages: text)
  }

  @discardableResult
  func git(_ arguments: String...) throws -> Command.Outcome { try run("/usr/bin/git", arguments) }

  func commit(_ message: String) throws {
    try git("add", "-A")
    #expect(try git("commit", "-q", "-m", message).status == 0)
  }

  func set(_ assignment: String) throws {
    #expect(try run(Command.executable.path, ["set", "team.xlsx", assignment, "--in-place"]).status == 0)
  }

  func value(_ sheet: String, _ cell: String) throws -> String? {
    let listed = try run(Command.executable.path, ["cells", "team.xlsx", "--sheet", sheet, "--format", "jsonl"]).output
    for line in listed.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      if object?["cell"] as? String == cell { return object?["value"].map { "\($0)" } }
    }
    return nil
  }
}

@Suite(.enabled(if: Repository.isThere)) struct `git with workbooks` {
  @Test func `merges branches by row and column, and rebases`() throws {
    let repository = try Repository()
    defer { try? FileManager.default.removeItem(at: repository.folder) }
    try repository.git("checkout", "-q", "-b", "anna")
    try repository.set("項目!A5=甲案")
    try repository.commit("anna")
    try repository.git("checkout", "-q", "main")
    try repository.set("項目!A6=乙案")
    try repository.commit("main")
    let merge = try repository.git("merge", "-q", "--no-edit", "anna")
    #expect(merge.status == 0, "\(merge.output)")
    #expect(try repository.value("項目", "A5") == "甲案")
    #expect(try repository.value("項目", "A6") == "乙案")
    try repository.git("checkout", "-q", "-b", "boris", "main~1")
    try repository.set("項目!A7=丙案")
    try repository.commit("boris")
    let rebase = try repository.git("rebase", "-q", "main")
    #expect(rebase.status == 0, "\(rebase.output)")
    #expect(try ["A5", "A6", "A7"].map { try repository.value("項目", $0) } == ["甲案", "乙案", "丙案"])
  }

  @Test func `stops at a conflict with a sheet to choose on, and goes on with the choice`() throws {
    let repository = try Repository()
    defer { try? FileManager.default.removeItem(at: repository.folder) }
    try repository.git("checkout", "-q", "-b", "anna")
    try repository.set("項目!A5=甲案")
    try repository.commit("anna")
    try repository.git("checkout", "-q", "main")
    try repository.set("項目!A5=乙案")
    try repository.commit("main")
    let merge = try repository.git("merge", "--no-edit", "anna")
    #expect(merge.status == 1, "\(merge.output)")
    #expect(merge.output.contains("衝突") && merge.output.contains("甲案") && merge.output.contains("乙案"))
    #expect(try repository.git("status", "--porcelain").output.contains("UU team.xlsx"))
    #expect(try repository.value("合併衝突", "I4") == "甲案")
    try repository.set("合併衝突!J4=對方")
    let resolved = try repository.run(
      Command.executable.path, ["merge", "--resolve", "team.xlsx", "--in-place"])
    #expect(resolved.status == 0, "\(resolved.output)")
    #expect(try repository.value("項目", "A5") == "甲案")
    try repository.git("add", "team.xlsx")
    #expect(try repository.git("commit", "-q", "--no-edit").status == 0)
  }

  @Test func `takes one commit of another branch alone`() throws {
    let repository = try Repository()
    defer { try? FileManager.default.removeItem(at: repository.folder) }
    try repository.git("checkout", "-q", "-b", "anna")
    try repository.set("項目!A5=甲案")
    try repository.commit("first")
    try repository.set("項目!A6=乙案")
    try repository.commit("second")
    try repository.git("checkout", "-q", "main")
    let before = try repository.value("項目", "A5")
    try repository.set("項目!A7=丙案")
    try repository.commit("main")
    let pick = try repository.git("cherry-pick", "anna")
    #expect(pick.status == 0, "\(pick.output)")
    #expect(try ["A5", "A6", "A7"].map { try repository.value("項目", $0) } == [before, "乙案", "丙案"])
    // The other way round: git revert merges with what the commit made as the base.
    let revert = try repository.git("revert", "--no-edit", "HEAD~1")
    #expect(revert.status == 0, "\(revert.output)")
    #expect(try repository.value("項目", "A6") == "乙案")
    #expect(try repository.value("項目", "A7") != "丙案")
  }

  @Test func `stops a rebase at a conflict, and goes on when it is settled`() throws {
    let repository = try Repository()
    defer { try? FileManager.default.removeItem(at: repository.folder) }
    try repository.git("checkout", "-q", "-b", "anna")
    try repository.set("項目!A5=甲案")
    try repository.commit("first")
    try repository.set("項目!A6=乙案")
    try repository.commit("second")
    try repository.git("checkout", "-q", "main")
    try repository.set("項目!A5=丁案")
    try repository.commit("main")
    try repository.git("checkout", "-q", "anna")
    #expect(try repository.git("rebase", "main").status == 1)
    // In a rebase, ours is the branch that is rebased onto.
    #expect(try repository.value("合併衝突", "H4") == "丁案")
    try repository.set("合併衝突!J4=對方")
    #expect(
      try repository.run(Command.executable.path, ["merge", "--resolve", "team.xlsx", "--in-place"]).status == 0)
    try repository.git("add", "team.xlsx")
    let rest = try repository.git("-c", "core.editor=true", "rebase", "--continue")
    #expect(rest.status == 0, "\(rest.output)")
    #expect(try ["A5", "A6"].map { try repository.value("項目", $0) } == ["甲案", "乙案"])
    #expect(try repository.git("log", "--oneline").output.split(separator: "\n").count == 4)
  }

  @Test func `compares two commits with git difftool and git log`() throws {
    let repository = try Repository()
    defer { try? FileManager.default.removeItem(at: repository.folder) }
    try repository.set("項目!A5=甲案")
    try repository.commit("second")
    let tool = try repository.git("difftool", "-y", "-t", "dealbook", "HEAD~1", "HEAD")
    #expect(tool.output.contains("甲案"), "\(tool.output)")
    let log = try repository.git("--no-pager", "log", "-p", "-1", "--textconv", "--no-ext-diff")
    #expect(log.output.contains("+") && log.output.contains("甲案"), "\(log.output.prefix(500))")
  }

  @Test func `shows what changed instead of that something did`() throws {
    let repository = try Repository()
    defer { try? FileManager.default.removeItem(at: repository.folder) }
    try repository.set("項目!A5=甲案")
    let shown = try repository.git("--no-pager", "diff")
    #expect(shown.status == 0)
    #expect(shown.output.contains("甲案") && shown.output.contains("b/team.xlsx"))
  }
}
