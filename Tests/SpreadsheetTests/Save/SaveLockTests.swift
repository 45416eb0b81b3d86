// SPDX-License-Identifier: Apache-2.0

import Foundation
import Spreadsheet
import Synchronization
import Testing

@Suite struct `A lock file` {
  /// 55 bytes with the name in an 8-bit character set, followed by the name in UTF-16; 165 bytes in all.
  static func ownerFile(_ eightBit: [UInt8], _ name: String) -> [UInt8] {
    var bytes = [UInt8(eightBit.count)] + eightBit
    bytes += [UInt8](repeating: 0x20, count: 55 - bytes.count)
    for unit in [UInt16(name.utf16.count)] + name.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    while bytes.count < 165 { bytes += [0x20, 0] }
    return Array(bytes.prefix(165))
  }

  static let ofEditors: [(name: String, bytes: [UInt8], user: String?, host: String?)] = [
    ("~$team.xlsx", ownerFile([0xCD, 0xF5], "王小明"), "王小明", nil),
    ("~$am.xlsx", ownerFile(Array("Wang".utf8), "Wang"), "Wang", nil),
    ("~$team.xlsx", [4] + Array("Wang".utf8), "Wang", nil),
    ("~$team.xlsx", [], nil, nil),
    (
      ".~lock.team.xlsx#", Array("Wang Xiaoming,wang,pc7,23.11.2026 10:00,file:///home/wang/;".utf8), "Wang Xiaoming",
      "pc7"
    ),
    (".~lock.team.xlsx#", Array(#"Wang\, Ming,wang,pc7,,"#.utf8), "Wang, Ming", "pc7"),
    (".~lock.team.xlsx#", Array(",wang,pc7,,".utf8), "wang", "pc7"),
    (".~lock.team.xlsx#", Array("\u{1B}[31mWang,,,".utf8), "[31mWang", nil),
    (".~lock.team.xlsx#", [], nil, nil),
  ]

  @Test(arguments: ofEditors)
  func `of an editor keeps us from saving and tells who it is`(
    lock: (name: String, bytes: [UInt8], user: String?, host: String?)
  ) throws {
    let folder = try Folder()
    let path = try folder.put("team.xlsx", Archive.old)
    try folder.put(lock.name, lock.bytes)
    let error = #expect(throws: SaveError.self) {
      try FileSaver().replace(FileSnapshot.read(path), with: Archive.new)
    }
    guard case .locked(path, let holder) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(holder.lockFile == lock.name && holder.user == lock.user && holder.host == lock.host && !holder.isOurs)
    #expect((0...60).contains(holder.age))
    #expect(error?.consequence == .conflict)
    #expect(folder.bytes("team.xlsx") == Archive.old)
    #expect(folder.names == ["team.xlsx", lock.name].sorted())
  }

  /// Since Linux 6.13, files are dated by a more precise clock than the one that `time` tells.
  @Test func `is never from the future, not even where a second begins`() throws {
    let folder = try Folder()
    let operations = SystemFileOperations()
    let start = operations.now
    var ages: Set<Int> = []
    while operations.now <= start {
      let lock = try folder.put("~$team.xlsx", [])
      ages.insert(operations.now - (try operations.status(ofPath: lock, followingLink: false)).modified.seconds)
    }
    for _ in 0..<100 {
      let lock = try folder.put("~$team.xlsx", [])
      ages.insert(operations.now - (try operations.status(ofPath: lock, followingLink: false)).modified.seconds)
    }
    #expect(ages.allSatisfy { $0 >= 0 })
  }

  @Test func `beside a symbolic link counts as well`() throws {
    let folder = try Folder()
    let elsewhere = try Folder()
    let path = try elsewhere.put("team.xlsx", Archive.old)
    try FileManager.default.createSymbolicLink(atPath: folder("my.xlsx"), withDestinationPath: path)
    try folder.put("~$my.xlsx", Self.ownerFile(Array("Wang".utf8), "Wang"))
    #expect(throws: SaveError.self) {
      try FileSaver().replace(FileSnapshot.read(folder("my.xlsx")), with: Archive.new)
    }
  }

