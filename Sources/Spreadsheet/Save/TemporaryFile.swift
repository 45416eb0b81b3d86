// SPDX-License-Identifier: Apache-2.0

/// The new file next to the old one, before it replaces it.
package struct TemporaryFile {
  let target: SaveTarget
  let operations: any FileOperations

  let path: String
  /// The mode that the file has at most.
  var mostMode: UInt32 = 0o7777

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
  /// - Parameter source: for a file that replaces none, the one whose readers alone may read it; the umask applies.
  package func make(
    _ bytes: [UInt8], like model: FileStatus?, asPrivateAs source: FileSnapshot? = nil
  ) throws(SaveError) -> FileStatus {
    let file = try create(
      mode: model != nil ? 0o600 : source.map { $0.status.mode & 0o666 & mostMode | 0o600 } ?? 0o666)
    do {
      let status = try fill(file, bytes, like: model, asPrivateAs: source)
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

  /// Takes the rights of the group away where they were another group's: the new file has the group of whoever makes it, or of the folder.
  private func restrict(_ file: OpenFile, to source: FileSnapshot) throws(SaveError) {
    try translating({ .couldNotWrite(target.path, .copyAttributes, $0) }) { () throws(SystemFailure) in
      let fresh = try operations.status(of: file)
      // With an access list, the bits of the group are those of all whom the list names.
      let names = try? operations.withFile(source.resolvedPath, .read) { original throws(SystemFailure) in
        try operations.attributeNames(original)
      }
      let hasList = names?.contains(Self.accessList) ?? true
      guard fresh.group != source.status.group || hasList else { return }
      let mode = fresh.mode & ~0o070 | (fresh.mode & 0o007) << 3
      if mode != fresh.mode { try operations.setMode(file, mode) }
    }
  }

  private static let accessList = "system.posix_acl_access"

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

  private func fill(
    _ file: OpenFile, _ bytes: [UInt8], like model: FileStatus?, asPrivateAs source: FileSnapshot?
  ) throws(SaveError) -> FileStatus {
    var isOpen = true
    defer { if isOpen { try? operations.close(file) } }
    if model == nil, let source { try restrict(file, to: source) }
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
