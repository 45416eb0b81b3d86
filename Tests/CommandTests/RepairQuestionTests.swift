// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import DealbookCommand

@Suite struct `A repair that changes more than check says` {
  @Test func `is one with cells beyond the findings`() {
    #expect(RepairQuestion.surplus(repaired: 120, recalculated: 0, announced: 112) == 8)
    #expect(RepairQuestion.surplus(repaired: 3, recalculated: 2, announced: 3) == 2)
    #expect(RepairQuestion.surplus(repaired: 3, recalculated: 0, announced: 5) == 0)
  }

  /// Nobody could answer.
  @Test func `asks nothing where there is no terminal`() throws {
    let output = FileManager.default.temporaryDirectory.appending(path: "repaired-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: output) }
    let outcome = try Command.run("fill", "messy_hant.xlsx", "--repair", "safe", "-o", output.path)
    #expect(outcome.status == 0)
    #expect(FileManager.default.fileExists(atPath: output.path))
    #expect(!outcome.messages.contains("[y/N]"))
  }

  @Test func `shows days as days and headers as the team wrote them`() throws {
    let outcome = try Command.run("fill", "messy_hant.xlsx", "--repair", "safe", "--diff", "--as-of", "2026-03-31")
    #expect(outcome.output.contains("公司名稱: \"海立光電 \" → \"海立光電\""))
    let computed = outcome.output.split(separator: "\n").filter { $0.contains("客戶名單!") && $0.contains("  =") }
    #expect(computed.contains { $0.contains("→ 2026-") })
    #expect(!computed.contains { $0.contains("→ 461") })
  }
}
