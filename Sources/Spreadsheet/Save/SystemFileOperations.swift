// SPDX-License-Identifier: Apache-2.0

internal import Base
internal import CFileSystem
internal import Glibc

// The only file in this module that calls the system directly. Paths are passed as C strings that live for the duration of the
// call, and buffer lengths come from the arrays that own the buffers.

/// The operations as implemented by the operating system.
package struct SystemFileOperations: FileOperations {
  package init() {
    // When a write exceeds the file size limit (RLIMIT_FSIZE), the default signal would end the process. If it is ignored, write
    // fails with EFBIG.
    Self.ignoreSizeSignal
  }

  private static let ignoreSizeSignal: Void = { _ = signal(SIGXFSZ, SIG_IGN) }()

  package func resolve(_ path: String) throws(SystemFailure) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw .last }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  package func status(ofPath path: String, followingLink: Bool) throws(SystemFailure) -> FileStatus {
    var buffer = stat()
    try check(unsafe followingLink ? stat(path, &buffer) : lstat(path, &buffer))
    return FileStatus(buffer)
  }

  package func status(of file: OpenFile) throws(SystemFailure) -> FileStatus {
    var buffer = stat()
    try check(unsafe fstat(file.descriptor, &buffer))
    return FileStatus(buffer)
  }

  package func open(_ path: String, _ purpose: OpenPurpose) throws(SystemFailure) -> OpenFile {
    let descriptor: Int32
    switch purpose {
    case .read:
      // Without O_NONBLOCK, opening a pipe would block until somebody writes to it.
      descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    case .readDirectory:
      descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    case .unnamed(let mode):
      descriptor = unsafe cfilesystem_open_unnamed(path, mode)
    case .create(let mode):
      descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    }
    try check(descriptor)
    return OpenFile(descriptor: descriptor)
  }

  package func read(_ file: OpenFile, upTo count: Int, into bytes: inout [UInt8]) throws(SystemFailure) -> Int {
    var result = 0
    bytes.append(addingCapacity: count) { (target: inout OutputSpan<UInt8>) in
      unsafe target.withUnsafeMutableBufferPointer { buffer, filled in
        result = unsafe Glibc.read(file.descriptor, buffer.baseAddress, count)
        filled = max(0, result)
      }
    }
    guard result >= 0 else { throw .last }
    return result
  }

  package func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int {
    let result = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(file.descriptor, $0.baseAddress, $0.count) }
    guard result >= 0 else { throw .last }
    return result
  }

  package func synchronize(_ file: OpenFile) throws(SystemFailure) { try check(fsync(file.descriptor)) }

  package func close(_ file: OpenFile) throws(SystemFailure) { try check(Glibc.close(file.descriptor)) }

  package func setOwner(_ file: OpenFile, user: UInt32, group: UInt32) throws(SystemFailure) {
    try check(fchown(file.descriptor, user, group))
  }

  package func setMode(_ file: OpenFile, _ mode: UInt32) throws(SystemFailure) {
    try check(fchmod(file.descriptor, mode))
  }

  package func attributeNames(_ file: OpenFile) throws(SystemFailure) -> [String] {
    let list = unsafe try filled { unsafe flistxattr(file.descriptor, $0?.assumingMemoryBound(to: CChar.self), $1) }
    return list.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  package func attribute(_ file: OpenFile, _ name: String) throws(SystemFailure) -> [UInt8] {
    unsafe try filled { unsafe fgetxattr(file.descriptor, name, $0, $1) }
  }

  package func setAttribute(_ file: OpenFile, _ name: String, _ value: [UInt8]) throws(SystemFailure) {
    try check(unsafe fsetxattr(file.descriptor, name, value, value.count, 0))
  }

  package func removeAttribute(_ file: OpenFile, _ name: String) throws(SystemFailure) {
    try check(unsafe fremovexattr(file.descriptor, name))
  }

  package func link(_ file: OpenFile, to path: String) throws(SystemFailure) {
    try check(unsafe cfilesystem_link("/proc/self/fd/\(file.descriptor)", path))
  }

  package func rename(_ from: String, to: String, _ manner: RenameManner) throws(SystemFailure) {
    switch manner {
    case .replacing: try check(unsafe Glibc.rename(from, to))
    case .exchanging: try check(unsafe cfilesystem_rename(from, to, CFILESYSTEM_RENAME_EXCHANGE))
    case .withoutReplacing: try check(unsafe cfilesystem_rename(from, to, CFILESYSTEM_RENAME_NOREPLACE))
    }
  }

  package func unlink(_ path: String) throws(SystemFailure) { try check(unsafe Glibc.unlink(path)) }

  package func touch(_ path: String) throws(SystemFailure) {
    try check(unsafe utimensat(AT_FDCWD, path, nil, AT_SYMLINK_NOFOLLOW))
  }

  package func place(of file: OpenFile) throws(SystemFailure) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 64)
    let count = unsafe readlink("/proc/self/fd/\(file.descriptor)", &buffer, buffer.count)
    guard count >= 0 else { throw .last }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  package var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard unsafe gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  package var processID: Int32 { getpid() }

  /// The start time of the process in clock ticks since boot (proc(5), field 22 of `stat`). Fields are counted from the closing
  /// bracket after the process name, because the name may contain anything.
  package func startOfProcess(_ processID: Int32) -> String? {
    if let own = Self.ownStart, own.process == processID { return own.start }
    return Self.toldStart(of: processID)
  }

  /// Asks for what a confined process that saves is no longer told. Called in that process, before it is confined.
  package static func prepareForConfinement() { _ = (space, ownStart) }

  private static let ownStart = toldStart(of: getpid()).map { (process: getpid(), start: $0) }

  private static func toldStart(of processID: Int32) -> String? {
    let line = try? SystemFileOperations().withFile("/proc/\(processID)/stat", .read) { file throws(SystemFailure) in
      try SystemFileOperations().readAll(file, expecting: 512, limit: 1 << 16)
    }
    if let line, let bracket = line.lastIndex(of: UInt8(ascii: ")")) {
      let fields = line[bracket...].split(separator: UInt8(ascii: " "))
      // A process that has ended stays on the list until its parent asks for its status, which some never do.
      if fields.count > 1, fields[1].first == UInt8(ascii: "Z") || fields[1].first == UInt8(ascii: "X") { return nil }
      return fields.count > 20 ? String(decoding: fields[20], as: UTF8.self) : "-"
    }
    // Only this says that there is none. A confined process may be told neither the one nor the other.
    if kill(processID, 0) != 0, errno == ESRCH { return nil }
    return cfilesystem_has_ended(processID) == 1 ? nil : "-"
  }

  package var processSpace: String { Self.space }

  /// A confined process can't read the first part, so it must have been asked for before.
  private static let space: String = {
    let boot = try? SystemFileOperations().withFile("/proc/sys/kernel/random/boot_id", .read) {
      file throws(SystemFailure) in
      try SystemFileOperations().readAll(file, expecting: 64, limit: 64)
    }
    var name = [CChar](repeating: 0, count: 64)
    let count = unsafe readlink("/proc/self/ns/pid", &name, name.count)
    let space = name[..<max(0, count)].map { UInt8(bitPattern: $0) }
    let words = String(decoding: (boot ?? []) + [UInt8(ascii: ":")] + space, as: UTF8.self)
    return words.filter { !$0.isWhitespace }
  }()

  package var now: Int { WallClock.seconds() }

  package func pause(milliseconds: Int) { usleep(UInt32(milliseconds) * 1000) }

  private func check(_ result: Int32) throws(SystemFailure) {
    if result < 0 { throw .last }
  }

  /// Calls once for the length, then again for the bytes.
  private func filled(
    _ call: (UnsafeMutableRawPointer?, Int) -> Int
  ) throws(SystemFailure) -> [UInt8] {
    let count = call(nil, 0)
    guard count >= 0 else { throw .last }
    var bytes = [UInt8](repeating: 0, count: count)
    let written = unsafe bytes.withUnsafeMutableBytes { unsafe call($0.baseAddress, $0.count) }
    guard written >= 0 else { throw .last }
    return Array(bytes.prefix(written))
  }
}

