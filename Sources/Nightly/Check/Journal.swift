// SPDX-License-Identifier: Apache-2.0

/// The results so far of a run, one per line, so that the next run can continue if this one is killed. The database can't serve
/// for this: a run is written to it as a whole, and its library starts threads, which a process that forks workers must not
/// have.
public final class Journal {
  /// A result left by an interrupted run.
  public struct Leftover: Sendable {
    public var key: String
    /// Whether it has what pages show.
    var hasPage: Bool
    var range: Range<Int>
  }

  /// By path; empty if the last run finished.
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
    // The last line may have been cut off. If so, it does not parse as a result.
    _ = try reader.forEachLine { (range, line) throws(NightlyError) in
      end = range.upperBound + 1
      guard let result = FileResult(line: line), let seen = result.observation else { return }
      leftover[result.path] = Leftover(key: result.key, hasPage: seen.hasPage, range: range)
    }
    self.leftover = leftover
    self.reader = reader
    self.file = file
    // End a line that was cut off.
    self.end = FileStamp(path)?.size ?? end
    if Files.append([UInt8(ascii: "\n")], to: file) { self.end += 1 }
  }

  deinit { Files.close(file) }

  /// Appends a line and returns where it is; nil if it can't be written. In that case the workbook is merely checked again
  /// after a kill.
  public func note(_ line: [UInt8]) -> Range<Int>? {
    guard Files.append(line + [UInt8(ascii: "\n")], to: file) else { return nil }
    defer { end += line.count + 1 }
    return end..<end + line.count
  }

  /// Deletes the journal, once the run is in the history.
  public static func discard(beside history: String) { Files.remove(path(beside: history)) }

  private static func path(beside history: String) -> String { history + ".journal" }
}
