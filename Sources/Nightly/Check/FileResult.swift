/// What became of one workbook in a run.
public struct FileResult: Hashable, Sendable {
  public enum Outcome: String, Encodable, Sendable, CaseIterable {
    case checked
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

  /// Nil for a line that was cut off.
  public init?(line: some Sequence<UInt8>) {
    guard let result = FileResult(json: Array(line)), !result.path.isEmpty else { return nil }
    self = result
  }
}
