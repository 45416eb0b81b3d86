/// Why a file could not be read or saved, with its path and what the system said.
public enum SaveError: Error, Hashable, Sendable {
  case noSuchFile(String)
  case unreadable(String, SystemFailure)
  /// A directory, a pipe, a device: nothing that can be read as a workbook.
  case notAFile(String, FileKind)
  /// Larger than the limit file-size.
  case tooLarge(String, bytes: Int, limit: Int)
  /// Somebody has the file open, or saves it at this moment.
  case locked(String, LockHolder)
  /// The file is not, or no longer, what was read; nothing was written.
  case changed(String, FileChange)
  /// The file can't be replaced without breaking a promise; nothing was written.
  case refused(String, SaveRefusal)
  /// The original is whole.
  case couldNotWrite(String, SaveStep, SystemFailure)
  /// What was written does not read back as it should; it is gone and the original is whole.
  case unverified(String, reason: String)
  /// Another program saved at the very moment of ours, and its file could not be put back: it is kept at `keptAt`.
  case displaced(String, keptAt: String)
  /// A workbook that was not read from a file has none to go back to.
  case noFile
  /// Written whole, but the system would not confirm that it is on disk.
  case notDurable(String, SystemFailure)

  /// The path as the caller gave it; empty where there is none.
  public var path: String {
    switch self {
    case .noFile: ""
    case .noSuchFile(let path), .unreadable(let path, _), .notAFile(let path, _), .tooLarge(let path, _, _),
      .locked(let path, _), .changed(let path, _), .refused(let path, _), .couldNotWrite(let path, _, _),
      .unverified(let path, _), .displaced(let path, _), .notDurable(let path, _):
      path
    }
  }

  /// What the caller can count on.
  public var consequence: SaveConsequence {
    switch self {
    case .noSuchFile, .unreadable, .notAFile, .tooLarge: .notRead
    case .locked, .changed: .conflict
    case .refused, .couldNotWrite, .unverified, .noFile: .notWritten
    case .displaced, .notDurable: .writtenUnconfirmed
    }
  }
}

/// The state that a failed read or save leaves; each has an exit code of its own.
public enum SaveConsequence: Hashable, Sendable {
  case notRead
  /// Nothing was written; it may work later.
  case conflict
  /// Nothing was written; the original is whole.
  case notWritten
  /// The new file stands at its path, whole.
  case writtenUnconfirmed
}

/// An error number of the system.
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
  /// The symbolic link now leads elsewhere.
  case redirected
  /// A file has come to be where there was none.
  case created
}

/// Why a file is not replaced.
public enum SaveRefusal: Hashable, Sendable {
  /// Replacing would leave the other names with the old contents.
  case hardLinks(Int)
  case notAFile(FileKind)
  case danglingLink
  /// Its owner or group can't be kept.
  case owner(SystemFailure)
  /// An access control list or another attribute can't be kept.
  case attribute(String, SystemFailure)
}

/// What was being done when a save failed.
public enum SaveStep: Hashable, Sendable {
  case resolve, lock, create, copyAttributes, write, synchronize, readBack, backUp, compare, replace
}
