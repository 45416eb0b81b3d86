// SPDX-License-Identifier: Apache-2.0

internal import CFileSystem
import Glibc
internal import Playbook

/// A snapshot of a small text file, such as a playbook or a list of waivers. Only regular files are opened, without blocking,
/// and reading stops at a size that no reviewed text has.
public struct SmallFile: Sendable {
  /// No reviewed text is longer than this.
  public static let sizeLimit = 1 << 20

  public let path: String
  public let bytes: [UInt8]
  /// Whether the file belongs to the user or to the system, and nobody else can write to it.
  public let isTrusted: Bool
  /// Of the bytes.
  public let sha256: String

  /// Why a file was not read.
  public struct Refusal: Error, Hashable, CustomStringConvertible {
    public var description: String
  }

  /// - Parameter path: may be a symbolic link. If the link belongs to somebody else, the file is not trusted.
  public init(_ path: String) throws(Refusal) {
    var own = true
    var file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    if file < 0, errno == ELOOP {
      var link = stat()
      own = unsafe lstat(path, &link) == 0 && Self.isOwn(link.st_uid)
      file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    try self.init(path, file, isOwn: own)
  }

  /// A file that was found, not named: it lies below one of the roots, or in a folder above one, under its own name and not
  /// through a link. What is elsewhere is not opened.
  ///
  /// - Parameter roots: absolute paths without symbolic links.
  init(found path: String, below roots: [String]) throws(Refusal) {
    // The system is asked where the file really is, which nobody can change any more.
    let place = unsafe open(path, Self.placeOnly | O_CLOEXEC)
    guard place >= 0 else { throw Refusal(description: Files.systemMessage()) }
    defer { close(place) }
    var status = stat()
    guard unsafe fstat(place, &status) == 0 else { throw Refusal(description: Files.systemMessage()) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Self.noFile }
    guard let real = Files.resolved("/proc/self/fd/\(place)") else {
      throw Refusal(description: Files.systemMessage())
    }
    func isBelow(_ path: String, _ folder: String) -> Bool { path.hasPrefix(folder == "/" ? folder : folder + "/") }
    let isAbove = real == path && roots.contains { isBelow($0, Files.folder(of: real)) }
    guard isAbove || roots.contains(where: { isBelow(real, $0) }) else {
      throw Refusal(
        description: Spoken.words("它是連結，指向當晚檢查的資料夾之外", "it is reached by a link that leads out of the night's folders"))
    }
    try self.init(path, unsafe open("/proc/self/fd/\(place)", O_RDONLY | O_CLOEXEC | O_NONBLOCK), isOwn: true)
  }

  /// O_PATH, which the headers do not show: the place of a file, without opening it.
  private static let placeOnly: Int32 = 0o10000000

  private static var noFile: Refusal {
    Refusal(description: Spoken.words("應為檔案，卻不是", "expected a file, found something else"))
  }

  private init(_ path: String, _ file: Int32, isOwn own: Bool) throws(Refusal) {
    guard file >= 0 else { throw Refusal(description: Files.systemMessage()) }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw Refusal(description: Files.systemMessage()) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Self.noFile }
    guard status.st_size <= Self.sizeLimit,
      let bytes = Files.read(file, at: 0, Self.sizeLimit + 1), bytes.count <= Self.sizeLimit
    else {
      throw Refusal(
        description: Spoken.words(
          "超過 \(Self.sizeLimit) 位元組，這麼長的設定不會有人檢查過",
          "longer than \(Self.sizeLimit) bytes, too long to have been reviewed"))
    }
    self.path = path
    self.bytes = bytes
    sha256 = SHA256.hex(bytes)
    isTrusted = own && Self.isOwn(status.st_uid) && !Self.othersMayWrite(file, status)
  }

  private static func isOwn(_ user: uid_t) -> Bool { user == 0 || user == geteuid() }

  private static func othersMayWrite(_ file: Int32, _ status: stat) -> Bool {
    if status.st_mode & S_IWOTH != 0 { return true }
    guard status.st_mode & S_IWGRP != 0 else { return false }
    // With an access control list, these bits are the maximum that anybody in it gets.
    if unsafe fgetxattr(file, "system.posix_acl_access", nil, 0) >= 0 { return true }
    return !isPrivate(status.st_gid)
  }

  /// Whether the user is the only member of a group: it has the user's name, lists nobody else and is the group of no other
  /// account.
  private static func isPrivate(_ group: gid_t) -> Bool {
    guard let user = unsafe getpwuid(geteuid()), unsafe user.pointee.pw_gid == group else { return false }
    let name = unsafe String(cString: user.pointee.pw_name)
    guard let entry = unsafe getgrgid(group), unsafe String(cString: entry.pointee.gr_name) == name else {
      return false
    }
    if var member = unsafe entry.pointee.gr_mem {
      while let next = unsafe member.pointee {
        if unsafe String(cString: next) != name { return false }
        unsafe member += 1
      }
    }
    return !isShared(group, by: accounts(), besides: geteuid())
  }

  /// Whether a group is that of another account.
  static func isShared(_ group: gid_t, by accounts: [(user: uid_t, group: gid_t)], besides user: uid_t) -> Bool {
    accounts.contains { $0.group == group && $0.user != user }
  }

  /// The accounts that the system lists, each with its own group.
  private static func accounts() -> [(user: uid_t, group: gid_t)] {
    var accounts: [(user: uid_t, group: gid_t)] = []
    setpwent()
    defer { endpwent() }
    while let entry = unsafe getpwent() { unsafe accounts.append((entry.pointee.pw_uid, entry.pointee.pw_gid)) }
    return accounts
  }
}

extension Files {
  /// Whether there is anything at this path, even a broken link.
  public static func isThere(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }
}
