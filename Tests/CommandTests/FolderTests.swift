// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Within a module, the compiler lets every file use every other. This test keeps folders apart.
@Suite struct `The folders of a module` {
  private static let sources = OwnWorkbooks.folder.deletingLastPathComponent().appending(path: "Sources")

  /// The Swift files of a module by folder, without comments.
  private static func files(of module: String) throws -> [(folder: String, name: String, text: Substring)] {
    let root = sources.appending(path: module).path
    let found = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    return try found.filter { $0.hasSuffix(".swift") && $0.contains("/") }.sorted().map { path in
      let text = try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
      let code = text.replacing(/\/\/.*/, with: "")
      return (String(path.prefix { $0 != "/" }), path, code[...])
    }
  }

  /// For each folder, the other folders whose types it uses, with an example of each.
  private static func uses(in module: String) throws -> [String: [String: String]] {
    let files = try files(of: module)
    #expect(files.count > 10)
    // Find where each type is declared. Names declared in two folders are ignored.
    let declaration =
      /^(?:@\w+ +)*(?:(?:public|package|final|indirect) +)*(?:struct|class|enum|protocol|typealias) +(\w+)/
      .anchorsMatchLineEndings()
    var homes: [String: Set<String>] = [:]
    for file in files {
      for match in file.text.matches(of: declaration) { homes[String(match.1), default: []].insert(file.folder) }
    }
    var uses: [String: [String: String]] = [:]
    for file in files {
      // Of `Type.member` only the type may be declared elsewhere in the module.
      let words = file.text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
        .map { $0.prefix { $0 != "." } }
      for word in Set(words).sorted() {
        guard let home = homes[String(word)], home.count == 1, let other = home.first, other != file.folder else {
          continue
        }
        uses[file.folder, default: [:]][other] = "\(file.name) uses \(word) of \(other)"
      }
    }
    return uses
  }

  @Test(arguments: ["Zip", "XML", "Spreadsheet"])
  func `use the types of those below them, and never of one that uses theirs`(module: String) throws {
    #expect(try Self.circle(in: Self.uses(in: module)) == nil)
  }

  @Test func `of the night do not use what renders it`() throws {
    let uses = try Self.uses(in: "Nightly")
    #expect(uses["Render"]?.isEmpty == false)
    #expect(uses.values.compactMap { $0["Render"] } == [])
  }

  /// Describes a path from a folder back to itself; nil if there is none.
  private static func circle(in uses: [String: [String: String]]) -> String? {
    var done: Set<String> = []
    var way: [String] = []
    func follow(_ folder: String) -> String? {
      if let start = way.firstIndex(of: folder) {
        let circle = way[start...] + [folder]
        return zip(circle, circle.dropFirst()).compactMap { uses[$0]?[$1] }.joined(separator: "; ")
      }
      guard done.insert(folder).inserted else { return nil }
      way.append(folder)
      defer { way.removeLast() }
      for other in (uses[folder] ?? [:]).keys.sorted() {
        if let circle = follow(other) { return circle }
      }
      return nil
    }
    for folder in uses.keys.sorted() {
      if let circle = follow(folder) { return circle }
    }
    return nil
  }
}
