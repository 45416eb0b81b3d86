// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Checks the files around the sources.
@Suite struct `The repository` {
  private static let root = OwnWorkbooks.folder.deletingLastPathComponent()

  private struct Resolved: Decodable {
    struct Pin: Decodable {
      struct State: Decodable { let version: String? }
      let identity: String
      let state: State
    }
    let pins: [Pin]
  }

  @Test func `was built with the versions that it lists as tested`() throws {
    let list = try String(contentsOf: Self.root.appending(path: "Scripts/tested-versions"), encoding: .utf8)
    let tested = list.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    let resolved = try JSONDecoder().decode(
      Resolved.self, from: Data(contentsOf: Self.root.appending(path: "Package.resolved")))
    #expect(tested == resolved.pins.map { "\($0.identity) \($0.state.version ?? "no version")" }.sorted())
  }

  @Test func `has no link in its pages that leads nowhere`() throws {
    var pages = try Self.pages(in: Self.root, deep: false)
    for folder in ["documents", "workbooks", "Sources"] {
      pages += try Self.pages(in: Self.root.appending(path: folder), deep: true)
    }
    #expect(pages.count > 20)
    for page in pages {
      let text = try String(contentsOf: page, encoding: .utf8)
      for link in text.matches(of: /\]\(([^)\s#:]+)(?:#[^)]*)?\)/).map(\.1) {
        let target = page.deletingLastPathComponent().appending(path: String(link)).standardizedFileURL
        #expect(FileManager.default.fileExists(atPath: target.path), "\(page.lastPathComponent): \(link)")
      }
    }
  }

  @Test func `says in every Swift file under which licence it is`() throws {
    var files = 0
    for folder in ["Sources", "Tests"] {
      let found = FileManager.default.enumerator(at: Self.root.appending(path: folder), includingPropertiesForKeys: nil)
      for file in found?.allObjects as? [URL] ?? [] where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.hasPrefix("// SPDX-License-Identifier: Apache-2.0\n"), "\(file.path)")
        files += 1
      }
    }
    #expect(files > 500)
  }

  /// The inner loop of inflating is unrolled by hand.
  private static let unrolled = ["Zip/Inflate/BlockCodes+Inflate.swift"]

  @Test func `says no six lines of logic twice`() throws {
    let sources = Self.root.appending(path: "Sources").path
    let paths = FileManager.default.enumerator(atPath: sources)?.allObjects as? [String] ?? []
    var places: [[String]: String] = [:]
    var repetitions: [String] = []
    for path in paths.sorted() where path.hasSuffix(".swift") && !path.contains("/Embedded/") {
      if Self.unrolled.contains(path) { continue }
      let lines = Self.logic(of: try String(contentsOfFile: "\(sources)/\(path)", encoding: .utf8))
      guard lines.count >= 6 else { continue }
      for start in 0...lines.count - 6 {
        let place = "\(path):\(lines[start].number)"
        if let other = places.updateValue(place, forKey: lines[start..<start + 6].map(\.text)) {
          repetitions.append("\(other) and \(place)")
        }
      }
    }
    #expect(places.count > 10_000)
    #expect(repetitions == [])
  }

  private static let modifiers: Set<String> = [
    "public", "package", "internal", "private", "fileprivate", "static", "private(set)",
  ]

  /// The lines of a file, by their numbers, that do something: without comments, imports, attributes, brackets alone and the
  /// declarations of stored properties.
  private static func logic(of text: String) -> [(number: Int, text: String)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
      let line = line.trimmingCharacters(in: .whitespaces)
      guard line.contains(where: { $0.isLetter || $0.isNumber }), !line.hasPrefix("//"), !line.hasPrefix("@") else {
        return nil
      }
      let words = line.split(separator: " ").drop { modifiers.contains(String($0)) }
      if words.first == "import" { return nil }
      let isStored = (words.first == "let" || words.first == "var") && words.dropFirst().first?.hasSuffix(":") == true
      if isStored, !line.contains("="), !line.contains("{") { return nil }
      return (number + 1, line)
    }
  }

  private static func pages(in folder: URL, deep: Bool) throws -> [URL] {
    let options: FileManager.DirectoryEnumerationOptions = deep ? [] : [.skipsSubdirectoryDescendants]
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil, options: options)
    return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
  }
}
