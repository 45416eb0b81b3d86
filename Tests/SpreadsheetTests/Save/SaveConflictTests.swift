// SPDX-License-Identifier: Apache-2.0

import Foundation
import Spreadsheet
import Testing

@Suite struct `A file that changes while it is being saved` {
  enum Meddling: CaseIterable {
    case writeInPlaceWithTheSameSizeAndTime, replaceByRename, truncate, delete, redirectLink
    /// These change nothing that counts.
    case touch, rewriteSameBytes, changeMode

    var isHarmless: Bool { self == .touch || self == .rewriteSameBytes || self == .changeMode }
  }

  /// The calls before which the other program strikes: early, late, and between the last look and the exchange.
  static let moments: [SystemCall] = [.open(.create(mode: 0o600)), .synchronize, .rename(.exchanging)]

  @Test(arguments: Meddling.allCases, moments)
  func `is not overwritten, and what changed nothing is no obstacle`(meddling: Meddling, moment: SystemCall) throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    try FileManager.default.createSymbolicLink(atPath: folder("link.xlsx"), withDestinationPath: path)
    let strikes = Counter()
    let operations = HookedOperations { call, _ in
      if call == moment, strikes.next() == 1 { try? meddle(meddling, folder) }
      return nil
    }
    let snapshot = try FileSnapshot.read(folder("link.xlsx"))
    let result = Result {
      try FileSaver(operations: operations).replace(snapshot, with: Archive.new)
    }
    #expect(strikes.value >= 1)
    if meddling.isHarmless || (meddling == .redirectLink && moment == .rename(.exchanging)) {
      #expect(try result.get() == .written)
      #expect(folder.bytes("a.xlsx") == Archive.new)
    } else {
      #expect { try result.get() } throws: { ($0 as? SaveError)?.consequence == .conflict }
      #expect(folder.bytes("a.xlsx") == theirs(meddling))
    }
    #expect(folder.names.filter { $0.hasPrefix(".") } == [])
  }

  @Test(arguments: [Meddling.writeInPlaceWithTheSameSizeAndTime, .replaceByRename, .delete])
  func `is seen as late as possible where names can't be exchanged`(meddling: Meddling) throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let operations = HookedOperations { call, _ in
      guard call == .rename(.exchanging) else { return nil }
      try? meddle(meddling, folder)
      return .fail(.invalid)
    }
    #expect {
      try FileSaver(operations: operations).replace(FileSnapshot.read(path), with: Archive.new)
    } throws: { _ in true }
    #expect(folder.bytes("a.xlsx") == theirs(meddling))
    #expect(folder.names.filter { $0.hasPrefix(".") } == [])
  }

  @Test func `is kept under another name when it can't be put back`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let exchanges = Counter()
    let operations = HookedOperations { call, _ in
      guard call == .rename(.exchanging) else { return nil }
      if exchanges.next() > 1 { return .fail(.inputOutput) }
      _ = try? folder.put("a.xlsx", Array("theirs".utf8))
      return nil
    }
    let error = #expect(throws: SaveError.self) {
      try FileSaver(operations: operations).replace(FileSnapshot.read(path), with: Archive.new)
    }
    guard case .displaced(path, let keptAt) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(FileManager.default.contents(atPath: keptAt) == Data("theirs".utf8))
    #expect(folder.bytes("a.xlsx") == Archive.new)
  }

  @Test func `is replaced after a moment when something held it`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let tries = Counter()
    let operations = HookedOperations { call, _ in
      call == .rename(.exchanging) && tries.next() < 4 ? .fail(.busy) : nil
    }
    let saver = FileSaver(operations: operations)
    #expect(try saver.replace(FileSnapshot.read(path), with: Archive.new) == .written)
  }

  @Test func `counts as written when the directory can't be flushed`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let flushes = Counter()
    let operations = HookedOperations { call, _ in
      call == .synchronize && flushes.next() == 2 ? .fail(.inputOutput) : nil
    }
    #expect(throws: SaveError.notDurable(path, .inputOutput)) {
      try FileSaver(operations: operations).replace(FileSnapshot.read(path), with: Archive.new)
    }
    #expect(folder.bytes("a.xlsx") == Archive.new)
    #expect(folder.names == ["a.xlsx"])
  }

  private func theirs(_ meddling: Meddling) -> [UInt8]? {
    switch meddling {
    case .writeInPlaceWithTheSameSizeAndTime: [UInt8](repeating: 7, count: Archive.old.count)
    case .replaceByRename: Array("theirs".utf8)
    case .truncate: []
    case .delete: nil
    case .redirectLink, .touch, .rewriteSameBytes, .changeMode: Archive.old
    }
  }

  private func meddle(_ meddling: Meddling, _ folder: Folder) throws {
    let files = FileManager.default
    let path = folder("a.xlsx")
    switch meddling {
    case .writeInPlaceWithTheSameSizeAndTime, .truncate:
      let time = try files.attributesOfItem(atPath: path)[.modificationDate]
      let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      if meddling == .truncate {
        try handle.truncate(atOffset: 0)
      } else {
        try handle.write(contentsOf: Data(theirs(meddling) ?? []))
      }
      try handle.close()
      if let time { try files.setAttributes([.modificationDate: time], ofItemAtPath: path) }
    case .replaceByRename:
      try Data(theirs(meddling) ?? []).write(to: URL(fileURLWithPath: path), options: .atomic)
    case .delete: try files.removeItem(atPath: path)
    case .redirectLink:
      try folder.put("other.xlsx", Archive.old)
      try files.removeItem(atPath: folder("link.xlsx"))
      try files.createSymbolicLink(atPath: folder("link.xlsx"), withDestinationPath: folder("other.xlsx"))
    case .touch: try files.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
    case .rewriteSameBytes: try Data(Archive.old).write(to: URL(fileURLWithPath: path), options: .atomic)
    case .changeMode: try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
  }
}
