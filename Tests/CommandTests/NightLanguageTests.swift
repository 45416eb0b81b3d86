// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct `A night over workbooks of several languages` {
  /// Whether a text holds Chinese characters.
  private static func isChinese(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  private func messages(_ folder: NightFolder) throws -> [(file: String, message: String)] {
    let night = try JSONSerialization.jsonObject(with: Data(folder.bytes("night.json"))) as? [String: Any]
    let findings = try #require(night?["findings"] as? [[String: Any]])
    return findings.map { ($0["file"] as? String ?? "", $0["message"] as? String ?? "") }
  }

  @Test func `speaks that of most of them from the second night on, and goes on in it`() throws {
    let folder = try NightFolder([
      "a.xlsx": "messy_hant.xlsx", "b.xlsx": NightFolder.golden, "c.xlsx": "golden/inputs_en.xlsx",
    ])
    _ = try folder.night("2026-03-31", "--markdown", folder.path("night.md"))
    #expect(String(decoding: try folder.bytes("night.md"), as: UTF8.self).contains("已檢查 **3** 份工作簿"))
    // The first night knows the language of most only when it has read them all.
    #expect(try messages(folder).filter { $0.file == "c.xlsx" }.contains { !Self.isChinese($0.message) })
    _ = try folder.night("2026-04-01")
    let told = try messages(folder).filter { $0.file == "c.xlsx" }
    #expect(!told.isEmpty && told.allSatisfy { Self.isChinese($0.message) })
    // A single English workbook left does not make the history change its language.
    try FileManager.default.removeItem(atPath: folder.path("team/a.xlsx"))
    try FileManager.default.removeItem(atPath: folder.path("team/b.xlsx"))
    _ = try folder.night("2026-04-02")
    #expect(try messages(folder).filter { $0.file == "c.xlsx" }.allSatisfy { Self.isChinese($0.message) })
    // Who asks for a language gets it, that night.
    _ = try folder.night("2026-04-03", "--language", "en")
    #expect(try messages(folder).filter { $0.file == "c.xlsx" }.contains { !Self.isChinese($0.message) })
    _ = try folder.night("2026-04-04")
    #expect(try messages(folder).filter { $0.file == "c.xlsx" }.allSatisfy { Self.isChinese($0.message) })
  }
}
