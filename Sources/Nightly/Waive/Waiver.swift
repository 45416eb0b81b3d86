// SPDX-License-Identifier: Apache-2.0

/// A finding that the team has looked at and accepts, for a reason and for a time.
public struct Waiver: Hashable, Sendable {
  /// The line of the file at which it begins.
  public var line: Int
  public var rule: String
  /// Each nil one is about any.
  public var file: Glob?
  public var sheet: String?
  public var row: String?
  public var column: String?
  public var reason: String
  /// The last day on which it holds, `2026-12-31`.
  public var expires: String

  /// - Parameter file: the workbook's name in the run.
  func covers(_ finding: ObservedFinding, in file: String) -> Bool {
    func same(_ a: String?, _ b: String...) -> Bool {
      a.map { a in b.contains { $0.lowercased() == a.lowercased() } } ?? true
    }
    return finding.rule == rule && (self.file?.matches(file) ?? true) && same(sheet, finding.sheet, finding.prefix)
      && same(row, finding.rowId) && same(column, finding.column)
  }

  /// As a message names it: `DEA-004 D-006`.
  var title: String { ([rule] + [row, column, sheet, file?.pattern].compactMap(\.self)).joined(separator: " ") }
}

/// The waivers of a team, from `dealbook-waivers.yaml`.
public struct Waivers: Sendable {
  /// The name that is looked for beside the history.
  public static let fileName = Authority.Kind.waivers.fileName

  /// The name of the file in reports.
  public var name: String
  public var waivers: [Waiver]
  /// Of the file's bytes: a night rests on them.
  public var sha256: String
  /// The file as it is; nil when there is none.
  var text: String?

  public static let none = Waivers(name: fileName, waivers: [], sha256: "", text: nil)
}
