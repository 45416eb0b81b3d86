// SPDX-License-Identifier: Apache-2.0

internal import Zip

/// Saves workbooks so that at every moment the path names either the complete old file or the complete new one.
///
/// A save takes these steps: check for the lock files of other programs; take a lock of our own; write a temporary file in the
/// same directory, with the mode, owner and attributes of the original; flush it; read it back and verify it; check that the
/// original has not changed since it was read; exchange the two files; flush the directory. If a step before the exchange fails,
/// the original is untouched and nothing is left behind. A symbolic link is followed, never replaced.
///
/// The guarantee relies on an atomic `rename` and a reliable `fsync`; on a network file system both depend on the server. Where
/// the file system can't exchange two names, a version that another program saves between the last check and the rename (some
/// microseconds) is lost.
public struct FileSaver: Sendable {
  private let operations: any FileOperations
  private let options: SaveOptions

  public init(options: SaveOptions = .default) { self.init(operations: SystemFileOperations(), options: options) }

  package init(operations: any FileOperations, options: SaveOptions = .default) {
    let whole = UninterruptedOperations(base: operations)
    self.operations = options.roots.map { RootedOperations(base: whole, roots: $0) } ?? whole
    self.options = options
  }

  /// Waits until no lock file shows that the file at `path` is open, for as long as the options allow. Call this before reading
  /// the file: otherwise the other program may still save, and what was read would be out of date.
  public func waitUntilFree(_ path: String) throws(SaveError) {
    let (target, _) = try locate(path)
    try waiting { () throws(SaveError) in
      try target.requireNoEditor(operations)
      try OwnLock(target: target, operations: operations).requireNone()
    }
  }

  /// Calls `body` again as long as it finds the file locked and there is time left.
  private func waiting(_ body: () throws(SaveError) -> Void) throws(SaveError) {
    let end = operations.now + options.secondsToWait
    while true {
      do throws(SaveError) {
        return try body()
      } catch {
        guard case .locked = error, operations.now < end else { throw error }
        operations.pause(milliseconds: 200)
      }
    }
  }

  /// Whether a lock of this program lies beside the file at `path`: another run is saving it, or was ended while it did. It is then left to
  /// ``replace(_:with:verify:)`` to find out, which clears away what such a run has left, even if there is nothing to save.
  public static func hasLock(beside path: String) -> Bool {
    let target = SaveTarget(path: path, resolvedPath: path.hasPrefix("/") ? path : "./" + path)
    return (try? SystemFileOperations().statusIfPresent(target.ownLock, followingLink: false)) != nil
  }

  /// Replaces the file that `snapshot` was read from with `bytes`. If the bytes are equal, the file is not touched.
  ///
  /// - Parameter verify: called with `bytes` once they are on disk and have been read back; an error that it throws stops the
  ///   save. It has to read every new or changed entry of the archive, as ``Workbook/verify(against:)`` does. Without it, only
  ///   the sizes and checksums of those entries are checked.
  public func replace(
    _ snapshot: FileSnapshot, with bytes: [UInt8], verify: (([UInt8]) throws -> Void)? = nil
  ) throws(SaveError) -> SaveOutcome {
    let target = SaveTarget(path: snapshot.path, resolvedPath: snapshot.resolvedPath)
    if bytes == snapshot.bytes {
      OwnLock(target: target, operations: operations).clearLeftovers()
      return .unchanged
    }
    return try locking(target) { lock throws(SaveError) in
      let commit = Replacement(target: target, operations: operations, options: options)
      let model = try commit.requireUnchanged(snapshot)
      try commit.requireReplaceable(model)
      let temporary = TemporaryFile(target: target, operations: operations)
      let status = try temporary.make(bytes, like: model)
      lock.renew()
      try removing(temporary) { () throws(SaveError) in
        try requireValid(bytes, since: snapshot, target, verify)
        lock.renew()
        _ = try commit.requireUnchanged(snapshot)
      }
      return try commit.exchange(temporary, status, with: snapshot)
    }
  }

  /// Writes `bytes` to `path`, whether or not a file exists there. If `path` names the file that `source` was read from, under
  /// whatever name, this is the same as ``replace(_:with:verify:)``. A new file gets the permissions of `source`, so a copy is as
  /// private as its original.
  public func write(
    _ bytes: [UInt8], to path: String, source: FileSnapshot? = nil, verify: (([UInt8]) throws -> Void)? = nil
  ) throws(SaveError) -> SaveOutcome {
    let (target, existing) = try locate(path)
    if let existing, let source, source.status.isSameFile(as: existing) {
      return try replace(source, with: bytes, verify: verify)
    }
    return try locking(target) { lock throws(SaveError) in
      let commit = Replacement(target: target, operations: operations, options: options)
      if let existing { try commit.requireReplaceable(existing) }
      var temporary = TemporaryFile(target: target, operations: operations)
      temporary.mostMode = options.mostMode
      let status = try temporary.make(bytes, like: existing, asPrivateAs: source)
      lock.renew()
      try removing(temporary) { () throws(SaveError) in try requireValid(bytes, since: source, target, verify) }
      return existing != nil && options.keepsBackup
        ? try commit.exchange(temporary, status, with: nil)
        : try commit.put(temporary, status, replacing: existing != nil)
    }
  }

  /// The file that `path` refers to after resolving links, and its status if it exists.
  private func locate(_ path: String) throws(SaveError) -> (SaveTarget, FileStatus?) {
    try translating({ .couldNotWrite(path, .resolve, $0) }) { () throws(SystemFailure) in
      if let status = try operations.statusIfPresent(path, followingLink: true) {
        return (SaveTarget(path: path, resolvedPath: try operations.resolve(path)), status)
      }
      let unresolved = SaveTarget(path: path, resolvedPath: path.hasPrefix("/") ? path : "./" + path)
      let directory = try operations.resolve(unresolved.directory)
      let status = try operations.statusIfPresent(path, followingLink: false)
      guard !["", ".", ".."].contains(unresolved.name) else { throw .isDirectory }
      let resolved = (directory == "/" ? "" : directory) + "/" + unresolved.name
      return (SaveTarget(path: path, resolvedPath: resolved), status)
    }
  }

  private func locking(
    _ target: SaveTarget, _ body: (OwnLock) throws(SaveError) -> SaveOutcome
  ) throws(SaveError) -> SaveOutcome {
    let lock = OwnLock(target: target, operations: operations)
    try waiting { () throws(SaveError) in
      try target.requireNoEditor(operations)
      try lock.acquire()
    }
    defer { lock.release() }
    return try body(lock)
  }

  private func removing(_ temporary: TemporaryFile, _ body: () throws(SaveError) -> Void) throws(SaveError) {
    do {
      try body()
    } catch {
      temporary.remove()
      throw error
    }
  }

  /// Verifies the new archive. Damage that was already in the original and was not touched does not stop a save.
  private func requireValid(
    _ bytes: [UInt8], since original: FileSnapshot?, _ target: SaveTarget, _ verify: (([UInt8]) throws -> Void)? = nil
  ) throws(SaveError) {
    do {
      let archive = try ZipArchive(bytes, limits: .unlimited)
      if let verify { return try verify(bytes) }
      try archive.verify(against: original.flatMap { try? ZipArchive($0.bytes, limits: .unlimited) })
    } catch {
      throw .unverified(target.path, reason: "\(error)")
    }
  }
}
