// SPDX-License-Identifier: Apache-2.0

import Isolation
import Nightly
import Playbook
import Spreadsheet
import Synchronization

extension PlaybookFile {
  /// The playbooks found beside a workbook or above it.
  struct Found: Sendable {
    /// The nearest one that belongs to the user or the system and that nobody else can write to.
    var file: SmallFile?
    /// Nearer ones that don't qualify, each with the reason.
    var ignored: [(path: String, why: String)] = []
  }

  /// The playbook at `path`; if nil, the nearest one found, otherwise the built-in one.
  static func load(_ path: String?, beside workbook: String) throws(Failure) -> Playbook {
    try load(path, inFolder: folder(of: workbook))
  }

  /// The playbook for a workbook that is about to be written into a folder.
  static func load(_ path: String?, inFolder folder: String) throws(Failure) -> Playbook {
    if let path { return try read(path) }
    guard let file = find(inFolder: folder).file else { return .builtIn }
    return try read([PlaybookSource(name: file.path, bytes: file.bytes)])
  }

  /// What was found, by folder. A worker may no longer be able to look there.
  private static let known = Mutex<[String: Found]>([:])

  /// Names the playbooks found beside the workbooks or above them, both those used and those ignored.
  static func announce(_ given: String?, beside workbooks: [String], quiet: Bool) {
    guard given == nil else { return }
    var told: Set<String> = []
    for folder in Set(workbooks.map(folder)).sorted() {
      let found = find(inFolder: folder)
      if quiet { continue }
      for (path, why) in found.ignored where told.insert(path).inserted {
        StandardError.complain(
          Spoken.words(
            "\(path)：未採用：\(why)；加上 --playbook \(path) 仍可採用",
            "\(path): ignored: \(why); --playbook \(path) takes it all the same"))
      }
      if let file = found.file, told.insert(file.path).inserted {
        StandardError.complain(
          Spoken.words(
            "採用規則手冊 \(file.path)（sha256 \(file.sha256)）", "going by the playbook \(file.path) (sha256 \(file.sha256))"))
      }
    }
  }

  /// If the playbook contains mistakes, they become the message of the failure.
  static func read(_ path: String) throws(Failure) -> Playbook { try read([path]) }

  /// Merges the files into one playbook; the built-in one if there are none.
  static func read(_ paths: [String]) throws(Failure) -> Playbook {
    guard !paths.isEmpty else { return .builtIn }
    return try read(try paths.map { (path) throws(Failure) in try source(path) })
  }

  static func source(_ path: String) throws(Failure) -> PlaybookSource {
    let bytes: [UInt8]
    do throws(SmallFile.Refusal) { bytes = try SmallFile(path).bytes } catch {
      var failure = unreadable(path, error)
      failure.message += CommandMistake.nearestFile(to: path)
      throw failure
    }
    if bytes.starts(with: "PK".utf8) {
      throw Failure(
        .usage,
        Spoken.words(
          "\(path)：這是工作簿，不是規則手冊；dealbook adopt \(path) 可以為它產生一份",
          "\(path): a workbook, not a playbook; dealbook adopt \(path) makes one for it"))
    }
    return PlaybookSource(name: path, bytes: bytes)
  }

  /// Looks in the folder and in those above it.
  static func find(inFolder folder: String) -> Found {
    if let found = known.withLock({ $0[folder] }) { return found }
    let found = look(inFolder: folder)
    known.withLock { $0[folder] = found }
    return found
  }

  private static func look(inFolder folder: String) -> Found {
    var found = Found()
    for candidate in candidates(fromFolder: folder) where Files.isThere(candidate) {
      do throws(SmallFile.Refusal) {
        let file = try SmallFile(candidate)
        guard !file.isTrusted else {
          found.file = file
          return found
        }
        found.ignored.append(
          (candidate, Spoken.words("它屬於別人，或別人也能寫入", "it is somebody else's, or others may write to it")))
      } catch {
        found.ignored.append((candidate, "\(error)"))
      }
    }
    return found
  }

  /// The folder of the file that the path leads to.
  private static func folder(of workbook: String) -> String {
    Files.folder(of: Files.resolved(workbook) ?? workbook)
  }
}
