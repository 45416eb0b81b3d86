/// What a run has found out so far, one result a line: when the run is killed, the next one goes on from there. The database
/// gets a run whole or not at all, and its library starts threads, which a process that makes workers must not have.
public struct Journal: ~Copyable {
  private let path: String
  private let file: Int32

  /// The results that an interrupted run left, by path; none when the last one came to its end.
  public static func leftover(beside history: String) -> [String: FileResult] {
    guard let bytes = Files.read(path(beside: history)) else { return [:] }
    var results: [String: FileResult] = [:]
    // The last line may be cut off; it does not read as a result then.
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let result = FileResult(line: line), result.observation != nil else { continue }
      results[result.path] = result
    }
    return results
  }

  public init(beside history: String) throws(NightlyError) {
    path = Self.path(beside: history)
    guard let file = Files.openForAppending(path) else { throw .notWritten(path, Files.systemMessage()) }
    self.file = file
    // Whatever was cut off gets an end of its own.
    _ = Files.append([UInt8(ascii: "\n")], to: file)
  }

  /// A result that cannot be noted is only found out once more.
  public func note(_ line: [UInt8]) { _ = Files.append(line + [UInt8(ascii: "\n")], to: file) }

  /// The run is in the history.
  public static func discard(beside history: String) { Files.remove(path(beside: history)) }

  private static func path(beside history: String) -> String { history + ".journal" }
}

/// The lock that keeps two runs over one history apart. The system gives it back when the process ends, however it ends.
public struct RunLock: ~Copyable {
  private let file: Int32

  public init(beside history: String) throws(NightlyError) {
    let path = history + ".lock"
    guard let file = try Files.locked(path) else { throw .locked(path) }
    self.file = file
  }

  /// In a copy of the process: the lock is its parent's alone.
  public func leave() { Files.close(file) }
}
