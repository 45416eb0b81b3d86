// SPDX-License-Identifier: Apache-2.0

import Isolation
import Playbook

/// The playbook and the waivers of a night, either named explicitly or found beside the history, and the files found among the
/// workbooks.
package struct NightAuthorities {
  /// The playbook for all workbooks. If nil, each workbook uses the one beside it with ``trustsFound``, otherwise the built-in
  /// one.
  package let playbook: SmallFile?
  package let waivers: Waivers
  package let trustsFound: Bool
  /// Files that were found and ignored.
  private(set) var ignored: [Authority] = []

  /// - Parameter history: the path of the history, which need not exist yet; nil for a part without one.
  package init(
    playbook: String?, waivers: String?, history: String?, trustsFound: Bool, folders: [String],
    workbooks: [FoundWorkbook]
  ) throws(Failure) {
    self.trustsFound = trustsFound
    var ignored: Set<Authority> = []
    /// The file beside the history, if it is the user's own.
    func beside(_ kind: Authority.Kind) -> SmallFile? {
      guard let history else { return nil }
      let near = Files.folder(of: history)
      let folder = Files.resolved(near) ?? near
      let path = folder.hasSuffix("/") ? folder + kind.fileName : "\(folder)/\(kind.fileName)"
      guard Files.isThere(path) else { return nil }
      if let file = try? SmallFile(path), file.isTrusted { return file }
      ignored.insert(Authority(kind, path, isInForce: false))
      return nil
    }
    func read(_ path: String, _ kind: Authority.Kind) throws(Failure) -> SmallFile {
      do throws(SmallFile.Refusal) { return try SmallFile(path) } catch {
        throw kind == .playbook
          ? PlaybookFile.unreadable(path, error)
          : Failure(NightlyError.waivers(path, line: 0, "\(error)"))
      }
    }
    let near = beside(.playbook)
    self.playbook =
      try playbook.map { (path) throws(Failure) in try read(path, .playbook) } ?? (trustsFound ? nil : near)
    var list = try waivers.map { (path) throws(Failure) in try read(path, .waivers) }
    if list == nil, trustsFound {
      let path = "\(folders[0])/\(Authority.Kind.waivers.fileName)"
      if Files.isThere(path) {
        let roots = folders.compactMap { Files.resolved(NightlyRound.folder($0)) }
        do throws(SmallFile.Refusal) { list = try SmallFile(found: path, below: roots) } catch {
          throw Failure(NightlyError.waivers(path, line: 0, "\(error)"))
        }
      }
    }
    list = list ?? beside(.waivers)
    self.waivers = try list.map { (file) throws(Failure) in try Trial.waivers(file) } ?? .none
    guard !trustsFound else { return }
    for folder in Self.places(folders, workbooks) {
      for kind in Authority.Kind.allCases {
        let path = folder == "/" ? "/" + kind.fileName : "\(folder)/\(kind.fileName)"
        guard Files.isThere(path) else { continue }
        let own = kind == .playbook ? self.playbook : list
        if let own, let place = Files.resolved(own.path), place == Files.resolved(path) { continue }
        ignored.insert(Authority(kind, path, isInForce: false))
      }
    }
    self.ignored = Array(ignored)
    self.list = list
  }

  private var list: SmallFile?

  /// What is in force, and what was ignored.
  ///
  /// - Parameter books: the playbooks that the workbooks use.
  package func all(_ books: PlaybookCache) -> [Authority] {
    var all = ignored + books.authorities
    if let list { all.append(Authority(.waivers, list.path, sha256: list.sha256, isInForce: true)) }
    return all
  }

  /// Every folder in which a playbook for one of the workbooks would be looked for.
  private static func places(_ folders: [String], _ workbooks: [FoundWorkbook]) -> [String] {
    var places: Set<String> = []
    func add(_ folder: String) {
      guard let resolved = Files.resolved(folder) else { return }
      var steps = resolved.split(separator: "/")
      while places.insert("/" + steps.joined(separator: "/")).inserted, !steps.isEmpty { steps.removeLast() }
    }
    for folder in folders { add(folder) }
    for folder in Set(workbooks.map { Files.folder(of: $0.path) }) { add(folder) }
    return places.sorted()
  }
}
