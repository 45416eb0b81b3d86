// SPDX-License-Identifier: Apache-2.0

import Foundation
import Spreadsheet
import Testing

@Suite struct `A save with options` {
  private func options(_ change: (inout SaveOptions) -> Void) -> SaveOptions {
    var options = SaveOptions.default
    change(&options)
    return options
  }

  @Test func `keeps the old file itself as a backup, flushed before the directory is`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let inode = try folder.inode("a.xlsx")
    let saver = FileSaver(options: options { $0.keepsBackup = true })
    #expect(try saver.replace(FileSnapshot.read(path), with: Archive.new) == .writtenKeeping(folder("a.xlsx.~1~")))
    #expect(folder.bytes("a.xlsx.~1~") == Archive.old)
    #expect(try folder.inode("a.xlsx.~1~") == inode)
    #expect(folder.names == ["a.xlsx", "a.xlsx.~1~"])
  }

  @Test func `flushes the backup`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let flushes = Counter()
    let operations = HookedOperations { call, _ in
      if call == .synchronize { _ = flushes.next() }
      return nil
    }
    let saver = FileSaver(operations: operations, options: options { $0.keepsBackup = true })
    _ = try saver.replace(FileSnapshot.read(path), with: Archive.new)
    // The new file, the old one and the directory.
    #expect(flushes.value == 3)
  }

  @Test(arguments: [true, false])
  func `never overwrites an earlier backup`(canExchange: Bool) throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    try folder.put("a.xlsx.~1~", [1])
    try folder.put("a.xlsx.~2~", [2])
    let operations = HookedOperations { call, _ in
      !canExchange && (call == .rename(.exchanging) || call == .rename(.withoutReplacing)) ? .fail(.invalid) : nil
    }
    let saver = FileSaver(operations: operations, options: options { $0.keepsBackup = true })
    #expect(try saver.replace(FileSnapshot.read(path), with: Archive.new) == .writtenKeeping(folder("a.xlsx.~3~")))
    #expect(folder.bytes("a.xlsx.~1~") == [1] && folder.bytes("a.xlsx.~2~") == [2])
    #expect(folder.bytes("a.xlsx.~3~") == Archive.old)
    #expect(folder.names == ["a.xlsx", "a.xlsx.~1~", "a.xlsx.~2~", "a.xlsx.~3~"])
  }

  @Test func `makes no backup when nothing changes, nor of a file that was not there`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let saver = FileSaver(options: options { $0.keepsBackup = true })
    #expect(try saver.replace(FileSnapshot.read(path), with: Archive.old) == .unchanged)
    #expect(try saver.write(Archive.new, to: folder("b.xlsx")) == .written)
    #expect(folder.names == ["a.xlsx", "b.xlsx"])
  }

  @Test func `leaves the original when the backup can't be kept`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let operations = HookedOperations { call, path in
      path.hasSuffix("~") && call == .rename(.withoutReplacing) ? .fail(.noSpace) : nil
    }
    let saver = FileSaver(operations: operations, options: options { $0.keepsBackup = true })
    #expect(throws: SaveError.couldNotWrite(path, .backUp, .noSpace)) {
      try saver.replace(FileSnapshot.read(path), with: Archive.new)
    }
    #expect(folder.bytes("a.xlsx") == Archive.old)
    #expect(folder.names == ["a.xlsx"])
  }

  @Test func `replaces a file with a second name when asked to, which then keeps the old contents`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    try FileManager.default.linkItem(atPath: path, toPath: folder("b.xlsx"))
    let saver = FileSaver(options: options { $0.breaksHardLinks = true })
    #expect(try saver.replace(FileSnapshot.read(path), with: Archive.new) == .written)
    #expect(folder.bytes("a.xlsx") == Archive.new && folder.bytes("b.xlsx") == Archive.old)
  }

  @Test func `waits until an editor has closed the file`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let lock = try folder.put("~$a.xlsx", [])
    let looks = Counter()
    let operations = HookedOperations { call, path in
      if call == .status, path == lock, looks.next() == 5 { try? FileManager.default.removeItem(atPath: lock) }
      return nil
    }
    let saver = FileSaver(operations: operations, options: options { $0.secondsToWait = 60 })
    #expect(try saver.replace(FileSnapshot.read(path), with: Archive.new) == .written)
  }

  @Test func `gives up waiting when its time is over`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    try folder.put("~$a.xlsx", [])
    let saver = FileSaver(options: options { $0.secondsToWait = 1 })
    let started = ContinuousClock.now
    #expect(throws: SaveError.self) { try saver.waitUntilFree(path) }
    #expect((.milliseconds(100)...(.seconds(20))).contains(ContinuousClock.now - started))
  }

  @Test func `waits for another run, but not for one that is gone`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let system = SystemFileOperations()
    try folder.put(".a.xlsx.dealbook-lock", Array("4194304 1 ab12 \(system.hostName)\n".utf8))
    try FileSaver().waitUntilFree(path)
    let start = try #require(system.startOfProcess(system.processID))
    try folder.put(".a.xlsx.dealbook-lock", Array("\(system.processID) \(start) ab12 \(system.hostName)\n".utf8))
    let error = #expect(throws: SaveError.self) { try FileSaver().waitUntilFree(path) }
    #expect(error?.consequence == .conflict)
  }

  @Test func `says who has the file open and since when`() {
    let holder = LockHolder(
      lockFile: "~$a.xlsx", user: "Wang", host: "pc7", isOurs: false, since: 1_774_951_445, age: 300)
    #expect(
      holder.description
        == "is open by Wang on pc7 since 2026-03-31 10:04 UTC (lock file ~$a.xlsx, 5 minutes old; if that is a left-over, "
        + "delete it)")
  }

  @Test func `never leaves a lock without words when it is killed`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let empty = Counter()
    let operations = HookedOperations { _, _ in
      if folder.bytes(".a.xlsx.dealbook-lock") == [] { _ = empty.next() }
      return nil
    }
    _ = try FileSaver(operations: operations).replace(FileSnapshot.read(path), with: Archive.new)
    #expect(empty.value == 0)
  }
}
