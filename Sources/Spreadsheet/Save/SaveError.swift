// SPDX-License-Identifier: Apache-2.0

/// The reason a file could not be read or saved, with its path and the system's error.
public enum SaveError: Error, Hashable, Sendable {
  case noSuchFile(String)
  case unreadable(String, SystemFailure)
  /// The path names a directory, pipe or device, which can't be read as a workbook.
  case notAFile(String, FileKind)
  /// The file is larger than the file-size limit.
  case tooLarge(String, bytes: Int, limit: Int)
  /// Another program has the file open, or another run is saving it.
  case locked(String, LockHolder)
  /// The file is not, or no longer, what was read. Nothing was written.
  case changed(String, FileChange)
  /// Replacing the file would break a guarantee, such as keeping its owner. Nothing was written.
  case refused(String, SaveRefusal)
  /// A step of the save failed. The original is intact.
  case couldNotWrite(String, SaveStep, SystemFailure)
  /// What was written did not read back correctly and was removed. The original is intact.
  case unverified(String, reason: String)
  /// Another program saved the file at the same moment, and its version could not be put back. That version is kept at `keptAt`.
  case displaced(String, keptAt: String)
  /// The workbook was not read from a file, so there is no file to save it to.
  case noFile
  /// The file was written completely, but the system did not confirm that it is on disk.
  case notDurable(String, SystemFailure)

  /// The path as the caller gave it; empty if there is none.
  public var path: String {
    switch self {
    case .noFile: ""
    case .noSuchFile(let path), .unreadable(let path, _), .notAFile(let path, _), .tooLarge(let path, _, _),
      .locked(let path, _), .changed(let path, _), .refused(let path, _), .couldNotWrite(let path, _, _),
      .unverified(let path, _), .displaced(let path, _), .notDurable(let path, _):
      path
    }
  }

  /// The state in which the error leaves the file.
  public var consequence: SaveConsequence {
    switch self {
    case .noSuchFile, .unreadable, .notAFile, .tooLarge: .notRead
    case .locked, .changed: .conflict
    case .refused, .couldNotWrite, .unverified, .noFile: .notWritten
    case .displaced, .notDurable: .writtenUnconfirmed
    }
  }
}

/// The state in which a failed read or save leaves the file. Each has its own exit code.
public enum SaveConsequence: Hashable, Sendable {
  case notRead
  /// Nothing was written; a later attempt may succeed.
  case conflict
  /// Nothing was written; the original is intact.
  case notWritten
  /// The complete new file is at its path.
  case writtenUnconfirmed
}

/// An error number (`errno`) from the system.
public struct SystemFailure: Error, Hashable, Sendable {
  public let code: Int32

  public init(code: Int32) { self.code = code }
}

public enum FileKind: Hashable, Sendable {
  case file, directory, symbolicLink, other
}

/// How a file differs from what was read.
public enum FileChange: Hashable, Sendable {
  case whileReading
  case contents
  case deleted
  /// The symbolic link now leads to another file.
  case redirected
  /// A file was created where there was none.
  case created
}

/// The reason a file is not replaced.
public enum SaveRefusal: Hashable, Sendable {
  /// The file has several names (hard links); the others would keep the old contents.
  case hardLinks(Int)
  case notAFile(FileKind)
  case danglingLink
  /// The owner or group can't be preserved.
  case owner(SystemFailure)
  /// An access control list or another attribute can't be preserved.
  case attribute(String, SystemFailure)
}

/// The step at which a save failed.
public enum SaveStep: Hashable, Sendable {
  case resolve, lock, create, copyAttributes, write, synchronize, readBack, backUp, compare, replace
}
