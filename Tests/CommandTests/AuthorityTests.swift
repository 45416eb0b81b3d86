// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct `Who may speak on a night` {
  private static let off = """
    extends: key-account
    rules:
      DEA-005: off
    """
  private static let waivers = "waivers:\n  - rule: DEA-005\n    reason: x\n    expires: 2026-12-31\n"

  private static func write(_ text: String, _ name: String, in folder: NightFolder) throws {
    try Data(text.utf8).write(to: folder.url.appending(path: name))
  }

  @Test func `a playbook and waivers among the workbooks are ignored, and every output names them and the option`()
    throws
  {
    let folder = try NightFolder(["sub/a.xlsx": "messy_en.xlsx"])
    let forms = ["jsonl", "csv", "sarif", "junit", "prometheus", "markdown"]
    let flags = forms.flatMap { ["--\($0)", folder.path("night.\($0)")] } + ["--html", folder.path("html")]
    let plain = try folder.night("2025-06-30", ["-q"])
    #expect(plain.status == 1)
    let findings = try folder.findings("new")
    try Self.write(Self.off, "team/dealbook.yaml", in: folder)
    try Self.write(Self.waivers, "team/sub/dealbook-waivers.yaml", in: folder)
    let night = try folder.night("2025-07-01", flags + ["-q", "--history", folder.path("h.sqlite")])
    #expect(
      try folder.findings("new").filter { $0.hasPrefix("DEA-005") } == findings.filter { $0.hasPrefix("DEA-005") })
    let names = forms.map { "night.\($0)" } + ["night.json", "html/index.html"]
    for (name, text) in try names.map({ ($0, String(decoding: try folder.bytes($0), as: UTF8.self)) })
      + [("standard output", night.output)]
    {
      #expect(text.contains("team/dealbook.yaml") || text.contains("team\\/dealbook.yaml"), "\(name)")
      #expect(text.contains("sub/dealbook-waivers.yaml") || text.contains("sub\\/dealbook-waivers.yaml"), "\(name)")
      #expect(text.contains("built-in"), "\(name)")
      if name != "night.prometheus", name != "night.jsonl", name != "night.json" {
        #expect(text.contains("--trust-found"), "\(name)")
      }
    }
  }

  @Test func `what lies beside the history is in force where only the user may write it, and is named with its hash`()
    throws
  {
    let folder = try NightFolder(["a.xlsx": "messy_en.xlsx"])
    _ = try folder.night("2025-06-30")
    let before = try folder.findings("new").filter { $0.hasPrefix("DEA-005") }
    try Self.write(Self.off, "dealbook.yaml", in: folder)
    let second = try folder.night("2025-06-30")
    #expect(second.output.contains("playbook in force: "))
    #expect(second.output.contains("/dealbook.yaml (sha256 "))
    // The rule has been switched off, which fixes nothing.
    #expect(try folder.findings("fixed").isEmpty)
    #expect(try folder.findings("no longer asked") == before)
    #expect(!before.isEmpty)
    unsafe chmod(folder.path("dealbook.yaml"), 0o666)
    let third = try folder.night("2025-07-01")
    #expect(third.output.contains("playbook ignored: "))
    #expect(try folder.findings("reopened").filter { $0.hasPrefix("DEA-005") } == before)
  }

  @Test func `a pipe in the place of a playbook or of waivers is waited for by nobody`() throws {
    let folder = try NightFolder(["a.xlsx": "messy_en.xlsx"])
    unsafe mkfifo(folder.path("dealbook.yaml"), 0o600)
    unsafe mkfifo(folder.path("dealbook-waivers.yaml"), 0o600)
    let night = try folder.night("2025-06-30")
    #expect(night.status == 1)
    #expect(night.output.contains("waivers ignored: "))
    #expect(try folder.night("2025-06-30", "--playbook", folder.path("dealbook.yaml")).status == 2)
    #expect(try folder.night("2025-06-30", "--waivers", folder.path("dealbook-waivers.yaml")).status == 2)
  }

  @Test func `check goes by a playbook above the workbook that only the user may write, and names it either way`()
    throws
  {
    let folder = try NightFolder(["sub/a.xlsx": "messy_en.xlsx"])
    let book = folder.path("team/sub/a.xlsx")
    func count() throws -> (Int, String) {
      let outcome = try Command.run("check", book, "--as-of", "2025-06-30", "--fail-on", "never")
      return (outcome.output.split(separator: "\n").count { $0.contains("DEA-005") }, outcome.messages)
    }
    let all = try count().0
    #expect(all > 0)
    try Self.write(Self.off, "team/dealbook.yaml", in: folder)
    let own = try count()
    #expect(own.0 == 0)
    #expect(own.1.contains("going by the playbook") && own.1.contains("sha256"))
    unsafe chmod(folder.path("team/dealbook.yaml"), 0o646)
    let foreign = try count()
    #expect(foreign.0 == all)
    #expect(foreign.1.contains("ignored: it is somebody else's, or others may write to it"))
  }
}
