// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Base
import Isolation
import Playbook
import Spreadsheet

struct LimitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limits",
    abstract: "Print the current limits: how many resources a file may use.",
    discussion: """
      Example:
        dealbook limits --limits untrusted --limit entries=500

      Each name with a number can be set with --limit NAME=VALUE. A file that exceeds a limit ends with exit code 3. \
      The last lines say how this system confines the processes that work on files.
      """)

  @Option(help: ArgumentHelp("Format of the results.", valueName: "text|json"))
  var format: OutputFormat = .text

  @OptionGroup var reading: ReadingOptions

  private static let confinement = PhraseBook([
    "confined (seccomp)": "受限制（seccomp）", "confined (landlock {version})": "受限制（landlock {version}）",
    "not confined: this kernel has no seccomp": "不受限制：系統核心沒有 seccomp",
    "not confined: this kernel has no landlock": "不受限制：系統核心沒有 landlock",
  ])

  /// How this system confines workers, in the language of whoever reads it.
  private static func told(_ value: String) -> String {
    confinement.said(value, in: Spoken.words.language) ?? value
  }

  func run() throws {
    let limits = try reading.resolved()
    let workerLimits = try reading.workerLimits()
    let rows =
      Limits.named.map { ($0.name, limits[keyPath: $0.limit]) }
      + WorkerLimits.named.map { ($0.name, workerLimits[keyPath: $0.limit]) }
    switch format {
    case .text:
      for (name, value) in rows { StandardOutput.write("\(name)\t\(value)\n") }
      for (name, value) in Limits.fixed {
        StandardOutput.write("\(name)\t\(value)\t" + Spoken.words("不能改", "fixed") + "\n")
      }
      for (name, value) in WorkerReach.told { StandardOutput.write("\(name)\t\(Self.told(value))\n") }
    case .json:
      var json = JSONText()
      json.object { json in
        for (name, value) in rows { json.field(name, value) }
        for (name, value) in Limits.fixed { json.field(name, value) }
        for (name, value) in WorkerReach.told { json.field(name, value) }
      }
      json.newline()
      StandardOutput.write(json.bytes)
    }
  }
}
