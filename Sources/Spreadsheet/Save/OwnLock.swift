/// The lock file that keeps two runs of this program from saving one file at the same time.
///
/// It is made with `O_EXCL` or `link`, which work on every file system, and names its process, when that began, the temporary file, and
/// the host. It is a lease: its owner renews it. When the process is gone, or, seen from another host, when it has not been renewed
/// for ten minutes, whoever comes next takes the lock over and removes what the process left.
struct OwnLock {
  let target: SaveTarget
  let operations: any FileOperations

  private struct Content: Equatable {
    let processID: Int32
    let start: String
    /// Of the temporary file.
    let token: String
    let host: String
  }

  func acquire() throws(SaveError) {
    // A second round, after a stale lock is gone; who loses a race for it gives up.
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

  /// Fails while another run holds the lock; one of a run that is gone is no obstacle.
  func requireNone() throws(SaveError) {
    let status = try translating({ .couldNotWrite(target.path, .lock, $0) }) { () throws(SystemFailure) in
      try operations.statusIfPresent(target.ownLock, followingLink: false)
    }
    guard status != nil else { return }
    let content = read(target.ownLock)
    guard isStale(content) else { throw locked(by: content) }
  }

  func release() { remove(target.ownLock) }

  /// Says that the save goes on.
  func renew() { try? operations.touch(target.ownLock) }

  private func create() throws(SystemFailure) {
    let start = operations.startOfProcess(operations.processID) ?? "-"
    let content = Array("\(operations.processID) \(start) \(target.token) \(operations.hostName)\n".utf8)
    if try createAtOnce(content) { return }
    let file = try operations.open(target.ownLock, .create(mode: 0o644))
    let written: Result<Void, SystemFailure> = Result { () throws(SystemFailure) in
      try operations.writeAll(file, content)
    }
    do {
      // Once, whatever it says: the number of a closed file may already be that of somebody else's.
      try operations.close(file)
      try written.get()
    } catch {
      remove(target.ownLock)
      throw error
    }
  }

  /// Makes the lock appear with all that it says, so that a kill in between can't leave one that says nothing. False where
  /// the file system has no files without names; also when it failed, because the other way tells better why.
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

  /// Clears away what a run left that was killed after its work was done. Never fails: it is a courtesy.
  func clearLeftovers() {
    clearAside()
    guard (try? operations.statusIfPresent(target.ownLock, followingLink: false)) != nil else { return }
    try? clearStaleLock()
  }

  /// Where a stale lock is moved before it is removed.
  private var aside: String { target.ownLock + ".stale" }

  /// Finishes what a run began that was killed while it cleared a stale lock away: else the temporary file that the lock
  /// tells of would stay forever. A lock that is not stale is on its way back to its place.
  private func clearAside() {
    guard let content = read(aside), isStale(content, at: aside) else { return }
    remove(target.temporary(content.token))
    remove(aside)
  }

  /// Removes a lock whose process no longer runs, and its temporary file, or fails.
  private func clearStaleLock() throws(SaveError) {
    let content = read(target.ownLock)
    guard isStale(content) else { throw locked(by: content) }
    // Two may see the same stale lock. Moved away first, the second one finds that it holds the new lock of the first one.
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

  /// Seconds without renewal after which a lock is nobody's.
  static let lease = 600

  /// - Parameter path: where the lock is.
  private func isStale(_ content: Content?, at path: String? = nil) -> Bool {
    if let content, content.host == operations.hostName, operations.startOfProcess(content.processID) != content.start {
      return true
    }
    guard let status = try? operations.statusIfPresent(path ?? target.ownLock, followingLink: false) else {
      return false
    }
    let age = operations.now - status.modified.seconds
    // Killed between making the lock and writing into it, where the file system can't make it at once.
    if content == nil, status.size == 0, age > 60 { return true }
    // A time far ahead of ours is no renewal.
    return status.kind == .file && abs(age) > Self.lease
  }

  private func read(_ path: String) -> Content? {
    let bytes = try? operations.withFile(path, .read) { file throws(SystemFailure) -> [UInt8] in
      guard try operations.status(of: file).kind == .file else { return [] }
      return try operations.readAll(file, expecting: 64, limit: 4096)
    }
    guard let bytes, bytes.last == UInt8(ascii: "\n") else { return nil }
    let words = String(decoding: bytes.dropLast(), as: UTF8.self)
      .split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    guard words.count == 4, let processID = Int32(words[0]), processID > 0,
      words[2].utf8.count <= 16, words[2].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    return Content(
      processID: processID, start: String(words[1]), token: String(words[2]), host: String(words[3]))
  }

  private func locked(by content: Content?) -> SaveError {
    let status = try? operations.statusIfPresent(target.ownLock, followingLink: false)
    let now = operations.now
    let since = status?.modified.seconds ?? now
    return .locked(
      target.path,
      LockHolder(
        lockFile: target.ownLockName, user: content.map { "process \($0.processID)" }, host: content?.host,
        isOurs: true, since: since, age: now - since))
  }

  private func remove(_ path: String) {
    try? operations.unlink(path)
  }
}
