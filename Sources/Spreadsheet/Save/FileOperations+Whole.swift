extension FileOperations {
  /// The status of what `path` names, or nil when nothing is there.
  func statusIfPresent(_ path: String, followingLink: Bool) throws(SystemFailure) -> FileStatus? {
    do {
      return try status(ofPath: path, followingLink: followingLink)
    } catch let error where error.isAbsence {
      return nil
    }
  }

  /// Opens, does `body`, and closes. What goes wrong in closing a file that was only read tells nothing.
  func withFile<T>(
    _ path: String, _ purpose: OpenPurpose, _ body: (OpenFile) throws(SystemFailure) -> T
  ) throws(SystemFailure) -> T {
    let file = try open(path, purpose)
    let result: Result<T, SystemFailure> = Result { () throws(SystemFailure) in try body(file) }
    try? close(file)
    return try result.get()
  }

  /// All bytes from here to the end, but no more than one above `limit`.
  func readAll(_ file: OpenFile, expecting count: Int, limit: Int) throws(SystemFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    // With room for the read that finds the end.
    bytes.reserveCapacity(min(count, limit) + (1 << 16))
    while bytes.count <= limit {
      let room = max(1 << 16, min(bytes.capacity - bytes.count, 1 << 26))
      let count = try read(file, upTo: room, into: &bytes)
      if count == 0 { break }
    }
    return bytes
  }

  /// Writes all of `bytes`, however few the system takes at once.
  func writeAll(_ file: OpenFile, _ bytes: [UInt8]) throws(SystemFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = try write(file, rest)
      // Taking nothing, and no reason for it: there is none to wait for.
      guard count > 0, count <= rest.count else { throw .inputOutput }
      rest = rest.dropFirst(count)
    }
  }

  /// Whether the file at `path` holds exactly `bytes`.
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
