/// How much an archive may ask of us. Breaking one ends in ``ZipError/limit(_:entry:actual:allowed:)``.
public struct ZipLimits: Hashable, Sendable {
  /// Bytes of the whole file.
  public var fileSize: Int
  /// Entries in the central directory.
  public var entries: Int
  /// Bytes that one entry may expand to, counted as they come out.
  public var entryInflated: Int
  /// How many times its compressed size an entry may expand to, once it is above ``ratioGrace``.
  public var ratio: Int
  /// Bytes below which the ratio does not count: tiny files compress very well.
  public var ratioGrace = 1 << 20

  public init(fileSize: Int, entries: Int, entryInflated: Int, ratio: Int) {
    self.fileSize = fileSize
    self.entries = entries
    self.entryInflated = entryInflated
    self.ratio = ratio
  }

  /// For files of one's own.
  public static let `default` = ZipLimits(fileSize: 1 << 30, entries: 10_000, entryInflated: 2 << 30, ratio: 250)
  /// For files that anybody may have sent.
  public static let untrusted = ZipLimits(
    fileSize: 100 << 20, entries: 2_000, entryInflated: 256 << 20, ratio: 250)

  /// For what we have made ourselves, and only to check it: nothing that could become large is kept.
  package static let unlimited = ZipLimits(fileSize: .max, entries: .max, entryInflated: .max, ratio: .max)

  /// How many bytes `compressed` bytes may become, and which limit says so.
  func ceiling(compressed: Int) -> (bytes: Int, limit: ZipLimit) {
    let (product, overflow) = compressed.multipliedReportingOverflow(by: ratio)
    let byRatio = max(overflow ? .max : product, ratioGrace)
    return byRatio < entryInflated ? (byRatio, .ratio) : (entryInflated, .entryInflated)
  }
}

/// The name of a limit, as a person types it to raise it.
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
