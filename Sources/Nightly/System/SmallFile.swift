// SPDX-License-Identifier: Apache-2.0

internal import CFileSystem
import Glibc

/// A small text file as it was at one moment: a playbook, a list of waivers. Only a regular file is opened, without waiting for
/// anybody, and no more of it is read than a reviewed text has.
public struct SmallFile: Sendable {
  /// More bytes than this are no reviewed text.
  public static let sizeLimit = 1 << 20

  public let path: String
  public let bytes: [UInt8]
  /// Whether the file is the user's own or the system's, and nobody else may write to it.
  public let isTrusted: Bool
  /// Of the bytes.
  public let sha256: String

  /// Why a file was not read.
  public struct Refusal: Error, Hashable, CustomStringConvertible {
    public var description: String
  }

  /// - Parameter path: followed where it is a symbolic link; one of somebody else's makes the file one that is not trusted.
  public init(_ path: String) throws(Refusal) {
    var own = true
    var file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    if file < 0, errno == ELOOP {
      var link = stat()
      own = unsafe lstat(path, &link) == 0 && Self.isOwn(link.st_uid)
      file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    guard file >= 0 else { throw Refusal(description: Files.systemMessage()) }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw Refusal(description: Files.systemMessage()) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Refusal(description: "expected a file; it is something else")
    }
    guard status.st_size <= Self.sizeLimit,
      let bytes = Files.read(file, at: 0, Self.sizeLimit + 1), bytes.count <= Self.sizeLimit
    else { throw Refusal(description: "longer than \(Self.sizeLimit) bytes, which no reviewed text is") }
    self.path = path
    self.bytes = bytes
    sha256 = SHA256.hex(bytes)
    isTrusted = own && Self.isOwn(status.st_uid) && !Self.othersMayWrite(file, status)
  }

  private static func isOwn(_ user: uid_t) -> Bool { user == 0 || user == geteuid() }

  private static func othersMayWrite(_ file: Int32, _ status: stat) -> Bool {
    if status.st_mode & S_IWOTH != 0 { return true }
    guard status.st_mode & S_IWGRP != 0 else { return false }
    // With an access list, these bits are the most that anybody in it may do.
    if unsafe fgetxattr(file, "system.posix_acl_access", nil, 0) >= 0 { return true }
    return !isPrivate(status.st_gid)
  }

  /// Whether a group has the user as its only member: it bears the user's name, and lists nobody else.
  private static func isPrivate(_ group: gid_t) -> Bool {
    guard let user = unsafe getpwuid(geteuid()), unsafe user.pointee.pw_gid == group else { return false }
    let name = unsafe String(cString: user.pointee.pw_name)
    guard let entry = unsafe getgrgid(group), unsafe String(cString: entry.pointee.gr_name) == name else {
      return false
    }
    guard var member = unsafe entry.pointee.gr_mem else { return true }
    while let next = unsafe member.pointee {
      if unsafe String(cString: next) != name { return false }
      unsafe member += 1
    }
    return true
  }
}

extension Files {
  /// Whether something of this name is there, be it a link to nowhere.
  public static func isThere(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }
}
