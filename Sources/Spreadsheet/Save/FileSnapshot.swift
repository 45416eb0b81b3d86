public import Zip

/// A file as it was at one moment: its bytes, and what is needed to see later whether it is still that file.
public struct FileSnapshot: Sendable {
  /// As the caller gave it.
  public let path: String
  /// The absolute path without symbolic links: the file that a save replaces.
  public let resolvedPath: String
  public let bytes: [UInt8]
  package let status: FileStatus

  /// Reads the file at `path`, following symbolic links.
  ///
  /// Fails for what is not a file, for more bytes than the limit file-size, and when another program writes meanwhile.
  ///
  /// - Parameter roots: folders, absolute and without symbolic links, that must hold what is read, wherever links lead.
  public static func read(
    _ path: String, limits: ZipLimits = .default, roots: [String]? = nil
  ) throws(SaveError) -> FileSnapshot {
    let system = SystemFileOperations()
    return try FileSnapshot(
      path, limit: limits.fileSize, roots.map { RootedOperations(base: system, roots: $0) } ?? system)
  }

  package init(_ path: String, limit: Int, _ operations: any FileOperations) throws(SaveError) {
    let operations = UninterruptedOperations(base: operations)
    func failed(_ failure: SystemFailure) -> SaveError {
      failure.isAbsence ? .noSuchFile(path) : .unreadable(path, failure)
    }
    let resolved = try translating(failed) { () throws(SystemFailure) in try operations.resolve(path) }
    let (before, bytes, after) = try translating(failed) { () throws(SystemFailure) in
      try operations.withFile(resolved, .read) { file throws(SystemFailure) in
        let before = try operations.status(of: file)
        guard before.kind == .file, before.size <= limit else { return (before, [UInt8](), before) }
        let bytes = try operations.readAll(file, expecting: before.size, limit: limit)
        return (before, bytes, try operations.status(of: file))
      }
    }
    guard before.kind == .file else { throw .notAFile(path, before.kind) }
    guard max(before.size, bytes.count) <= limit else {
      throw .tooLarge(path, bytes: max(before.size, bytes.count), limit: limit)
    }
    guard before == after, bytes.count == after.size else { throw .changed(path, .whileReading) }
    self.path = path
    resolvedPath = resolved
    self.bytes = bytes
    status = after
  }

  /// Whether `path` leads to this very file, under whatever name.
  public func isFile(at path: String) -> Bool {
    let operations = UninterruptedOperations(base: SystemFileOperations())
    let other = try? operations.statusIfPresent(path, followingLink: true)
    return other?.isSameFile(as: status) ?? false
  }
}

/// Does `body`; what the system says becomes an error that names the file.
func translating<T>(
  _ translate: (SystemFailure) -> SaveError, _ body: () throws(SystemFailure) -> T
) throws(SaveError) -> T {
  do {
    return try body()
  } catch {
    throw translate(error)
  }
}
