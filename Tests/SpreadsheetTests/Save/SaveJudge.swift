// SPDX-License-Identifier: Apache-2.0

import Foundation
import Spreadsheet
import Synchronization

/// Checks a way of saving against the promises of a save: what it does and leaves behind if calls fail or lie, or if the
/// process ends.
struct SaveJudge {
  typealias Saver = @Sendable (any FileOperations, FileSnapshot, [UInt8]) throws -> Void

  let save: Saver

  /// The promises it breaks; empty if it keeps them all.
  func faults() throws -> Set<String> {
    var faults = try kept()
    faults.formUnion(try order())
    faults.formUnion(try conflicts())
    for fault in [Fault.fail(.inputOutput), .fail(.noSpace), .shortWrite, .lie] {
      for sticky in [false, true] { faults.formUnion(try disturbed(fault, sticky: sticky)) }
    }
    faults.formUnion(try killed())
    return faults
  }

  // MARK: Undisturbed

  private func kept() throws -> Set<String> {
    let folder = try Folder(inMemory: true)
    let path = try folder.put("a.xlsx", Archive.old)
    try FileManager.default.createSymbolicLink(atPath: folder("link.xlsx"), withDestinationPath: "a.xlsx")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let (_, faults) = try attempt(folder, "link.xlsx") { _, _ in nil }
    var found = faults
    if folder.bytes("link.xlsx") != Archive.new { found.insert("does not save") }
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: folder("link.xlsx"))) == nil {
      found.insert("replaces a symbolic link")
    }
    if try FileSnapshot.read(path).status.mode != 0o640 { found.insert("loses the mode") }
    return found
  }

  private func order() throws -> Set<String> {
    let folder = try Folder(inMemory: true)
    let path = try folder.put("a.xlsx", Archive.old)
    let log = Mutex<[SystemCall]>([])
    _ = try attempt(folder, "a.xlsx") { call, name in
      // Changes to a lock need not be durable.
      if !name.hasSuffix("lock") || name == path { log.withLock { $0.append(call) } }
      return nil
    }
    let calls = log.withLock(\.self)
    guard
      let placed = calls.firstIndex(where: { call in
        if case .rename = call { true } else { false }
      })
    else { return ["puts nothing in place at once"] }
    var found: Set<String> = []
    let written = calls[..<placed].lastIndex(of: .write) ?? 0
    if !calls[written..<placed].contains(.synchronize) { found.insert("puts in place what is not flushed") }
    let after = calls[placed...]
    if let directory = after.firstIndex(of: .open(.readDirectory)), after[directory...].contains(.synchronize) {
      return found
    }
    found.insert("does not flush the directory")
    return found
  }

  private func conflicts() throws -> Set<String> {
    var found: Set<String> = []
    let changed = try Folder(inMemory: true)
    let snapshot = try FileSnapshot.read(changed.put("a.xlsx", Archive.old))
    try changed.put("a.xlsx", Array("theirs".utf8))
    try? save(HookedOperations(misuse: { _ in }) { _, _ in nil }, snapshot, Archive.new)
    if changed.bytes("a.xlsx") != Array("theirs".utf8) { found.insert("overwrites what another program saved") }
    let locked = try Folder(inMemory: true)
    try locked.put("~$a.xlsx", [])
    try locked.put("a.xlsx", Archive.old)
    _ = try attempt(locked, "a.xlsx") { _, _ in nil }
    if locked.bytes("a.xlsx") != Archive.old { found.insert("ignores that an editor has the file open") }
    return found
  }

  // MARK: Disturbed

  private func disturbed(_ fault: Fault, sticky: Bool) throws -> Set<String> {
    var found: Set<String> = []
    for k in 1...200 {
      let folder = try Folder(inMemory: true)
      try folder.put("a.xlsx", Archive.old)
      let calls = Counter()
      let unlinkFailed = Counter()
      let (consequence, faults) = try attempt(folder, "a.xlsx") { call, _ in
        let number = calls.next()
        guard number == k || (sticky && number > k) else { return nil }
        if call == .unlink { _ = unlinkFailed.next() }
        return fault
      }
      found.formUnion(faults)
      let isNew = consequence == nil || consequence == .writtenUnconfirmed
      let bytes = folder.bytes("a.xlsx")
      if bytes != Archive.old && bytes != Archive.new {
        found.insert("leaves a mixture")
      } else if bytes != (isNew ? Archive.new : Archive.old) {
        found.insert("says another thing than it did")
      }
      if unlinkFailed.value == 0, folder.names != ["a.xlsx"] { found.insert("leaves files behind") }
      if calls.value < k { break }
    }
    return found
  }

  /// From the k-th call on, nothing is carried out, as if the process had been killed.
  private func killed() throws -> Set<String> {
    var found: Set<String> = []
    for k in 1...200 {
      let folder = try Folder(inMemory: true)
      try folder.put("a.xlsx", Archive.old)
      let calls = Counter()
      _ = try attempt(folder, "a.xlsx") { _, _ in calls.next() >= k ? .fail(.inputOutput) : nil }
      let bytes = folder.bytes("a.xlsx")
      if bytes != Archive.old && bytes != Archive.new { found.insert("leaves a mixture when it is killed") }
      if calls.value < k { break }
    }
    return found
  }

  /// Saves the file called `name` once. Returns the consequence of the error (nil for success) and whether descriptors were
  /// misused.
  private func attempt(
    _ folder: Folder, _ name: String, _ before: @escaping @Sendable (SystemCall, String) -> Fault?
  ) throws -> (SaveConsequence?, Set<String>) {
    let snapshot = try FileSnapshot.read(folder(name))
    let misused = Mutex<Set<String>>([])
    var consequence: SaveConsequence?
    do {
      let operations = HookedOperations(
        misuse: { misuse in
          misused.withLock { _ = $0.insert(misuse.contains("twice") ? "closes a file twice" : "never closes a file") }
        }, before: before)
      try save(operations, snapshot, Archive.new)
    } catch let error as SaveError {
      consequence = error.consequence
    } catch {
      consequence = .notWritten
    }
    return (consequence, misused.withLock(\.self))
  }
}
