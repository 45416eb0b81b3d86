// SPDX-License-Identifier: Apache-2.0

/// The last steps of a save: check that the old file is still what was read, and exchange it for the new one.
struct Replacement {
  let target: SaveTarget
  let operations: any FileOperations
  let options: SaveOptions

  /// Checks that the path still leads to the same file and that the file contains the bytes that were read. A file that was only
  /// touched, or rewritten with the same bytes, counts as unchanged.
  func requireUnchanged(_ snapshot: FileSnapshot) throws(SaveError) -> FileStatus {
    let now = try comparing { () throws(SystemFailure) -> (FileChange?, FileStatus) in
      guard let status = try operations.statusIfPresent(target.path, followingLink: true) else {
        return (.deleted, snapshot.status)
      }
      guard try operations.resolve(target.path) == target.resolvedPath else { return (.redirected, status) }
      if status == snapshot.status { return (nil, status) }
      guard status.kind == .file, status.size == snapshot.bytes.count,
        try operations.file(target.resolvedPath, holds: snapshot.bytes)
      else { return (.contents, status) }
      return (nil, status)
    }
    if let change = now.0 { throw .changed(target.path, change) }
    return now.1
  }

  func requireReplaceable(_ status: FileStatus) throws(SaveError) {
    switch status.kind {
    case .file: break
    case .symbolicLink: throw .refused(target.path, .danglingLink)
    case .directory, .other: throw .refused(target.path, .notAFile(status.kind))
    }
    guard status.linkCount <= 1 || options.breaksHardLinks else {
      throw .refused(target.path, .hardLinks(status.linkCount))
    }
  }

  /// Puts the temporary file in place of the file that `snapshot` was read from; without `snapshot`, in place of whatever is
  /// there.
  ///
  /// The two names are exchanged, so that the file that was replaced can still be inspected, and put back if it is not what was
  /// read. With a check followed by a plain rename, another program could always save in between.
  func exchange(
    _ finished: TemporaryFile, _ status: FileStatus, with snapshot: FileSnapshot?
  ) throws(SaveError) -> SaveOutcome {
    let temporary: TemporaryFile
    do throws(SaveError) {
      temporary = options.keepsBackup ? try Backup(target: target, operations: operations).adopt(finished) : finished
    } catch {
      finished.remove()
      throw error
    }
    do {
      try rename(temporary.path, status, .exchanging)
    } catch let error where error.isUnsupported {
      guard options.keepsBackup else { return try lookAndPut(temporary, status, snapshot) }
      do {
        try operations.rename(temporary.path, to: finished.path, .replacing)
      } catch {
        temporary.remove()
        throw .couldNotWrite(target.path, .backUp, error)
      }
      return try backUpAndPut(finished, status, snapshot)
    } catch {
      temporary.remove()
      throw error.isAbsence ? .changed(target.path, .deleted) : .couldNotWrite(target.path, .replace, error)
    }
    let isWhatWasRead: Result<Bool, SystemFailure> = Result { () throws(SystemFailure) in
      guard let snapshot else { return true }
      return try operations.file(temporary.path, holds: snapshot.bytes)
    }
    switch isWhatWasRead {
    case .success(true): break
    case .success(false):
      try undo(temporary, status)
      throw .changed(target.path, .contents)
    case .failure(let failure):
      try undo(temporary, status)
      throw .couldNotWrite(target.path, .compare, failure)
    }
    if options.keepsBackup {
      do throws(SystemFailure) {
        try operations.withFile(temporary.path, .read) { file throws(SystemFailure) in
          try operations.synchronize(file)
        }
      } catch {
        throw .notDurable(target.path, error)
      }
      try confirm()
      return .writtenKeeping(temporary.path)
    }
    let confirmation: Result<Void, SaveError> = Result { () throws(SaveError) in try confirm() }
    let isGone: Void? = try? operations.unlink(temporary.path)
    try confirmation.get()
    return isGone == nil ? .writtenLeaving(temporary.path) : .written
  }

