import Glibc
import Playbook
import Spreadsheet

/// Finds the playbook that a workbook goes by.
enum PlaybookFile {
  /// The name that is looked for beside a workbook and in the folders above it.
  static let name = "dealbook.yaml"

  /// The playbook at `path`; without one the nearest ``name``, else the built-in playbook.
  static func load(_ path: String?, beside workbook: String) throws(Failure) -> Playbook {
    guard let file = path ?? nearest(to: workbook) else { return .builtIn }
    return try read(file)
  }

  /// The playbook that a workbook will go by that is yet to be written into a folder.
  static func load(_ path: String?, inFolder folder: String) throws(Failure) -> Playbook {
    guard let file = path ?? nearest(toFolder: folder) else { return .builtIn }
    return try read(file)
  }

  /// A playbook with mistakes is not used: they are the failure's message.
  static func read(_ path: String) throws(Failure) -> Playbook { try read([path]) }

  /// The playbook that the files make together; without any the built-in one.
  static func read(_ paths: [String]) throws(Failure) -> Playbook {
    guard !paths.isEmpty else { return .builtIn }
    let reading = PlaybookReader.read(try paths.map { (path) throws(Failure) in try source(path) })
    guard let playbook = reading.playbook else {
      throw Failure(.usage, reading.issues.map(\.description).joined(separator: "\n"))
    }
    return playbook
  }

  static func source(_ path: String) throws(Failure) -> PlaybookSource {
    do { return PlaybookSource(name: path, bytes: try FileSnapshot.read(path).bytes) } catch {
      throw Failure(.usage, "the playbook cannot be read: \(error)")
    }
  }

  private static func nearest(to workbook: String) -> String? {
    guard let resolved = unsafe realpath(workbook, nil) else { return nil }
    defer { unsafe free(resolved) }
    return search(from: unsafe String(cString: resolved).split(separator: "/").dropLast())
  }

  static func nearest(toFolder folder: String) -> String? {
    guard let resolved = unsafe realpath(folder, nil) else { return nil }
    defer { unsafe free(resolved) }
    return search(from: unsafe String(cString: resolved).split(separator: "/"))
  }

  /// In the folder whose path has these steps, and in those above it.
  private static func search(from steps: [Substring]) -> String? {
    for count in (0...steps.count).reversed() {
      let candidate = steps.prefix(count).map { "/" + $0 }.joined() + "/" + name
      if unsafe access(candidate, R_OK) == 0 { return candidate }
    }
    return nil
  }
}
