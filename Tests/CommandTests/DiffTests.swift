// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct `What diff prints` {
  private static func edited(_ name: String, _ assignment: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "diff-\(UUID().uuidString).xlsx").path
    #expect(try Command.run("set", name, assignment, "-o", path).status == 0)
    return path
  }

  @Test func `is nothing but a line where nothing differs, with 0`() throws {
    let outcome = try Command.run("diff", "messy_en.xlsx", "messy_en.xlsx", "--language", "en")
    #expect(outcome.status == 0)
    #expect(outcome.output == "no differences\n")
  }

  @Test(arguments: ["text", "json", "markdown", "html", "csv"])
  func `names row, column, old and new in every form, with 1`(format: String) throws {
    let other = try Self.edited("messy_hant.xlsx", "項目!B5=另一個名稱")
    defer { try? FileManager.default.removeItem(atPath: other) }
    let outcome = try Command.run("diff", "messy_hant.xlsx", other, "--format", format)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("另一個名稱"))
    #expect(outcome.output.contains("項目"))
    if format == "json" {
      let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      #expect(try JSONSchema("diff").faults(value) == [])
    }
    #expect(try Command.run("diff", "messy_hant.xlsx", other, "--exit-zero").status == 0)
  }

  @Test func `takes an empty file for a workbook without sheets, as git gives one`() throws {
    let outcome = try Command.run("diff", "/dev/null", "deals_hans.xlsx", "--format", "json")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("\"removed\":0,\"changed\":0"))
  }

  @Test func `ends with 3 for what is no workbook`() throws {
    #expect(try Command.run("diff", "README.md", "messy_en.xlsx").status == 3)
  }

  @Test func `leaves both workbooks as they are, and the old way to join a night names the new one`() throws {
    let before = try OwnWorkbooks.bytes("messy_en.xlsx")
    _ = try Command.run("diff", "messy_en.xlsx", "messy_hant.xlsx")
    #expect(try OwnWorkbooks.bytes("messy_en.xlsx") == before)
    let old = try Command.run("merge", "one.part", "--history", "h")
    #expect(old.status == 2)
    #expect(old.messages.contains("dealbook nightly join"))
  }
}
