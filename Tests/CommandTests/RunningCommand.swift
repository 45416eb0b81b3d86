// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// Runs the built command like a user would.
enum Command {
  struct Outcome {
    var status: Int32
    var output: String
    var messages: String
  }

  /// Tests and products are built into the same folder.
  static var executable: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "dealbook")
  }

  /// Runs `dealbook` with `arguments` in the folder with our own workbooks.
  static func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// - Parameter environment: added to the environment of the tests.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = OwnWorkbooks.folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Use files instead of pipes. A pipe that is not read in time would block the command.
    let files = try ["output", "messages"].map { name in
      let url = FileManager.default.temporaryDirectory.appending(path: "dealbook-\(name)-\(UUID().uuidString)")
      try Data().write(to: url)
      return url
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: texts[0], messages: texts[1])
  }
}
