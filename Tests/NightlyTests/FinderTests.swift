// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Nightly
import Testing

@Suite struct `Finding workbooks` {
  @Test func `takes workbooks in all folders, not what programs leave beside them`() throws {
    let folder = try TemporaryFolder()
    for name in [
      "b.xlsx", "a/c.XLSX", "a/d.xlsm", "~$b.xlsx", ".~lock.b.xlsx#", ".hidden.xlsx", ".git/e.xlsx", "f.xlsx.part",
      "g.csv",
      "~syncthing~h.xlsx",
    ] { try folder.write(name) }
    let found = try WorkbookFinder().find([folder.path])
    #expect(found.workbooks.map(\.name) == ["a/c.XLSX", "a/d.xlsm", "b.xlsx"])
    #expect(found.unreadable.isEmpty)
  }

  @Test func `a name that is not UTF-8, a link to nowhere and two names that look alike are all found`() throws {
    let folder = try TemporaryFolder()
    for name in ["caf\u{E9}.xlsx", "cafe\u{301}.xlsx"] { try folder.write(name) }
    try FileManager.default.createSymbolicLink(atPath: folder.path("link.xlsx"), withDestinationPath: "nowhere")
    // 客 in Big5.
    let name = Array("\(folder.path)/".utf8) + [0xAB, 0xC8] + Array(".xlsx\0".utf8)
    let file = unsafe open(name.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o644)
    #expect(file >= 0 && close(file) == 0)
    let found = try WorkbookFinder().find([folder.path])
    let twin = found.workbooks.contains { $0.name == "cafe%CC%81.xlsx" } ? "cafe%CC%81.xlsx" : "caf%C3%A9.xlsx"
    #expect(Set(found.workbooks.map(\.name)) == ["%AB%C8.xlsx", "caf\u{E9}.xlsx", twin, "link.xlsx"])
    #expect(found.workbooks.count == 4)
  }

  @Test func `include and exclude choose, and an excluded folder is not entered`() throws {
    let folder = try TemporaryFolder()
    for name in ["north/a.xlsx", "north/b.xlsx", "old/c.xlsx"] { try folder.write(name) }
    let finder = WorkbookFinder(include: [Glob("*.xlsx")], exclude: [Glob("old"), Glob("**/b*")])
    #expect(try finder.find([folder.path]).workbooks.map(\.name) == ["north/a.xlsx"])
  }

  @Test func `names of several folders begin with the folder`() throws {
    let folder = try TemporaryFolder()
    for name in ["north/a.xlsx", "south/a.xlsx"] { try folder.write(name) }
    let found = try WorkbookFinder().find([folder.path("north") + "/", folder.path("south")])
    #expect(found.workbooks.map(\.name) == ["north/a.xlsx", "south/a.xlsx"])
  }

  @Test func `a link back is not followed, and a folder that is not there is an error`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/b.xlsx")
    try FileManager.default.createSymbolicLink(atPath: folder.path("a/back"), withDestinationPath: folder.path)
    #expect(try WorkbookFinder().find([folder.path]).workbooks.map(\.name) == ["a/b.xlsx"])
    #expect(throws: NightlyError.noFolder("nowhere")) { try WorkbookFinder().find(["nowhere"]) }
  }

  @Test(arguments: [
    ("*.xlsx", "a/b/c.XLSX", true), ("a/*.xlsx", "a/c.xlsx", true), ("a/*.xlsx", "a/b/c.xlsx", false),
    ("a/**/c.xlsx", "a/c.xlsx", true), ("a/**/c.xlsx", "a/b/b/c.xlsx", true), ("**/c?.xlsx", "b/c1.xlsx", true),
    ("**/c?.xlsx", "b/c.xlsx", false), ("team[12]/*", "team2/a", true), ("team[12]/*", "team3/a", false),
    ("a*b*c", "aXbXbc", true), ("a*b*c", "aXcXb", false), ("a/**", "a/b/c", true), ("客戶*", "x/客戶一.xlsx", true),
  ])
  func `a pattern takes a path or not`(pattern: String, path: String, takes: Bool) {
    #expect(Glob(pattern).matches(path) == takes)
  }
}
