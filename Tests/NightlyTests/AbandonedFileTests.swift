// SPDX-License-Identifier: Apache-2.0

import Foundation
import Nightly
import Testing

@Suite struct `What a killed run left half written` {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "abandoned-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

  private func put(_ name: String) throws { try Data("half".utf8).write(to: folder.appending(path: name)) }

  @Test func `goes with the next run, and nothing else does`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let others = [
      ".night.json.0123.tmp", ".night.json.xyz3456789abcdef.tmp", ".other.json.0123456789abcdef.tmp", "night.json",
    ]
    for name in others + [".night.json.0123456789abcdef.tmp"] { try put(name) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: ".night.json.1123456789abcdef.tmp").path, withDestinationPath: "night.json")
    Files.removeAbandoned(in: folder.path) { $0 == "night.json" }
    #expect(try names() == (others + [".night.json.1123456789abcdef.tmp"]).sorted())
  }

  @Test func `stays while somebody still writes it`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = folder.appending(path: "night.json").path
    try Files.write(to: report) { (sink) throws(NightlyError) in
      sink.write(Array("whole".utf8))
      Files.removeAbandoned(in: folder.path) { $0 == "night.json" }
    }
    #expect(try names() == ["night.json"])
    #expect(try String(contentsOfFile: report, encoding: .utf8) == "whole")
  }
}
