// SPDX-License-Identifier: Apache-2.0

/// Repeats the operations of `base` when a signal interrupts them.
///
/// ``rename(_:to:_:)`` and ``link(_:to:)`` are not repeated: they may have succeeded although they were interrupted, and a second
/// exchange would undo the first.
struct UninterruptedOperations: FileOperations {
  let base: any FileOperations

  /// After 100 interruptions, the error is passed on.
  private func again<T>(_ call: () throws(SystemFailure) -> T) throws(SystemFailure) -> T {
    for _ in 0..<100 {
      do {
        return try call()
      } catch let error where error == .interrupted {
        continue
      }
    }
    return try call()
  }

  func resolve(_ path: String) throws(SystemFailure) -> String {
    try again { () throws(SystemFailure) in try base.resolve(path) }
  }
  func status(ofPath path: String, followingLink: Bool) throws(SystemFailure) -> FileStatus {
    try again { () throws(SystemFailure) in try base.status(ofPath: path, followingLink: followingLink) }
  }
  func status(of file: OpenFile) throws(SystemFailure) -> FileStatus {
    try again { () throws(SystemFailure) in try base.status(of: file) }
  }
  func open(_ path: String, _ purpose: OpenPurpose) throws(SystemFailure) -> OpenFile {
    try again { () throws(SystemFailure) in try base.open(path, purpose) }
  }
  func read(_ file: OpenFile, upTo count: Int, into bytes: inout [UInt8]) throws(SystemFailure) -> Int {
    try again { () throws(SystemFailure) in try base.read(file, upTo: count, into: &bytes) }
  }
  func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int {
    try again { () throws(SystemFailure) in try base.write(file, bytes) }
  }
  func synchronize(_ file: OpenFile) throws(SystemFailure) {
    try again { () throws(SystemFailure) in try base.synchronize(file) }
  }
  /// Linux closes the file even if the call reports an interruption (close(2)).
  func close(_ file: OpenFile) throws(SystemFailure) {
    do {
      try base.close(file)
    } catch let error where error == .interrupted {
      return
    }
  }
  func setOwner(_ file: OpenFile, user: UInt32, group: UInt32) throws(SystemFailure) {
    try again { () throws(SystemFailure) in try base.setOwner(file, user: user, group: group) }
  }
  func setMode(_ file: OpenFile, _ mode: UInt32) throws(SystemFailure) {
    try again { () throws(SystemFailure) in try base.setMode(file, mode) }
  }
  func attributeNames(_ file: OpenFile) throws(SystemFailure) -> [String] {
    try again { () throws(SystemFailure) in try base.attributeNames(file) }
  }
  func attribute(_ file: OpenFile, _ name: String) throws(SystemFailure) -> [UInt8] {
    try again { () throws(SystemFailure) in try base.attribute(file, name) }
  }
  func setAttribute(_ file: OpenFile, _ name: String, _ value: [UInt8]) throws(SystemFailure) {
    try again { () throws(SystemFailure) in try base.setAttribute(file, name, value) }
  }
  func removeAttribute(_ file: OpenFile, _ name: String) throws(SystemFailure) {
    try again { () throws(SystemFailure) in try base.removeAttribute(file, name) }
  }
  /// Not repeated: the link may already exist, and the second attempt would find the name taken by the first.
  func link(_ file: OpenFile, to path: String) throws(SystemFailure) { try base.link(file, to: path) }
  func rename(_ from: String, to: String, _ manner: RenameManner) throws(SystemFailure) {
    try base.rename(from, to: to, manner)
  }
  func unlink(_ path: String) throws(SystemFailure) {
    try again { () throws(SystemFailure) in try base.unlink(path) }
  }

  func touch(_ path: String) throws(SystemFailure) {
    try again { () throws(SystemFailure) in try base.touch(path) }
  }
  func place(of file: OpenFile) throws(SystemFailure) -> String {
    try again { () throws(SystemFailure) in try base.place(of: file) }
  }

  var hostName: String { base.hostName }
  var processID: Int32 { base.processID }
  var processSpace: String { base.processSpace }
  func startOfProcess(_ processID: Int32) -> String? { base.startOfProcess(processID) }
  var now: Int { base.now }
  func pause(milliseconds: Int) { base.pause(milliseconds: milliseconds) }
}
