/// The names of backups, and the copy that stands in where names can't be exchanged.
struct Backup {
  let target: SaveTarget
  let operations: any FileOperations

  /// More backups than anybody keeps in one directory: some end is needed.
  private static let highestNumber = 100_000

  /// Moves the finished temporary file to the first free name of a backup, without overwriting anything. Once it changes
  /// places with the original, the original stands there: at no moment is it at a name that a later run would clear away.
  func adopt(_ temporary: TemporaryFile) throws(SaveError) -> TemporaryFile {
    try firstFree { path throws(SystemFailure) in
      do throws(SystemFailure) {
        try operations.rename(temporary.path, to: path, .withoutReplacing)
      } catch let error where error.isUnsupported {
        // The name is taken first, then replaced: it is ours.
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

  /// Writes `bytes` to the first free name, with mode, owner and attributes of `model`, and flushes them.
  func copy(_ bytes: [UInt8], like model: FileStatus) throws(SaveError) -> TemporaryFile {
    let place = try firstFree { path throws(SystemFailure) in
      try reserve(path)
      return TemporaryFile(target: target, operations: operations, path: path)
    }
    // Taking the name and filling it is done in two steps; the second makes the file anew.
    do throws(SaveError) {
      _ = try place.make(bytes, like: model)
    } catch {
      place.remove()
      throw error
    }
    return place
  }

  /// Takes a name with an empty file.
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
