// SPDX-License-Identifier: Apache-2.0

internal import Base
internal import CFileSystem
import Dealbook
import Glibc
internal import Isolation
import Playbook
import Spreadsheet

// Only this file, FileStamp, OpenFiles, FileMode, OpenFolder, SmallFile and RunLock make system calls in this module. Buffers are lent to the system for a single call.

public enum Files {
  /// Escapes a name as in `%AB%C8.xlsx`, if its bytes are not text or give the same text as another name.
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

  /// The bytes of a small file of ours or of a configuration file; nil if it can't be read.
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

  /// Writes a temporary file in the same folder and renames it, so that a reader sees either the old file or the new one.
  ///
  /// - Parameters:
  ///   - mode: the mode for a new file, subject to the umask.
  ///   - isLast: false for one of many files, after which ``flush(_:)`` is called.
  public static func write(
    _ bytes: [UInt8], to path: String, mode: FileMode = 0o600, isLast: Bool = true
  ) throws(NightlyError) {
    try write(to: path, mode: mode, isLast: isLast) { (sink) throws(NightlyError) in sink.write(bytes) }
  }

  /// Waits until everything that was written into a folder is on the disk.
  package static func flush(_ folder: String) throws(NightlyError) {
    let file = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw .notWritten(folder, systemMessage()) }
    defer { close(file) }
    if cfilesystem_flush(file) != 0 { throw .notWritten(folder, systemMessage()) }
  }

  /// Writes a file in this way piece by piece.
  public static func write(
    to path: String, mode: FileMode = 0o600, isLast: Bool = true,
    _ body: (ByteSink) throws(NightlyError) -> Void
  ) throws(NightlyError) {
    // An existing file keeps its mode, because somebody may have chosen it, unless it was chosen before what the file tells was private.
    var old = stat()
    if unsafe stat(path, &old) == 0, old.st_mode & S_IFMT != S_IFREG {
      throw .notWritten(path, Spoken.words("這是管線、插座、裝置或資料夾", "it is a pipe, socket, device or folder"))
    }
    let isThere = unsafe lstat(path, &old) == 0 && old.st_mode & S_IFMT == S_IFREG
    guard let (file, temporary) = openTemporary(for: path, mode: mode) else {
      throw .notWritten(path, systemMessage())
    }
    // The lock that goes with it says until the end that the file is being written.
    defer { close(file) }
    if isThere {
      var status = stat()
      fchmod(file, mode.narrowed(old.st_mode & 0o777))
      if unsafe fstat(file, &status) == 0, let less = mode.restricted(status) { fchmod(file, less) }
    }
    var problem: String?
    let sink = ByteSink { bytes in
      if problem == nil, !append(bytes, to: file) { problem = systemMessage() }
    }
    do throws(NightlyError) {
      try body(sink)
      sink.flush()
    } catch {
      unsafe unlink(temporary)
      throw error
    }
    if problem == nil, isLast, fsync(file) != 0 { problem = systemMessage() }
    if problem == nil, unsafe rename(temporary, path) != 0 { problem = systemMessage() }
    if let problem {
      unsafe unlink(temporary)
      throw .notWritten(path, problem)
    }
  }

  /// Creates and locks a temporary file; nil if that fails.
  private static func openTemporary(for path: String, mode: FileMode) -> (file: Int32, path: String)? {
    for _ in 0..<5 {
      let temporary = temporary(for: path)
      let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode.bits)
      guard file >= 0 else { return nil }
      _ = flock(file, LOCK_EX)
      // Another run may have taken it for an abandoned one before it was locked.
      var status = stat()
      if unsafe fstat(file, &status) == 0, status.st_nlink > 0 {
        if let less = mode.restricted(status) { fchmod(file, less) }
        return (file, temporary)
      }
      close(file)
    }
    errno = EAGAIN
    return nil
  }

  /// Removes what runs that were killed have left half written of these files.
  package static func removeAbandoned(of paths: [String]) {
    for (folder, paths) in Dictionary(grouping: paths, by: folder(of:)) {
      // The name of a temporary file begins with as much of the file's.
      let names = Set(paths.compactMap { $0.split(separator: "/").last.map { String($0.prefix(60)) } })
      removeAbandoned(in: folder) { names.contains($0) }
    }
  }

  /// Removes the temporary files that a run that was killed has left in a folder. Those that another process still writes are locked, and
  /// stay; so does what belongs to somebody else.
  ///
  /// - Parameter isOurs: whether a file of this name is written by this run.
  package static func removeAbandoned(in folder: String, _ isOurs: (String) -> Bool) {
    guard let open = OpenFolder(folder), let entries = open.entries() else { return }
    for entry in entries where entry.kind == .file {
      let name = entry.name
      guard name.hasPrefix("."), name.hasSuffix(".tmp") else { continue }
      let parts = name.dropFirst().dropLast(4)
      guard let dot = parts.lastIndex(of: ".") else { continue }
      let mark = parts[parts.index(after: dot)...]
      guard mark.utf8.count == 16, mark.allSatisfy(\.isHexDigit), isOurs(String(parts[..<dot])) else { continue }
      removeAbandoned("\(folder)/\(name)")
    }
  }

  private static func removeAbandoned(_ path: String) {
    let file = unsafe open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      status.st_nlink == 1, flock(file, LOCK_EX | LOCK_NB) == 0
    else { return }
    unsafe unlink(path)
  }

  /// Creates a folder unless it exists.
  public static func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(NightlyError) {
    guard unsafe mkdir(path, mode) != 0 else { return }
    guard errno == EEXIST else { throw .notWritten(path, systemMessage()) }
  }

  /// Creates the folders above a file.
  ///
  /// - Parameter original: for a copy, the path of the file that it is of. A new folder is as private as the one that the
  ///   original has in its place.
  public static func makeFolders(of path: String, like original: String? = nil) throws(NightlyError) {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let originals = original?.split(separator: "/", omittingEmptySubsequences: false).dropLast() ?? []
    for count in steps.indices.map({ $0 + 1 }) {
      let folder = steps.prefix(count).joined(separator: "/")
      guard !folder.isEmpty else { continue }
      let below = steps.count - count
      let model = original == nil ? "" : originals.dropLast(below).joined(separator: "/")
      let mode = originals.count > below ? modeOfFolders([model.isEmpty ? "/" : model]) : 0o755
      try makeFolder(folder, mode: mode)
    }
  }

  public static func remove(_ path: String) { unsafe unlink(path) }

  /// Creates a file that only the user can read, unless it exists.
  static func makePrivate(_ path: String) throws(NightlyError) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if file >= 0 {
      Glibc.close(file)
    } else if errno != EEXIST {
      throw .notWritten(path, systemMessage())
    } else if !exists(path) {
      // A link that leads to nothing yet.
      let file = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
      guard file >= 0 else { throw .notWritten(path, systemMessage()) }
      Glibc.close(file)
    }
  }

  /// Renames a file, together with the files a database keeps beside it, by appending the first free suffix. Returns the new
  /// name, or nil if that fails.
  static func setAside(_ path: String) -> String? {
    guard let number = (1...10_000).first(where: { !isThere("\(path).damaged-\($0)") }) else { return nil }
    let place = "\(path).damaged-\(number)"
    guard unsafe rename(path, place) == 0 else { return nil }
    for part in ["-journal", "-wal", "-shm"] where isThere(path + part) { unsafe rename(path + part, place + part) }
    return place
  }

  /// A path beside a file that nobody can have prepared.
  static func temporary(for path: String) -> String {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = steps.dropLast().map { $0 + "/" }.joined()
    return "\(folder).\(steps.last?.prefix(60) ?? "").\(unforeseeable()).tmp"
  }

  /// Runs a shell command with the output of `write` as its standard input. Returns its exit code, or nil if it could not be
  /// run or was ended by a signal.
  public static func run(_ command: String, _ write: (ByteSink) -> Void) -> Int32? {
    guard let pipe = unsafe popen(command, "w") else { return nil }
    // The command need not read all of its input.
    let sink = ByteSink { bytes in
      _ = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, pipe) }
    }
    write(sink)
    sink.flush()
    let status = unsafe pclose(pipe)
    return status >= 0 && status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// The absolute path with symbolic links resolved; nil if there is nothing at `path`.
  public static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The path of a file or folder relative to a folder, such as `../copies`. Both must exist.
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

  /// The current time in UTC. It is only recorded; no result depends on it.
  static func now() -> String {
    var seconds = time(nil)
    var parts = unsafe tm()
    unsafe gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = unsafe "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return unsafe "\(date)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  public static func pause(milliseconds: Int) { usleep(UInt32(clamping: milliseconds * 1000)) }

  static func systemMessage(_ number: Int32 = errno) -> String {
    let words = Spoken.words
    return words.language == .english
      ? unsafe String(cString: strerror(number)) : words.text(SystemFailure(code: number))
  }
}
