// SPDX-License-Identifier: Apache-2.0

import Glibc

// With SmallFile and RunLock the only file of this module that calls the system. Buffers are lent to it for the time of one call.

/// What a folder says of one of its files.
public struct FileStamp: Hashable, Sendable {
  /// In bytes.
  public let size: Int
  /// Seconds and nanoseconds since 1970.
  public let modified: [Int]
  /// When its entry in the file system changed: no program can set it.
  public let changed: [Int]
  /// The device, and the number that the file has there.
  public let node: [Int]
  public let isFolder: Bool
  public let isFile: Bool

  /// Follows symbolic links. Nil when there is nothing at `path`.
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

  /// How many seconds ago it was modified; negative when its clock is ahead of ours.
  public var age: Int { time(nil) - (modified.first ?? 0) }

  /// The file, its size and when it was written and changed. With the same a file has the same bytes, as long as it
  /// ``isAtRest``.
  public var identity: String { (node + [size] + modified + changed).map(String.init).joined(separator: " ") }

  /// Whether it changed so long ago that clocks of file systems, which tick slowly, tell a later change from the last.
  public var isAtRest: Bool {
    let now = time(nil)
    return [modified, changed].allSatisfy { now - ($0.first ?? 0) > 2 }
  }
}

public enum Files {
  /// The names in a folder, sorted; nil when it cannot be read. With each whether it is a symbolic link. One that is not UTF-8,
  /// as some programs write Chinese names, comes with its bytes escaped: it can be told of, not opened.
  static func names(in folder: String) -> [(name: String, isLink: Bool)]? {
    guard let stream = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [(name: String, isLink: Bool)] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          unsafe String(validatingCString: name)
            ?? escaped(UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) })
        }
      }
      if name == "." || name == ".." { continue }
      names.append((name, unsafe entry.pointee.d_type == UInt8(DT_LNK)))
    }
    return names.sorted { $0.name < $1.name }
  }

  /// `%AB%C8.xlsx` for bytes that are no text, or not that text which another name is too.
  static func escaped(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      byte < 0x80
        ? String(Character(UnicodeScalar(byte))) : "%" + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  /// Whether a path is a symbolic link.
  public static func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  public static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// The bytes of a small file of our own or of the team's settings; nil when it cannot be read.
  public static func read(_ path: String) -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes a file beside its place and renames it there: who reads meanwhile sees the old one or the new one.
  ///
  /// - Parameter mode: of a file that was not there, cut by the umask.
  public static func write(_ bytes: [UInt8], to path: String, mode: Int = 0o600) throws(NightlyError) {
    try write(to: path, mode: mode) { (sink) throws(NightlyError) in sink.write(bytes) }
  }

  /// The same piece by piece.
  public static func write(
    to path: String, mode: Int = 0o600, _ body: (ByteSink) throws(NightlyError) -> Void
  ) throws(NightlyError) {
    let temporary = temporary(for: path)
    // What was there keeps its mode: somebody may have chosen it.
    var old = stat()
    let isThere = unsafe lstat(path, &old) == 0 && old.st_mode & S_IFMT == S_IFREG
    let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(mode))
    guard file >= 0 else { throw .notWritten(path, systemMessage()) }
    if isThere { fchmod(file, old.st_mode & 0o777) }
    var problem: String?
    let sink = ByteSink { bytes in
      if problem == nil, !append(bytes, to: file) { problem = systemMessage() }
    }
    do throws(NightlyError) {
      try body(sink)
      sink.flush()
    } catch {
      close(file)
      unsafe unlink(temporary)
      throw error
    }
    if problem == nil, fsync(file) != 0 { problem = systemMessage() }
    close(file)
    if let problem {
      unsafe unlink(temporary)
      throw .notWritten(path, problem)
    }
    guard unsafe rename(temporary, path) == 0 else {
      let reason = systemMessage()
      unsafe unlink(temporary)
      throw .notWritten(path, reason)
    }
  }

  /// Makes a folder where there is none.
  public static func makeFolder(_ path: String) throws(NightlyError) {
    guard unsafe mkdir(path, 0o755) != 0 else { return }
    guard errno == EEXIST else { throw .notWritten(path, systemMessage()) }
  }

  /// Makes the folders above a file.
  public static func makeFolders(of path: String) throws(NightlyError) {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for count in steps.indices.map({ $0 + 1 }) {
      let folder = steps.prefix(count).joined(separator: "/")
      if !folder.isEmpty { try makeFolder(folder) }
    }
  }

  public static func remove(_ path: String) { unsafe unlink(path) }

  /// Makes a file that only the user may read, where there is none; what is there stays as it is.
  static func makePrivate(_ path: String) throws(NightlyError) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if file >= 0 { Glibc.close(file) } else if errno != EEXIST { throw .notWritten(path, systemMessage()) }
  }

  /// Gives a file, and what a database has beside it, the first free name behind its own; that name, or nil.
  static func setAside(_ path: String) -> String? {
    guard let number = (1...10_000).first(where: { !isThere("\(path).damaged-\($0)") }) else { return nil }
    let place = "\(path).damaged-\(number)"
    guard unsafe rename(path, place) == 0 else { return nil }
    for part in ["-journal", "-wal", "-shm"] where isThere(path + part) { unsafe rename(path + part, place + part) }
    return place
  }

  /// The mode of what tells of files: nobody may read it who may not read all of them.
  public static func mode(ofReportsOn paths: [String]) -> Int {
    var mode: mode_t = 0o644
    for path in paths {
      var status = stat()
      if unsafe stat(path, &status) == 0 { mode &= status.st_mode }
    }
    return Int(mode | 0o600)
  }

  /// Adds to an open file; false when the system does not take it.
  static func append(_ bytes: [UInt8], to file: Int32) -> Bool {
    var start = 0
    // A call that is interrupted without end fails at last.
    var interruptions = 0
    while start < bytes.count {
      let count = unsafe bytes[start...].withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        start += count
        interruptions = 0
      } else if errno == EINTR, interruptions < 100 {
        interruptions += 1
      } else {
        return false
      }
    }
    return true
  }

  /// Opens a file to read from; nil when that cannot be.
  static func openForReading(_ path: String) -> Int32? {
    regular(unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK))
  }

  /// The same where it is a file; else it is closed, and nil.
  private static func regular(_ file: Int32) -> Int32? {
    guard file >= 0 else { return nil }
    var status = stat()
    if unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return file }
    Glibc.close(file)
    errno = EINVAL
    return nil
  }

  /// Beside a file, where nobody can have put anything.
  private static func temporary(for path: String) -> String {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = steps.dropLast().map { $0 + "/" }.joined()
    return "\(folder).\(steps.last?.prefix(60) ?? "").\(unforeseeable()).tmp"
  }

  /// Opens a file that nobody else sees, gone when it is closed; nil when that cannot be.
  static func openScratch(beside path: String) -> Int32? {
    let name = temporary(for: path)
    let file = unsafe open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    unsafe unlink(name)
    return file
  }

  /// At most `count` bytes from `offset` on, fewer where the file ends; nil when it cannot be read.
  static func read(_ file: Int32, at offset: Int, _ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        return unsafe pread(file, rest.baseAddress, rest.count, offset + filled)
      }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { return nil }
      if got == 0 { break }
      filled += got
    }
    if filled < count { bytes.removeLast(count - filled) }
    return bytes
  }

  /// Opens a file to add to its end; nil when that cannot be.
  static func openForAppending(_ path: String) -> Int32? {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    return regular(file)
  }

  static func close(_ file: Int32) { _ = Glibc.close(file) }

  /// Runs a shell command with what `write` gives on its standard input; its exit code, or nil when it could not be run or was
  /// ended by a signal.
  public static func run(_ command: String, _ write: (ByteSink) -> Void) -> Int32? {
    guard let pipe = unsafe popen(command, "w") else { return nil }
    // A command that does not read all of it is none of our concern.
    let sink = ByteSink { bytes in
      _ = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, pipe) }
    }
    write(sink)
    sink.flush()
    let status = unsafe pclose(pipe)
    return status >= 0 && status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// The absolute path without symbolic links; nil when there is nothing at `path`.
  public static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// How a file or folder is reached from inside another folder, both of which are there: `../copies`.
  public static func relative(_ path: String, to folder: String) -> String {
    guard let path = resolved(path), let folder = resolved(folder) else { return path }
    let to = path.split(separator: "/")
    let from = folder.split(separator: "/")
    let common = zip(to, from).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: from.count - common) + to.dropFirst(common).map(String.init)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  public static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// The moment in UTC, for the record of runs only: no result rests on it.
  static func now() -> String {
    var seconds = time(nil)
    var parts = unsafe tm()
    unsafe gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = unsafe "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return unsafe "\(date)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  public static func pause(milliseconds: Int) { usleep(UInt32(clamping: milliseconds * 1000)) }

  static func systemMessage(_ number: Int32 = errno) -> String { unsafe String(cString: strerror(number)) }
}
