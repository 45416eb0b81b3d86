// SPDX-License-Identifier: Apache-2.0

internal import CFileSystem
import Glibc

/// Files that stay open while they are read or written.
extension Files {
  /// Opens a file for reading; nil if that fails.
  static func openForReading(_ path: String) -> Int32? {
    regular(unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK))
  }

  /// The file if it is a regular one. Otherwise closes it and returns nil.
  private static func regular(_ file: Int32) -> Int32? {
    guard file >= 0 else { return nil }
    var status = stat()
    if unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return file }
    Glibc.close(file)
    errno = EINVAL
    return nil
  }

  /// Opens a file that nobody else can see and that disappears when closed; nil if that fails.
  static func openScratch(beside path: String) -> Int32? {
    let name = temporary(for: path)
    let file = unsafe open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    unsafe unlink(name)
    return file
  }

  /// Up to `count` bytes from `offset` on, fewer at the end of the file; nil if it can't be read.
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

  /// Opens a file for appending; nil if that fails.
  static func openForAppending(_ path: String) -> Int32? {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    return regular(file)
  }

  static func close(_ file: Int32) { _ = Glibc.close(file) }

  /// Appends to an open file; false if the system does not accept it.
  static func append(_ bytes: [UInt8], to file: Int32) -> Bool {
    var start = 0
    // Give up eventually if the call is interrupted again and again.
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
}
