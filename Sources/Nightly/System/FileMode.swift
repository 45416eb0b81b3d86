// SPDX-License-Identifier: Apache-2.0

internal import CFileSystem
import Glibc

/// Who may read and write a new file.
public struct FileMode: Hashable, Sendable, ExpressibleByIntegerLiteral {
  let bits: mode_t
  /// Whose rights those of the group are; nil if they are not of one group.
  var group: gid_t?
  /// Whether the rights of the group are those of whichever group the file has.
  private let isOfAnyGroup: Bool

  public init(integerLiteral bits: UInt32) {
    (self.bits, isOfAnyGroup) = (bits, true)
  }

  init(bits: mode_t, group: gid_t?) {
    (self.bits, self.group, isOfAnyGroup) = (bits, group, false)
  }

  /// What a report that is there may keep of its mode: no more than the files that it is about allow.
  func narrowed(_ mode: mode_t) -> mode_t { isOfAnyGroup ? mode : mode & bits }

  /// What is left for a file that turns out to have another group; nil if nothing has to be taken away.
  func restricted(_ status: stat) -> mode_t? {
    guard !isOfAnyGroup, status.st_gid != group else { return nil }
    let mode = status.st_mode & 0o777
    let less = mode & ~0o070 | (mode & 0o007) << 3
    return less == mode ? nil : less
  }
}

extension Files {
  /// The mode for a new folder that holds copies of what is in these folders.
  public static func modeOfFolders(_ folders: [String]) -> UInt32 {
    folders.reduce(0o755) { mode, folder in
      var status = stat()
      guard unsafe stat(folder, &status) == 0 else { return mode }
      return mode & (status.st_mode | 0o700)
    }
  }

  /// The mode for reports about files. Somebody who may not read all of the files, or may not enter their folders, may not read the
  /// reports either.
  ///
  /// - Parameter roots: the folders below which, themselves included, who may enter matters.
  public static func mode(ofReportsOn paths: [String], under roots: [String]) -> FileMode {
    var bits: mode_t = 0o644
    var groups: Set<gid_t> = []
    var ways: [String: FolderWay] = [:]
    for path in paths {
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { continue }
      bits &= status.st_mode
      let folder = folder(of: path)
      let way = ways[folder] ?? FolderWay(to: folder, under: roots)
      ways[folder] = way
      bits &= way.mode(forGroup: status.st_gid)
      groups.insert(status.st_gid)
      // With an access list, the bits of the group are those of all whom the list names.
      if unsafe getxattr(path, "system.posix_acl_access", nil, 0) >= 0 { bits &= 0o707 | (status.st_mode & 0o007) << 3 }
    }
    return FileMode(bits: bits | 0o600, group: groups.count == 1 ? groups.first : nil)
  }
}

/// Who may get to what is in a folder, from one of the folders of a night down.
struct FolderWay {
  private struct Step {
    var group: gid_t
    var mode: mode_t
    var hasList: Bool
  }

  private var steps: [Step] = []

  init(to folder: String, under roots: [String]) {
    func bare(_ path: String) -> String {
      var path = path[...]
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      return String(path)
    }
    let roots = roots.map(bare)
    var folder = bare(folder)
    while true {
      var status = stat()
      if unsafe stat(folder, &status) == 0 {
        steps.append(
          Step(
            group: status.st_gid, mode: status.st_mode,
            hasList: unsafe getxattr(folder, "system.posix_acl_access", nil, 0) >= 0))
      }
      let above = bare(Files.folder(of: folder))
      guard !roots.contains(folder), above != folder,
        roots.contains(where: { above == $0 || above.hasPrefix($0 == "/" ? $0 : $0 + "/") })
      else { return }
      folder = above
    }
  }

  /// The bits that a file of this group may have without being open to more than those who get to it.
  func mode(forGroup group: gid_t) -> mode_t {
    steps.reduce(0o777) { mode, step in
      let others = step.mode & 0o001 != 0
      let members = step.group == group && !step.hasList ? step.mode & 0o010 != 0 : others
      return mode & ((others ? 0o007 : 0) | (members ? 0o070 : 0) | 0o700)
    }
  }
}
