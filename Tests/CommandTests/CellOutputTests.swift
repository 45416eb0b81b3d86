// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct `The output of cells` {
  private static func run(_ format: String, rows: String, styles: String) throws -> String {
    var builder = WorkbookBuilder(rows: rows)
    builder.styles = styles
    let file = FileManager.default.temporaryDirectory.appending(path: "cells-\(UUID().uuidString).xlsx")
    try Data(builder.bytes()).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try Command.run("cells", file.path, "--format", format).output
  }

  @Test func `gives the stored number of a date, and a number where no calendar has the day`() throws {
    let output = try Self.run(
      "jsonl", rows: "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>46112</v></c><c r=\"B1\" s=\"0\"><v>-2</v></c></row>",
      styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>")
    let lines = output.split(separator: "\n")
    #expect(lines.first?.contains(#""type":"date","value":"2026-03-31","serial":46112"#) == true)
    #expect(lines.last?.contains(#""type":"number","value":-2"#) == true)
  }

  @Test func `lets no number format become a formula in a CSV`() throws {
    let output = try Self.run(
      "csv", rows: "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>1</v></c></row>",
      styles:
        "<numFmts><numFmt numFmtId=\"200\" formatCode=\"=1+1\"/></numFmts><cellXfs><xf numFmtId=\"200\"/></cellXfs>")
    #expect(output.contains(",\"'=1+1\""))
  }
}
