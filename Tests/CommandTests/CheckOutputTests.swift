// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import DealbookCommand

@Suite struct `What check prints` {
  private static let messy = ["messy_hant.xlsx", "messy_en.xlsx", "deals_hans.xlsx"]

  private static func findings(_ name: String, _ options: String...) throws -> [[String: Any]] {
    let outcome = try Command.run(["check", name, "--format", "json", "--as-of", "2026-03-31"] + options)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return object?["findings"] as? [[String: Any]] ?? []
  }

  @Test(arguments: messy) func `lists a cause once where findings are put together`(name: String) throws {
    let outcome = try Command.run("check", name, "--group-by", "rule", "--as-of", "2026-03-31")
    let lines = outcome.output.split(separator: "\n").filter { line in
      line.hasPrefix("  ") && !line.hasPrefix("   ") && line.split(separator: " ").count > 2
    }
    #expect(lines.count > 5 && Set(lines).count == lines.count)
    // Each finding is either a cause or a consequence of one.
    let rules = Set(lines.map { String($0.split(separator: " ")[1]) })
    #expect(try Set(Self.findings(name).filter { $0["follows"] == nil }.compactMap { $0["rule"] as? String }) == rules)
  }

  @Test func `says on the first screen what it is and what to do`() throws {
    let outcome = try Command.run("check", "messy_hant.xlsx", "--group-by", "rule", "--as-of", "2026-03-31")
    let screen = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).prefix(24)
    #expect(screen[0].contains("messy_hant.xlsx") && screen[0].contains("2026-03-31") && screen[0].contains("51"))
    #expect(screen.contains { $0.contains("dealbook fill messy_hant.xlsx --repair safe -o messy_hant-repaired.xlsx") })
    #expect(screen.contains { $0.contains("GEN-017    70 ") })
    let firstError = screen.firstIndex { $0.contains("錯誤 GEN-018") }
    #expect(firstError != nil)
  }

  @Test(arguments: messy, ["zh-Hant", "zh-Hans", "en"])
  func `goes on in the next line where the terminal is narrow, and cuts nothing`(name: String, language: String) throws
  {
    let words = [name, "--group-by", "rule", "--as-of", "2026-03-31", "--language", language]
    let wide = try Command.run(["check"] + words).output
    for columns in [80, 120] {
      let narrow = try Command.run(["check"] + words, environment: ["COLUMNS": "\(columns)"]).output
      #expect(!narrow.contains("…") || wide.contains("…"))
      for line in narrow.split(separator: "\n") {
        // Only a command to copy stays in one piece.
        let isCommand = line.contains("dealbook ") || line.hasPrefix("  -")
        #expect(DisplayWidth.of(line) <= columns || isCommand, "\(line)")
      }
    }
  }

  @Test func `counts all cells in Chinese, and those that are not shown in English`() throws {
    func line(_ language: String) throws -> String {
      let output = try Command.run(
        ["check", "messy_hant.xlsx", "--group-by", "rule", "--as-of", "2026-03-31", "--language", language],
        environment: ["COLUMNS": "100"]
      ).output
      return try #require(output.split(separator: "\n").map(String.init).first { $0.contains("GEN-017    70 ") })
    }
    #expect(try line("zh-Hant").hasSuffix(" 等 70 處"))
    #expect(try line("en").contains(" and "))
    #expect(try !line("en").hasSuffix(" and 70 more"))
  }

  @Test func `shows what nobody mends where a repair settles the others`() throws {
    let output = try Command.run("check", "messy_hant.xlsx", "--group-by", "rule", "--language", "en").output
    let lines = output.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.contains("GEN-006") })
    // The column is kept in 萬元, and stays so.
    #expect(lines[place].contains("D-02") && lines[place + 1].contains("fill --repair safe settles 12 of the 15"))
  }

  @Test func `names every column that is missing`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)/deals.csv")
    try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: path.deletingLastPathComponent()) }
    try Data("Deal ID,Declared stage,Amount\nD-001,Verify opportunity,5\n".utf8).write(to: path)
    let output = try Command.run("check", path.path, "--group-by", "rule", "--language", "en").output
    let missing = try #require(output.split(separator: "\n").first { $0.contains("WBK-002") })
    #expect(missing.contains("Account ID") && missing.contains("; likewise ") && missing.contains("Expected close"))
    #expect(!output.contains("!1,1"))
  }

  @Test(arguments: [
    (
      "Unit: k EUR,,,,,,\n", ",Amount", "", "change this text together with them", "Convert the amounts to one currency"
    ),
    ("", ",Amount,Currency", "USD", "Convert the amounts to one currency", "change this text together with them"),
  ])
  func `says of amounts in another unit what settles them`(
    above: String, columns: String, currency: String, says: String, saysNot: String
  ) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)/deals.csv")
    try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: path.deletingLastPathComponent()) }
    var text = above + "Deal ID,Deal name,Account ID,Declared stage\(columns),Expected close,Owner\n"
    for (number, other) in ["EUR", currency, "EUR"].enumerated() {
      text += "D-00\(number),Hall \(number),A-\(number),Verify opportunity,12\(number)"
      text += (currency.isEmpty ? "" : ",\(other)") + ",2026-05-0\(number + 1),Li\n"
    }
    try Data(text.utf8).write(to: path)
    let output = try Command.run("check", path.path, "--group-by", "rule", "--language", "en").output
    let lines = output.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.contains("WBK-010") })
    #expect(lines[place + 1].contains(says) && !lines[place + 1].contains(saysNot))
    #expect(!output.contains("fill --repair leaves these alone"))
  }

  /// The output of a check of a file with these lines.
  private static func output(_ text: String, _ options: [String] = ["--language", "en"], width: String = "100") throws
    -> String
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "deals.csv")
    try Data(text.utf8).write(to: path)
    return try Command.run(
      ["check", path.path, "--group-by", "rule", "--as-of", "2026-03-31"] + options, environment: ["COLUMNS": width]
    ).output.replacing(path.path, with: "deals.csv")
  }

  @Test func `says why a number in another unit is not repaired, and no other reason`() throws {
    let header = "Deal ID,Deal name,Account ID,Declared stage,Amount (k EUR),Expected close,Owner\n"
    let rows = (1...4).map { "D-00\($0),Hall \($0),A-\($0),Verify opportunity,\"1,\($0)00.5\",2026-05-0\($0),Li\n" }
    let above = "Unit: k EUR,,,,,,\n"
    let output = try Self.output(above + header.replacing(" (k EUR)", with: "") + rows.joined())
    #expect(output.contains("Settle the unit of the column (WBK-010), and make these numbers with it."))
    #expect(!output.contains("formula"))
  }

  @Test func `names the command that writes the team's own labels down`() throws {
    var text = "Deal ID,Deal name,Account ID,Declared stage,Amount,Expected close,Owner\n"
    for number in 1...6 { text += "D-00\(number),Hall,A-1,Phase \(number % 3),12\(number),2026-05-0\(number),Li\n" }
    let lines = try Self.output(text).split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.contains("GEN-023") })
    let remedy = lines[place...].prefix(5).joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(remedy.contains("dealbook adopt deals.csv writes the team's own labels"))
  }

  @Test(arguments: ["en", "zh-Hant", "zh-Hans"]) func `breaks no command in two`(language: String) throws {
    for width in ["60", "71", "80", "93"] {
      let output = try Command.run(
        ["check", "messy_hant.xlsx", "--group-by", "rule", "--language", language], environment: ["COLUMNS": width]
      ).output
      for line in output.split(separator: "\n") {
        #expect(line.firstMatch(of: #/(dealbook|--repair|--group-by|fill|explain)$/#) == nil, "\(line)")
        #expect(line.firstMatch(of: #/^ *--(repair|show|dry-run)/#) == nil, "\(line)")
        #expect(!line.contains("： "), "\(line)")
      }
    }
  }

  @Test(arguments: messy) func `is one line a finding where nobody asks for more`(name: String) throws {
    let outcome = try Command.run("check", name, "--quiet", "--as-of", "2026-03-31")
    #expect(outcome.output.split(separator: "\n").count == (try Self.findings(name).count))
  }

  @Test func `names columns as the team does, and rows by their names`() throws {
    let text = try Command.run("check", "messy_hant.xlsx", "--as-of", "2026-03-31").output
    #expect(!text.contains(" k1:") && !text.contains(" stall:") && !text.contains(" amt_override:"))
    #expect(text.contains("項目!M5: warning GEN-017 D-01 桃園三廠上下料 "))
    let tick = try #require(try Self.findings("messy_hant.xlsx").first { $0["column"] as? String == "k1" })
    #expect(tick["header"] as? String != "k1")
  }

  @Test func `an amount that cannot be read is not also a missing one`() throws {
    let following = try Self.findings("messy_hant.xlsx").filter { $0["follows"] != nil }
    #expect(following.contains { $0["rule"] as? String == "PAY-017" && $0["follows"] as? String == "GEN-006" })
    let grouped = try Command.run("check", "messy_hant.xlsx", "--group-by", "rule", "--as-of", "2026-03-31").output
    #expect(!grouped.contains("PAY-017"))
  }

  @Test func `is what was chosen alone`() throws {
    #expect(
      Set(try Self.findings("messy_hant.xlsx", "--select", "gen-01").map { $0["rule"] as? String ?? "" })
        == ["GEN-011", "GEN-017", "GEN-018"])
    #expect(
      try Self.findings("messy_hant.xlsx", "--ignore", "GEN,WBK").allSatisfy {
        ($0["rule"] as? String)?.hasPrefix("GEN") == false
      })
    let mine = try Self.findings("messy_hant.xlsx", "--owner", "江佩珊")
    #expect(!mine.isEmpty && mine.allSatisfy { $0["owner"] as? String == "江佩珊" })
    // Findings that were not selected don't affect the exit code.
    #expect(try Command.run("check", "messy_hant.xlsx", "--select", "WBK-004").status == 0)
  }

  @Test func `of a rule or a person that there is not is a mistake that names the nearest`() throws {
    let rule = try Command.run("check", "messy_hant.xlsx", "--select", "GEM-006")
    #expect(rule.status == 2 && rule.messages.contains("是不是「GEN-006」？"))
    let owner = try Command.run("check", "messy_hant.xlsx", "--owner", "江佩姍")
    #expect(owner.status == 2 && owner.messages.contains("江佩珊"))
  }

  @Test func `is nothing when all of it was there before`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "baseline-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let options = ["--as-of", "2026-03-31"]
    let before = try Command.run(["check", "messy_hant.xlsx", "--format", "json"] + options).output
    try before.write(to: file, atomically: true, encoding: .utf8)
    let again = try Command.run(["check", "messy_hant.xlsx", "--only-new", file.path, "--quiet"] + options)
    #expect(again.output.isEmpty && again.status == 0)
    // A finding removed from the baseline is new.
    let without = before.replacing(#/\{"rule":"GEN-009".*?\},(?=\{)/#, with: "")
    try without.write(to: file, atomically: true, encoding: .utf8)
    let new = try Command.run(["check", "messy_hant.xlsx", "--only-new", file.path, "--quiet"] + options)
    #expect(new.output.split(separator: "\n").count == 1 && new.output.contains("GEN-009") && new.status == 1)
  }

  @Test func `fits the terminal`() throws {
    let outcome = try Command.run(
      ["check", "messy_hant.xlsx", "--group-by", "rule", "--as-of", "2026-03-31"], environment: ["COLUMNS": "70"])
    let wide = outcome.output.split(separator: "\n").filter {
      DisplayWidth.of($0) > 70 && !$0.contains("dealbook ")
    }
    #expect(wide == [])
  }

  @Test(arguments: ["owner", "sheet", "row"]) func `holds every finding in whatever order`(grouping: String) throws {
    let outcome = try Command.run(
      "check", "messy_hant.xlsx", "--group-by", grouping, "--show", "all", "--as-of", "2026-03-31")
    for finding in try Self.findings("messy_hant.xlsx") {
      #expect(outcome.output.contains(finding["rule"] as? String ?? "?"))
    }
    if grouping == "owner" { #expect(outcome.output.contains("\n江佩珊\n")) }
  }

  @Test func `counts`() throws {
    let lines = try Command.run("check", "messy_hant.xlsx", "--statistics", "--as-of", "2026-03-31").output
      .split(separator: "\n")
    #expect(lines.first?.contains("70 GEN-017 [*] 警告") == true)
    let total = lines.compactMap { Int($0.split(separator: " ").first ?? "") }.reduce(0, +)
    #expect(total == (try Self.findings("messy_hant.xlsx").count))
  }
}

