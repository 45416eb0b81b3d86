// SPDX-License-Identifier: Apache-2.0

/// The new file next to the old one, before it replaces it.
package struct TemporaryFile {
  let target: SaveTarget
  let operations: any FileOperations

  let path: String

  package init(target: SaveTarget, operations: any FileOperations) {
    self.init(target: target, operations: operations, path: target.temporary)
  }

  init(target: SaveTarget, operations: any FileOperations, path: String) {
    self.target = target
    self.operations = operations
    self.path = path
  }

  /// Writes `bytes`, flushes them to disk, reads them back and compares. With `model` (the status of the file to be replaced),
  /// the new file gets that file's mode, owner, access control list and extended attributes; otherwise it gets the defaults. On
  /// failure, nothing is left behind.
  ///
  /// - Parameter mode: the mode of a file that replaces none; the umask applies.
  package func make(
    _ bytes: [UInt8], like model: FileStatus?, mode: UInt32 = 0o666
  ) throws(SaveError) -> FileStatus {
    let file = try create(mode: model == nil ? mode : 0o600)
    do {
      let status = try fill(file, bytes, like: model)
      try readBack(bytes)
      return status
    } catch {
      remove()
      throw error
    }
  }

  func remove() {
    try? operations.unlink(path)
  }

  private func create(mode: UInt32) throws(SaveError) -> OpenFile {
    try translating({ .couldNotWrite(target.path, .create, $0) }) { () throws(SystemFailure) in
      func open() throws(SystemFailure) -> OpenFile {
        try operations.open(path, .create(mode: mode))
      }
      do throws(SystemFailure) {
        return try open()
      } catch let error where error.isExistence {
        // We hold the lock and the name contains our random token, so a run that no longer exists left this file. Or it is the
        // empty file that reserved a backup name.
        remove()
        return try open()
      }
    }
  }

  private func fill(_ file: OpenFile, _ bytes: [UInt8], like model: FileStatus?) throws(SaveError) -> FileStatus {
    var isOpen = true
    defer { if isOpen { try? operations.close(file) } }
    try translating({ .couldNotWrite(target.path, .write, $0) }) { () throws(SystemFailure) in
      try operations.writeAll(file, bytes)
    }
    if let model { try copyAttributes(of: model, to: file) }
    return try translating({ .couldNotWrite(target.path, .synchronize, $0) }) { () throws(SystemFailure) in
      // After a failed fsync nobody knows what is on disk, and a second one may report success wrongly. So it is never retried
      // for this file.
      try operations.synchronize(file)
      let status = try operations.status(of: file)
      isOpen = false
      try operations.close(file)
      return status
    }
  }

  private func readBack(_ bytes: [UInt8]) throws(SaveError) {
    let isSame = try translating({ .couldNotWrite(target.path, .readBack, $0) }) { () throws(SystemFailure) in
      try operations.file(path, holds: bytes)
    }
    guard isSame else { throw .unverified(target.path, reason: "the file system gives back other bytes") }
  }
}
