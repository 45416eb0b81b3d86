// SPDX-License-Identifier: Apache-2.0

/// Names for files.
enum FileName {
  /// `team` of `team.xlsx`.
  static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// `out/team.xls` as `out/team.xlsx`.
  static func path(_ path: String, endingIn ending: String) -> String {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { path[...$0] } ?? ""
    return folder + stem(String(path[(slash.map(path.index(after:)) ?? path.startIndex)...])) + "." + ending
  }

  /// A text such as a person's name, as a name that works in any file system.
  static func plain(_ text: String) -> String {
    var name = ""
    for character in text {
      name.append("/\\:*?\"<>|".contains(character) || character.isWhitespace ? "_" : character)
    }
    return String(name.prefix(60))
  }
}
