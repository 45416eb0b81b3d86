// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TestSupport
import Testing

/// What a command does when nobody reads what it prints, as in `… 2>&1 | head`.
@Suite struct `Output that nobody reads` {
  private enum Stream: CaseIterable { case output, messages }

  /// Runs the command with streams whose readers have gone.
  private static func status(_ arguments: [String], unread: [Stream]) throws -> Int32 {
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = arguments
    process.currentDirectoryURL = OwnWorkbooks.folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    if unread.contains(.output) { process.standardOutput = pipe.fileHandleForWriting }
    if unread.contains(.messages) { process.standardError = pipe.fileHandleForWriting }
    try process.run()
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  @Test(arguments: [[Stream.messages], [.output], [.output, .messages]])
  private func `a night is done, recorded and ends with its own code`(_ unread: [Stream]) throws {
    let folder = try NightFolder(["a.xlsx": "messy_en.xlsx"])
    // Something to say on standard error.
    try Data("x".utf8).write(to: folder.url.appending(path: "team/b.xlsx"))
    let arguments = [
      "nightly", folder.path("team"), "--as-of", "2025-06-30", "--settle", "0", "--json", folder.path("night.json"),
    ]
    #expect(try Self.status(arguments, unread: unread) == 3)
    #expect(try folder.findings("new").isEmpty == false)
    #expect(try Self.status(["history", folder.path("team.dealbook.sqlite")], unread: []) == 0)
  }

  @Test func `what cannot be done ends with its code, not with 0`() throws {
    let folder = try NightFolder(["a.xlsx": "messy_en.xlsx"])
    let book = folder.path("team/a.xlsx")
    let before = try folder.bytes("team/a.xlsx")
    #expect(try Self.status(["check", folder.path("none.xlsx")], unread: [.messages]) == 3)
    #expect(try Self.status(["set", book, "--in-place", "Nowhere!A1=1"], unread: [.messages]) != 0)
    #expect(try Self.status(["cells"], unread: [.messages]) == 2)
    try Data([3] + "Ann".utf8).write(to: folder.url.appending(path: "team/~$a.xlsx"))
    #expect(try Self.status(["fill", book, "--in-place"], unread: [.output, .messages]) == 4)
    #expect(try folder.bytes("team/a.xlsx") == before)
    try FileManager.default.removeItem(atPath: folder.path("team/~$a.xlsx"))
    #expect(try Self.status(["fill", book, "--in-place"], unread: [.output, .messages]) == 0)
    #expect(try folder.bytes("team/a.xlsx") != before)
  }

  @Test func `a command that does nothing but print ends at once`() throws {
    #expect(try Self.status(["cells", "messy_en.xlsx"], unread: [.output]) == 0)
  }

  @Test func `messages do not end up in a file that is opened without standard error`() throws {
    let folder = try NightFolder(["a.xlsx": "messy_en.xlsx"])
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let command = "nightly '\(folder.path("team"))' --as-of 2025-06-30 --settle 0 --json '\(folder.path("night.json"))'"
    process.arguments = ["-c", "exec '\(Command.executable.path)' \(command) >/dev/null 2>&- <&-"]
    process.currentDirectoryURL = OwnWorkbooks.folder
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    #expect(try folder.findings("new").isEmpty == false)
  }
}
