// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TestSupport
import Testing

/// A folder with copies of our own workbooks, for running nights with the built command.
final class NightFolder {
  static let golden = "golden/inputs_hant.xlsx"

  let url: URL

  init(_ books: [String: String]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "dealbook-night-\(UUID().uuidString)")
    for (name, source) in books {
      let place = url.appending(path: "team/\(name)")
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(OwnWorkbooks.bytes(source)).write(to: place)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url.appending(path: name))) }

  func night(_ asOf: String, _ more: String...) throws -> Command.Outcome { try night(asOf, more) }

  func night(_ asOf: String, _ more: [String]) throws -> Command.Outcome {
    try Command.run(["nightly", path("team"), "--as-of", asOf, "--settle", "0", "--json", path("night.json")] + more)
  }

  /// `DEA-008 D011` for each finding in a state.
  func findings(_ state: String) throws -> [String] {
    let night = try JSONSerialization.jsonObject(with: Data(bytes("night.json"))) as? [String: Any]
    let findings = try #require(night?["findings"] as? [[String: Any]])
    return findings.filter { $0["state"] as? String == state }.map { "\($0["rule"] ?? "") \($0["rowId"] ?? "")" }
      .sorted()
  }
}

enum FileStampReader {
  /// When a file was last written, in nanoseconds.
  static func modified(_ path: String) -> [Int] {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return [] }
    return [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
  }
}
