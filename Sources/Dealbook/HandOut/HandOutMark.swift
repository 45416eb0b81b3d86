// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The origin of a handed-out copy, recorded on the hidden sheet `_meta`.
struct HandOutMark: Sendable {
  static let originKey = "handout.origin"
  static let ownerKey = "handout.owner"
  static let redactedKey = "handout.redacted"
  static let rowsKey = "handout.rows."
  static let ownKey = "handout.own."
  /// A cell can hold 32,767 characters.
  private static let longest = 30_000

  /// Identifies the state of the workbook that was handed out.
  let origin: String
  let owner: String
  /// By prefix, the keys of the rows in the copy,
  var rows: [String: Set<String>]
  /// and of those among them that are the person's own.
  var own: [String: Set<String>]
  /// Whether cells with personal data were emptied in other people's rows.
  let isRedacted: Bool

  init(origin: String, owner: String, rows: [String: Set<String>], own: [String: Set<String>], isRedacted: Bool) {
    (self.origin, self.owner, self.rows, self.own, self.isRedacted) = (origin, owner, rows, own, isRedacted)
  }

  /// Nil for a workbook that was not handed out.
  init?(_ workbook: Workbook) throws(SpreadsheetError) {
    guard let entries = try MetaSheet(workbook)?.entries, let origin = entries[Self.originKey]?.text else { return nil }
    func keys(_ start: String) -> [String: Set<String>] {
      var rows: [String: Set<String>] = [:]
      for (key, value) in entries where key.hasPrefix(start) {
        guard let prefix = key.dropFirst(start.count).split(separator: ".").first.map(String.init) else { continue }
        rows[prefix, default: []].formUnion((value.text ?? "").split(separator: "\n").map(String.init))
      }
      return rows
    }
    self.init(
      origin: origin, owner: entries[Self.ownerKey]?.text ?? "", rows: keys(Self.rowsKey), own: keys(Self.ownKey),
      isRedacted: entries[Self.redactedKey] != nil)
  }

  /// As entries of `_meta`.
  var entries: [(key: String, value: CellValue)] {
    var entries: [(key: String, value: CellValue)] = [
      (Self.originKey, .text(origin)), (Self.ownerKey, .text(owner)),
    ]
    if isRedacted { entries.append((Self.redactedKey, .number(1))) }
    for (start, keys) in [(Self.rowsKey, rows), (Self.ownKey, own)] {
      for (prefix, all) in keys.sorted(by: { $0.key < $1.key }) {
        var chunk = ""
        var number = 1
        for key in all.sorted() {
          if chunk.utf16.count + key.utf16.count > Self.longest {
            entries.append(("\(start)\(prefix).\(number)", .text(chunk)))
            (chunk, number) = ("", number + 1)
          }
          chunk += chunk.isEmpty ? key : "\n" + key
        }
        if !chunk.isEmpty { entries.append(("\(start)\(prefix).\(number)", .text(chunk))) }
      }
    }
    return entries
  }
}
