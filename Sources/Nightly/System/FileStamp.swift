// SPDX-License-Identifier: Apache-2.0

internal import Base
internal import CFileSystem
import Glibc
import Spreadsheet

/// The metadata of a file.
public struct FileStamp: Hashable, Sendable {
  /// In bytes.
  public let size: Int
  /// Seconds and nanoseconds since 1970.
  public let modified: [Int]
  /// When the inode last changed, which no program can set.
  public let changed: [Int]
  /// The device and the inode number.
  public let node: [Int]
  public let isFolder: Bool
  public let isFile: Bool

  /// Follows symbolic links. Nil if there is nothing at `path`.
  public init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    size = Int(status.st_size)
    modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    node = [Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino)]
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    isFile = status.st_mode & S_IFMT == S_IFREG
  }

  /// How many seconds ago it was modified; negative if its timestamp is in the future.
  public var age: Int { Seconds.between(modified.first ?? 0, and: WallClock.seconds()) }

  /// Identifies a version of the file: where it is, its size and its timestamps. As long as this stays the same, so do the
  /// bytes, provided that the file ``isAtRest``.
  public var identity: String { (node + [size] + modified + changed).map(String.init).joined(separator: " ") }

  /// Whether the last change is long enough ago that another one would get a different timestamp. File systems have coarse
  /// clocks.
  public var isAtRest: Bool {
    let now = WallClock.seconds()
    return [modified, changed].allSatisfy { Seconds.between($0.first ?? 0, and: now) > 2 }
  }
}
