/// What a save asks of the system, so that tests can make each of it fail.
///
/// Nothing here tries again or cleans up: that is the business of the caller.
package protocol FileOperations: Sendable {
  /// The absolute path without symbolic links.
  func resolve(_ path: String) throws(SystemFailure) -> String
  func status(ofPath path: String, followingLink: Bool) throws(SystemFailure) -> FileStatus
  func status(of file: OpenFile) throws(SystemFailure) -> FileStatus

  func open(_ path: String, _ purpose: OpenPurpose) throws(SystemFailure) -> OpenFile
  /// Appends up to `count` bytes to `bytes`; 0 means the end.
  func read(_ file: OpenFile, upTo count: Int, into bytes: inout [UInt8]) throws(SystemFailure) -> Int
  /// How many of `bytes` were taken.
  func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int
  func synchronize(_ file: OpenFile) throws(SystemFailure)
  func close(_ file: OpenFile) throws(SystemFailure)

  func setOwner(_ file: OpenFile, user: UInt32, group: UInt32) throws(SystemFailure)
  func setMode(_ file: OpenFile, _ mode: UInt32) throws(SystemFailure)
  func attributeNames(_ file: OpenFile) throws(SystemFailure) -> [String]
  func attribute(_ file: OpenFile, _ name: String) throws(SystemFailure) -> [UInt8]
  func setAttribute(_ file: OpenFile, _ name: String, _ value: [UInt8]) throws(SystemFailure)
  func removeAttribute(_ file: OpenFile, _ name: String) throws(SystemFailure)

  /// Gives a file that was opened as `unnamed` a name; fails with `EEXIST` when something is there.
  func link(_ file: OpenFile, to path: String) throws(SystemFailure)
  func rename(_ from: String, to: String, _ manner: RenameManner) throws(SystemFailure)
  func unlink(_ path: String) throws(SystemFailure)
  /// Says that a file is still in use: its time of change is now.
  func touch(_ path: String) throws(SystemFailure)
  /// Where an open file is.
  func place(of file: OpenFile) throws(SystemFailure) -> String

  var hostName: String { get }
  var processID: Int32 { get }
  /// What tells a running process from another one that has the same number later; nil when none has it.
  func startOfProcess(_ processID: Int32) -> String?
  /// Seconds since 1970.
  var now: Int { get }
  func pause(milliseconds: Int)
}

/// A file descriptor.
package struct OpenFile: Hashable, Sendable {
  package let descriptor: Int32

  package init(descriptor: Int32) { self.descriptor = descriptor }
}

package enum OpenPurpose: Hashable, Sendable {
  case read
  case readDirectory
  /// For writing; fails when something is there, be it a symbolic link. `mode` is cut by the umask.
  case create(mode: UInt32)
  /// For writing, without a name in the directory that the path names, until it gets one by `link`. Gone when closed before.
  /// Not every file system can.
  case unnamed(mode: UInt32)
}

package enum RenameManner: Hashable, Sendable {
  case replacing
  /// Both names change places, at once. Not every file system can (`EINVAL`, `ENOSYS`).
  case exchanging
  /// Fails with `EEXIST` when something is there. Not every file system can.
  case withoutReplacing
}

/// What the system knows of a file, as far as a save must keep or compare it.
package struct FileStatus: Hashable, Sendable {
  package let device: UInt64
  package let inode: UInt64
  package let kind: FileKind
  package let size: Int
  package let linkCount: Int
  /// Permission bits with set-user-id, set-group-id and sticky.
  package let mode: UInt32
  package let user: UInt32
  package let group: UInt32
  package let modified: FileTime
  package let statusChanged: FileTime

  package init(
    device: UInt64, inode: UInt64, kind: FileKind, size: Int, linkCount: Int, mode: UInt32, user: UInt32,
    group: UInt32, modified: FileTime, statusChanged: FileTime
  ) {
    self.device = device
    self.inode = inode
    self.kind = kind
    self.size = size
    self.linkCount = linkCount
    self.mode = mode
    self.user = user
    self.group = group
    self.modified = modified
    self.statusChanged = statusChanged
  }

  package func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }
}

package struct FileTime: Hashable, Sendable {
  /// Since 1970.
  package let seconds: Int
  package let nanoseconds: Int

  package init(seconds: Int, nanoseconds: Int) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

extension FileOperations {
  package func touch(_ path: String) throws(SystemFailure) {}
  package func place(of file: OpenFile) throws(SystemFailure) -> String {
    try resolve("/proc/self/fd/\(file.descriptor)")
  }
}
