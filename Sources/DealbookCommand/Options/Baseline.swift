// SPDX-License-Identifier: Apache-2.0

import Dealbook
internal import Foundation
internal import Isolation
internal import Nightly
import Playbook
import Spreadsheet

/// The findings of an earlier check, from its JSON.
enum Baseline {
  /// How often the file had each finding.
  ///
  /// The JSON may contain the results of many workbooks, one object after the other. Those with the same path count or, if
  /// there are none, those with the same file name.
  static func read(_ path: String, for file: String) throws(Failure) -> [FindingIdentity: Int] {
    let bytes: [UInt8]
    do { bytes = try FileSnapshot.read(path).bytes } catch {
      // A file that is not there is an input that cannot be read.
      throw Failure(.unreadable, Spoken.words.at("--only-new", Spoken.words.text(error)))
    }
    var results: [(file: String, findings: [[String: Any]])] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let value = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] else {
        throw Failure(
          .usage,
          Spoken.words(
            "--only-new \(path)：應為「dealbook check --format json」的輸出，一行一個物件",
            "--only-new \(path): expected the output of ‘dealbook check --format json’, one object a line"))
      }
      // If the workbook could not be checked, there is an error instead of findings.
      guard let name = value["file"] as? String, let findings = value["findings"] as? [[String: Any]] else { continue }
      results.append((name, findings))
    }
    let result = results.first { $0.file == file } ?? results.first { Self.name($0.file) == Self.name(file) }
    guard let result else {
      let names = results.map(\.file).joined(separator: ", ")
      throw Failure(
        .usage,
        Spoken.words("--only-new \(path)：裡面沒有 \(file) 的結果", "--only-new \(path): no findings of \(file) in it")
          + (names.isEmpty ? "" : Spoken.words("，只有 \(names) 的", ", only of \(names)")))
    }
    var known: [FindingIdentity: Int] = [:]
    for finding in result.findings {
      func text(_ key: String) -> String { finding[key] as? String ?? "" }
      let identity = FindingIdentity(
        rule: text("rule"), sheet: text("sheet"), rowID: text("rowId"), column: text("column"),
        row: finding["row"] as? Int ?? 0)
      known[identity, default: 0] += 1
    }
    return known
  }

  private static func name(_ path: String) -> Substring { path.split(separator: "/").last ?? path[...] }
}
