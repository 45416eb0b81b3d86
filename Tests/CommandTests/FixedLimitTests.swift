// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct `What the command says of options` {
  @Test func `the limit on arrays is listed with the others, and nobody is told that there is none`() throws {
    #expect(try Command.run(["limits"], environment: ["LC_ALL": "C"]).output.contains("array-cells\t8000000\tfixed\n"))
    #expect(try Command.run(["limits", "--format", "json"]).output.contains("\"array-cells\":8000000"))
    let refused = try Command.run(["limits", "--limit", "array-cells=5"], environment: ["LC_ALL": "C"])
    #expect(refused.status == 2 && refused.messages.contains("array-cells is fixed at 8000000"))
  }

  @Test(arguments: [
    ("en", "dealbook.yaml beside the history"), ("zh-Hant", "用歷史檔旁邊"), ("zh-Hans", "用历史文件旁边"),
  ])
  func `the playbook of a night is looked for beside its history`(_ language: String, _ place: String) throws {
    let page = try Command.run(["nightly", "--help", "--language", language], environment: ["COLUMNS": "80"]).output
    let parts = page.components(separatedBy: "--playbook <FILE>")
    try #require(parts.count == 2)
    let option = parts[1].components(separatedBy: "--as-of <")[0].split(whereSeparator: \.isWhitespace)
    #expect(option.joined(separator: language == "en" ? " " : "").contains(place))
  }

  @Test(arguments: [("GEN7", "GEN-007"), ("DEA4", "DEA-004")])
  func `a rule without its hyphen is told with it`(_ typed: String, _ rule: String) throws {
    let refused = try Command.run(["explain", typed, "--language", "en"], environment: ["LC_ALL": "C"])
    #expect(refused.status != 0 && refused.messages.contains("did you mean ‘\(rule)’?"))
  }
}
