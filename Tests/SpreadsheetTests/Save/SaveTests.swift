// SPDX-License-Identifier: Apache-2.0

import Foundation
import Spreadsheet
import Synchronization
import Testing

@Suite struct `Saving in place` {
  private let saver = FileSaver()

  @Test func `puts the new file at the path and leaves nothing else`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let outcome = try saver.replace(FileSnapshot.read(path), with: Archive.new)
    #expect(outcome == .written)
    #expect(folder.bytes("a.xlsx") == Archive.new)
    #expect(folder.names == ["a.xlsx"])
  }

  @Test func `flushes the file before its change of place and the directory after it`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let calls = Mutex<[SystemCall]>([])
    let operations = HookedOperations { call, _ in
      switch call {
      case .write, .synchronize, .link, .rename, .unlink, .open(.create), .open(.unnamed), .open(.readDirectory):
        calls.withLock { $0.append(call) }
      default: break
      }
      return nil
    }
    let snapshot = try FileSnapshot.read(path)
    _ = try FileSaver(operations: operations).replace(snapshot, with: Archive.new)
    #expect(
      calls.withLock(\.self) == [
        .open(.unnamed(mode: 0o644)), .write, .link, .open(.create(mode: 0o600)), .write, .synchronize,
        .rename(.exchanging),
        .open(.readDirectory), .synchronize, .unlink, .unlink,
      ])
  }

  @Test func `touches nothing when the bytes are the same`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let before = try FileSnapshot.read(path)
    let untouchable = FileSaver(operations: HookedOperations { _, _ in .fail(.inputOutput) })
    #expect(try untouchable.replace(before, with: Archive.old) == .unchanged)
    #expect(try FileSnapshot.read(path).status == before.status)
  }

  @Test(arguments: [0o600, 0o640, 0o664, 0o755] as [UInt32]) func `keeps the mode`(mode: UInt32) throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    #expect(unsafe chmod(path, mode) == 0)
    _ = try saver.replace(FileSnapshot.read(path), with: Archive.new)
    #expect(try FileSnapshot.read(path).status.mode == mode)
  }

  @Test(.enabled(if: getuid() == 0)) func `keeps owner and group`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    #expect(unsafe chown(path, 1234, 2345) == 0)
    _ = try saver.replace(FileSnapshot.read(path), with: Archive.new)
    let status = try FileSnapshot.read(path).status
    #expect(status.user == 1234 && status.group == 2345)
  }

  @Test func `keeps extended attributes`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let system = SystemFileOperations()
    try system.setAttribute(system.open(path, .read), "user.note", [1, 2, 3])
    _ = try saver.replace(FileSnapshot.read(path), with: Archive.new)
    #expect(try system.attribute(system.open(path, .read), "user.note") == [1, 2, 3])
  }

  @Test func `refuses when the owner can't be kept`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let mine = try FileSnapshot.read(path).status
    let operations = HookedOperations { call, _ in call == .setOwner ? .fail(.access) : nil }
    let target = SaveTarget(path: path, resolvedPath: path)
    let theirs = FileStatus(
      device: mine.device, inode: mine.inode, kind: .file, size: mine.size, linkCount: 1, mode: mine.mode,
      user: mine.user + 1, group: mine.group, modified: mine.modified, statusChanged: mine.statusChanged)
    #expect(throws: SaveError.refused(path, .owner(.access))) {
      try TemporaryFile(target: target, operations: operations).make(Archive.new, like: theirs)
    }
    #expect(folder.names == ["a.xlsx"])
  }

  @Test func `follows a symbolic link and leaves it one`() throws {
    let folder = try Folder()
    try folder.put("a.xlsx", Archive.old)
    try FileManager.default.createSymbolicLink(atPath: folder("link.xlsx"), withDestinationPath: "a.xlsx")
    _ = try saver.replace(FileSnapshot.read(folder("link.xlsx")), with: Archive.new)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("link.xlsx")) == "a.xlsx")
    #expect(folder.bytes("a.xlsx") == Archive.new)
  }

  @Test func `refuses a file with a second name`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    try FileManager.default.linkItem(atPath: path, toPath: folder("b.xlsx"))
    let error = #expect(throws: SaveError.self) {
      try saver.replace(FileSnapshot.read(path), with: Archive.new)
    }
    #expect(error == .refused(path, .hardLinks(2)))
    #expect(error?.consequence == .notWritten)
    #expect(folder.bytes("a.xlsx") == Archive.old)
    #expect(folder.names == ["a.xlsx", "b.xlsx"])
  }

  @Test(arguments: [Array("no archive".utf8), Array(Archive.new.dropLast()), damaged])
  func `refuses to write what is no sound archive`(bytes: [UInt8]) throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let error = #expect(throws: SaveError.self) {
      try saver.replace(FileSnapshot.read(path), with: bytes)
    }
    guard case .unverified = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(folder.bytes("a.xlsx") == Archive.old)
    #expect(folder.names == ["a.xlsx"])
  }

  @Test func `stops when the caller finds something wrong`() throws {
    struct Wrong: Error, CustomStringConvertible { let description = "a cell is missing" }
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let error = #expect(throws: SaveError.self) {
      try saver.replace(FileSnapshot.read(path), with: Archive.new) { _ in throw Wrong() }
    }
    #expect(error == .unverified(path, reason: "a cell is missing"))
    #expect(folder.names == ["a.xlsx"])
  }

  @Test func `works with names as long as the system lets them be`() throws {
    let folder = try Folder()
    let name = String(repeating: "表", count: 83) + ".xlsx"
    let path = try folder.put(name, Archive.old)
    #expect(try saver.replace(FileSnapshot.read(path), with: Archive.new) == .written)
    #expect(folder.names == [name])
  }

  @Test func `a file size limit is an error, not the end of the process`() {
    _ = FileSaver()
    // Would kill the process if it were not ignored.
    #expect(raise(SIGXFSZ) == 0)
  }

  @Test func `whatever fails is told with path, step and the words of the system`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let full = FileSaver(operations: HookedOperations { call, _ in call == .synchronize ? .fail(.noSpace) : nil })
    let error = #expect(throws: SaveError.self) {
      try full.replace(FileSnapshot.read(path), with: Archive.new)
    }
    #expect(
      error?.description
        == "\(path): could not be saved, flushing the temporary file to disk: No space left on device; "
        + "the original is untouched")
  }

  /// An archive whose only entry has a wrong byte.
  private static let damaged: [UInt8] = {
    var bytes = Archive.new
    bytes[30 + "xl/workbook.xml".utf8.count] ^= 1
    return bytes
  }()
}

