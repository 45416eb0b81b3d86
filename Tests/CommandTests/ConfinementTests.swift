// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A confined worker` {
  @Test func `is what limits says that this system has`() throws {
    let outcome = try Command.run("limits")
    #expect(outcome.output.contains("worker-system-calls\t"))
    #expect(outcome.output.contains("worker-files\t"))
    let json = try Command.run("limits", "--format", "json", "--limits", "untrusted").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["worker-processor-seconds"] as? Int == 8)
    #expect(object?["worker-files"] is String)
  }

  @Test func `checks, fills, sets and lists one file as an unconfined command does`() throws {
    let folder = try NightFolder(["a.xlsx": "messy_en.xlsx"])
    let book = folder.path("team/a.xlsx")
    for words in [["check", book, "--as-of", "2025-06-30"], ["cells", book, "--format", "jsonl"], ["inspect", book]] {
      let free = try Command.run(words)
      let confined = try Command.run(words + ["--limits", "untrusted"])
      #expect(confined.output == free.output, "\(words[0]) \(confined.messages)")
      #expect(confined.status == free.status)
    }
    func filled(_ name: String, _ more: [String]) throws -> [UInt8] {
      let path = folder.path("team/\(name)")
      try FileManager.default.copyItem(atPath: book, toPath: path)
      let fill = try Command.run(["fill", path, "--in-place", "--as-of", "2025-06-30", "-q"] + more)
      #expect(fill.status == 0, "\(fill.messages)")
      let copy = try Command.run(["set", path, "scratch!Z9=x", "-o", folder.path("team/out-\(name)")] + more)
      #expect(copy.status == 0, "\(copy.messages)")
      return try folder.bytes("team/\(name)") + folder.bytes("team/out-\(name)")
    }
    #expect(try filled("b.xlsx", []) == filled("c.xlsx", ["--limits", "untrusted"]))
  }

  @Test func `calculates as an unconfined command does, and ends when its time is over`() throws {
    let folder = try NightFolder(["a.xlsx": "messy_en.xlsx"])
    let book = folder.path("team/a.xlsx")
    func calculated(_ more: [String]) throws -> [UInt8] {
      let out = folder.path("out\(more.count).xlsx")
      #expect(try Command.run(["recalc", book, "-o", out, "-q"] + more).status == 0)
      return try [UInt8](Data(contentsOf: URL(filePath: out)))
    }
    #expect(try calculated([]) == calculated(["--limits", "untrusted"]))
    // A second of work and more, which no other limit ends.
    var builder = WorkbookBuilder()
    builder.add(
      sheet: "S",
      rows: (1...40).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><f>SUM(SQRT(_xlfn.SEQUENCE(1000,1000)))</f></c></row>" }
        .joined())
    try Data(builder.bytes()).write(to: folder.url.appending(path: "team/long.xlsx"))
    let none = folder.path("none.xlsx")
    let short = try Command.run(
      "recalc", folder.path("team/long.xlsx"), "-o", none, "--limits", "untrusted", "--limit",
      "worker-processor-seconds=1", "--limit", "calculation-bytes=100000000000")
    #expect(short.status == 3, "\(short.messages)")
    #expect(!FileManager.default.fileExists(atPath: none))
  }

  @Test func `follows no link out of the folders of the night`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx"])
    let outside = folder.path("boss.xlsx")
    try FileManager.default.copyItem(atPath: folder.path("team/a.xlsx"), toPath: outside)
    let before = try folder.bytes("boss.xlsx")
    try FileManager.default.createSymbolicLink(atPath: folder.path("team/b.xlsx"), withDestinationPath: outside)
    try FileManager.default.createSymbolicLink(atPath: folder.path("team/c.xlsx"), withDestinationPath: "a.xlsx")
    let night = try folder.night("2025-06-30", "--fill", "--fail-on", "never")
    #expect(night.status == 3)
    #expect(night.output.contains("b.xlsx: not checked (unreadable)"))
    #expect(night.output.contains("leads out of the folders"))
    #expect(!night.output.contains("c.xlsx: not"))
    #expect(try folder.bytes("boss.xlsx") == before)
  }

  @Test func `leaves a workbook alone that a living process is saving, although it is told little of others`() throws {
    let folder = try NightFolder(["a.xlsx": "messy_en.xlsx"])
    let lock = folder.path("team/.a.xlsx.dealbook-lock")
    let stat = try String(contentsOfFile: "/proc/self/stat", encoding: .utf8)
    let start = try #require(stat.split(separator: ")").last?.split(separator: " ").dropFirst(19).first)
    var host = [CChar](repeating: 0, count: 256)
    #expect(unsafe gethostname(&host, 255) == 0)
    let name = String(decoding: host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let words = ["set", folder.path("team/a.xlsx"), "--in-place"]
    for more in [[], ["--limits", "untrusted"]] {
      try Data("\(getpid()) \(start) ab12 \(name)\n".utf8).write(to: URL(filePath: lock))
      #expect(try Command.run(words + ["scratch!Z9=\(more.count)"] + more).status == 4, "\(more)")
      #expect(FileManager.default.fileExists(atPath: lock), "\(more)")
      // The first number after those that processes get.
      try Data("4194304 1 ab12 \(name)\n".utf8).write(to: URL(filePath: lock))
      #expect(try Command.run(words + ["scratch!Z9=\(more.count)"] + more).status == 0, "\(more)")
      #expect(!FileManager.default.fileExists(atPath: lock), "\(more)")
    }
  }

  @Test func `has reports and copies that are as private as the workbooks`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx"])
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path("team/a.xlsx"))
    _ = try folder.night("2025-06-30", "--annotate", folder.path("copies"), "--html", folder.path("html"))
    for name in ["night.json", "copies/a.xlsx", "html/index.html", "team.dealbook.sqlite"] {
      let mode = try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(name)")
    }
  }

  @Test func `gives reports and copies to no group that could not read the workbook`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx"])
    let book = folder.path("team/a.xlsx")
    // One more user may read it; the group may not, although the mode is 0640 then (acl(5)).
    let entries: [(tag: UInt8, rights: UInt8, id: UInt32)] = [
      (1, 6, .max), (2, 4, 4243), (4, 0, .max), (16, 4, .max), (32, 0, .max),
    ]
    var list: [UInt8] = [2, 0, 0, 0]
    for entry in entries {
      list += [entry.tag, 0, entry.rights, 0] + (0..<4).map { UInt8(truncatingIfNeeded: entry.id >> (8 * $0)) }
    }
    // Some file systems have no access lists.
    let system = SystemFileOperations()
    let file = try system.open(book, .read)
    defer { try? system.close(file) }
    let isSet: Void? = try? system.setAttribute(file, "system.posix_acl_access", list)
    guard isSet != nil else { return }
    _ = try folder.night("2025-06-30", "--annotate", folder.path("copies"), "--html", folder.path("html"))
    #expect(try Command.run("fill", book, "-o", folder.path("b.xlsx"), "--as-of", "2025-06-30").status == 0)
    for name in ["night.json", "copies/a.xlsx", "html/index.html", "b.xlsx"] {
      let mode = try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(name)")
    }
  }

  @Test func `is done with a history that somebody has prepared`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx"])
    let history = folder.path("team.dealbook.sqlite")
    try Data(repeating: 7, count: 10_000).write(to: URL(filePath: history))
    let first = try folder.night("2025-06-30")
    #expect(first.status == 5)
    #expect(first.messages.contains("it was moved to"))
    #expect(FileManager.default.fileExists(atPath: history + ".damaged-1"))
    #expect(try folder.night("2025-06-30").status == 1)
  }
}
