// SPDX-License-Identifier: Apache-2.0

internal import Isolation
package import Playbook

/// Finds and reads the playbook of a workbook.
package enum PlaybookFile {
  /// The file name to look for beside a workbook and in the folders above it.
  package static let name = Authority.Kind.playbook.fileName

  /// Merges the sources into one playbook. If they contain mistakes, these become the message of the failure.
  package static func read(_ sources: [PlaybookSource]) throws(Failure) -> Playbook {
    let reading = PlaybookReader.read(sources)
    guard let playbook = reading.playbook else { throw Failure(.usage, told(reading.issues)) }
    return playbook
  }

  /// Its file is not read, for a reason.
  package static func unreadable(_ path: String, _ why: SmallFile.Refusal) -> Failure {
    Failure(.usage, Spoken.words("\(path)：規則手冊無法讀取：\(why)", "\(path): the playbook cannot be read: \(why)"))
  }

  /// One mistake per line, and the number of those beyond what anybody reads at once.
  private static func told(_ issues: [PlaybookIssue]) -> String {
    var lines = issues.prefix(100).map(\.description)
    if issues.count > lines.count {
      lines.append(
        Spoken.words(
          "另有 \(issues.count - lines.count) 個錯誤", "and \(issues.count - lines.count) more mistakes"))
    }
    return lines.joined(separator: "\n")
  }

  /// The paths to look at, nearest first.
  package static func candidates(fromFolder folder: String) -> [String] {
    guard let resolved = Files.resolved(folder) else { return [] }
    let steps = resolved.split(separator: "/")
    return (0...steps.count).reversed().map { count in
      steps.prefix(count).map { "/" + $0 }.joined() + "/" + name
    }
  }
}
