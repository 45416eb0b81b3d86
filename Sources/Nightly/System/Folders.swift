// SPDX-License-Identifier: Apache-2.0

extension Files {
  /// The folder that a path is in, as the path says it: `.` for a name alone.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
