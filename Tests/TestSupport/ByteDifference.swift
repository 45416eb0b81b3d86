// SPDX-License-Identifier: Apache-2.0

/// The difference between two byte sequences, as one range of each. What comes before and after is the same. Failed
/// expectations show the bytes.
public struct ByteDifference: Equatable, Sendable, CustomStringConvertible {
  /// The range in the first sequence that is not in the second.
  public let removed: Range<Int>
  /// The range in the second sequence that replaces it.
  public let inserted: Range<Int>
  public let removedText: String
  public let insertedText: String

  /// Nil if both are equal.
  public init?(from old: some Sequence<UInt8>, to new: some Sequence<UInt8>) {
    let old = Array(old)
    let new = Array(new)
    guard old != new else { return nil }
    let shorter = min(old.count, new.count)
    var start = 0
    while start < shorter, old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < shorter - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    removed = start..<old.count - tail
    inserted = start..<new.count - tail
    removedText = Self.shown(old[removed])
    insertedText = Self.shown(new[inserted])
  }

  public var description: String { "at \(removed): “\(removedText)” became “\(insertedText)”" }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(400), as: UTF8.self)
    return bytes.count > 400 ? text + "… (\(bytes.count) bytes)" : text
  }
}
