// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Nightly

@Suite struct `Who may read what a night writes` {
  private func mode(_ path: String) -> UInt32 {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.posixPermissions] as? NSNumber)?.uint32Value ?? 0
  }

  private func write(_ report: String, about paths: [String], under root: String) throws {
    try Files.write([1], to: report, mode: Files.mode(ofReportsOn: paths, under: [root]))
  }

  @Test func `a report becomes as private as the most private workbook, and no less private again`() throws {
    let folder = try TemporaryFolder()
    try folder.write("share/a.xlsx")
    try folder.write("share/b.xlsx")
    try folder.allow("share", 0o755)
    try folder.allow("share/a.xlsx", 0o644)
    try folder.allow("share/b.xlsx", 0o600)
    let (a, b, share) = (folder.path("share/a.xlsx"), folder.path("share/b.xlsx"), folder.path("share"))
    try write(folder.path("n.json"), about: [a], under: share)
    #expect(mode(folder.path("n.json")) == 0o644)
    try write(folder.path("n.json"), about: [a, b], under: share)
    #expect(mode(folder.path("n.json")) == 0o600)
    try write(folder.path("n.json"), about: [a], under: share)
    #expect(mode(folder.path("n.json")) == 0o600)
    // What is not about workbooks keeps the mode that somebody chose.
    try folder.allow("n.json", 0o644)
    try Files.write([1], to: folder.path("n.json"))
    #expect(mode(folder.path("n.json")) == 0o644)
  }

  @Test(arguments: [(0o700, 0o755, 0o600), (0o755, 0o700, 0o600), (0o755, 0o755, 0o644), (0o711, 0o755, 0o644)])
  func `who can't enter a folder of the night may not read what is said of its workbooks`(
    root: Int, inner: Int, report: Int
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("share/sub/a.xlsx")
    try folder.allow("share/sub/a.xlsx", 0o644)
    try folder.allow("share/sub", inner)
    try folder.allow("share", root)
    defer { try? folder.allow("share", 0o755) }
    for (path, share) in [
      (folder.path("share/sub/a.xlsx"), folder.path("share")),
      (folder.path("share//sub/a.xlsx"), folder.path("share/")),
    ] {
      try write(folder.path("n.json"), about: [path], under: share)
      #expect(mode(folder.path("n.json")) == UInt32(report))
      try FileManager.default.removeItem(atPath: folder.path("n.json"))
    }
    try Files.makeFolders(of: folder.path("copies/sub/a.xlsx"), like: folder.path("share/sub/a.xlsx"))
    #expect(mode(folder.path("copies/sub")) == UInt32(inner))
    #expect(mode(folder.path("copies")) == UInt32(root))
  }

  @Test func `a history at the end of a link that leads to nothing yet is the user's alone`() throws {
    let nights = try Nights()
    try FileManager.default.createSymbolicLink(
      atPath: nights.history, withDestinationPath: nights.folder.path("elsewhere.sqlite"))
    _ = try nights.run("2025-06-28", .book("a.xlsx"))
    #expect(mode(nights.folder.path("elsewhere.sqlite")) == 0o600)
    #expect(Files.isLink(nights.history))
  }
}

extension TemporaryFolder {
  fileprivate func allow(_ name: String, _ mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
  }
}
