// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct `A night that writes` {
  @Test func `fill writes the computed columns back once, as the command fill does, and leaves alone what is open`()
    throws
  {
    let folder = try NightFolder(["a.xlsx": NightFolder.golden, "sub/b.xlsx": NightFolder.golden])
    let input = try folder.bytes("team/a.xlsx")
    try Data("user".utf8).write(to: folder.url.appending(path: "team/sub/~$b.xlsx"))
    let fill = try Command.run(
      "fill", folder.path("team/a.xlsx"), "-o", folder.path("filled.xlsx"), "--as-of", "2025-06-30")
    #expect(fill.status == 0)
    // Fill into a folder first, which leaves the workbooks unchanged.
    let copies = folder.path("copies")
    #expect(try folder.night("2025-06-30", "--fill", "--output", copies, "--history", folder.path("h")).status == 1)
    #expect(try folder.bytes("copies/a.xlsx") == folder.bytes("filled.xlsx"))
    #expect(try folder.bytes("copies/sub/b.xlsx") == folder.bytes("filled.xlsx"))
    #expect(try folder.bytes("team/a.xlsx") == input)
    let inside = try folder.night("2025-06-30", "--fill", "--output", folder.path("team/copies"))
    #expect(inside.status == 2)
    // Check first, so that the history knows the workbooks.
    _ = try folder.night("2025-06-30")
    let first = try folder.night("2025-06-30", "--fill")
    #expect(first.status == 4)
    #expect(first.output.contains("sub/b.xlsx: not filled: open in another program"))
    #expect(try folder.bytes("team/a.xlsx") == folder.bytes("filled.xlsx"))
    #expect(try folder.bytes("team/sub/b.xlsx") == input)
    try FileManager.default.removeItem(atPath: folder.path("team/sub/~$b.xlsx"))
    let second = try folder.night("2025-06-30", "--fill")
    #expect(second.status == 1)
    #expect(second.messages.contains("a.xlsx: unchanged"))
    #expect(try folder.bytes("team/sub/b.xlsx") == folder.bytes("filled.xlsx"))
    #expect(
      try folder.night("2025-06-30", "--fill").messages.split(separator: "\n").allSatisfy { $0.hasSuffix("unchanged") })
  }

  @Test func `fill clears away what a run has left that was ended just after it had saved`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx"])
    #expect(try folder.night("2025-06-30", "--fill").status < 2)
    let filled = try folder.bytes("team/a.xlsx")
    let host = try String(contentsOfFile: "/proc/sys/kernel/hostname", encoding: .utf8)
    // No process has this number.
    try Data("4194304 1 ab12 \(host)".utf8).write(to: folder.url.appending(path: "team/.a.xlsx.dealbook-lock"))
    try Data([1, 2]).write(to: folder.url.appending(path: "team/.a.xlsx.ab12.dealbook-tmp"))
    #expect(try folder.night("2025-06-30", "--fill").status < 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("team")) == ["a.xlsx"])
    #expect(try folder.bytes("team/a.xlsx") == filled)
  }

  @Test func `fill is not held up by a process that has ended although nobody has asked for its status`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx"])
    var process: pid_t = 0
    var words: [UnsafeMutablePointer<CChar>?] = unsafe [strdup("true"), nil]
    defer { unsafe free(words[0]) }
    try #require(unsafe posix_spawnp(&process, "true", nil, nil, &words, nil) == 0)
    defer { waitpid(process, nil, 0) }
    func fields() throws -> [Substring] {
      let line = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      return line.split(separator: ")").last?.split(separator: " ") ?? []
    }
    while try fields().first != "Z" { usleep(10_000) }
    let host = try String(contentsOfFile: "/proc/sys/kernel/hostname", encoding: .utf8)
    try Data("\(process) \(fields()[19]) ab12 \(host)".utf8).write(
      to: folder.url.appending(path: "team/.a.xlsx.dealbook-lock"))
    let night = try folder.night("2025-06-30", "--fill")
    #expect(night.status < 2, "\(night.output)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("team")) == ["a.xlsx"])
  }

  @Test func `a result that is too long to be told says what has been written all the same`() throws {
    let folder = try NightFolder(["a.xlsx": NightFolder.golden])
    let before = try folder.bytes("team/a.xlsx")
    let night = try folder.night("2025-06-30", "--fill", "--limit", "worker-output=2000")
    #expect(night.status == 3)
    #expect(try folder.bytes("team/a.xlsx") != before)
    let told = try String(decoding: folder.bytes("night.json"), as: UTF8.self)
    #expect(told.contains("larger than 2000 bytes"))
    #expect(told.contains("its computed columns were written"))
    let checked = try folder.night("2025-06-30", "--limit", "worker-output=2000")
    #expect(checked.status == 3)
    #expect(try !String(decoding: folder.bytes("night.json"), as: UTF8.self).contains("were written"))
  }

  @Test func `writes no report over a pipe, a workbook, the history or another report`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx"])
    let pipe = folder.path("pipe")
    try #require(unsafe mkfifo(pipe, 0o600) == 0)
    #expect(try folder.night("2025-06-30", "--csv", pipe).status == 5)
    var status = stat()
    #expect(unsafe stat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    let (book, history) = (folder.path("team/a.xlsx"), folder.path("h"))
    let before = try folder.bytes("team/a.xlsx")
    for (option, path, owner) in [
      ("--csv", book, "a.xlsx"), ("--jsonl", history, "--history"), ("--junit", history + ".lock", "--history"),
      ("--markdown", folder.path("night.json"), "--json"),
    ] {
      let night = try folder.night("2025-06-30", "--history", history, "--language", "en", option, path)
      #expect(night.status == 2)
      #expect(night.messages.contains("\(option) \(path): this is the file of \(owner)"), "\(night.messages)")
    }
    #expect(try folder.bytes("team/a.xlsx") == before)
  }

  @Test func `what changed since the night before is still told when a night that fills is run again`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx", "b.xlsx": "core_hant.xlsx"])
    _ = try folder.night("2025-06-29")
    _ = try Command.run("set", folder.path("team/b.xlsx"), "商機!I7=5000", "--in-place")
    let flags = ["--fill", "--output", folder.path("copies")]
    _ = try folder.night("2025-06-30", flags)
    let first = try folder.bytes("night.json")
    #expect(String(decoding: first, as: UTF8.self).contains("DEA-023"))
    _ = try folder.night("2025-06-30", flags)
    #expect(try folder.bytes("night.json") == first)
  }

  @Test func `fill waits for an editor as long as it is told to, and takes what was saved meanwhile`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx"])
    let lock = folder.url.appending(path: "team/~$a.xlsx")
    try Data("user".utf8).write(to: lock)
    #expect(try folder.night("2025-06-30", "--fill").status == 4)
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = [
      "nightly", folder.path("team"), "--as-of", "2025-06-30", "--settle", "0", "--fill", "--wait-lock", "60",
      "--quiet",
      "--json", folder.path("night.json"),
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    usleep(700_000)
    let isWaiting = process.isRunning
    try Data(OwnWorkbooks.bytes(NightFolder.golden)).write(to: folder.url.appending(path: "team/a.xlsx"))
    try FileManager.default.removeItem(at: lock)
    process.waitUntilExit()
    #expect(isWaiting)
    #expect(process.terminationStatus == 1)
    let once = try NightFolder(["a.xlsx": NightFolder.golden])
    _ = try once.night("2025-06-30", "--fill")
    #expect(try folder.bytes("team/a.xlsx") == once.bytes("team/a.xlsx"))
    #expect(try folder.night("2025-06-30", "--wait-lock", "1").status == 2)
  }

  @Test func `fill leaves a workbook with two names alone, unless it is told not to`() throws {
    let folder = try NightFolder(["a.xlsx": NightFolder.golden])
    try FileManager.default.linkItem(atPath: folder.path("team/a.xlsx"), toPath: folder.path("other.xlsx"))
    let input = try folder.bytes("other.xlsx")
    let refused = try folder.night("2025-06-30", "--fill")
    #expect(refused.status == 5)
    #expect(refused.output.contains("a.xlsx: not filled"))
    #expect(try folder.bytes("team/a.xlsx") == input)
    #expect(try folder.night("2025-06-30", "--fill", "--break-hardlinks").status == 1)
    #expect(try folder.bytes("team/a.xlsx") != input)
    #expect(try folder.bytes("other.xlsx") == input)
  }

  @Test func `annotate writes a copy of each workbook that mends itself, and never among the workbooks`() throws {
    let folder = try NightFolder(["a.xlsx": "core_hant.xlsx", "sub/b.xlsx": "golden/inputs_hant.xlsx"])
    try Data("no workbook".utf8).write(to: folder.url.appending(path: "team/broken.xlsx"))
    let copies = folder.path("copies")
    #expect(try folder.night("2025-06-30", "--annotate", copies).status == 3)
    let first = try folder.bytes("copies/sub/b.xlsx")
    let listed = try Command.run("cells", folder.path("copies/sub/b.xlsx"), "--sheet", "檢查發現", "--format", "jsonl")
    #expect(listed.output.contains("\"PAY-005\""))
    #expect(listed.output.contains("\"新增\""))
    #expect(!FileManager.default.fileExists(atPath: folder.path("copies/broken.xlsx")))
    func found(_ name: String) throws -> String {
      let outcome = try Command.run("check", folder.path(name), "--as-of", "2025-06-30", "--quiet")
      return outcome.output.replacing(folder.path(name), with: "")
    }
    #expect(try found("copies/sub/b.xlsx") == found("team/sub/b.xlsx"))
    // The copy that comes back is recognised as the workbook it was made from.
    try FileManager.default.removeItem(atPath: folder.path("team/sub/b.xlsx"))
    try FileManager.default.copyItem(atPath: folder.path("copies/sub/b.xlsx"), toPath: folder.path("team/sub/b.xlsx"))
    #expect(try folder.night("2025-06-30", "--annotate", copies, "--history", folder.path("new")).status == 3)
    #expect(try folder.bytes("copies/sub/b.xlsx") == first)
    let inside = try folder.night("2025-06-30", "--annotate", folder.path("team/copies"))
    #expect(inside.status == 2)
    #expect(inside.messages.contains("--annotate"))
    // Somebody has a copy open. The others are written, and the next night tries again.
    try Data("user".utf8).write(to: folder.url.appending(path: "copies/~$a.xlsx"))
    let open = try folder.night("2025-07-01", "--annotate", copies)
    #expect(open.status == 4)
    #expect(open.messages.contains("a.xlsx: not annotated"))
    #expect(try folder.bytes("copies/sub/b.xlsx") != first)
  }
}
