// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct `A night over a folder` {
  private static let outputs = ["jsonl", "csv", "sarif", "junit", "prometheus", "markdown"]

  private static func flags(_ folder: NightFolder) -> [String] {
    outputs.flatMap { ["--\($0)", folder.path($0)] }
  }

  @Test func `three nights of the method's example give exactly its findings`() throws {
    let folder = try NightFolder(["team.xlsx": NightFolder.golden])
    #expect(try folder.night("2025-06-30").status == 1)
    #expect(try folder.findings("new").count == 132)
    // A payment arrives on the same day.
    let book = folder.path("team/team.xlsx")
    let cells = try Command.run("cells", book, "--sheet", "回款", "--format", "jsonl").output.split(separator: "\n")
    func cell(_ text: String) throws -> String {
      let line = try #require(cells.first { $0.contains("\"\(text)\"") })
      return try #require(line.split(separator: "\"").first { $0.wholeMatch(of: /[A-Z]+\d+/) != nil }.map(String.init))
    }
    let row = try cell("Y003").drop { $0.isLetter }
    let received = try cell("實收(元)").prefix { $0.isLetter }
    let date = try cell("實收日").prefix { $0.isLetter }
    let set = try Command.run("set", book, "回款!\(received)\(row)=210000", "回款!\(date)\(row)=2025-06-30", "--in-place")
    #expect(set.status == 0, "\(set.messages)")
    #expect(try folder.night("2025-06-30").status == 1)
    #expect(try folder.findings("fixed") == ["PAY-005 Y003", "PAY-010 Y003", "PAY-012 Y003"])
    #expect(try folder.findings("new") == ["PAY-008 Y003"])
    // A day later, with unchanged workbooks (7.10, 9).
    #expect(try folder.night("2025-07-01").status == 1)
    #expect(try folder.findings("new") == ["DEA-008 D011", "DEA-012 D006", "DRV-005 DR005"])
    #expect(try folder.findings("fixed").isEmpty)
    #expect(try folder.findings("reopened").isEmpty)
  }

  @Test func `the same night once more gives the same bytes, and looks at no workbook again`() throws {
    let folder = try NightFolder(["a.xlsx": NightFolder.golden, "b/c.xlsx": "messy_en.xlsx"])
    let first = try folder.night("2025-06-30", Self.flags(folder))
    _ = try folder.night("2025-06-30", "--html", folder.path("html"))
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path("html")).map { "html/\($0)" }
    // A page for each workbook, besides those of owners and accounts.
    #expect(pages.filter { $0.hasPrefix("html/book-") }.count == 2 && pages.contains("html/index.html"))
    #expect(pages.contains { $0.hasPrefix("html/owner-") } && pages.contains { $0.hasPrefix("html/account-") })
    let names = ["night.json"] + Self.outputs + pages
    let before = try names.map { try folder.bytes($0) }
    let second = try folder.night("2025-06-30", Self.flags(folder) + ["--html", folder.path("html")])
    #expect(second.output == first.output)
    #expect(second.status == first.status)
    #expect(second.messages.split(separator: "\n").allSatisfy { $0.hasSuffix(": unchanged") })
    for (name, bytes) in zip(names, before) { #expect(try folder.bytes(name) == bytes, "\(name)") }
  }

  @Test func `pages are complete when they are asked for after a night without them`() throws {
    let folder = try NightFolder(["a.xlsx": NightFolder.golden, "b/c.xlsx": "messy_en.xlsx"])
    func read(_ outcome: Command.Outcome) -> Int {
      2 - outcome.messages.split(separator: "\n").count { $0.hasSuffix(": unchanged") }
    }
    let own = ["--history", folder.path("own.sqlite")]
    #expect(try read(folder.night("2025-06-30", own)) == 2)
    #expect(try read(folder.night("2025-06-30", own)) == 0)
    let plain = try folder.bytes("night.json")
    #expect(try read(folder.night("2025-06-30", own + ["--html", folder.path("later")])) == 2)
    #expect(try folder.bytes("night.json") == plain)
    #expect(try read(folder.night("2025-06-30", own + ["--html", folder.path("later")])) == 0)
    #expect(try read(folder.night("2025-06-30", own)) == 0)
    _ = try folder.night("2025-06-30", ["--history", folder.path("other.sqlite"), "--html", folder.path("first")])
    #expect(try folder.bytes("night.json") == plain)
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path("first"))
    #expect(pages.contains { $0.hasPrefix("account-") })
    #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder.path("later"))) == Set(pages))
    for page in pages { #expect(try folder.bytes("later/\(page)") == folder.bytes("first/\(page)"), "\(page)") }
  }

  @Test func `a workbook that was written anew is read, with whatever size and times`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx", "b.xlsx": "core_hant.xlsx"])
    let flags = ["nightly", folder.path("team"), "--as-of", "2025-06-30", "--settle", "0"]
    // Long enough for clocks with a coarse resolution.
    Thread.sleep(forTimeInterval: 3.1)
    let first = try Command.run(flags)
    for more in [[], ["--verify"]] {
      let again = try Command.run(flags + more)
      #expect(again.output == first.output)
      #expect(again.status == first.status)
      #expect(again.messages.split(separator: "\n").count { $0.hasSuffix(": unchanged") } == 2)
    }
    let place = folder.path("team/a.xlsx")
    let modified = try FileManager.default.attributesOfItem(atPath: place)[.modificationDate]
    let file = try #require(FileHandle(forWritingAtPath: place))
    try file.write(contentsOf: Data("not a workbook".utf8))
    try file.close()
    try FileManager.default.setAttributes([.modificationDate: modified as Any], ofItemAtPath: place)
    let broken = try Command.run(flags)
    #expect(broken.status == 3)
    #expect(broken.output.contains("a.xlsx: not checked (unreadable)"))
  }

  @Test func `findings are as check gives them`() throws {
    let folder = try NightFolder(["messy.xlsx": "messy_en.xlsx"])
    _ = try folder.night("2025-06-30")
    let check = try Command.run("check", folder.path("team/messy.xlsx"), "--as-of", "2025-06-30", "--format", "json")
    let checked = try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any]
    let night = try JSONSerialization.jsonObject(with: Data(folder.bytes("night.json"))) as? [String: Any]
    let expected = try #require(checked?["findings"] as? [[String: Any]])
    let found = try #require(night?["findings"] as? [[String: Any]])
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) {
      // Names of rows and columns are for people. The night has them only where it shows them.
      for (key, value) in b where !["header", "rowName", "owner", "follows"].contains(key) {
        #expect("\(a[key] ?? "")" == "\(value)", "\(key)")
      }
    }
  }

  @Test func `what cannot be read is a result, and 3 the end`() throws {
    let folder = try NightFolder(["a.xlsx": NightFolder.golden])
    try Data("no workbook".utf8).write(to: folder.url.appending(path: "team/broken.xlsx"))
    let outcome = try folder.night("2025-06-30", Self.flags(folder))
    #expect(outcome.status == 3)
    #expect(outcome.output.contains("broken.xlsx: not checked (unreadable): not an .xlsx workbook"))
    #expect(try folder.findings("new").count == 132)
  }

  @Test func `every output can be read back`() throws {
    let folder = try NightFolder(["a.xlsx": NightFolder.golden])
    try Data("no workbook".utf8).write(to: folder.url.appending(path: "team/broken & <b>.xlsx"))
    _ = try folder.night("2025-06-30", Self.flags(folder))
    let lines = try folder.bytes("jsonl").split(separator: 10)
    // The first line says what was in force.
    #expect(lines.count == 133)
    for line in lines { #expect((try? JSONSerialization.jsonObject(with: Data(line))) is [String: Any]) }
    let rows = String(decoding: try folder.bytes("csv"), as: UTF8.self)
    #expect(rows.components(separatedBy: "\r\n").count == 135)
    let sarif = try JSONSerialization.jsonObject(with: Data(folder.bytes("sarif"))) as? [String: Any]
    #expect(sarif?["version"] as? String == "2.1.0")
    let run = try #require((sarif?["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 132)
    #expect(Set(results.compactMap { $0["baselineState"] as? String }) == ["new"])
    let rules = (((run["tool"] as? [String: Any])?["driver"] as? [String: Any])?["rules"] as? [[String: Any]]) ?? []
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
    let junit = String(decoding: try folder.bytes("junit"), as: UTF8.self)
    #expect(junit.contains(#"tests="133" failures="12" errors="1" skipped="0""#))
    #expect(junit.contains(#"<testsuite name="broken &amp; &lt;b&gt;.xlsx" tests="1" failures="0" errors="1""#))
    let metrics = String(decoding: try folder.bytes("prometheus"), as: UTF8.self).split(separator: "\n")
    #expect(metrics.contains("dealbook_nightly_findings{severity=\"error\",state=\"new\"} 12"))
    #expect(metrics.contains("dealbook_nightly_files{outcome=\"unreadable\"} 1"))
    #expect(metrics.contains("dealbook_nightly_as_of_timestamp_seconds 1751241600"))
  }

  @Test func `a night in parts, one of them killed and done again, gives the bytes of one run`() throws {
    let names = (1...7).map { "book\($0).xlsx" }
    let folder = try NightFolder(Dictionary(uniqueKeysWithValues: names.map { ($0, NightFolder.golden) }))
    try Data("no workbook".utf8).write(to: folder.url.appending(path: "team/broken.xlsx"))
    _ = try folder.night("2025-06-30", Self.flags(folder))
    let outputs = ["night.json"] + Self.outputs
    let plain = try outputs.map { try folder.bytes($0) }
    let plan = try Command.run("nightly", folder.path("team"), "--plan").output
    #expect(plan.split(separator: "\n").map(String.init) == (names + ["broken.xlsx"]).sorted())
    let list = folder.path("list")
    try Data("book1.xlsx\nbroken.xlsx\nbook7.xlsx\n".utf8).write(to: URL(filePath: list))
    try Data("book2.xlsx\nbook3.xlsx\nbook4.xlsx\nbook5.xlsx\nbook6.xlsx\n".utf8).write(
      to: folder.url.appending(path: "rest"))
    let common = ["nightly", folder.path("team"), "--as-of", "2025-06-30", "--settle", "0"]
    #expect(try Command.run(common + ["--files-from", list, "--part", folder.path("1.part")]).status == 0)
    let merge = [
      "nightly", "join", folder.path("1.part"), folder.path("2.part"), "--history", folder.path("merged.sqlite"),
    ]
    let process = Process()
    process.executableURL = Command.executable
    process.arguments =
      common + ["--files-from", folder.path("rest"), "--part", folder.path("2.part"), "--jobs", "1", "--quiet"]
    try process.run()
    let journal = folder.path("2.part.journal")
    while (FileManager.default.contents(atPath: journal) ?? Data()).count(where: { $0 == 10 }) < 3, process.isRunning {
      usleep(5000)
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(try Command.run(merge).status == 3)
    let again = try Command.run(common + ["--files-from", folder.path("rest"), "--part", folder.path("2.part")])
    #expect(again.messages.contains("continuing from there"))
    #expect(try Command.run(merge + ["--json", folder.path("night.json")] + Self.flags(folder)).status == 3)
    for (name, bytes) in zip(outputs, plain) { #expect(try folder.bytes(name) == bytes, "\(name)") }
  }

  @Test func `parts of different nights, or too few of them, are not joined`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx", "b.xlsx": "core_hant.xlsx"])
    for (shard, day) in [("1/2", "2025-06-30"), ("2/2", "2025-07-01")] {
      let part = folder.path("\(shard.first ?? "0").part")
      let outcome = try Command.run(
        "nightly", folder.path("team"), "--as-of", day, "--settle", "0", "--shard", shard, "--part", part)
      #expect(outcome.status == 0)
    }
    let mixed = try Command.run(
      "nightly", "join", folder.path("1.part"), folder.path("2.part"), "--history", folder.path("h"))
    #expect(mixed.status == 3)
    #expect(mixed.messages.contains("from another night"))
    let few = try Command.run("nightly", "join", folder.path("1.part"), "--history", folder.path("h"))
    #expect(few.status == 3)
    #expect(few.messages.contains("the night has 2 workbooks, but the parts have results for only 1"))
    #expect(try Command.run("nightly", folder.path("team"), "--shard", "1/2").status == 2)
  }

  @Test func `why a workbook could not be checked is told in the language of the night, and in English to machines`()
    throws
  {
    let folder = try NightFolder(["a.xlsx": NightFolder.golden])
    try Data("<html></html>".utf8).write(to: folder.url.appending(path: "team/page.xlsx"))
    try Data(OwnWorkbooks.bytes(NightFolder.golden).dropLast(300)).write(
      to: folder.url.appending(path: "team/half.xlsx"))
    try Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)).write(
      to: folder.url.appending(path: "team/old.xlsx"))
    for (language, words) in [
      ("zh-Hant", ["不是 .xlsx 工作簿：", "檔案損壞："]), ("zh-Hans", ["不是 .xlsx 工作簿：", "文件损坏："]),
      ("en", ["`half.xlsx` — ", "`page.xlsx` — "]),
    ] {
      _ = try folder.night(
        "2025-06-30", "--language", language, "--markdown", folder.path("d.md"), "--html", folder.path("html"))
      let digest = String(decoding: try folder.bytes("d.md"), as: UTF8.self)
      for word in words { #expect(digest.contains(word.replacing(".xlsx ", with: ".xlsx ")), "\(language) \(word)") }
      let page = String(decoding: try folder.bytes("html/index.html"), as: UTF8.self)
      #expect(language == "en" || page.contains(words[1]))
      let json = String(decoding: try folder.bytes("night.json"), as: UTF8.self)
      #expect(json.contains(#""cause":"notAWorkbook""#))
      #expect(json.contains(#""cause":"damaged""#))
    }
  }

  @Test func `a second run at the same time ends with 4`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx"])
    let lock = unsafe open(folder.path("team.dealbook.sqlite.lock"), O_RDWR | O_CREAT, 0o644)
    #expect(flock(lock, LOCK_EX) == 0)
    let outcome = try folder.night("2025-06-30")
    #expect(outcome.status == 4)
    #expect(outcome.messages.contains("another run is in progress"))
    close(lock)
    #expect(try folder.night("2025-06-30").status == 1)
  }

  @Test func `a file that changed just now is waited for`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx"])
    let begun = Date()
    let outcome = try Command.run("nightly", folder.path("team"), "--as-of", "2025-06-30", "--settle", "2", "--quiet")
    #expect(outcome.status == 1)
    #expect(Date().timeIntervalSince(begun) > 0.9)
  }

  @Test func `the notify command gets the digest when there is news, and is left alone otherwise`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx"])
    let told = folder.path("told.json")
    _ = try folder.night("2025-06-30", "--notify-command", "cat > '\(told)'")
    let digest = try JSONSerialization.jsonObject(with: Data(folder.bytes("told.json"))) as? [String: Any]
    #expect((digest?["counts"] as? [String: Any])?["new"] as? Int == 38)
    try FileManager.default.removeItem(atPath: told)
    // Repeating the same night has no news.
    _ = try folder.night("2025-06-30", "--notify-command", "cat > '\(told)'")
    #expect(!FileManager.default.fileExists(atPath: told))
    _ = try folder.night("2025-06-29", "--notify-command", "exit 0")
    _ = try folder.night("2025-06-29", "--history", folder.path("empty.sqlite"), "--notify-command", "exit 0")
    let failing = try folder.night("2025-06-30", "--history", folder.path("new.sqlite"), "--notify-command", "exit 7")
    #expect(failing.status == 5)
    #expect(failing.messages.contains("the notify command ended with exit code 7"))
  }

  @Test func `a company's playbook beside the workbooks is gone by when it is trusted, and its mistakes are a result`()
    throws
  {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx", "sub/b.xlsx": "core_hant.xlsx"])
    try Data("extends: key-account\nrulez: {}\n".utf8).write(to: folder.url.appending(path: "team/sub/dealbook.yaml"))
    let outcome = try folder.night("2025-06-30", "--trust-found")
    #expect(outcome.status == 3)
    #expect(outcome.output.contains("sub/b.xlsx: not checked (unreadable)"))
    #expect(outcome.output.contains("dealbook.yaml"))
  }

  @Test func `history lists runs and follows a row`() throws {
    let folder = try NightFolder(["a.xlsx": NightFolder.golden])
    _ = try folder.night("2025-06-30")
    _ = try folder.night("2025-07-01")
    let history = folder.path("team.dealbook.sqlite")
    #expect(try Command.run("history", history).output.split(separator: "\n").count == 2)
    let followed = try Command.run("history", history, "--row", "D011").output.split(separator: "\n")
    #expect(followed.map { String($0.prefix(15)) } == ["2025-06-30  new", "2025-07-01  new"])
    let json = try Command.run("history", history, "--finding", "DEA-008", "--format", "json")
    let answer = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((answer?["runs"] as? [Any])?.count == 2)
    #expect(try Command.run("history", folder.path("none.sqlite")).status == 3)
  }
}
