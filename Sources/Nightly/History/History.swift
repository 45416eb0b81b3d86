// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// The history at a path. Each question opens it anew, which starts threads. A process that forks workers must therefore ask
/// after the last of them has ended, or let a worker ask.
public struct History: Sendable {
  let path: String

  public init(_ path: String) { self.path = path }

  /// What it knows about workbooks.
  public struct Known: Sendable {
    /// The keys of the stored observations, by path.
    public var keys: [String: Set<String>] = [:]
    /// How the last run found the files, by path.
    public var looks: [String: Look] = [:]
    /// The language in which its nights speak, unless another is asked for.
    public var language: Language?

    public init() {}

    /// Of one workbook. A history has one for each of the last two runs.
    static let mostKeys = 8
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

  /// What the history knows about some workbooks, to decide which need not be read again.
  ///
  /// - Parameters:
  ///   - names: those of the workbooks.
  ///   - withPage: whether to count only observations with what pages show.
  ///   - isShared: whether others are reading the history too, in which case it is not modified.
  public func known(
    of names: Set<String>, withPage: Bool = false, isShared: Bool = false
  ) throws(NightlyError) -> Known {
    try HistoryStore(path, isReadOnly: isShared, setsAside: true).known(of: names, withPage: withPage)
  }
}
