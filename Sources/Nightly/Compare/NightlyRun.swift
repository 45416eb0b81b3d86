// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// What one run found, against the run before.
public struct NightlyRun {
  /// The day that the run is about.
  public var asOf: String
  /// The day of the run that it is compared with; nil for the first one.
  public var previousAsOf: String?
  public var version: String
  /// The language of most workbooks.
  public var language: Language
  /// In order of their paths, those that are gone among them.
  public var files: [NightFile]
  /// In order of file, sheet and place.
  public var findings: NightFindings
  public var digest: Digest
  /// What decided the night beside the workbooks, and what was found and left aside.
  public var authorities: [Authority]
  var books: NightBooks
  /// The number of the run in the history.
  var run: Int64
  /// Whether the run before was the same night: what it had to tell has been told.
  public var isRepeat = false

  /// How many findings are in a state.
  public func count(_ state: FindingState) -> Int { findings.total.count(state) }

  /// Workbooks that are there but could not be checked.
  public var unchecked: [NightFile] { files.filter(\.isUnchecked) }

  /// Whether there is something that somebody should be told.
  public var hasNews: Bool {
    !unchecked.isEmpty || count(.new) + count(.reopened) + count(.fixed) + count(.notAsked) > 0
  }
}

public struct NightFile: Hashable, Sendable, Encodable {
  public var path: String
  public var outcome: FileResult.Outcome
  /// Empty when it was checked.
  public var why: String
  /// The kind of ``why``.
  public var cause: Cause?
  public var sha256: String
  public var size: Int
  public var openIn: String?
  /// Why its computed columns could not be written back.
  public var notFilled: String?
  /// Where it was at the run before, when it is the same file elsewhere.
  public var movedFrom: String?
  public var asOf: String?
  public var playbook: String?
  public var rows: Int?
  public var sheets: Int?
  /// Of its messages.
  var language: Language?
  /// The day of the earlier run that saw just these bytes, where the last run saw others: a backup was restored.
  public var restored: String?

  /// Whether nobody knows what is in it.
  var isUnchecked: Bool {
    switch outcome {
    case .checked, .notTeamWorkbook, .gone: false
    case .unreadable, .unsettled, .failed: true
    }
  }

  private enum CodingKeys: CodingKey {
    case path, outcome, why, cause, sha256, size, openIn, notFilled, movedFrom, asOf, playbook, rows, sheets, restored
  }
}

public enum FindingState: String, Codable, Hashable, Sendable, CaseIterable {
  /// Not seen before.
  case new
  /// Seen before, then not any more, and here again; also one that is no longer waived.
  case reopened
  case persisting
  /// There at the run before, and its cell is in order now or its row or workbook is gone.
  case fixed
  /// There at the run before, and not now, as the playbook or the list of waivers is another: nobody can say that it is fixed.
  case notAsked = "no longer asked"
  /// On the team's list of what is accepted.
  case waived

  /// Whether there is nothing left to do about it.
  public var isOver: Bool { self == .fixed || self == .notAsked }
}

public struct NightFinding: Hashable, Sendable {
  public var file: String
  public var state: FindingState
  /// The day of the run that first saw it.
  public var firstSeen: String
  /// The same from run to run.
  public var fingerprint: String
  public var finding: ObservedFinding
  /// Why it is waived.
  public var reason: String?
}

extension ObservedFinding {
  /// - Parameter file: the workbook's name in the run.
  func fingerprint(in file: String) -> String {
    String(SHA256.hex("\(rule)\u{1F}\(file)\u{1F}\(identity)").prefix(32))
  }

  /// What tells it from the others of its rule and workbook.
  private var identity: String {
    "\(prefix)\u{1F}\(rowId.lowercased())\u{1F}\(column)" + (nth > 0 ? "\u{1F}\(nth)" : "")
  }

  /// What tells it from the others of its workbook.
  var name: String { "\(rule)\u{1F}\(identity)" }
}
