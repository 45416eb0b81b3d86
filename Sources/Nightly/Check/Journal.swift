// SPDX-License-Identifier: Apache-2.0

/// What a run has found out so far, one result a line: when the run is killed, the next one goes on from there. The database
/// gets a run whole or not at all, and its library starts threads, which a process that makes workers must not have.
public final class Journal {
  /// A result that an interrupted run left.
  public struct Leftover: Sendable {
    public var key: String
    var range: Range<Int>
  }

  /// By path; none when the last run came to its end.
  public let leftover: [String: Leftover]
  let reader: LineFile
  private let file: Int32
  private var end: Int

  public init(beside history: String) throws(NightlyError) {
    let path = Self.path(beside: history)
    guard let file = Files.openForAppending(path), let reader = LineFile(path) else {
      throw .notWritten(path, Files.systemMessage())
    }
    var leftover: [String: Leftover] = [:]
    var end = 0
    // The last line may be cut off; it does not read as a result then.
    _ = try reader.forEachLine { (range, line) throws(NightlyError) in
      end = range.upperBound + 1
      guard let result = FileResult(line: line), result.observation != nil else { return }
      leftover[result.path] = Leftover(key: result.key, range: range)
    }
    self.leftover = leftover
    self.reader = reader
    self.file = file
    // Whatever was cut off gets an end of its own.
    self.end = FileStamp(path)?.size ?? end
    if Files.append([UInt8(ascii: "\n")], to: file) { self.end += 1 }
  }

  deinit { Files.close(file) }

  /// Where the line is now; nil for one that cannot be noted: after a kill it is only found out once more.
  public func note(_ line: [UInt8]) -> Range<Int>? {
    guard Files.append(line + [UInt8(ascii: "\n")], to: file) else { return nil }
    defer { end += line.count + 1 }
    return end..<end + line.count
  }

  /// The run is in the history.
  public static func discard(beside history: String) { Files.remove(path(beside: history)) }

  private static func path(beside history: String) -> String { history + ".journal" }
}
