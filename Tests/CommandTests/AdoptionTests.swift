// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// A folder with the workbooks of two teams.
@Suite struct `Adopting a second workbook` {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "dealbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ name: String, _ tab: String, _ headers: [PlainWorkbook.Cell]) throws -> String {
    let rows = (0..<8).map { row -> [PlainWorkbook.Cell] in
      [
        .text("Project \(row)"), .text("Customer \(row)"), .number(Double(row + 1) * 1000),
        .text(["Proposal", "Negotiation", "Won"][row % 3]), .date(46_100 + row),
      ]
    }
    let path = folder.appending(path: name).path
    try Data(PlainWorkbook([.init(tab, [headers] + rows)]).bytes()).write(to: URL(filePath: path))
    return path
  }

  private var playbook: String? { try? String(contentsOf: folder.appending(path: "dealbook.yaml"), encoding: .utf8) }

  @Test func `in a folder whose playbook is another's asks for a name of its own`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try write("north.xlsx", "Pipeline", ["Opportunity", "Account", "Amount", "Stage", "Close date"])
    #expect(try Command.run("adopt", first, "--yes", "--language", "en").status == 0)
    let before = try #require(playbook)
    let second = try write("south.xlsx", "Projekte", ["Projekt", "Kunde", "Betrag", "Phase", "Abschlussdatum"])
    for arguments in [["adopt", second], ["adopt", second, "--yes"]] {
      let told = try Command.run(arguments + ["--language", "en"])
      #expect(told.status != 0)
      #expect(told.messages.contains("is the playbook of another workbook (sheets: Pipeline)"))
      #expect(told.messages.contains("-o"))
    }
    #expect(playbook == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
    let own = folder.appending(path: "south.yaml").path
    #expect(try Command.run("adopt", second, "--yes", "-o", own, "--language", "en").status == 0)
    #expect(playbook == before && FileManager.default.fileExists(atPath: own))
  }

  @Test func `of the same team, exported anew under another tab's name, goes on with its playbook`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let headers: [PlainWorkbook.Cell] = ["Opportunity", "Account", "Amount", "Stage", "Close date"]
    #expect(try Command.run("adopt", write("a.xlsx", "Pipeline", headers), "--yes").status == 0)
    #expect(try Command.run("adopt", write("b.xlsx", "Export 2026", headers), "--yes").status == 0)
  }

  @Test func `once more keeps what the first time decided of columns that are missing`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let headers: [PlainWorkbook.Cell] = ["Opportunity", "Account", "Amount", "Stage", "Close date"]
    #expect(try Command.run("adopt", write("a.xlsx", "Pipeline", headers), "--yes").status == 0)
    var changed = headers
    changed[1] = "Customer"
    #expect(try Command.run("adopt", write("a.xlsx", "Pipeline", changed), "--yes").status == 0)
    #expect(try #require(playbook).contains("deal_id: {required: no}"))
    let check = try Command.run("check", folder.appending(path: "a.xlsx").path, "--language", "en")
    #expect(!check.output.contains("WBK-002"))
  }
}