extension SystemFailure: CustomStringConvertible {
  /// The error of the system call that failed last.
  fileprivate static var last: SystemFailure { SystemFailure(code: errno) }

  package static let interrupted = SystemFailure(code: EINTR)
  package static let inputOutput = SystemFailure(code: EIO)
  static let exists = SystemFailure(code: EEXIST)
  /// Our own code, not an error number of the system.
  static let outside = SystemFailure(code: 100_000)
  static let isDirectory = SystemFailure(code: EISDIR)
  /// No such file. Also covers a name that is too long for any file to have.
  var isAbsence: Bool { code == ENOENT || code == ENOTDIR || code == ENAMETOOLONG }
  var isExistence: Bool { code == EEXIST }
  /// The file system does not support the operation.
  var isUnsupported: Bool { code == EINVAL || code == ENOSYS || code == ENOTSUP || code == EOPNOTSUPP }
  /// Errors that may pass: virus scanners and servers hold files for a moment, and signals interrupt calls.
  var maySoonPass: Bool { code == EACCES || code == EBUSY || code == ETXTBSY || code == EINTR }

  public var description: String {
    self == .outside ? "it leads out of the folders that were named" : unsafe String(cString: strerror(code))
  }
}

extension FileStatus {
  fileprivate init(_ buffer: stat) {
    let kind: FileKind =
      switch buffer.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .other
      }
    self.init(
      device: UInt64(buffer.st_dev), inode: UInt64(buffer.st_ino), kind: kind, size: Int(buffer.st_size),
      linkCount: Int(buffer.st_nlink), mode: buffer.st_mode & 0o7777, user: buffer.st_uid, group: buffer.st_gid,
      modified: FileTime(seconds: buffer.st_mtim.tv_sec, nanoseconds: buffer.st_mtim.tv_nsec),
      statusChanged: FileTime(seconds: buffer.st_ctim.tv_sec, nanoseconds: buffer.st_ctim.tv_nsec))
  }
}
