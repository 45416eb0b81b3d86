// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Uses three deals under a few of the playbook's headers, or a workbook about something else.
@Suite struct `A workbook that is not sure to be a team's` {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "dealbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ sheet: String, _ headers: [String]) throws -> String {
    func text(_ column: Int, _ row: Int, _ text: String) -> String {
      "<c r=\"\(["A", "B", "C"][column])\(row)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    var builder = WorkbookBuilder()
    let header = headers.enumerated().map { text($0.offset, 1, $0.element) }.joined()
    let rows = (2...4).map { row in
      "<row r=\"\(row)\">" + headers.indices.map { text($0, row, "x\(row)\($0)") }.joined() + "</row>"
    }
    builder.add(sheet: sheet, rows: "<row r=\"1\">\(header)</row>" + rows.joined())
    let path = folder.appending(path: "book.xlsx").path
    try Data(builder.bytes()).write(to: URL(filePath: path))
    return path
  }

  @Test func `has no findings when it is something else, and is never written`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let book = try write("Kitchen", ["Recipe", "Oven", "Minutes"])
    let before = try Data(contentsOf: URL(filePath: book))
    let check = try Command.run("check", book, "--language", "en")
    #expect(check.status == 0)
    #expect(check.messages.contains("not a team workbook"))
    let json =
      try JSONSerialization.jsonObject(
        with: Data(Command.run("check", book, "--format", "json").output.utf8)) as? [String: Any]
    #expect(json?["outcome"] as? String == "notTeamWorkbook")
    #expect(try JSONSchema("check").faults(try #require(json)) == [])
    let night = try Command.run("nightly", folder.path, "--settle", "0", "--as-of", "2026-03-31")
    #expect(night.status == 0)
    #expect(night.output.contains("0 workbooks checked, 1 not a team's"))
    let out = folder.appending(path: "out.xlsx").path
    let fill = try Command.run("fill", book, "-o", out)
    #expect(fill.status == 3)
    #expect(fill.messages.contains("dealbook adopt"))
    #expect(!FileManager.default.fileExists(atPath: out))
    #expect(try Command.run("fill", book, "--in-place").status == 3)
    #expect(try Data(contentsOf: URL(filePath: book)) == before)
  }
}
