// SPDX-License-Identifier: Apache-2.0

internal import Base

extension FileOperations {
  /// How many seconds ago the file was modified; negative if its time is in the future.
  func age(of status: FileStatus) -> Int { Seconds.between(status.modified.seconds, and: now) }

  /// The status of the file at `path`, or nil if there is none.
  func statusIfPresent(_ path: String, followingLink: Bool) throws(SystemFailure) -> FileStatus? {
    do {
      return try status(ofPath: path, followingLink: followingLink)
    } catch let error where error.isAbsence {
      return nil
    }
  }

  /// Opens a file, calls `body` and closes the file. Errors from closing are ignored, which is safe for a file that was only
  /// read.
  func withFile<T>(
    _ path: String, _ purpose: OpenPurpose, _ body: (OpenFile) throws(SystemFailure) -> T
  ) throws(SystemFailure) -> T {
    let file = try open(path, purpose)
    let result: Result<T, SystemFailure> = Result { () throws(SystemFailure) in try body(file) }
    try? close(file)
    return try result.get()
  }

  /// Reads from the current position to the end of the file, but at most a little more than `limit` bytes: enough to see that the
  /// limit is exceeded.
  func readAll(_ file: OpenFile, expecting count: Int, limit: Int) throws(SystemFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    // Leave room for the final read, which finds the end of the file.
    bytes.reserveCapacity(min(count, limit) + (1 << 16))
    while bytes.count <= limit {
      let room = max(1 << 16, min(bytes.capacity - bytes.count, 1 << 26))
      let count = try read(file, upTo: room, into: &bytes)
      if count == 0 { break }
    }
    return bytes
  }

  /// Writes all of `bytes`, even if the system accepts only some of them per call.
  func writeAll(_ file: OpenFile, _ bytes: [UInt8]) throws(SystemFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = try write(file, rest)
      // The system accepted nothing and reported no error. Trying again would loop forever.
      guard count > 0, count <= rest.count else { throw .inputOutput }
      rest = rest.dropFirst(count)
    }
  }

  /// Whether the file at `path` contains exactly `bytes`.
  func file(_ path: String, holds bytes: [UInt8]) throws(SystemFailure) -> Bool {
    try withFile(path, .read) { file throws(SystemFailure) in
      var window: [UInt8] = []
      var rest = bytes[...]
      while true {
        window.removeAll(keepingCapacity: true)
        let count = try read(file, upTo: 1 << 20, into: &window)
        if count == 0 { return rest.isEmpty }
        guard rest.prefix(count).elementsEqual(window) else { return false }
        rest = rest.dropFirst(count)
      }
    }
  }
}
