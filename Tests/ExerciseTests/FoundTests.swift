// SPDX-License-Identifier: Apache-2.0

import Exercise
import Foundation
import Testing

/// Inputs once found by a fuzzer are tested forever.
@Suite struct `An input that a fuzzer found` {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fuzz/found")

  static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test(arguments: names)
  func `ends in an answer`(name: String) throws {
    let kind = try #require(Exercise(rawValue: String(name.prefix { $0 != "-" })))
    // A bug would end the process.
    _ = kind.run([UInt8](try Data(contentsOf: Self.folder.appending(path: name))))
  }
}
