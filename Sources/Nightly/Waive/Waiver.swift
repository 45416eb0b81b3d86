// SPDX-License-Identifier: Apache-2.0

/// A finding that the team has looked at and accepts, with a reason and an expiry date.
public struct Waiver: Hashable, Sendable {
  /// The line of the file where it begins.
  public var line: Int
  public var rule: String
  /// Nil matches anything, here and in the following.
  public var file: Glob?
  public var sheet: String?
  public var row: String?
  public var column: String?
  public var reason: String
  /// The last day on which it applies, as in `2026-12-31`.
  public var expires: String

  /// - Parameter file: the name of the workbook in the run.
  func covers(_ finding: ObservedFinding, in file: String) -> Bool {
    func same(_ a: String?, _ b: String...) -> Bool {
      a.map { a in b.contains { $0.lowercased() == a.lowercased() } } ?? true
    }
    return finding.rule == rule && (self.file?.matches(file) ?? true) && same(sheet, finding.sheet, finding.prefix)
      && same(row, finding.rowId) && same(column, finding.column)
  }

  /// How messages refer to it: `DEA-004 D-006`.
  var title: String { ([rule] + [row, column, sheet, file?.pattern].compactMap(\.self)).joined(separator: " ") }
}

/// The waivers of a team, from `dealbook-waivers.yaml`.
public struct Waivers: Sendable {
  /// The file name to look for beside the history.
  public static let fileName = Authority.Kind.waivers.fileName

  /// The name of the file in reports.
  public var name: String
  public var waivers: [Waiver]
  /// The hash of the bytes; a night depends on them.
  public var sha256: String
  /// The contents of the file; nil if there is none.
  var text: String?

  public static let none = Waivers(name: fileName, waivers: [], sha256: "", text: nil)
}
