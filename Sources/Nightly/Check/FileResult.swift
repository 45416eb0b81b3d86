// SPDX-License-Identifier: Apache-2.0

/// What became of one workbook in a run.
public struct FileResult: Hashable, Sendable {
  public enum Outcome: String, Encodable, Sendable, CaseIterable {
    case checked
    /// It is a workbook and was looked at, and no sheet of it looks like one of the playbook's. It has no findings and is not
    /// written. Of a night's files only: to the round it is checked.
    case notTeamWorkbook
    /// Not a workbook that we can read, or it asks for more than its limits.
    case unreadable
    /// Somebody was still writing it.
    case unsettled
    /// The checker came to no end with it: time, memory or a fault of ours.
    case failed
    /// It was there at the run before.
    case gone
  }

  public var path: String
  public var outcome: Outcome
  /// Why it could not be checked; empty when it was.
  public var why: String
  /// The kind of ``why``.
  public var cause: Cause?
  public var size: Int
  public var sha256: String
  /// How the file was found, when it had not changed for a while: ``FileStamp/identity``. With the same, it has the same bytes.
  public var stamp: String?
  /// What the observation rests on: bytes, playbook, as-of date, version and options. Equal keys, equal observations.
  public var key: String
  /// Who has it open, by the lock file beside it.
  public var openIn: String?
  /// Why its computed columns could not be written back; nil when they were, or nobody asked for it.
  public var notFilled: String?
  /// The exit code that goes with ``notFilled``.
  public var fillStatus: Int?
  /// Nil when the workbook was not checked, or when the history already has it under `key`.
  public var observation: Observation?
  /// Whether of ``observation`` only the numbers are there.
  public var isSkimmed = false

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
  public var line: [UInt8] { json }

  /// What a worker said of the workbook at `path`, when it has the form of such a result and no other: a worker that something of
  /// somebody else's has taken over can only lie about its own workbook.
  ///
  /// A long one is looked through without keeping what was seen.
  ///
  /// - Parameters:
  ///   - isKey: whether a result of these bytes may have this key.
  ///   - known: keys under which the history has what was seen.
  public init?(claim: [UInt8], of path: String, known: Set<String>, isKey: (String, String) -> Bool) {
    // The journal has a line for each: none can hold another.
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
  /// Whether it is what ``SHA256`` gives.
  fileprivate var isHash: Bool {
    utf8.count == 64 && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
