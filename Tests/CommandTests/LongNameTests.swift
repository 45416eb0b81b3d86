// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct `Nights over long names` {
  @Test func `what the history knows of many long names never stops a night, whatever a worker's result may be`() throws
  {
    let deep = Array(repeating: String(repeating: "d", count: 240), count: 14).joined(separator: "/")
    var books: [String: String] = [:]
    for number in 0..<12 { books["\(deep)/\(number).xlsx"] = "deals_hans.xlsx" }
    let folder = try NightFolder(books)
    #expect([0, 1].contains(try folder.night("2025-06-28", "-q").status))
    // Less than the names take together, and more than any result.
    let second = try folder.night("2025-06-29", "-q", "--limit", "worker-output=60KiB")
    #expect([0, 1].contains(second.status), "\(second.messages)")
    #expect(second.messages.isEmpty)
  }

  @Test func `a link to a playbook out of the folder of the night is not followed, even if what was found is trusted`()
    throws
  {
    let folder = try NightFolder(["sub/a.xlsx": "messy_en.xlsx", "b.xlsx": "messy_en.xlsx"])
    try Data("salary: 123456\n".utf8).write(to: folder.url.appending(path: "secret.yaml"))
    for target in [folder.path("secret.yaml"), "/"] {
      let link = folder.path("team/sub/dealbook.yaml")
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
      defer { try? FileManager.default.removeItem(atPath: link) }
      let night = try folder.night("2025-06-30", "--trust-found")
      #expect(night.status == 3)
      let report = String(decoding: try folder.bytes("night.json"), as: UTF8.self)
      #expect(!(report + night.output + night.messages).contains("salary"))
      #expect(report.contains("the playbook cannot be read"))
    }
  }
}
