// SPDX-License-Identifier: Apache-2.0

/// The result for one workbook in a run.
public struct FileResult: Hashable, Sendable {
  public enum Outcome: String, Encodable, Sendable, CaseIterable {
    case checked
    /// The workbook was read, but none of its sheets looks like one in the playbook. It has no findings and is never written.
    /// Only the files of a concluded night have this outcome; a round reports such a workbook as checked.
    case notTeamWorkbook
    /// Not a workbook that we can read, or one that exceeds its limits.
    case unreadable
    /// Somebody was still writing it.
    case unsettled
    /// The check did not finish: it ran out of time or memory, or hit a bug of ours.
    case failed
    /// It was there in the previous run.
    case gone
  }

  public var path: String
  public var outcome: Outcome
  /// Why it could not be checked; empty if it was.
  public var why: String
  /// The kind of reason that ``why`` gives.
  public var cause: Cause?
  public var size: Int
  public var sha256: String
  /// ``FileStamp/identity`` of the file, if it had not changed for a while. As long as the stamp stays the same, so do the
  /// bytes.
  public var stamp: String?
  /// When it was last saved, in seconds since 1970.
  public var modified: Int?
  /// A hash of everything the observation depends on: bytes, playbook, as-of date, version and options. Equal keys mean equal
  /// observations.
  public var key: String
  /// The lock file beside it, if somebody has it open.
  public var openIn: String?
  /// Why its computed columns could not be written back; nil if they were, or if nobody asked for it.
  public var notFilled: String?
  /// The exit code that belongs to ``notFilled``.
  public var fillStatus: Int?
  /// Nil if the workbook was not checked, or if the history already has the observation under `key`.
  public var observation: Observation?
  /// Whether ``observation`` has been reduced to its counts.
  public var isSkimmed = false
  /// Whether its computed columns were written. Only the worker that did it knows.
  var isFilled = false

  public init(
    path: String, outcome: Outcome, why: String = "", cause: Cause? = nil, size: Int = 0, sha256: String = "",
    key: String = "",
    openIn: String? = nil, observation: Observation? = nil
  ) {
    self.path = path
    self.outcome = outcome
    self.why = why
    self.cause = cause
    self.size = size
    self.sha256 = sha256
    self.key = key
    self.openIn = openIn
    self.observation = observation
  }

  /// One line of JSON.
  public var line: [UInt8] { tabularJSON }

  /// The line, or, if it is longer, one that says so, and what has happened to the workbook all the same.
  func line(atMost limit: Int) -> [UInt8] {
    let line = line
    guard line.count > limit else { return line }
    var short = self
    short.outcome = .unreadable
    short.cause = .limit
    short.why =
      "its result is larger than \(limit) bytes and was discarded (limit worker-output; --limit worker-output=NUMBER raises it)"
      + (isFilled ? "; its computed columns were written" : "")
    short.observation = nil
    short.key = ""
    short.stamp = nil
    return short.line
  }

  /// Reads the result that a worker reports for the workbook at `path`. Anything that deviates from the expected form is
  /// rejected: a worker that has been taken over by a hostile file can lie about its own workbook only.
  ///
  /// A long result is validated without being kept.
  ///
  /// - Parameters:
  ///   - isKey: whether a result for these bytes may have this key.
  ///   - known: the keys whose observations are in the history.
  public init?(claim: [UInt8], of path: String, known: Set<String>, isKey: (String, String) -> Bool) {
    // The journal stores one result per line, so a result must not contain a line break.
    guard !claim.contains(where: { $0 < 0x20 }) else { return nil }
    var reader = JSONReader(claim, skimming: claim.count > Self.longestKept)
    guard var result = reader.whole(FileResult.self), result.path == path, result.size >= 0,
      ![.gone, .failed, .notTeamWorkbook].contains(result.outcome),
      result.sha256.isEmpty || result.sha256.isHash, result.key.isEmpty || result.key.isHash
    else { return nil }
    if result.outcome == .checked {
      guard isKey(result.sha256, result.key), result.why.isEmpty else { return nil }
      if result.observation == nil { guard known.contains(result.key) else { return nil } }
    } else {
      guard result.observation == nil else { return nil }
    }
    if let observation = result.observation {
      guard observation.rows >= 0, observation.sheets >= 0, observation.findings.allSatisfy({ $0.nth >= 0 }),
        observation.findings.allSatisfy({ SeverityName.all.contains($0.severity) }),
        observation.watches.allSatisfy({ SeverityName.all.contains($0.severity) })
      else { return nil }
    }
    result.isSkimmed = claim.count > Self.longestKept
    self = result
  }

  /// In bytes.
  private static let longestKept = 1 << 20

  /// Nil for a line that was cut off.
  public init?(line: some Sequence<UInt8>) {
    guard let result = FileResult(json: Array(line)), !result.path.isEmpty else { return nil }
    self = result
  }
}

extension String {
  /// Whether this looks like output of ``SHA256``.
  fileprivate var isHash: Bool {
    utf8.count == 64 && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
