// SPDX-License-Identifier: Apache-2.0

/// The lock file that prevents two runs of this program from saving the same file at the same time.
///
/// It is created with `O_EXCL` or `link`, which work on every file system, and records the process id, the start time of the
/// process, the token of the temporary file, the host, and where on it the process id counts. The lock is a lease that its owner renews. It is
/// stale when its process no longer exists or when it has not been renewed for ten minutes, which is what other hosts and containers go by. The next run then takes it
/// over and removes what the old process left behind.
struct OwnLock {
  let target: SaveTarget
  let operations: any FileOperations

  private struct Content: Equatable {
    let processID: Int32
    let start: String
    /// The token in the name of the temporary file.
    let token: String
    let host: String
    /// The container, and the start of the machine; empty in a lock of an earlier version.
    let space: String
  }

  func acquire() throws(SaveError) {
    // The second attempt is for after a stale lock is removed. A run that loses the race for it gives up.
    for attempt in 0..<2 {
      do {
        try create()
        clearAside()
        return
      } catch let error where error.isExistence && attempt == 0 {
        try clearStaleLock()
      } catch let error where error.isExistence {
        throw locked(by: read(target.ownLock))
      } catch {
        throw .couldNotWrite(target.path, .lock, error)
      }
    }
  }

  /// Fails while another run holds the lock. A stale lock does not count.
  func requireNone() throws(SaveError) {
    let status = try translating({ .couldNotWrite(target.path, .lock, $0) }) { () throws(SystemFailure) in
      try operations.statusIfPresent(target.ownLock, followingLink: false)
    }
    guard status != nil else { return }
    let content = read(target.ownLock)
    guard isStale(content) else { throw locked(by: content) }
  }

  func release() { remove(target.ownLock) }

  /// Renews the lease.
  func renew() { try? operations.touch(target.ownLock) }

  private func create() throws(SystemFailure) {
    let start = operations.startOfProcess(operations.processID) ?? Self.hidden
    let words = ["\(operations.processID)", start, target.token, operations.hostName, operations.processSpace]
    let content = Array((words.joined(separator: " ") + "\n").utf8)
    if try createAtOnce(content) { return }
    let file = try operations.open(target.ownLock, .create(mode: 0o644))
    let written: Result<Void, SystemFailure> = Result { () throws(SystemFailure) in
      try operations.writeAll(file, content)
    }
    do {
      // Close only once, whatever it returns: the descriptor may already belong to another file.
      try operations.close(file)
      try written.get()
    } catch {
      remove(target.ownLock)
      throw error
    }
  }

  /// Creates the lock together with its content, so that a process killed in between can't leave an empty lock. Returns false if
  /// the file system does not support unnamed files, and also after any other failure: the ordinary way then reports the reason
  /// better.
  private func createAtOnce(_ content: [UInt8]) throws(SystemFailure) -> Bool {
    guard let file = try? operations.open(target.directory, .unnamed(mode: 0o644)) else { return false }
    defer { try? operations.close(file) }
    guard (try? operations.writeAll(file, content)) != nil else { return false }
    do {
      try operations.link(file, to: target.ownLock)
      return true
    } catch let error where error.isExistence {
      throw error
    } catch {
      return false
    }
  }

  /// Removes what a run left behind that was killed after it had finished its work. Errors are ignored.
  func clearLeftovers() {
    clearAside()
    guard (try? operations.statusIfPresent(target.ownLock, followingLink: false)) != nil else { return }
    try? clearStaleLock()
  }

  /// The name a stale lock is moved to before it is removed.
  private var aside: String { target.ownLock + ".stale" }

  /// Completes the cleanup of a run that was killed while removing a stale lock; otherwise the temporary file recorded in that
  /// lock would stay forever. A lock that is not stale is left alone: it is about to be moved back.
  private func clearAside() {
    guard let content = read(aside), isStale(content, at: aside) else { return }
    remove(target.temporary(content.token))
    remove(aside)
  }

  /// Removes a stale lock and its temporary file. Fails if the lock is not stale.
  private func clearStaleLock() throws(SaveError) {
    let content = read(target.ownLock)
    guard isStale(content) else { throw locked(by: content) }
    // Two runs may see the same stale lock. Because it is moved aside first, the second run notices that what it moved is the
    // first run's new lock.
    clearAside()
    do {
      try operations.rename(target.ownLock, to: aside, .replacing)
    } catch let error where error.isAbsence {
      return
    } catch {
      throw .couldNotWrite(target.path, .lock, error)
    }
    guard read(aside) == content else {
      try? operations.rename(aside, to: target.ownLock, .withoutReplacing)
      throw locked(by: read(target.ownLock))
    }
    if let content { remove(target.temporary(content.token)) }
    remove(aside)
  }

  /// The number of seconds without renewal after which a lock is stale.
  static let lease = 600

  /// - Parameter path: the path of the lock; nil for its usual place.
  private func isStale(_ content: Content?, at path: String? = nil) -> Bool {
    if let content, content.host == operations.hostName,
      content.space.isEmpty || content.space == operations.processSpace, isGone(content)
    {
      return true
    }
    guard let status = try? operations.statusIfPresent(path ?? target.ownLock, followingLink: false) else {
      return false
    }
    let age = operations.age(of: status)
    // The process was killed between creating the lock and writing to it, which can happen where unnamed files are not supported.
    if content == nil, status.size == 0, age > 60 { return true }
    // A time far in the future does not count as a renewal either.
    return status.kind == .file && age.magnitude > Self.lease
  }

  /// Whether the process that wrote the lock no longer exists, on this machine. A process whose start the system keeps from us, as where
  /// `/proc` is mounted with `hidepid`, exists: until its lease ends, it is taken for the owner.
  private func isGone(_ content: Content) -> Bool {
    guard let start = operations.startOfProcess(content.processID) else { return true }
    return start != content.start && start != Self.hidden && content.start != Self.hidden
  }

  /// The start of a process that exists, where the system does not tell it.
  private static let hidden = "-"

  private func read(_ path: String) -> Content? {
    let bytes = try? operations.withFile(path, .read) { file throws(SystemFailure) -> [UInt8] in
      guard try operations.status(of: file).kind == .file else { return [] }
      return try operations.readAll(file, expecting: 64, limit: 4096)
    }
    guard let bytes, bytes.last == UInt8(ascii: "\n") else { return nil }
    let words = String(decoding: bytes.dropLast(), as: UTF8.self)
      .split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
    guard words.count >= 4, let processID = Int32(words[0]), processID > 0,
      words[2].utf8.count <= 16, words[2].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    return Content(
      processID: processID, start: String(words[1]), token: String(words[2]), host: String(words[3]),
      space: words.count > 4 ? String(words[4]) : "")
  }

  private func locked(by content: Content?) -> SaveError {
    let status = try? operations.statusIfPresent(target.ownLock, followingLink: false)
    return .locked(
      target.path,
      LockHolder(
        lockFile: target.ownLockName, user: content.map { "process \($0.processID)" }, host: content?.host,
        isOurs: true, since: status?.modified.seconds ?? operations.now, age: status.map(operations.age) ?? 0))
  }

  private func remove(_ path: String) {
    try? operations.unlink(path)
  }
}
