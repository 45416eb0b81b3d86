// SPDX-License-Identifier: Apache-2.0

/// The history at a path. Each question opens it anew, which starts threads: a process that makes workers asks after the last
/// of them, or has a worker ask.
public struct History: Sendable {
  let path: String

  public init(_ path: String) { self.path = path }

  /// What it knows of workbooks.
  public struct Known: Sendable {
    /// Of the observations that are there, by path.
    public var keys: [String: Set<String>] = [:]
    /// How the last run found the files, by path.
    public var looks: [String: Look] = [:]

    public init() {}
  }

  /// How a run found a file.
  public struct Look: Hashable, Sendable {
    /// ``FileStamp/identity``.
    public var stamp: String
    public var sha256: String

    public init(stamp: String, sha256: String) {
      self.stamp = stamp
      self.sha256 = sha256
    }
  }

  /// Which workbooks need not be looked at again.
  ///
  /// - Parameter isShared: the history is read as it is, since others read it too.
  public func known(isShared: Bool = false) throws(NightlyError) -> Known {
    try HistoryStore(path, isReadOnly: isShared, setsAside: true).known()
  }
}
