// SPDX-License-Identifier: Apache-2.0

internal import CFileSystem
import Glibc

/// An open folder. What is in it is asked of the folder itself, not of a path, so that nobody can put another one in its place
/// meanwhile. Descriptors are lent to the system for a single call.
struct OpenFolder: ~Copyable {
  enum Kind: Hashable, Sendable { case file, folder, link, other }

  struct Entry: Hashable, Sendable {
    let name: String
    /// Of the entry itself, not of what it leads to.
    let kind: Kind
  }

  private let descriptor: Int32

  /// Links on the way to the folder, and the folder itself, are followed. Nil if it can't be read.
  init?(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  /// The folder with this path below another one, whatever has become of the names that led there. Nil if a step is not a
  /// folder, even if it is a link to one.
  init?(_ path: String, in root: borrowing OpenFolder) {
    var descriptor = fcntl(root.descriptor, F_DUPFD_CLOEXEC, 3)
    for step in path.split(separator: "/") where descriptor >= 0 {
      let next =
        step == ".." ? -1 : unsafe openat(descriptor, String(step), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      close(descriptor)
      descriptor = next
    }
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The entries, sorted by name. A name that is not UTF-8, as some programs write Chinese names, has its bytes escaped. It can
  /// be reported, but not opened.
  func entries() -> [Entry]? {
    let own = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    guard own >= 0 else { return nil }
    guard let stream = unsafe fdopendir(own) else {
      close(own)
      return nil
    }
    defer { unsafe closedir(stream) }
    unsafe rewinddir(stream)
    var entries: [Entry] = []
    while let entry = unsafe readdir(stream) {
      let type = unsafe Int32(entry.pointee.d_type)
      let found = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer -> Entry in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name -> Entry in
          unsafe Entry(name: Self.text(name), kind: kind(type: type, of: name))
        }
      }
      if found.name != ".", found.name != ".." { entries.append(found) }
    }
    return entries.sorted { $0.name < $1.name }
  }

  private static func text(_ name: UnsafePointer<CChar>) -> String {
    if let text = unsafe String(validatingCString: name) { return text }
    let bytes = unsafe UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
    return Files.escaped(bytes)
  }

  /// What an entry is. Some file systems give no types with their entries (`DT_UNKNOWN`); then the entry itself is asked.
  func kind(type: Int32, of name: UnsafePointer<CChar>) -> Kind {
    switch type {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_LNK): return .link
    case Int32(DT_UNKNOWN):
      var status = stat()
      guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
      return Self.kind(of: status)
    default: return .other
    }
  }

  /// What a link leads to; nil for nothing.
  func target(ofLink name: String) -> Kind? {
    var status = stat()
    guard unsafe fstatat(descriptor, name, &status, 0) == 0 else { return nil }
    return Self.kind(of: status)
  }

  private static func kind(of status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }
}