  /// Moves the temporary file to the target path. Without `replacing`, no file may exist there.
  func put(
    _ temporary: TemporaryFile, _ status: FileStatus, replacing: Bool
  ) throws(SaveError) -> SaveOutcome {
    do {
      try rename(temporary.path, status, replacing ? .replacing : .withoutReplacing)
    } catch let error where error.isUnsupported && !replacing {
      return try lookAndPut(temporary, status, nil)
    } catch {
      temporary.remove()
      throw error.isExistence ? .changed(target.path, .created) : .couldNotWrite(target.path, .replace, error)
    }
    try confirm()
    return .written
  }

  /// For file systems that can only rename with replacement: checks for changes as late as possible, then renames. `snapshot` is
  /// nil if no file should be there.
  private func lookAndPut(
    _ temporary: TemporaryFile, _ status: FileStatus, _ snapshot: FileSnapshot?
  ) throws(SaveError) -> SaveOutcome {
    do throws(SaveError) {
      let change = try comparing { () throws(SystemFailure) in
        if let snapshot {
          return try operations.file(target.resolvedPath, holds: snapshot.bytes) ? nil : FileChange.contents
        }
        return try operations.statusIfPresent(target.resolvedPath, followingLink: false) == nil ? nil : .created
      }
      if let change { throw .changed(target.path, change) }
    } catch {
      temporary.remove()
      throw error
    }
    return try put(temporary, status, replacing: true)
  }

  /// Does the same as ``lookAndPut(_:_:_:)``, after making a copy of the old file.
  private func backUpAndPut(
    _ temporary: TemporaryFile, _ status: FileStatus, _ snapshot: FileSnapshot?
  ) throws(SaveError) -> SaveOutcome {
    let copy: TemporaryFile
    do throws(SaveError) {
      let old: FileSnapshot
      if let snapshot { old = snapshot } else { old = try FileSnapshot(target.resolvedPath, limit: .max, operations) }
      copy = try Backup(target: target, operations: operations).copy(old.bytes, like: old.status)
      do throws(SaveError) {
        _ = try lookAndPut(temporary, status, old)
      } catch {
        if error.consequence != .writtenUnconfirmed { copy.remove() }
        throw error
      }
    } catch {
      if error.consequence != .writtenUnconfirmed { temporary.remove() }
      throw error
    }
    return .writtenKeeping(copy.path)
  }

  /// Puts back the file that another program saved just before the exchange.
  private func undo(_ temporary: TemporaryFile, _ status: FileStatus) throws(SaveError) {
    do {
      try rename(target.resolvedPath, nil, to: temporary.path, .exchanging)
      // The file that came back must be ours: if another program saved once more, its file is not ours to delete.
      guard let back = try operations.statusIfPresent(temporary.path, followingLink: false), back.isSameFile(as: status)
      else { throw SystemFailure.inputOutput }
    } catch {
      throw .displaced(target.path, keptAt: temporary.path)
    }
    temporary.remove()
  }

  private func rename(_ from: String, _ status: FileStatus, _ manner: RenameManner) throws(SystemFailure) {
    try rename(from, status, to: target.resolvedPath, manner)
  }

  /// Renames, and retries after errors that may pass. On NFS a rename can succeed although it returns an error (rename(2)); if
  /// `status` (the status of the file being moved) is given, the result is checked after an error.
  private func rename(
    _ from: String, _ status: FileStatus?, to: String, _ manner: RenameManner
  ) throws(SystemFailure) {
    var waits = [10, 30, 100, 300, 600][...]
    while true {
      do {
        return try operations.rename(from, to: to, manner)
      } catch {
        if let status, let there = try? operations.statusIfPresent(to, followingLink: false),
          there.isSameFile(as: status)
        {
          return
        }
        guard error.maySoonPass, let wait = waits.popFirst() else { throw error }
        operations.pause(milliseconds: wait)
      }
    }
  }

  /// Flushes the directory: only then is the new name on disk.
  private func confirm() throws(SaveError) {
    do {
      try operations.withFile(target.directory, .readDirectory) { directory throws(SystemFailure) in
        try operations.synchronize(directory)
      }
    } catch let error where error.isUnsupported {
      // Some network file systems can't flush a directory; there is nothing to wait for.
    } catch {
      throw .notDurable(target.path, error)
    }
  }

  private func comparing<T>(_ body: () throws(SystemFailure) -> T) throws(SaveError) -> T {
    try translating({ .couldNotWrite(target.path, .compare, $0) }, body)
  }
}
