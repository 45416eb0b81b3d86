// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct `A command that saves` {
  private let folder: URL
  private let book: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "dealbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    book = folder.appending(path: "book.xlsx").path
    try Data(WorkbookBuilder(rows: "<row r='1'><c r='A1'><v>1</v></c></row>").bytes()).write(to: URL(filePath: book))
  }

  private func bytes(_ name: String) -> Data? {
    FileManager.default.contents(atPath: folder.appending(path: name).path)
  }

  @Test func `keeps a backup when asked to and says where`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let old = bytes("book.xlsx")
    let outcome = try Command.run("set", book, "Sheet1!A1=2", "--in-place", "--backup")
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("the old file is kept as \(book).~1~"))
    #expect(bytes("book.xlsx.~1~") == old)
    #expect(bytes("book.xlsx") != old)
  }

  @Test func `says who has the workbook open and since when, and ends with 4`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data([4] + Array("Wang".utf8)).write(to: folder.appending(path: "~$book.xlsx"))
    let outcome = try Command.run("set", book, "Sheet1!A1=2", "--in-place", "--wait-lock", "0")
    #expect(outcome.status == 4)
    #expect(outcome.messages.contains("is open by Wang since 20"))
  }

  @Test func `replaces one of two hard links only when asked to`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.linkItem(atPath: book, toPath: folder.appending(path: "second.xlsx").path)
    let refused = try Command.run("set", book, "Sheet1!A1=2", "--in-place")
    #expect(refused.status == 5)
    #expect(refused.messages.contains("--break-hardlinks"))
    #expect(try Command.run("set", book, "Sheet1!A1=2", "--in-place", "--break-hardlinks").status == 0)
    #expect(bytes("book.xlsx") != bytes("second.xlsx"))
  }

  @Test(arguments: ["book.xlsx", "other.xlsx", "link.xlsx"])
  func `replaces the workbook itself only in place`(_ name: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let old = bytes("book.xlsx")
    let output = folder.appending(path: name).path
    if name == "other.xlsx" { try FileManager.default.linkItem(atPath: book, toPath: output) }
    if name == "link.xlsx" { try FileManager.default.createSymbolicLink(atPath: output, withDestinationPath: book) }
    let outcome = try Command.run("set", book, "Sheet1!A1=2", "-o", output)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("--in-place"))
    #expect(bytes("book.xlsx") == old)
  }

  @Test func `writes no workbook under a name by which no program opens it`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["out.xlsm", "out.csv", "out.xls"] {
      let outcome = try Command.run("set", book, "Sheet1!A1=2", "-o", folder.appending(path: name).path)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains(".xlsx"))
      #expect(bytes(name) == nil)
    }
    var macros = WorkbookBuilder(rows: "<row r='1'><c r='A1'><v>1</v></c></row>")
    macros.workbookContentType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    let source = folder.appending(path: "macros.xlsm").path
    try Data(macros.bytes()).write(to: URL(filePath: source))
    #expect(try Command.run("set", source, "Sheet1!A1=2", "-o", folder.appending(path: "m.xlsx").path).status == 2)
    #expect(try Command.run("set", source, "Sheet1!A1=2", "-o", folder.appending(path: "m.XLSM").path).status == 0)
  }

  @Test func `that is given nothing to do is used wrongly`() throws {
    let outcome = try Command.run()
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty && outcome.messages.contains("USAGE"))
  }
}
