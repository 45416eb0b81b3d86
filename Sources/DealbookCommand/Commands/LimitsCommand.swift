// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Base
import Isolation
import Spreadsheet

struct LimitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limits",
    abstract: "Print the limits in force: how much a file may ask of the machine.",
    discussion: """
      Example:
        dealbook limits --limits untrusted --limit entries=500

      Each name with a number is one for --limit NAME=VALUE. A file that exceeds one ends with exit code 3. The last lines \
      say what this system holds workers to.
      """)

  @Option(help: ArgumentHelp("Form of the results.", valueName: "text|json"))
  var format: OutputFormat = .text

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let limits = try reading.resolved()
    let workerLimits = try reading.workerLimits()
    let rows =
      Limits.named.map { ($0.name, limits[keyPath: $0.limit]) }
      + WorkerLimits.named.map { ($0.name, workerLimits[keyPath: $0.limit]) }
    switch format {
    case .text:
      for (name, value) in rows { StandardOutput.write("\(name)\t\(value)\n") }
      for (name, value) in WorkerReach.told { StandardOutput.write("\(name)\t\(value)\n") }
    case .json:
      var json = JSONText()
      json.object { json in
        for (name, value) in rows { json.field(name, value) }
        for (name, value) in WorkerReach.told { json.field(name, value) }
      }
      json.newline()
      StandardOutput.write(json.bytes)
    }
  }
}
