// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import DealbookCommand

@Suite struct `The examples` {
  /// The lines of a help text that begin with `dealbook`, with continuation lines joined.
  private static func commands(in text: String, prompt: String) -> [String] {
    var commands: [String] = []
    var open = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.trimmingCharacters(in: .whitespaces)
      let indent = line.prefix { $0 == " " }.count
      // Deeper indentation belongs to the descriptions of options.
      guard !open.isEmpty || indent <= 4 && words.hasPrefix(prompt + "dealbook ") else { continue }
      let part = open.isEmpty ? String(words.dropFirst(prompt.count)) : words
      if part.hasSuffix("\\") {
        open += part.dropLast() + " "
      } else {
        commands.append(open + part)
        open = ""
      }
    }
    return commands
  }

  /// Runs all lines in one shell and folder, like somebody who pastes them, and returns those that fail.
  private static func failures(_ commands: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "examples-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: OwnWorkbooks.folder, to: folder.appending(path: "workbooks"))
    var failures: [String] = []
    for command in commands {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "( \(command) ) >out.txt 2>err.txt"]
      process.currentDirectoryURL = folder
      let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
      process.environment = ProcessInfo.processInfo.environment.merging([
        "PATH": Command.executable.deletingLastPathComponent().path + ":" + path
      ]) { $1 }
      try process.run()
      process.waitUntilExit()
      // Findings are a result, not a failure.
      if ![0, 1].contains(process.terminationStatus) {
        let said = (try? String(contentsOf: folder.appending(path: "err.txt"), encoding: .utf8)) ?? ""
        failures.append("\(command): \(process.terminationStatus) \(said.prefix(300))")
      }
    }
    return failures
  }

  private static func leaves(_ command: any ParsableCommand.Type, _ path: [String]) -> [[String]] {
    let subcommands = command.configuration.subcommands
    return [path] + subcommands.flatMap { leaves($0, path + [$0.configuration.commandName ?? ""]) }
  }

  @Test func `of the help work as they stand`() throws {
    var commands: [String] = []
    for path in Self.leaves(DealbookCommand.self, []) {
      let help = try Command.run(path + ["--help"])
      #expect(help.status == 0, "\(path)")
      commands += Self.commands(in: help.output, prompt: "")
    }
    #expect(commands.count >= 15)
    let failures = try Self.failures(commands)
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  @Test func `of README and the documents work as they stand`() throws {
    let root = OwnWorkbooks.folder.deletingLastPathComponent()
    let pages = try FileManager.default.contentsOfDirectory(
      at: root.appending(path: "documents"), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
    var commands: [String] = []
    for page in [root.appending(path: "README.md")] + pages {
      commands += Self.commands(in: try String(contentsOf: page, encoding: .utf8), prompt: "$ ")
    }
    #expect(commands.count >= 8)
    let failures = try Self.failures(commands)
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }
}
