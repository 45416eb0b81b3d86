// SPDX-License-Identifier: Apache-2.0

/// A workbook that a run is to look at.
public struct FoundWorkbook: Hashable, Sendable {
  /// What reports and the history call it: relative to its folder, with `/`.
  public let name: String
  /// Where it can be opened.
  public let path: String

  public init(name: String, path: String) {
    self.name = name
    self.path = path
  }
}

/// Finds the workbooks under folders: the files that a team keeps there, not what programs leave beside them.
public struct WorkbookFinder: Sendable {
  public var include: [Glob]
  public var exclude: [Glob]

  /// Files that editors, browsers and synchronisation leave while they work; hidden files and folders are left out anyway.
  public static let ignored = [
    "~$*", ".~lock.*", "*.tmp", "*.part", "*.crdownload", "*.filepart", "~syncthing~*", "*.SyncPart",
  ].map(Glob.init)

  public init(include: [Glob] = [], exclude: [Glob] = []) {
    self.include = include.isEmpty ? [Glob("*.xlsx"), Glob("*.xlsm")] : include
    self.exclude = exclude
  }

  /// In order of their names. A folder below that cannot be read is among `unreadable`. Links to folders are not followed: they
  /// may lead back.
  public func find(_ roots: [String]) throws(NightlyError) -> (workbooks: [FoundWorkbook], unreadable: [String]) {
    var found: [FoundWorkbook] = []
    var unreadable: [String] = []
    var names: Set<String> = []
    /// Texts are equal when they look alike: é is one character or two. Of such names one can be told by its bytes only.
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
      guard Files.names(in: root) != nil else { throw .noFolder(root) }
      var folders = [""]
      while let folder = folders.popLast() {
        guard let entries = Files.names(in: folder.isEmpty ? root : "\(root)/\(folder)") else {
          unreadable.append(prefix + folder)
          continue
        }
        for entry in entries where !entry.name.hasPrefix(".") {
          let inside = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
          let path = "\(root)/\(inside)"
          guard let stamp = FileStamp(path) else {
            // Every workbook is accounted for, those too that cannot be opened.
            if takes(inside) { add(prefix + inside, path) }
            continue
          }
          if stamp.isFolder {
            if !entry.isLink, !exclude.contains(where: { $0.matches(inside) }) { folders.append(inside) }
          } else if stamp.isFile, takes(inside) {
            add(prefix + inside, path)
          }
        }
      }
    }
    return (found.sorted { $0.name < $1.name }, unreadable.sorted())
  }

  /// Whether a file with this path below its folder is a workbook to look at.
  func takes(_ path: String) -> Bool {
    include.contains { $0.matches(path) } && !Self.ignored.contains { $0.matches(path) }
      && !exclude.contains { $0.matches(path) }
  }

  /// What stands before the names of a folder's files when there are several: its own name, or where another folder is called
  /// so too, its path.
  static func label(_ root: String, among roots: [String]) -> String {
    let name = last(root)
    return roots.count { last($0) == name } == 1 ? name : trimmed(root)
  }

  /// The name of a file or folder without the folders above it.
  static func last(_ path: String) -> String {
    let short = trimmed(path)
    return short.split(separator: "/").last.map(String.init) ?? short
  }

  /// Without `./` before it and `/` behind it.
  private static func trimmed(_ root: String) -> String {
    var text = Substring(root)
    while text.hasPrefix("./") { text = text.dropFirst(2) }
    while text.count > 1, text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }
}
