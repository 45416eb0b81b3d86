// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct `A night that is interrupted` {
  @Test func `a killed run is continued, with the result of one that was not`() throws {
    let names = (1...12).map { "book\($0).xlsx" }
    let folder = try NightFolder(Dictionary(uniqueKeysWithValues: names.map { ($0, NightFolder.golden) }))
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = [
      "nightly", folder.path("team"), "--as-of", "2025-06-30", "--settle", "0", "--jobs", "1", "--quiet",
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let journal = folder.path("team.dealbook.sqlite.journal")
    func noted() -> Int { (FileManager.default.contents(atPath: journal) ?? Data()).count { $0 == 10 } }
    while noted() < 4, process.isRunning { usleep(5000) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    let continued = try folder.night("2025-06-30")
    #expect(continued.messages.contains("continuing from there"))
    #expect(continued.messages.contains(": unchanged"))
    #expect(!FileManager.default.fileExists(atPath: journal))
    let bytes = try folder.bytes("night.json")
    _ = try folder.night("2025-06-30", "--history", folder.path("other.sqlite"))
    #expect(try folder.bytes("night.json") == bytes)
  }

  /// When the run is killed: after so many lines of the journal, or once a file of the history exists that is written at the
  /// end.
  enum KillPoint: CustomTestStringConvertible {
    case lines(Int)
    case file(String)

    var testDescription: String { "\(self)" }
  }

  @Test(arguments: [
    KillPoint.lines(1), .lines(2), .lines(4), .lines(6), .file(""), .file("-journal"), .file(".annotations"),
  ])
  func `a run killed at any moment is continued by the next`(point: KillPoint) throws {
    let names = (1...5).map { "book\($0).xlsx" }
    let folder = try NightFolder(Dictionary(uniqueKeysWithValues: names.map { ($0, "core_hant.xlsx") }))
    _ = try folder.night("2025-06-29")
    _ = try Command.run("set", folder.path("team/book3.xlsx"), "商機!I7=-5", "--in-place")
    try FileManager.default.copyItem(
      atPath: folder.path("team.dealbook.sqlite"), toPath: folder.path("other.sqlite"))
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = [
      "nightly", folder.path("team"), "--as-of", "2025-06-30", "--settle", "0", "--jobs", "1", "--quiet", "--annotate",
      folder.path("copies"),
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let history = folder.path("team.dealbook.sqlite")
    let written = FileStampReader.modified(history)
    try process.run()
    func isReached() -> Bool {
      switch point {
      case .lines(let count):
        (FileManager.default.contents(atPath: history + ".journal") ?? Data()).count { $0 == 10 } >= count
      case .file(""): FileStampReader.modified(history) != written
      case .file(let ending): FileManager.default.fileExists(atPath: history + ending)
      }
    }
    while !isReached(), process.isRunning { usleep(500) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    // The process that concludes the night lives on for a moment and keeps the lock until it ends.
    var continued = try folder.night("2025-06-30", "--annotate", folder.path("copies"))
    while continued.status == 4 {
      usleep(100_000)
      continued = try folder.night("2025-06-30", "--annotate", folder.path("copies"))
    }
    #expect(continued.status == 1)
    #expect(!FileManager.default.fileExists(atPath: history + ".journal"))
    let bytes = try folder.bytes("night.json")
    _ = try folder.night("2025-06-30", "--history", folder.path("other.sqlite"))
    #expect(try folder.bytes("night.json") == bytes)
    for name in names { #expect(FileManager.default.fileExists(atPath: folder.path("copies/\(name)"))) }
    #expect(try Command.run("history", history).output.split(separator: "\n").count == 2)
    #expect(!FileManager.default.fileExists(atPath: history + ".annotations"))
  }

  @Test func `a workbook whose process did not end by itself is tried once more, and again the next night`() throws {
    let folder = try NightFolder(["a.xlsx": NightFolder.golden, "b.xlsx": NightFolder.golden])
    let first = try folder.night("2025-06-30", "--limit", "worker-seconds=0", "--markdown", folder.path("d.md"))
    #expect(first.status == 3)
    for name in ["a", "b"] {
      #expect(first.messages.contains("\(name).xlsx: not finished after 0 seconds"))
      #expect(first.messages.contains("\(name).xlsx: failed: not finished after 0 seconds"))
    }
    #expect(first.messages.components(separatedBy: "it is tried once more at the end").count == 3)
    #expect(try !String(decoding: folder.bytes("night.json"), as: UTF8.self).contains(#""outcome":"checked""#))
    #expect(try folder.night("2025-06-30").status == 1)
  }
}