@Suite struct `The JSON of check` {
  @Test(arguments: Sweep.cases(OwnWorkbooks.names) + ["absent.xlsx"]) func `is as its published schema says`(
    name: String
  ) throws {
    let schema = try JSONSchema("check")
    let outcome = try Command.run("check", name, "--format", "json")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    #expect(schema.faults(value).prefix(5) == [])
  }

  @Test func `is judged by a schema that refuses`() throws {
    let schema = try JSONSchema("check")
    #expect(schema.faults(["file": "a"]) != [])
    #expect(schema.faults(["file": "a", "error": ["exit": "3", "message": "x"]] as [String: Any]) != [])
  }
}

@Suite struct `The width of a text on a terminal` {
  @Test func `is two columns for a Chinese character`() {
    #expect(DisplayWidth.of("商機 D-01") == 9)
    #expect(DisplayWidth.of("「✓」，e\u{301}") == 8)
  }

  @Test func `is kept when it is cut`() {
    #expect(DisplayWidth.cut("金額缺失", to: 6) == "金額…")
    #expect(DisplayWidth.cut("金額缺失", to: 8) == "金額缺失")
  }

  @Test func `ends lines at spaces and beside Chinese characters, never before a comma`() {
    #expect(DisplayWidth.wrapped("one two three", to: 8, indent: 2) == ["one two", "  three"])
    #expect(DisplayWidth.wrapped("金額缺失，請補上", to: 10, indent: 0) == ["金額缺失，", "請補上"])
    #expect(DisplayWidth.wrapped("金額缺失嗎，請補", to: 10, indent: 0) == ["金額缺失", "嗎，請補"])
    #expect(DisplayWidth.wrapped("run a\u{A0}b\u{A0}c", to: 7, indent: 1) == ["run", " a b c"])
    #expect(DisplayWidth.wrapped("short", to: 80, indent: 2) == ["short"])
  }

  @Test func `does not count colours`() {
    #expect(DisplayWidth.wrapped("\u{1B}[1mone\u{1B}[0m two", to: 7, indent: 0).count == 1)
    let style = TextStyle(usesColor: true, width: 10)
    #expect(style.plain(style.fitted(style.bold("一二三四五六"))) == "一二三四…")
  }
}

@Suite struct `A command to copy` {
  @Test(arguments: [
    ("team.xlsx", "team.xlsx"), ("our team.xlsx", "'our team.xlsx'"), ("it's.xlsx", "'it'\\''s.xlsx'"),
    ("商機.xlsx", "商機.xlsx"),
    ("$(x).xlsx", "'$(x).xlsx'"),
  ])
  func `names files as a shell takes them`(name: String, quoted: String) {
    #expect(ShellWord.quoted(name) == quoted)
  }

  @Test func `writes beside no other file of the name`() {
    #expect(ShellWord.name("a/b.c/team.v2.xlsm", with: "-repaired") == "team.v2-repaired.xlsm")
    // A repaired export is a workbook.
    #expect(ShellWord.name("a/deals.csv", with: "-repaired", ending: "xlsx") == "deals-repaired.xlsx")
  }
}
