// SPDX-License-Identifier: Apache-2.0

internal import Base

/// The workbooks of a shared night, as `nightly --plan` prints them: one name per line. A name that begins with a quotation mark
/// or contains a line break or another control or direction character is written as a JSON string.
public enum Plan {
  public static func text(_ names: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for name in names {
      let isPlain = !name.unicodeScalars.contains(where: \.isControl) && !name.hasPrefix("\"")
      bytes += isPlain ? Array(name.utf8) : JSON.bytes(name)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  public static func names(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).map { line in
      guard line.first == UInt8(ascii: "\""), let name = JSON.value(String.self, from: Array(line)) else {
        return String(decoding: line, as: UTF8.self)
      }
      return name
    }
  }
}

extension WorkbookFinder {
  /// The workbooks that a plan names, whether or not they still exist. One that has disappeared is reported when it is checked;
  /// one that has been added since is left to the next night. A name that ends in `/` is a folder that could not be read.
  public func planned(_ names: [String], under roots: [String]) throws(NightlyError) -> (
    workbooks: [FoundWorkbook], unreadable: [String]
  ) {
    var files: [String: String] = [:]
    var folders: [(label: String, path: String)] = []
    for root in roots {
      guard let stamp = FileStamp(root) else { throw .noFolder(root) }
      if stamp.isFile {
        files[Self.last(root)] = files[Self.last(root)] ?? root
      } else {
        folders.append((roots.count == 1 ? "" : Self.label(root, among: roots) + "/", root))
      }
    }
    // Longer prefixes first: `a/b/` before `a/`.
    folders.sort { $0.label.utf8.count > $1.label.utf8.count }
    var found: [FoundWorkbook] = []
    var unreadable: [String] = []
    for name in names {
      if name.hasSuffix("/") {
        unreadable.append(String(name.dropLast()))
      } else if let path = files[name] {
        found.append(FoundWorkbook(name: name, path: path))
      } else if let folder = folders.first(where: { name.hasPrefix($0.label) }) {
        found.append(FoundWorkbook(name: name, path: "\(folder.path)/\(name.dropFirst(folder.label.count))"))
      } else {
        throw .part(name, "the plan lists it, but it is in none of \(roots.joined(separator: ", "))")
      }
    }
    return (found, unreadable)
  }
}
