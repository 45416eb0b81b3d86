/// The history at a path. Each question opens it anew, which starts threads: a process that makes workers asks after the last
/// of them, or has a worker ask.
public struct History: Sendable {
  let path: String

  public init(_ path: String) { self.path = path }

  /// Which workbooks need not be looked at again: paths and keys of the observations that are there.
  ///
  /// - Parameter isShared: the history is read as it is, since others read it too.
  public func knownKeys(isShared: Bool = false) throws(NightlyError) -> [String: Set<String>] {
    try HistoryStore(path, isReadOnly: isShared, setsAside: true).knownKeys()
  }
}
