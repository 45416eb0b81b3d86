// SPDX-License-Identifier: Apache-2.0

public import Zip

/// A file as it was at one moment: its bytes, and what is needed to detect later changes.
public struct FileSnapshot: Sendable {
  /// The path as the caller gave it.
  public let path: String
  /// The absolute path with symbolic links resolved: the file that a save replaces.
  public let resolvedPath: String
  public let bytes: [UInt8]
  package let status: FileStatus

  /// Reads the file at `path`, following symbolic links.
  ///
  /// Fails if it is not a regular file, if it is larger than the file-size limit, or if another program writes to it during the
  /// read.
  ///
  /// - Parameter roots: folders (absolute paths without symbolic links), one of which must contain the file after all links are
  ///   resolved; nil allows any file.
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

  /// Whether `path` refers to this same file, even under another name.
  public func isFile(at path: String) -> Bool {
    let operations = UninterruptedOperations(base: SystemFileOperations())
    let other = try? operations.statusIfPresent(path, followingLink: true)
    return other?.isSameFile(as: status) ?? false
  }
}

/// Calls `body` and converts a system error to a ``SaveError`` that names the file.
func translating<T>(
  _ translate: (SystemFailure) -> SaveError, _ body: () throws(SystemFailure) -> T
) throws(SaveError) -> T {
  do {
    return try body()
  } catch {
    throw translate(error)
  }
}
