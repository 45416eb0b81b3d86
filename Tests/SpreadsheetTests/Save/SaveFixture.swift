// SPDX-License-Identifier: Apache-2.0

import Foundation
import Spreadsheet
import Zip

/// A directory of its own for one test, gone afterwards.
final class Folder: Sendable {
  let path: String

  /// In memory where the system has such a place: many small files are made there much faster.
  init(inMemory: Bool = false) throws {
    let memory = URL(fileURLWithPath: "/dev/shm")
    let base =
      inMemory && FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    let url = base.appendingPathComponent("save-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  @discardableResult func put(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: self(name)))
    return self(name)
  }

  func bytes(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: self(name)).map { [UInt8]($0) } }

  /// The names of everything in it, hidden files too.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  func inode(_ name: String) throws -> UInt64 {
    try SystemFileOperations().status(ofPath: self(name), followingLink: false).inode
  }
}

/// Two different small archives, which is all that a save knows of workbooks.
enum Archive {
  static let old = archive("old")
  static let new = archive("new and longer")

  private static func archive(_ text: String) -> [UInt8] {
    var builder = ZipBuilder()
    builder.add("xl/workbook.xml", Array(text.utf8))
    return (try? builder.finish()) ?? []
  }
}

extension FileSnapshot {
  static func read(_ path: String, _ operations: any FileOperations) throws(SaveError) -> FileSnapshot {
    try FileSnapshot(path, limit: 1 << 20, operations)
  }
}
