// SPDX-License-Identifier: Apache-2.0

import Glibc
import Spreadsheet

/// A small saver that is right, or has one of the flaws that savers have.
struct FlawedSaver {
  enum Flaw: CaseIterable {
    case truncatesInPlace, unlinksFirst, copiesOver, noFlush, flushesAfterRename, noDirectoryFlush, ignoresWriteErrors
    case writesOnce, noReadBack, losesMode, replacesLink, ignoresChanges, ignoresEditors, leavesTemporary, closesTwice

    /// What the judge has to say of it, whatever else it says.
    var verdict: String {
      switch self {
      case .truncatesInPlace: "leaves a mixture when it is killed"
      case .unlinksFirst: "leaves a mixture when it is killed"
      case .copiesOver: "leaves a mixture when it is killed"
      case .noFlush, .flushesAfterRename: "puts in place what is not flushed"
      case .noDirectoryFlush: "does not flush the directory"
      case .ignoresWriteErrors, .writesOnce, .noReadBack: "leaves a mixture"
      case .losesMode: "loses the mode"
      case .replacesLink: "replaces a symbolic link"
      case .ignoresChanges: "overwrites what another program saved"
      case .ignoresEditors: "ignores that an editor has the file open"
      case .leavesTemporary: "leaves files behind"
      case .closesTwice: "closes a file twice"
      }
    }
  }

  let flaw: Flaw?

  func save(_ operations: any FileOperations, _ snapshot: FileSnapshot, _ bytes: [UInt8]) throws {
    let target = snapshot.resolvedPath
    let slash = target.lastIndex(of: "/") ?? target.startIndex
    let (directory, name) = (String(target[..<slash]), target[target.index(after: slash)...])
    if flaw != .ignoresEditors, (try? operations.status(ofPath: "\(directory)/~$\(name)", followingLink: false)) != nil
    {
      throw SaveError.changed(snapshot.path, .contents)
    }
    if flaw != .ignoresChanges { try compare(operations, target, snapshot.bytes) }
    if flaw == .truncatesInPlace { return try overwrite(operations, target, bytes) }
    let temporary = "\(directory)/.\(name).tmp"
    do {
      try write(operations, temporary, bytes, mode: snapshot.status.mode)
      if flaw == .unlinksFirst { try operations.unlink(target) }
      if flaw == .copiesOver {
        try overwrite(operations, target, bytes)
        try operations.rename(temporary, to: temporary + "2", .replacing)
        try operations.unlink(temporary + "2")
      } else {
        try operations.rename(temporary, to: flaw == .replacesLink ? snapshot.path : target, .replacing)
      }
    } catch {
      if flaw != .leavesTemporary { try? operations.unlink(temporary) }
      throw error
    }
    do {
      if flaw == .flushesAfterRename { try using(operations, operations.open(target, .read), operations.synchronize) }
      if flaw != .noDirectoryFlush {
        try using(operations, operations.open(directory, .readDirectory), operations.synchronize)
      }
    } catch {
      throw SaveError.notDurable(snapshot.path, .inputOutput)
    }
  }

  private func write(_ operations: any FileOperations, _ path: String, _ bytes: [UInt8], mode: UInt32) throws {
    let file = try operations.open(path, .create(mode: 0o600))
    var closed = false
    do {
      try fill(operations, file, bytes)
      if flaw != .losesMode { try operations.setMode(file, mode) }
      if flaw != .noFlush && flaw != .flushesAfterRename { try operations.synchronize(file) }
      closed = flaw != .closesTwice
      try operations.close(file)
    } catch {
      if !closed { try? operations.close(file) }
      throw error
    }
    if flaw != .noReadBack && flaw != .ignoresWriteErrors && flaw != .writesOnce {
      try compare(operations, path, bytes)
    }
  }

  private func fill(_ operations: any FileOperations, _ file: OpenFile, _ bytes: [UInt8]) throws {
    if flaw == .ignoresWriteErrors {
      _ = try? operations.write(file, bytes[...])
      return
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = try operations.write(file, rest)
      if flaw == .writesOnce { return }
      guard count > 0 else { throw SystemFailure.inputOutput }
      rest = rest.dropFirst(count)
    }
  }

  private func overwrite(_ operations: any FileOperations, _ path: String, _ bytes: [UInt8]) throws {
    let descriptor = unsafe open(path, O_WRONLY | O_TRUNC)
    guard descriptor >= 0 else { throw SystemFailure.inputOutput }
    defer { close(descriptor) }
    try fill(operations, OpenFile(descriptor: descriptor), bytes)
    try operations.synchronize(OpenFile(descriptor: descriptor))
  }

  private func compare(_ operations: any FileOperations, _ path: String, _ bytes: [UInt8]) throws {
    var found: [UInt8] = []
    try using(operations, operations.open(path, .read)) { file throws(SystemFailure) in
      while try operations.read(file, upTo: 1 << 16, into: &found) > 0 {}
    }
    if found != bytes { throw SystemFailure.inputOutput }
  }

  private func using(
    _ operations: any FileOperations, _ file: OpenFile, _ body: (OpenFile) throws(SystemFailure) -> Void
  ) throws(SystemFailure) {
    let result = Result { () throws(SystemFailure) in try body(file) }
    try? operations.close(file)
    try result.get()
  }
}
