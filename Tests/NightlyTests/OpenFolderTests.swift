// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing

@testable import Nightly

@Suite struct `Opening folders` {
  private static func link(_ folder: TemporaryFolder, _ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: target)
  }

  @Test func `a folder that has become a link since it was listed is not entered`() throws {
    let outside = try TemporaryFolder()
    try outside.write("deep/secret.xlsx")
    let folder = try TemporaryFolder()
    try folder.write("sub/deep/a.xlsx")
    let top = try #require(Self.open(folder.path))
    #expect(top.names("sub/deep") == ["a.xlsx"])
    try FileManager.default.moveItem(atPath: folder.path("sub"), toPath: folder.path("moved"))
    try Self.link(folder, "sub", to: outside.path)
    #expect(top.names("sub") == nil)
    #expect(top.names("sub/deep") == nil)
    #expect(top.names("moved/..") == nil)
    #expect(top.names("moved/deep") == ["a.xlsx"])
  }

  @Test func `entries to which the file system gives no type are asked themselves`() throws {
    let folder = try TemporaryFolder()
    try folder.write("sub/a.xlsx")
    try folder.write("b.xlsx")
    try Self.link(folder, "to folder", to: "sub")
    try Self.link(folder, "to nowhere", to: "nowhere")
    unsafe mkfifo(folder.path("pipe"), 0o600)
    let top = try #require(Self.open(folder.path))
    let kinds = ["sub", "b.xlsx", "to folder", "to nowhere", "pipe", "gone"].map { top.untyped($0) }
    #expect(kinds == [.folder, .file, .link, .link, .other, .other])
    #expect(top.target("to folder") == .folder)
    #expect(top.target("to nowhere") == nil)
  }

  /// A folder that the macros of tests can hold.
  private final class Top {
    private let folder: OpenFolder

    init(_ folder: consuming OpenFolder) { self.folder = folder }

    func names(_ path: String) -> [String]? {
      guard let inner = OpenFolder(path, in: folder), let entries = inner.entries() else { return nil }
      return entries.map(\.name)
    }

    func untyped(_ name: String) -> OpenFolder.Kind { unsafe folder.kind(type: Int32(DT_UNKNOWN), of: name) }

    func target(_ name: String) -> OpenFolder.Kind? { folder.target(ofLink: name) }
  }

  private static func open(_ path: String) -> Top? {
    guard let folder = OpenFolder(path) else { return nil }
    return Top(folder)
  }
}
