// SPDX-License-Identifier: Apache-2.0

extension Files {
  /// The folder part of a path, without touching the file system: `.` for a bare name.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
