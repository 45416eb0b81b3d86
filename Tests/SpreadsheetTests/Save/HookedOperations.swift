// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Synchronization
import Testing

/// One call of the system that a save makes.
enum SystemCall: Equatable {
  case resolve, status
  case open(OpenPurpose)
  case read, write, synchronize, close, link, setOwner, setMode, attribute
  case rename(RenameManner)
  case unlink
}

/// What a call shall do instead of its work.
enum Fault {
  case fail(SystemFailure)
  /// `write` takes one byte.
  case shortWrite
  /// `write` says that it took everything, and takes nothing.
  case lie
}

/// The operations of the system, but somebody looks first. Nothing is flushed: the tests don't cut the power.
struct HookedOperations: FileOperations {
  private let system = SystemFileOperations()
  let before: @Sendable (SystemCall, String) -> Fault?
  private let descriptors: Descriptors
  /// What the system says of the start of a process, in place of ``SystemFileOperations``.
  var startOfOther: (@Sendable (Int32) -> String?)?

  /// `before` gets each call and the path it is about, if it has one.
  /// `misuse` is told of descriptors that are closed twice or never.
  init(
    misuse: @escaping @Sendable (String) -> Void = { Issue.record("\($0)") },
    before: @escaping @Sendable (SystemCall, String) -> Fault?
  ) {
    self.before = before
    descriptors = Descriptors(misuse)
  }

  @discardableResult private func pass(_ call: SystemCall, _ path: String = "") throws(SystemFailure) -> Fault? {
    let fault = before(call, path)
    if case .fail(let failure) = fault { throw failure }
    return fault
  }

  func resolve(_ path: String) throws(SystemFailure) -> String {
    try pass(.resolve, path)
    return try system.resolve(path)
  }
  func status(ofPath path: String, followingLink: Bool) throws(SystemFailure) -> FileStatus {
    try pass(.status, path)
    return try system.status(ofPath: path, followingLink: followingLink)
  }
  func status(of file: OpenFile) throws(SystemFailure) -> FileStatus {
    try pass(.status)
    return try system.status(of: file)
  }
  func open(_ path: String, _ purpose: OpenPurpose) throws(SystemFailure) -> OpenFile {
    try pass(.open(purpose), path)
    let file = try system.open(path, purpose)
    descriptors.opened(file)
    return file
  }
  func read(_ file: OpenFile, upTo count: Int, into bytes: inout [UInt8]) throws(SystemFailure) -> Int {
    try pass(.read)
    return try system.read(file, upTo: count, into: &bytes)
  }
  func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int {
    switch try pass(.write) {
    case .shortWrite: return try system.write(file, bytes.prefix(1))
    case .lie: return bytes.count
    default: return try system.write(file, bytes)
    }
  }
  func synchronize(_ file: OpenFile) throws(SystemFailure) { try pass(.synchronize) }
  func close(_ file: OpenFile) throws(SystemFailure) {
    // As Linux does: an error, and closed all the same.
    // Not for a second time in earnest: the number may be another test's by now.
    guard descriptors.closing(file) else { throw .inputOutput }
    try system.close(file)
    try pass(.close)
  }
  func setOwner(_ file: OpenFile, user: UInt32, group: UInt32) throws(SystemFailure) {
    try pass(.setOwner)
    try system.setOwner(file, user: user, group: group)
  }
  func setMode(_ file: OpenFile, _ mode: UInt32) throws(SystemFailure) {
    try pass(.setMode)
    try system.setMode(file, mode)
  }
  func attributeNames(_ file: OpenFile) throws(SystemFailure) -> [String] {
    try pass(.attribute)
    return try system.attributeNames(file)
  }
  func attribute(_ file: OpenFile, _ name: String) throws(SystemFailure) -> [UInt8] {
    try pass(.attribute)
    return try system.attribute(file, name)
  }
  func setAttribute(_ file: OpenFile, _ name: String, _ value: [UInt8]) throws(SystemFailure) {
    try pass(.attribute)
    try system.setAttribute(file, name, value)
  }
  func removeAttribute(_ file: OpenFile, _ name: String) throws(SystemFailure) {
    try pass(.attribute)
    try system.removeAttribute(file, name)
  }
  func link(_ file: OpenFile, to path: String) throws(SystemFailure) {
    try pass(.link, path)
    try system.link(file, to: path)
  }
  func rename(_ from: String, to: String, _ manner: RenameManner) throws(SystemFailure) {
    try pass(.rename(manner), to)
    try system.rename(from, to: to, manner)
  }
  func unlink(_ path: String) throws(SystemFailure) {
    try pass(.unlink, path)
    try system.unlink(path)
  }
  var hostName: String { system.hostName }
  var processID: Int32 { system.processID }
  var processSpace: String { system.processSpace }
  func startOfProcess(_ processID: Int32) -> String? {
    guard let startOfOther, processID != system.processID else { return system.startOfProcess(processID) }
    return startOfOther(processID)
  }
  var now: Int { system.now }
  func pause(milliseconds: Int) {}
}

/// Which descriptors are open. A second close is a fault that hardly shows: the number may be somebody else's by then.
private final class Descriptors: Sendable {
  private let open = Mutex<Set<Int32>>([])
  private let misuse: @Sendable (String) -> Void

  init(_ misuse: @escaping @Sendable (String) -> Void) { self.misuse = misuse }

  func opened(_ file: OpenFile) { open.withLock { _ = $0.insert(file.descriptor) } }

  /// False when it is closed already.
  func closing(_ file: OpenFile) -> Bool {
    let wasOpen = open.withLock { $0.remove(file.descriptor) != nil }
    if !wasOpen { misuse("descriptor \(file.descriptor) is closed twice") }
    return wasOpen
  }

  deinit {
    let left = open.withLock(\.self)
    if !left.isEmpty { misuse("never closed: \(left.sorted())") }
  }
}

/// A number that several hooks share.
final class Counter: Sendable {
  private let count = Mutex(0)

  /// 1, 2, 3 …
  func next() -> Int {
    count.withLock { value in
      value += 1
      return value
    }
  }

  var value: Int { count.withLock(\.self) }
}

extension SystemFailure {
  // Numbers of Linux, asm-generic/errno-base.h and errno.h.
  static let noEntry = SystemFailure(code: 2)
  static let access = SystemFailure(code: 13)
  static let busy = SystemFailure(code: 16)
  static let exists = SystemFailure(code: 17)
  static let invalid = SystemFailure(code: 22)
  static let fileTooBig = SystemFailure(code: 27)
  static let noSpace = SystemFailure(code: 28)
}
