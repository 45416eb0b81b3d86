// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Compiles each Swift snippet in doc comments, documentation pages and README as it stands.
@Suite struct `The snippets of the documentation` {
  private struct Snippet {
    let file: String
    let line: Int
    let code: [String]
  }

  private static let root = OwnWorkbooks.folder.deletingLastPathComponent()

  /// The text between ```` ```swift ```` and the end of the code block; in Swift files only within doc comments.
  private static func snippets(in file: URL) throws -> [Snippet] {
    let isSwift = file.pathExtension == "swift"
    let name = String(file.path.dropFirst(root.path.count + 1))
    var found: [Snippet] = []
    var open: (line: Int, code: [String])?
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      var text = Substring(line)
      if isSwift {
        text = text.drop { $0 == " " }
        guard text.hasPrefix("///") else { continue }
        text = text.dropFirst(text.hasPrefix("/// ") ? 4 : 3)
      }
      if let snippet = open {
        if text.hasPrefix("```") {
          found.append(Snippet(file: name, line: snippet.line, code: snippet.code))
          open = nil
        } else {
          open?.code.append(String(text))
        }
      } else if text == "```swift" {
        open = (number + 2, [])
      }
    }
    if let open { Issue.record("\(name):\(open.line): the snippet has no end") }
    return found
  }

  private static func all() throws -> [Snippet] {
    var files = [root.appending(path: "README.md")]
    for folder in ["Sources", "documents"] {
      let names = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
      files += (names?.allObjects as? [URL] ?? []).filter { ["md", "swift"].contains($0.pathExtension) }
    }
    return try files.sorted { $0.path < $1.path }.flatMap(snippets)
  }

  /// A function for each snippet, with what a page takes for granted: a workbook, a team, a path. Each line keeps its line
  /// number, so that the compiler's messages point to the original.
  private static func program(_ snippets: [Snippet]) -> String {
    var imports: Set<String> = ["Calculation", "Dealbook", "Formula", "Foundation", "Playbook", "Spreadsheet"]
    var body = ""
    for (number, snippet) in snippets.enumerated() {
      let isImport = { (line: String) in line.hasPrefix("import ") }
      imports.formUnion(snippet.code.filter(isImport).map { String($0.dropFirst("import ".count)) })
      body += """
        func snippet\(number)(
          book: Workbook, workbook: Workbook, team: BoundWorkbook, export: BoundWorkbook, path: String, output: String,
          index: Int, bytes: [UInt8], today: SerialDate?
        ) async throws {
          var book = book
          var total = 0.0
          do {
        #sourceLocation(file: "\(snippet.file)", line: \(snippet.line))

        """
      for line in snippet.code { body += (isImport(line) ? "" : line) + "\n" }
      body += """
        #sourceLocation()
          }
          _ = (book, total)
        }

        """
    }
    return imports.sorted().map { "import \($0)\n" }.joined() + body
  }

  @Test func `compile as they stand`() throws {
    let snippets = try Self.all()
    #expect(snippets.count >= 30)
    let folder = FileManager.default.temporaryDirectory.appending(path: "snippets-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appending(path: "Snippets.swift")
    try Self.program(snippets).write(to: source, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let products = Command.executable.deletingLastPathComponent()
    let scratch = products.deletingLastPathComponent().deletingLastPathComponent()
    let folders =
      ["CLibXML2", "CZlib", "CFileSystem"].map { Self.root.appending(path: "Sources/\($0)").path }
      + [products.appending(path: "Modules").path]
      + [scratch.appending(path: "checkouts/Yams/Sources/CYaml/include").path]
    let flags = ["-typecheck", "-swift-version", "6", "-suppress-warnings", "-Xcc", "-I/usr/include/libxml2"]
    process.arguments = ["swiftc"] + flags + folders.map { "-I" + $0 } + [source.path]
    let output = Pipe()
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let errors = said.split(separator: "\n").filter { $0.contains(": error:") }
    #expect(
      process.terminationStatus == 0 && errors.isEmpty, "\(errors.joined(separator: "\n"))\n\(said.prefix(2_000))")
  }
}
