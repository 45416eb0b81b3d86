// SPDX-License-Identifier: Apache-2.0

/// Limits on the resources an archive may use. Exceeding one throws ``ZipError/limit(_:entry:actual:allowed:)``.
public struct ZipLimits: Hashable, Sendable {
  /// The size of the whole file in bytes.
  public var fileSize: Int
  /// The number of entries in the central directory.
  public var entries: Int
  /// The uncompressed size of one entry in bytes, counted during inflation.
  public var entryInflated: Int
  /// The largest ratio of an entry's uncompressed to its compressed size. Applies only above ``ratioGrace``.
  public var ratio: Int
  /// The uncompressed size in bytes up to which the ratio does not apply, because tiny files can compress very well.
  public var ratioGrace = 1 << 20

  public init(fileSize: Int, entries: Int, entryInflated: Int, ratio: Int) {
    self.fileSize = fileSize
    self.entries = entries
    self.entryInflated = entryInflated
    self.ratio = ratio
  }

  /// Limits for the user's own files.
  public static let `default` = ZipLimits(fileSize: 1 << 30, entries: 10_000, entryInflated: 2 << 30, ratio: 250)
  /// Limits for files from an unknown sender.
  public static let untrusted = ZipLimits(
    fileSize: 100 << 20, entries: 2_000, entryInflated: 256 << 20, ratio: 250)

  /// No limits. Only for checking archives that we wrote ourselves, where the contents are not kept in memory.
  package static let unlimited = ZipLimits(fileSize: .max, entries: .max, entryInflated: .max, ratio: .max)

  /// The largest size to which `compressed` bytes may expand, and the limit that sets it.
  func ceiling(compressed: Int) -> (bytes: Int, limit: ZipLimit) {
    let (product, overflow) = compressed.multipliedReportingOverflow(by: ratio)
    let byRatio = max(overflow ? .max : product, ratioGrace)
    return byRatio < entryInflated ? (byRatio, .ratio) : (entryInflated, .entryInflated)
  }
}

/// A limit, by the name a user types to raise it.
public enum ZipLimit: String, Hashable, Sendable, CaseIterable {
  case fileSize = "file-size"
  case entries
  case entryInflated = "entry-inflated"
  case ratio

  func sentence(actual: Int, allowed: Int) -> String {
    switch self {
    case .fileSize: "the file has \(actual) bytes, more than the limit file-size of \(allowed)"
    case .entries: "the archive has \(actual) entries, more than the limit entries of \(allowed)"
    case .entryInflated: "expands to at least \(actual) bytes, more than the limit entry-inflated of \(allowed)"
    case .ratio: "expands to at least \(actual) times its compressed size, more than the limit ratio of \(allowed)"
    }
  }
}
