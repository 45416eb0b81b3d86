import Nightly
import Playbook

/// The playbooks of a run, each read once, before the workers part: the workbooks of a folder go by one.
struct PlaybookCache {
  private var byFolder: [String: String] = [:]
  private var playbooks: [String: (Result<Playbook, Failure>, String)] = [:]

  /// - Parameter given: the caller's playbook, by which all workbooks go; one with mistakes is the end of the run.
  init(_ workbooks: [String], given: String?) throws(Failure) {
    // Read here once, for all workers.
    playbooks[""] = (.success(.builtIn), SHA256.hex(BuiltInPlaybook.packedText))
    if let given {
      playbooks[""] = (.success(try PlaybookFile.read(given)), Self.key(given))
      return
    }
    for workbook in workbooks {
      let folder = Self.folder(of: workbook)
      guard byFolder[folder] == nil else { continue }
      let file = PlaybookFile.nearest(toFolder: folder) ?? ""
      byFolder[folder] = file
      guard playbooks[file] == nil else { continue }
      do throws(Failure) {
        playbooks[file] = (.success(try PlaybookFile.read(file)), Self.key(file))
      } catch {
        playbooks[file] = (.failure(error), "")
      }
    }
  }

  /// The playbook of a workbook, and what tells it from others.
  func playbook(for workbook: String) -> (Result<Playbook, Failure>, String) {
    let file = byFolder[Self.folder(of: workbook)] ?? ""
    return playbooks[file] ?? (.success(.builtIn), "")
  }

  /// Those by which workbooks go.
  var inUse: [Playbook] {
    let files = byFolder.isEmpty ? [""] : Set(byFolder.values).sorted()
    return files.compactMap { try? playbooks[$0]?.0.get() }
  }

  /// A company's playbook lies over the built-in one.
  private static func key(_ file: String) -> String {
    SHA256.hex(Files.read(file) ?? []) + SHA256.hex(BuiltInPlaybook.packedText)
  }

  private static func folder(of path: String) -> String {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }
}
