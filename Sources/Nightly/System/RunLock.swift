// SPDX-License-Identifier: Apache-2.0

import Base
internal import CFileSystem
import Glibc

/// Keeps two runs with the same history apart. It is a lease that its owner renews while it works.
///
/// On the same machine, the system releases it when the owner ends, for whatever reason. Another machine, which may share the
/// folder but not the locks, waits until the lease has not been renewed for ten minutes.
public struct RunLock: ~Copyable {
  /// The number of seconds after which a lease that was not renewed expires.
  static let lease = 600
  /// The shortest interval between renewals, in seconds.
  private static let pace = 20

  private let file: Int32
  private let mark: [UInt8]
  private var renewed: Int

  public init(beside history: String) throws(NightlyError) {
    let path = history + ".lock"
    var file = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if file < 0, errno == EEXIST { file = unsafe open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    guard file >= 0 else { throw .notWritten(path, Files.systemMessage()) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw .notWritten(path, "the lock is not a file; move it away")
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      close(file)
      throw reason == EWOULDBLOCK ? .locked(path) : .notWritten(path, Files.systemMessage(reason))
    }
    // If it was written on this machine, its owner is gone. Otherwise this process would not have got the lock.
    let machine = Self.machine
    let owner = String(decoding: Files.read(file, at: 0, 512) ?? [], as: UTF8.self)
    let ownMachine = owner.isEmpty || owner.split(separator: " ").first.map(String.init) == machine
    let age = Seconds.between(status.st_mtim.tv_sec, and: WallClock.seconds())
    guard ownMachine || age.magnitude > Self.lease else {
      close(file)
      throw .locked(path)
    }
    let mark = Array("\(machine) \(getpid()) \(Files.unforeseeable())\n".utf8)
    guard ftruncate(file, 0) == 0, lseek(file, 0, SEEK_SET) == 0, Files.append(mark, to: file) else {
      let reason = Files.systemMessage()
      close(file)
      throw .notWritten(path, reason)
    }
    self.mark = mark
    self.file = file
    renewed = Self.seconds
  }

  /// Renews the lease. Returns false if another run has taken it over in the meantime, for example after the machine slept for
  /// a while. In that case this run must stop.
  public mutating func renew() -> Bool {
    let now = Self.seconds
    guard now - renewed >= Self.pace else { return true }
    renewed = now
    guard isOwn else { return false }
    return futimens(file, nil) == 0 || errno != EBADF
  }

  /// Whether no other run has taken the lock over.
  public var isOwn: Bool { Files.read(file, at: 0, mark.count + 1) == mark }

  deinit {
    if isOwn { ftruncate(file, 0) }
    close(file)
  }

  private static var seconds: Int { MonotonicClock.milliseconds() / 1000 }

  /// The same in all containers of a running system, and different in any other system.
  private static var machine: String {
    let boot = Files.read("/proc/sys/kernel/random/boot_id").map { String(decoding: $0, as: UTF8.self) }
    return boot?.split(whereSeparator: \.isNewline).first.map(String.init) ?? "unknown"
  }
}

extension Files {
  /// Sixteen random hexadecimal digits.
  static func unforeseeable() -> String {
    var generator = SystemRandomNumberGenerator()
    return (generator.next() as UInt64).hexadecimal(digits: 16)
  }
}
