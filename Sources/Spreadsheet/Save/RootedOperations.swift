// SPDX-License-Identifier: Apache-2.0

/// Restricts the operations of `base` to files below certain folders. This holds wherever symbolic links lead, and even if
/// somebody replaces a folder with a link between two calls.
///
/// The folder of each path is opened first and the system is asked for its real location; the operation is then done relative to
/// the open folder.
struct RootedOperations: FileOperations {
  let base: any FileOperations
  /// Absolute paths without symbolic links.
  let roots: [String]

  private func requireInside(_ path: String) throws(SystemFailure) {
    let isInside = roots.contains { root in
      path == root || path.hasPrefix(root == "/" ? root : root + "/")
    }
    guard isInside else { throw .outside }
  }

  /// Calls `body` with a path to the same file that stays valid when folders are renamed or replaced.
  private func anchored<T>(_ path: String, _ body: (String) throws(SystemFailure) -> T) throws(SystemFailure) -> T {
    let target = SaveTarget(path: path, resolvedPath: path.hasPrefix("/") ? path : "./" + path)
    return try base.withFile(target.directory, .readDirectory) { folder throws(SystemFailure) in
      let place = "/proc/self/fd/\(folder.descriptor)"
      try requireInside(base.resolve(place))
      return try body("\(place)/\(target.name)")
    }
  }

  func resolve(_ path: String) throws(SystemFailure) -> String {
    let resolved = try base.resolve(path)
    try requireInside(resolved)
    return resolved
  }

  func status(ofPath path: String, followingLink: Bool) throws(SystemFailure) -> FileStatus {
    if followingLink, let status = try? base.status(ofPath: path, followingLink: false), status.kind == .symbolicLink {
      return try anchored(try resolve(path)) { path throws(SystemFailure) in
        try base.status(ofPath: path, followingLink: false)
      }
    }
    return try anchored(path) { path throws(SystemFailure) in try base.status(ofPath: path, followingLink: false) }
  }

  func status(of file: OpenFile) throws(SystemFailure) -> FileStatus { try base.status(of: file) }

  func open(_ path: String, _ purpose: OpenPurpose) throws(SystemFailure) -> OpenFile {
    let file: OpenFile
    switch purpose {
    case .create: return try anchored(path) { path throws(SystemFailure) in try base.open(path, purpose) }
    case .read: file = try anchored(path) { path throws(SystemFailure) in try base.open(path, purpose) }
    case .readDirectory, .unnamed: file = try base.open(path, purpose)
    }
    do {
      // The system reports an unnamed file as "/folder/#number (deleted)".
      try requireInside(base.place(of: file))
      return file
    } catch {
      try? base.close(file)
      throw error
    }
  }

  func place(of file: OpenFile) throws(SystemFailure) -> String { try base.place(of: file) }

  func read(_ file: OpenFile, upTo count: Int, into bytes: inout [UInt8]) throws(SystemFailure) -> Int {
    try base.read(file, upTo: count, into: &bytes)
  }
  func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int { try base.write(file, bytes) }
  func synchronize(_ file: OpenFile) throws(SystemFailure) { try base.synchronize(file) }
  func close(_ file: OpenFile) throws(SystemFailure) { try base.close(file) }
  func setOwner(_ file: OpenFile, user: UInt32, group: UInt32) throws(SystemFailure) {
    try base.setOwner(file, user: user, group: group)
  }
  func setMode(_ file: OpenFile, _ mode: UInt32) throws(SystemFailure) { try base.setMode(file, mode) }
  func attributeNames(_ file: OpenFile) throws(SystemFailure) -> [String] { try base.attributeNames(file) }
  func attribute(_ file: OpenFile, _ name: String) throws(SystemFailure) -> [UInt8] { try base.attribute(file, name) }
  func setAttribute(_ file: OpenFile, _ name: String, _ value: [UInt8]) throws(SystemFailure) {
    try base.setAttribute(file, name, value)
  }
  func removeAttribute(_ file: OpenFile, _ name: String) throws(SystemFailure) {
    try base.removeAttribute(file, name)
  }

  func link(_ file: OpenFile, to path: String) throws(SystemFailure) {
    try anchored(path) { path throws(SystemFailure) in try base.link(file, to: path) }
  }
  func rename(_ from: String, to: String, _ manner: RenameManner) throws(SystemFailure) {
    try anchored(from) { from throws(SystemFailure) in
      try anchored(to) { to throws(SystemFailure) in try base.rename(from, to: to, manner) }
    }
  }
  func unlink(_ path: String) throws(SystemFailure) {
    try anchored(path) { path throws(SystemFailure) in try base.unlink(path) }
  }
  var processSpace: String { base.processSpace }
  func touch(_ path: String) throws(SystemFailure) {
    try anchored(path) { path throws(SystemFailure) in try base.touch(path) }
  }

  var hostName: String { base.hostName }
  var processID: Int32 { base.processID }
  func startOfProcess(_ processID: Int32) -> String? { base.startOfProcess(processID) }
  var now: Int { base.now }
  func pause(milliseconds: Int) { base.pause(milliseconds: milliseconds) }
}