@Suite struct `Saving to a path` {
  private let saver = FileSaver()

  @Test func `makes a file with the usual mode`() throws {
    let folder = try Folder()
    #expect(try saver.write(Archive.new, to: folder("b.xlsx")) == .written)
    #expect(folder.bytes("b.xlsx") == Archive.new)
    #expect(folder.names == ["b.xlsx"])
    let usual = try folder.put("usual", [])
    #expect(try FileSnapshot.read(folder("b.xlsx")).status.mode == FileSnapshot.read(usual).status.mode)
  }

  @Test func `replaces a file that is there and keeps its mode`() throws {
    let folder = try Folder()
    let path = try folder.put("b.xlsx", Array("anything".utf8))
    #expect(unsafe chmod(path, 0o600) == 0)
    #expect(try saver.write(Archive.new, to: path) == .written)
    #expect(folder.bytes("b.xlsx") == Archive.new)
    #expect(try FileSnapshot.read(path).status.mode == 0o600)
  }

  @Test(arguments: ["a.xlsx", "./a.xlsx", "link.xlsx"])
  func `saves in place when it is the input under any name`(name: String) throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    try FileManager.default.createSymbolicLink(atPath: folder("link.xlsx"), withDestinationPath: path)
    let snapshot = try FileSnapshot.read(path)
    #expect(try saver.write(Archive.old, to: folder(name), source: snapshot) == .unchanged)
    // In place, a later change is noticed.
    try folder.put("a.xlsx", Array("changed".utf8))
    #expect(throws: SaveError.changed(path, .contents)) {
      try saver.write(Archive.new, to: folder(name), source: snapshot)
    }
  }

  @Test func `does not overwrite a file that appears meanwhile`() throws {
    for canExchange in [true, false] {
      let folder = try Folder()
      let path = folder("b.xlsx")
      let operations = HookedOperations { call, _ in
        if call == .synchronize { _ = try? folder.put("b.xlsx", Archive.old) }
        return !canExchange && call == .rename(.withoutReplacing) ? .fail(.invalid) : nil
      }
      #expect(throws: SaveError.changed(path, .created)) {
        try FileSaver(operations: operations).write(Archive.new, to: path)
      }
      #expect(folder.bytes("b.xlsx") == Archive.old)
      #expect(folder.names == ["b.xlsx"])
    }
  }

  @Test func `refuses what is not a file`() throws {
    let folder = try Folder()
    try FileManager.default.createSymbolicLink(atPath: folder("dangling"), withDestinationPath: folder("gone"))
    #expect(throws: SaveError.refused(folder.path, .notAFile(.directory))) {
      try saver.write(Archive.new, to: folder.path)
    }
    #expect(throws: SaveError.refused(folder("dangling"), .danglingLink)) {
      try saver.write(Archive.new, to: folder("dangling"))
    }
    #expect(throws: SaveError.couldNotWrite(folder("no/b.xlsx"), .resolve, .noEntry)) {
      try saver.write(Archive.new, to: folder("no/b.xlsx"))
    }
    #expect(throws: SaveError.couldNotWrite(folder("new/"), .resolve, .noEntry)) {
      try saver.write(Archive.new, to: folder("new/"))
    }
  }
}

@Suite struct `Reading a file` {
  @Test func `names what is wrong with it`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    #expect(throws: SaveError.noSuchFile(folder("b.xlsx"))) { try FileSnapshot.read(folder("b.xlsx")) }
    #expect(throws: SaveError.notAFile(folder.path, .directory)) { try FileSnapshot.read(folder.path) }
    #expect(throws: SaveError.tooLarge(path, bytes: Archive.old.count, limit: 10)) {
      try FileSnapshot(path, limit: 10, SystemFileOperations())
    }
    #expect(throws: SaveError.unreadable(path, .access)) {
      try FileSnapshot.read(path, HookedOperations { call, _ in call == .open(.read) ? .fail(.access) : nil })
    }
    #expect(unsafe mkfifo(folder("pipe"), 0o600) == 0)
    #expect(throws: SaveError.notAFile(folder("pipe"), .other)) { try FileSnapshot.read(folder("pipe")) }
  }

  @Test func `sees that another program writes meanwhile`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let reads = Counter()
    let operations = HookedOperations { call, _ in
      if call == .read, reads.next() == 1 { _ = try? folder.put("a.xlsx", Archive.new) }
      return nil
    }
    #expect(throws: SaveError.changed(path, .whileReading)) { try FileSnapshot.read(path, operations) }
  }
}
