// SPDX-License-Identifier: Apache-2.0

/// A workbook for a run to check.
public struct FoundWorkbook: Hashable, Sendable {
  /// Its name in reports and in the history: the path relative to the folder, with `/` as separator.
  public let name: String
  /// The path to open it by.
  public let path: String

  public init(name: String, path: String) {
    self.name = name
    self.path = path
  }
}

/// Finds the workbooks under folders, skipping the files that programs leave beside them.
public struct WorkbookFinder: Sendable {
  public var include: [Glob]
  public var exclude: [Glob]

  /// Temporary files of editors, browsers and synchronisation programs. Hidden files and folders are skipped in any case.
  public static let ignored = [
    "~$*", ".~lock.*", "*.tmp", "*.part", "*.crdownload", "*.filepart", "~syncthing~*", "*.SyncPart",
  ].map(Glob.init)

  public init(include: [Glob] = [], exclude: [Glob] = []) {
    self.include = include.isEmpty ? [Glob("*.xlsx"), Glob("*.xlsm")] : include
    self.exclude = exclude
  }

  /// Sorted by name. Folders that can't be read are returned in `unreadable`. Links to folders are not followed, because they
  /// may lead back or out; neither is one that takes the place of a folder meanwhile.
  public func find(_ roots: [String]) throws(NightlyError) -> (workbooks: [FoundWorkbook], unreadable: [String]) {
    var found: [FoundWorkbook] = []
    var unreadable: [String] = []
    var names: Set<String> = []
    /// Strings compare equal if they look alike, such as é written as one code point or as two. Of two such names, one is
    /// reported by its bytes.
    func add(_ name: String, _ path: String) {
      if names.insert(name).inserted {
        found.append(FoundWorkbook(name: name, path: path))
      } else if !found.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
        let told = Files.escaped(Array(name.utf8))
        if names.insert(told).inserted { found.append(FoundWorkbook(name: told, path: told)) }
      }
    }
    for root in roots {
      guard let stamp = FileStamp(root) else { throw .noFolder(root) }
      if stamp.isFile {
        let name = Self.last(root)
        if names.insert(name).inserted { found.append(FoundWorkbook(name: name, path: root)) }
        continue
      }
      let prefix = roots.count == 1 ? "" : Self.label(root, among: roots) + "/"
      guard let top = OpenFolder(root), top.entries() != nil else { throw .noFolder(root) }
      var folders = [""]
      while let folder = folders.popLast() {
        guard let open = OpenFolder(folder, in: top), let entries = open.entries() else {
          unreadable.append(prefix + folder)
          continue
        }
        for entry in entries where !entry.name.hasPrefix(".") {
          let inside = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
          switch entry.kind {
          case .folder: if !exclude.contains(where: { $0.matches(inside) }) { folders.append(inside) }
          case .other: continue
          case .file, .link:
            // Every workbook is listed, even one that can't be opened, such as a link to nowhere.
            guard takes(inside) else { continue }
            if entry.kind == .link, let target = open.target(ofLink: entry.name), target != .file { continue }
            add(prefix + inside, "\(root)/\(inside)")
          }
        }
      }
    }
    return (found.sorted { $0.name < $1.name }, unreadable.sorted())
  }

  /// Whether a file with this path below its folder is a workbook to check.
  func takes(_ path: String) -> Bool {
    include.contains { $0.matches(path) } && !Self.ignored.contains { $0.matches(path) }
      && !exclude.contains { $0.matches(path) }
  }

  /// The prefix for the names of a folder's files if there are several folders: the name of the folder, or its path if another
  /// folder has the same name.
  static func label(_ root: String, among roots: [String]) -> String {
    let name = last(root)
    return roots.count { last($0) == name } == 1 ? name : trimmed(root)
  }

  /// The last component of a path.
  static func last(_ path: String) -> String {
    let short = trimmed(path)
    return short.split(separator: "/").last.map(String.init) ?? short
  }

  /// Without a leading `./` and trailing slashes.
  private static func trimmed(_ root: String) -> String {
    var text = Substring(root)
    while text.hasPrefix("./") { text = text.dropFirst(2) }
    while text.count > 1, text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }
}
