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

  @Test
  func `has its digest in that of most of them, and each finding in that of its workbook unless one is asked for`()
    throws
  {
    let folder = try NightFolder([
      "a.xlsx": "messy_hant.xlsx", "b.xlsx": NightFolder.golden, "c.xlsx": "golden/inputs_en.xlsx",
    ])
    _ = try folder.night("2026-03-31", "--markdown", folder.path("night.md"))
    #expect(String(decoding: try folder.bytes("night.md"), as: UTF8.self).contains("已檢查 **3** 份工作簿"))
    #expect(try messages(folder).filter { $0.file == "c.xlsx" }.contains { !Self.isChinese($0.message) })
    _ = try folder.night("2026-04-01", "--language", "zh-Hant")
    let told = try messages(folder).filter { $0.file == "c.xlsx" }
    #expect(!told.isEmpty && told.allSatisfy { Self.isChinese($0.message) })
  }
}
