// SPDX-License-Identifier: Apache-2.0

/// Names backups, and makes the backup by copying where the file system can't exchange two names.
struct Backup {
  let target: SaveTarget
  let operations: any FileOperations

  /// The limit on the search for a free name; nobody keeps that many backups in one directory.
  private static let highestNumber = 100_000

  /// Renames the finished temporary file to the first free backup name, without overwriting anything. When it is then exchanged
  /// with the original, the original ends up under that name. So the original never has a name that a later run would clean up.
  func adopt(_ temporary: TemporaryFile) throws(SaveError) -> TemporaryFile {
    try firstFree { path throws(SystemFailure) in
      do throws(SystemFailure) {
        try operations.rename(temporary.path, to: path, .withoutReplacing)
      } catch let error where error.isUnsupported {
        // The file system can't rename without replacing: create an empty file under the name, which is then ours to replace.
        try reserve(path)
        do throws(SystemFailure) {
          try operations.rename(temporary.path, to: path, .replacing)
        } catch {
          try? operations.unlink(path)
          throw error
        }
      }
      return TemporaryFile(target: target, operations: operations, path: path)
    }
  }

  /// Writes `bytes` to the first free backup name, with the mode, owner and attributes of `model`, and flushes them to disk.
  func copy(_ bytes: [UInt8], like model: FileStatus) throws(SaveError) -> TemporaryFile {
    let place = try firstFree { path throws(SystemFailure) in
      try reserve(path)
      return TemporaryFile(target: target, operations: operations, path: path)
    }
    // The name is reserved first; `make` then replaces the empty file with the complete one.
    do throws(SaveError) {
      _ = try place.make(bytes, like: model)
    } catch {
      place.remove()
      throw error
    }
    return place
  }

  /// Reserves a name by creating an empty file.
  private func reserve(_ path: String) throws(SystemFailure) {
    let file = try operations.open(path, .create(mode: 0o600))
    do {
      try operations.close(file)
    } catch {
      try? operations.unlink(path)
      throw error
    }
  }

  private func firstFree(
    _ take: (String) throws(SystemFailure) -> TemporaryFile
  ) throws(SaveError) -> TemporaryFile {
    for number in 1...Self.highestNumber {
      do {
        return try take(target.backup(number))
      } catch let error where error.isExistence {
        continue
      } catch {
        throw .couldNotWrite(target.path, .backUp, error)
      }
    }
    throw .couldNotWrite(target.path, .backUp, .exists)
  }
}
