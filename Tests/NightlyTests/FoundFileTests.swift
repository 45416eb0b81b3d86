// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing

@testable import Nightly

@Suite struct `Playbooks that were found` {
  private static func link(_ folder: TemporaryFolder, _ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: target)
  }

  private static func text(_ path: String, below root: String) -> String? {
    (try? SmallFile(found: path, below: [root])).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func `are read below and above the folder of the night, and through no link that leads elsewhere`() throws {
    let folder = try TemporaryFolder()
    try folder.write("team/dealbook.yaml", "own")
    try folder.write("dealbook.yaml", "above")
    try folder.write("elsewhere/secret.yaml", "secret")
    try folder.write("team/sub/a.xlsx")
    let top = try #require(Files.resolved(folder.path))
    let root = "\(top)/team"
    #expect(Self.text("\(root)/dealbook.yaml", below: root) == "own")
    #expect(Self.text("\(top)/dealbook.yaml", below: root) == "above")
    // Neither among the workbooks nor above them.
    #expect(Self.text("\(top)/elsewhere/secret.yaml", below: root) == nil)
    for (target, text) in [
      ("../dealbook.yaml", "own"), ("../../elsewhere/secret.yaml", nil), ("/", nil), ("/dev/zero", nil), ("no", nil),
    ] {
      try Self.link(folder, "team/sub/dealbook.yaml", to: target)
      #expect(Self.text("\(root)/sub/dealbook.yaml", below: root) == text, "\(target)")
      try FileManager.default.removeItem(atPath: folder.path("team/sub/dealbook.yaml"))
    }
    try Self.link(folder, "team/swapped", to: "../elsewhere")
    #expect(Self.text("\(root)/swapped/secret.yaml", below: root) == nil)
    unsafe mkfifo(folder.path("team/sub/dealbook.yaml"), 0o600)
    #expect(Self.text("\(root)/sub/dealbook.yaml", below: root) == nil)
  }

  @Test func `a group is private only if it is the group of no other account`() {
    #expect(!SmallFile.isShared(1000, by: [(1000, 1000), (1001, 1001), (1000, 50)], besides: 1000))
    #expect(SmallFile.isShared(1000, by: [(1000, 1000), (1001, 1000)], besides: 1000))
  }
}
