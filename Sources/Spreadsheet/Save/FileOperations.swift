// SPDX-License-Identifier: Apache-2.0

/// The system calls that a save makes, as a protocol, so that tests can make each of them fail.
///
/// Implementations neither retry nor clean up; that is up to the caller.
package protocol FileOperations: Sendable {
  /// The absolute path with all symbolic links resolved.
  func resolve(_ path: String) throws(SystemFailure) -> String
  func status(ofPath path: String, followingLink: Bool) throws(SystemFailure) -> FileStatus
  func status(of file: OpenFile) throws(SystemFailure) -> FileStatus

  func open(_ path: String, _ purpose: OpenPurpose) throws(SystemFailure) -> OpenFile
  /// Appends up to `count` bytes to `bytes` and returns how many; 0 means the end of the file.
  func read(_ file: OpenFile, upTo count: Int, into bytes: inout [UInt8]) throws(SystemFailure) -> Int
  /// Returns how many of `bytes` were written.
  func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int
  func synchronize(_ file: OpenFile) throws(SystemFailure)
  func close(_ file: OpenFile) throws(SystemFailure)

  func setOwner(_ file: OpenFile, user: UInt32, group: UInt32) throws(SystemFailure)
  func setMode(_ file: OpenFile, _ mode: UInt32) throws(SystemFailure)
  func attributeNames(_ file: OpenFile) throws(SystemFailure) -> [String]
  func attribute(_ file: OpenFile, _ name: String) throws(SystemFailure) -> [UInt8]
  func setAttribute(_ file: OpenFile, _ name: String, _ value: [UInt8]) throws(SystemFailure)
  func removeAttribute(_ file: OpenFile, _ name: String) throws(SystemFailure)

  /// Gives a name to a file that was opened as `unnamed`. Fails with `EEXIST` if the name is taken.
  func link(_ file: OpenFile, to path: String) throws(SystemFailure)
  func rename(_ from: String, to: String, _ manner: RenameManner) throws(SystemFailure)
  func unlink(_ path: String) throws(SystemFailure)
  /// Sets the modification time to now, to show that the file is still in use.
  func touch(_ path: String) throws(SystemFailure)
  /// The path of an open file.
  func place(of file: OpenFile) throws(SystemFailure) -> String

  var hostName: String { get }
  var processID: Int32 { get }
  /// In which the number of a process means that process: this start of this machine, and its container. Without blanks.
  var processSpace: String { get }
  /// A value that distinguishes a running process from a later one with the same process id; nil if there is no such process.
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
  /// For writing. Fails if the name exists, even as a symbolic link. The umask applies to `mode`.
  case create(mode: UInt32)
  /// For writing, as a file without a name in the directory at the given path. It gets its name by `link`, and disappears if it
  /// is closed before that. Not supported by every file system.
  case unnamed(mode: UInt32)
}

package enum RenameManner: Hashable, Sendable {
  case replacing
  /// Exchanges the two names atomically. Not supported by every file system (`EINVAL`, `ENOSYS`).
  case exchanging
  /// Fails with `EEXIST` if the new name is taken. Not supported by every file system.
  case withoutReplacing
}

/// The metadata of a file that a save has to preserve or compare.
package struct FileStatus: Hashable, Sendable {
  package let device: UInt64
  package let inode: UInt64
  package let kind: FileKind
  package let size: Int
  package let linkCount: Int
  /// The permission bits, with set-user-id, set-group-id and sticky.
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
  /// Seconds since 1970.
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