  @Test func `of another workbook is none`() throws {
    let folder = try Folder()
    let path = try folder.put("team.xlsx", Archive.old)
    try folder.put("~$team2.xlsx", [])
    try folder.put(".~lock.team2.xlsx#", [])
    #expect(try FileSaver().replace(FileSnapshot.read(path), with: Archive.new) == .written)
  }

  @Test func `of a run that still goes on keeps us from saving`() throws {
    let folder = try Folder()
    let path = try folder.put("team.xlsx", Archive.old)
    let system = SystemFileOperations()
    let start = try #require(system.startOfProcess(system.processID))
    try folder.put(".team.xlsx.dealbook-lock", Array("\(system.processID) \(start) ab12 \(system.hostName)\n".utf8))
    let error = #expect(throws: SaveError.self) {
      try FileSaver().replace(FileSnapshot.read(path), with: Archive.new)
    }
    guard case .locked(path, let holder) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(holder.isOurs && holder.user == "process \(system.processID)" && holder.host == system.hostName)
    #expect(folder.names == [".team.xlsx.dealbook-lock", "team.xlsx"])
  }

  @Test func `of a process of another container is one, until its lease ends, whatever number it has`() throws {
    let folder = try Folder()
    let path = try folder.put("team.xlsx", Archive.old)
    let system = SystemFileOperations()
    let lock = ".team.xlsx.dealbook-lock"
    // The number belongs to nobody here.
    try folder.put(lock, Array("4194304 1 ab12 \(system.hostName) boot:pid:[1]\n".utf8))
    #expect(throws: SaveError.self) { try FileSaver().replace(FileSnapshot.read(path), with: Archive.new) }
    #expect(folder.names == [lock, "team.xlsx"])
    try folder.put(lock, Array("4194304 1 ab12 \(system.hostName) \(system.processSpace)\n".utf8))
    #expect(try FileSaver().replace(FileSnapshot.read(path), with: Archive.new) == .written)
  }

  @Test func `names the container whose processes it counts`() {
    let space = SystemFileOperations().processSpace
    #expect(space.contains(":pid:[") && !space.hasPrefix(":"))
  }

  @Test func `of a process that the system hides from us is one, until its lease ends`() throws {
    let folder = try Folder()
    let path = try folder.put("team.xlsx", Archive.old)
    let system = SystemFileOperations()
    try folder.put(".team.xlsx.dealbook-lock", Array("77 4711 ab12 \(system.hostName)\n".utf8))
    // As where /proc is mounted with hidepid: the process exists, and nothing more is told.
    var operations = HookedOperations { _, _ in nil }
    operations.startOfOther = { _ in "-" }
    #expect(throws: SaveError.self) {
      try FileSaver(operations: operations).replace(FileSnapshot.read(path), with: Archive.new)
    }
    #expect(folder.names == [".team.xlsx.dealbook-lock", "team.xlsx"])
    operations.startOfOther = { _ in nil }
    #expect(try FileSaver(operations: operations).replace(FileSnapshot.read(path), with: Archive.new) == .written)
    #expect(folder.names == ["team.xlsx"])
  }

  @Test(arguments: [
    // No process has the first id. The second is our own, but with a different start time.
    "4194304 1 ab12 HOST\n", "SELF 1 ab12 HOST\n",
  ])
  func `of a run that is gone is cleared away, with what the run left`(content: String) throws {
    let folder = try Folder()
    let path = try folder.put("team.xlsx", Archive.old)
    let system = SystemFileOperations()
    let lock = content.replacingOccurrences(of: "HOST", with: system.hostName)
      .replacingOccurrences(of: "SELF", with: "\(system.processID)")
    try folder.put(".team.xlsx.dealbook-lock", Array(lock.utf8))
    try folder.put(".team.xlsx.ab12.dealbook-tmp", [1, 2, 3])
    #expect(try FileSaver().replace(FileSnapshot.read(path), with: Archive.new) == .written)
    #expect(folder.names == ["team.xlsx"])
  }

  @Test func `of a run that is gone is cleared away even when there is nothing to save`() throws {
    let folder = try Folder()
    let path = try folder.put("team.xlsx", Archive.old)
    try folder.put(".team.xlsx.dealbook-lock", Array("4194304 1 ab12 \(SystemFileOperations().hostName)\n".utf8))
    try folder.put(".team.xlsx.ab12.dealbook-tmp", [1, 2, 3])
    #expect(try FileSaver().replace(FileSnapshot.read(path), with: Archive.old) == .unchanged)
    #expect(folder.names == ["team.xlsx"])
  }

  @Test func `that a run was clearing away when it was killed is cleared away by the next`() throws {
    let folder = try Folder()
    let path = try folder.put("team.xlsx", Archive.old)
    try folder.put(".team.xlsx.dealbook-lock.stale", Array("4194304 1 ab12 \(SystemFileOperations().hostName)\n".utf8))
    try folder.put(".team.xlsx.ab12.dealbook-tmp", [1, 2, 3])
    #expect(try FileSaver().replace(FileSnapshot.read(path), with: Archive.new) == .written)
    #expect(folder.names == ["team.xlsx"])
  }

  @Test func `that is empty counts for a minute`() throws {
    let folder = try Folder()
    let path = try folder.put("team.xlsx", Archive.old)
    let lock = try folder.put(".team.xlsx.dealbook-lock", [])
    func age(_ seconds: Double) throws {
      let time = Date(timeIntervalSinceNow: -seconds)
      try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: lock)
    }
    try age(50)
    #expect(throws: SaveError.self) {
      try FileSaver().replace(FileSnapshot.read(path), with: Archive.new)
    }
    try age(70)
    #expect(try FileSaver().replace(FileSnapshot.read(path), with: Archive.new) == .written)
    #expect(folder.names == ["team.xlsx"])
  }

  @Test(arguments: ["4194304 1 ab12 some-other-host\n", "", "rubbish\n", "4194304 1 ab12"])
  func `that can't be judged from here keeps us from saving`(content: String) throws {
    let folder = try Folder()
    let path = try folder.put("team.xlsx", Archive.old)
    try folder.put(".team.xlsx.dealbook-lock", Array(content.utf8))
    #expect(throws: SaveError.self) {
      try FileSaver().replace(FileSnapshot.read(path), with: Archive.new)
    }
    #expect(folder.bytes("team.xlsx") == Archive.old)
  }

  @Test func `of another host is a lease: after ten minutes without renewal it is nobody's`() throws {
    let folder = try Folder()
    let path = try folder.put("team.xlsx", Archive.old)
    let lock = try folder.put(".team.xlsx.dealbook-lock", Array("4194304 1 ab12 some-other-host\n".utf8))
    try folder.put(".team.xlsx.ab12.dealbook-tmp", [1, 2, 3])
    func age(_ seconds: Double) throws {
      let time = Date(timeIntervalSinceNow: -seconds)
      try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: lock)
    }
    try age(500)
    #expect(throws: SaveError.self) { try FileSaver().replace(FileSnapshot.read(path), with: Archive.new) }
    try age(700)
    #expect(try FileSaver().replace(FileSnapshot.read(path), with: Archive.new) == .written)
    #expect(folder.names == ["team.xlsx"])
  }

  @Test func `tells of a temporary file in the place of which nobody can put anything`() throws {
    let folder = try Folder()
    let path = try folder.put("team.xlsx", Archive.old)
    let names = Mutex<Set<String>>([])
    for _ in 0..<2 {
      let operations = HookedOperations { call, path in
        if path.hasSuffix(".dealbook-tmp") { _ = names.withLock { $0.insert(path) } }
        return nil
      }
      _ = try FileSaver(operations: operations).replace(FileSnapshot.read(path), with: Archive.new)
      try folder.put("team.xlsx", Archive.old)
    }
    #expect(names.withLock { $0.count } == 2)
  }

  @Test func `lets one of many savers through at a time and loses no save`() async throws {
    let folder = try Folder()
    let path = try folder.put("team.xlsx", Archive.old)
    let saved = Counter()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<25 {
            // Each round adds a byte to the comment, so a lost update would lose one.
            guard let snapshot = try? FileSnapshot.read(path) else { continue }
            var next = snapshot.bytes + [0x2E]
            next[Archive.old.count - 2] += 1
            if (try? FileSaver().replace(snapshot, with: next)) == .written {
              _ = saved.next()
            }
          }
        }
      }
    }
    #expect(saved.value > 0)
    #expect(folder.bytes("team.xlsx")?.count == Archive.old.count + saved.value)
    #expect(folder.names == ["team.xlsx"])
  }
}
