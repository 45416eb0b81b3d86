// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// What one run found, compared with the previous one.
public struct NightlyRun {
  /// The day that the run is about.
  public var asOf: String
  /// The day of the previous run; nil for the first run.
  public var previousAsOf: String?
  public var version: String
  /// The language of most workbooks.
  public var language: Language
  /// Sorted by path, including files that have disappeared.
  public var files: [NightFile]
  /// Sorted by file, sheet and cell.
  public var findings: NightFindings
  public var digest: Digest
  /// What the night was based on besides the workbooks, and what was found and ignored.
  public var authorities: [Authority]
  var books: NightBooks
  /// The language in which the nights of this history speak, unless another is asked for.
  var usualLanguage: Language?
  /// The number of the run in the history.
  var run: Int64
  /// Whether the previous run was the same night, whose news has already been reported.
  public var isRepeat = false
  /// The workbooks of which the history forgets the oldest runs from tonight on.
  public var shortened: [String] = []

  /// The number of findings in a state.
  public func count(_ state: FindingState) -> Int { findings.total.count(state) }

  /// The workbooks that exist but could not be checked.
  public var unchecked: [NightFile] { files.filter(\.isUnchecked) }

  /// Whether there is anything that somebody should be told.
  public var hasNews: Bool {
    !unchecked.isEmpty || count(.new) + count(.reopened) + count(.fixed) + count(.notAsked) > 0
  }
}

public struct NightFile: Hashable, Sendable, Encodable {
  public var path: String
  public var outcome: FileResult.Outcome
  /// Empty if it was checked.
  public var why: String
  /// The kind of reason that ``why`` gives.
  public var cause: Cause?
  public var sha256: String
  public var size: Int
  public var openIn: String?
  /// Why its computed columns could not be written back.
  public var notFilled: String?
  /// The name of the same workbook in the previous run, if it was renamed.
  public var movedFrom: String?
  public var asOf: String?
  public var playbook: String?
  public var rows: Int?
  public var sheets: Int?
  /// The language of its messages.
  var language: Language?
  /// The day of an earlier run that saw exactly these bytes while the last run saw others, which means that a backup was
  /// restored.
  public var restored: String?
  /// The workbook with mostly the same rows whose figures count instead of this one's.
  public var copyOf: String?

  /// Whether nobody knows what it contains.
  var isUnchecked: Bool {
    switch outcome {
    case .checked, .notTeamWorkbook, .gone: false
    case .unreadable, .unsettled, .failed: true
    }
  }

  private enum CodingKeys: CodingKey {
    case path, outcome, why, cause, sha256, size, openIn, notFilled, movedFrom, asOf, playbook, rows, sheets, restored,
      copyOf
  }
}

public enum FindingState: String, Codable, Hashable, Sendable, CaseIterable {
  /// Not seen before.
  case new
  /// Seen before, then gone, and now back; also one that is no longer waived.
  case reopened
  case persisting
  /// Present in the previous run. Now its cell is correct, or its row or workbook is gone.
  case fixed
  /// Present in the previous run and gone now, but the playbook or the waivers have changed, so nobody can say that it is
  /// fixed.
  case notAsked = "no longer asked"
  /// Accepted by the team's list of waivers.
  case waived

  /// Whether there is nothing left to do about it.
  public var isOver: Bool { self == .fixed || self == .notAsked }
}

public struct NightFinding: Hashable, Sendable {
  public var file: String
  public var state: FindingState
  /// The day of the run that first saw it.
  public var firstSeen: String
  /// Identifies the finding from run to run.
  public var fingerprint: String
  public var finding: ObservedFinding
  /// Why it is waived.
  public var reason: String?
}

extension ObservedFinding {
  /// - Parameter file: the name of the workbook in the run.
  func fingerprint(in file: String) -> String {
    String(SHA256.hex("\(rule)\u{1F}\(file)\u{1F}\(identity)").prefix(32))
  }

  /// Identifies it among the findings of its rule and workbook.
  private var identity: String {
    "\(prefix)\u{1F}\(rowId.lowercased())\u{1F}\(column)" + (nth > 0 ? "\u{1F}\(nth)" : "")
  }

  /// Identifies it among the findings of its workbook.
  var name: String { "\(rule)\u{1F}\(identity)" }
}
