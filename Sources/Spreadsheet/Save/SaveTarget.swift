// SPDX-License-Identifier: Apache-2.0

import Base

/// The file that a save writes, and the names of the files that go with it in the same directory.
package struct SaveTarget {
  /// The path as the caller gave it, for use in errors.
  let path: String
  /// The absolute path with symbolic links resolved.
  let resolvedPath: String
  let directory: String
  let name: String
  /// A random part of the temporary file's name, so that nobody can predict the name and put something there.
  let token: String

  package init(path: String, resolvedPath: String) {
    self.path = path
    self.resolvedPath = resolvedPath
    let slash = resolvedPath.utf8.lastIndex(of: UInt8(ascii: "/")) ?? resolvedPath.startIndex
    directory = slash == resolvedPath.startIndex ? "/" : String(resolvedPath[..<slash])
    name = String(resolvedPath[resolvedPath.index(after: slash)...])
    var generator = SystemRandomNumberGenerator()
    token = String(generator.next() as UInt64, radix: 16)
  }

  func beside(_ name: String) -> String { directory == "/" ? "/" + name : directory + "/" + name }

  /// The lock file of this program.
  var ownLock: String { beside(ownLockName) }
  var ownLockName: String { ".\(shortName).dealbook-lock" }

  /// The name that `cp --backup=numbered` would use. No program mistakes it for a workbook.
  func backup(_ number: Int) -> String { beside("\(shortName).~\(number)~") }

  var temporary: String { temporary(token) }

  func temporary(_ token: String) -> String { beside(".\(shortName).\(token).dealbook-tmp") }

  /// The lock files of other programs, next to the file itself and next to a symbolic link to it.
  var editorLocks: [(path: String, name: String, kind: EditorLockKind)] {
    var places = [self]
    let given = path.hasPrefix("/") ? path : "./" + path
    let link = SaveTarget(path: path, resolvedPath: given)
    if link.directory != directory || link.name != name { places.append(link) }
    return places.flatMap { place in
      [
        (place.beside("~$" + place.name), "~$" + place.name, .ownerFile),
        (place.beside("~$" + place.name.dropFirst(2)), "~$" + place.name.dropFirst(2), .ownerFile),
        (place.beside(".~lock.\(place.name)#"), ".~lock.\(place.name)#", .commaSeparated),
      ]
    }
  }

  /// A file name may have at most 255 bytes. A long name is cut, and a hash keeps it distinct from others with the same
  /// beginning.
  private var shortName: String {
    guard name.utf8.count > 200 else { return name }
    var beginning = name.prefix(180)
    while beginning.utf8.count > 180 { beginning.removeLast() }
    return "\(beginning)-\(String(FNV1a(String(name)).value, radix: 16))"
  }
}

enum EditorLockKind {
  /// `~$name`, written by Excel and WPS.
  case ownerFile
  /// `.~lock.name#`, written by LibreOffice.
  case commaSeparated
}
