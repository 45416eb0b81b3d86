// SPDX-License-Identifier: Apache-2.0

import Foundation
import Playbook
import Testing

@testable import Nightly

/// A folder for one test, deleted afterwards.
final class TemporaryFolder {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "dealbook-nightly-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func write(_ name: String, _ text: String = "") throws {
    let place = url.appending(path: name)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }
}

/// Nights over made-up workbooks with a common history.
struct Nights {
  let folder: TemporaryFolder
  var waivers = Waivers.none
  var keep = 10

  init() throws { folder = try TemporaryFolder() }

  var history: String { folder.path("history.sqlite") }

  func run(_ asOf: String, _ results: FileResult...) throws -> NightlyRun { try run(asOf, results) }

  func run(_ asOf: String, _ results: [FileResult]) throws -> NightlyRun {
    let terms = NightlyRun.Terms(asOf: asOf, version: "test", waivers: waivers, keep: keep)
    return try NightlyRun.conclude(RunResults(results), history: history, terms: terms) { _ in 0 }
  }
}

extension FileResult {
  /// A checked workbook whose bytes depend on its findings.
  static func book(_ path: String, _ findings: ObservedFinding..., deals: [Deal] = []) -> FileResult {
    let observation = Observation(
      asOf: "", language: "en", playbook: "key-account", rows: 1, sheets: 1, findings: findings, deals: deals,
      payments: [], renewals: [], targets: [], renewalWarning: 90, confidence: 0.8)
    let hash = SHA256.hex(observation.json)
    return FileResult(path: path, outcome: .checked, sha256: hash, key: hash, observation: observation)
  }

  static func unreadable(_ path: String) -> FileResult { FileResult(path: path, outcome: .unreadable, why: "broken") }
}

extension ObservedFinding {
  static func of(
    _ rule: String, _ rowId: String, nth: Int = 0, row: Int = 5, message: String = "is wrong", owner: String = "Li",
    severity: String = "error"
  ) -> ObservedFinding {
    ObservedFinding(
      rule: rule, severity: severity, sheet: "Deals", prefix: "de", cell: "I\(row)", row: row, rowId: rowId,
      column: "amount", nth: nth, found: "-5", repair: nil, message: message, owner: owner)
  }
}

extension NightlyRun {
  /// The output of the option with this name.
  var json: [UInt8] {
    var bytes: [UInt8] = []
    let sink = ByteSink { bytes += $0 }
    writeJSON(to: sink)
    sink.flush()
    return bytes
  }

  func html(_ language: Language) throws -> [(name: String, bytes: [UInt8])] {
    var pages: [(name: String, bytes: [UInt8])] = []
    try forEachPage(language) { (name, bytes) throws(NightlyError) in pages.append((name, bytes)) }
    return pages
  }

  func index(_ language: Language = .english) throws -> String {
    try html(language).last { $0.name == "index.html" }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  /// `b.xlsx DEA-004 D001 new`, in order.
  var states: [String] { findings.map { "\($0.file) \($0.finding.rule) \($0.finding.rowId) \($0.state.rawValue)" } }
}
