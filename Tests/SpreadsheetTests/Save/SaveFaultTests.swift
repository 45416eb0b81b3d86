// SPDX-License-Identifier: Apache-2.0

import Foundation
import Spreadsheet
import Synchronization
import Testing

@Suite struct `A save in which a call fails` {
  enum Scenario: CaseIterable {
    case inPlace, throughSymbolicLink, withoutExchange, withAttribute, toNewFile, toOtherFile
    case toNewFileWithoutExchange, withoutUnnamedFiles, withBackup, withBackupWithoutExchange, toOtherFileWithBackup

    var keepsBackup: Bool {
      self == .withBackup || self == .withBackupWithoutExchange || self == .toOtherFileWithBackup
    }
    var cannotExchange: Bool {
      self == .withoutExchange || self == .toNewFileWithoutExchange || self == .withBackupWithoutExchange
    }
  }

  /// Fails the k-th call, for k = 1, 2, … until a save gets through without reaching it.
  @Test(arguments: Scenario.allCases, [SystemFailure.inputOutput, .noSpace, .access, .interrupted])
  func `leaves the whole old file or the whole new one`(scenario: Scenario, failure: SystemFailure) throws {
    for sticky in [false, true] {
      var k = 1
      while try save(scenario, failing: k, with: .fail(failure), sticky: sticky) { k += 1 }
      #expect(k > 15)
    }
  }

  @Test(arguments: Scenario.allCases)
  func `gets through when each write takes one byte`(scenario: Scenario) throws {
    #expect(try save(scenario, failing: 1, with: .shortWrite, sticky: true, mustSucceed: true))
  }

  @Test func `is not fooled by a write that takes nothing and says it did`() throws {
    var k = 1
    while try save(.inPlace, failing: k, with: .lie, sticky: false) { k += 1 }
    #expect(k > 15)
  }

  @Test func `is not fooled by a disk that keeps other bytes than it was given`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let operations = HookedOperations { call, path in
      if call == .open(.read), path.hasSuffix(".dealbook-tmp"), let handle = FileHandle(forWritingAtPath: path) {
        try? handle.write(contentsOf: Data([0]))
      }
      return nil
    }
    let error = #expect(throws: SaveError.self) {
      try FileSaver(operations: operations).replace(FileSnapshot.read(path), with: Archive.new)
    }
    #expect(error == .unverified(path, reason: "the file system gives back other bytes"))
    #expect(folder.bytes("a.xlsx") == Archive.old)
    #expect(folder.names == ["a.xlsx"])
  }

  @Test func `succeeds when only a signal comes between`() throws {
    var k = 1
    while try save(.inPlace, failing: k, with: .fail(.interrupted), sticky: false, mustSucceed: true) { k += 1 }
    #expect(k > 15)
  }

  /// Does one save with a fault, and checks what it leaves. False when the save made fewer calls than `k`.
  private func save(
    _ scenario: Scenario, failing k: Int, with fault: Fault, sticky: Bool, mustSucceed: Bool = false
  ) throws -> Bool {
    let folder = try Folder(inMemory: scenario != .withAttribute)
    let calls = Counter()
    let unlinkFailed = Counter()
    let operations = HookedOperations { call, _ in
      if scenario == .withoutUnnamedFiles, call == .open(.unnamed(mode: 0o644)) { return .fail(.invalid) }
      if scenario.cannotExchange, call == .rename(.exchanging) || call == .rename(.withoutReplacing) {
        return .fail(.invalid)
      }
      let number = calls.next()
      guard number == k || (sticky && number > k) else { return nil }
      if call == .unlink { _ = unlinkFailed.next() }
      return fault
    }
    var options = SaveOptions.default
    options.keepsBackup = scenario.keepsBackup
    let saver = FileSaver(operations: operations, options: options)
    let input = try folder.put("a.xlsx", Archive.old)
    if scenario == .withAttribute { try setAttribute(input) }
    if scenario == .throughSymbolicLink {
      try FileManager.default.createSymbolicLink(atPath: folder("link.xlsx"), withDestinationPath: input)
    }
    let snapshot = try FileSnapshot.read(scenario == .throughSymbolicLink ? folder("link.xlsx") : input)
    let output: String
    let before: [UInt8]?
    switch scenario {
    case .inPlace, .throughSymbolicLink, .withoutExchange, .withAttribute, .withoutUnnamedFiles, .withBackup,
      .withBackupWithoutExchange:
      (output, before) = ("a.xlsx", Archive.old)
    case .toNewFile, .toNewFileWithoutExchange: (output, before) = ("b.xlsx", nil)
    case .toOtherFile, .toOtherFileWithBackup: (output, before) = ("b.xlsx", Array("something".utf8))
    }
    if output == "b.xlsx", let before { try folder.put("b.xlsx", before) }
    let names = folder.names

    var consequence: SaveConsequence?
    do {
      _ =
        output == "a.xlsx"
        ? try saver.replace(snapshot, with: Archive.new)
        : try saver.write(Archive.new, to: folder(output), source: snapshot)
    } catch {
      consequence = error.consequence
    }
    let isNew = consequence == nil || consequence == .writtenUnconfirmed
    let context: Comment =
      "\(scenario), call \(k), \(fault), \(sticky ? "for good" : "once"): \(String(describing: consequence))"
    #expect(folder.bytes(output) == (isNew ? Archive.new : before), context)
    #expect(output == "a.xlsx" || folder.bytes("a.xlsx") == Archive.old, context)
    if mustSucceed { #expect(consequence == nil, context) }
    let backup = output + ".~1~"
    if isNew, scenario.keepsBackup { #expect(folder.bytes(backup) == before, context) }
    if unlinkFailed.value == 0 {
      let added = scenario.keepsBackup ? [output, backup] : [output]
      #expect(folder.names == (isNew ? Set(names).union(added).sorted() : names), context)
    } else {
      // One hidden temporary file and one lock at most, and nothing that looks like a workbook.
      let left = Set(folder.names).subtracting(names).subtracting([output, backup])
      #expect(left.count <= 2 && left.allSatisfy { $0.hasPrefix(".") }, context)
    }
    return calls.value >= k
  }

  private func setAttribute(_ path: String) throws {
    let system = SystemFileOperations()
    let file = try system.open(path, .read)
    defer { try? system.close(file) }
    try system.setAttribute(file, "user.note", [1, 2, 3])
  }
}
