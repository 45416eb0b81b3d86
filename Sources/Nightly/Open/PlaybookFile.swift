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

  /// One mistake per line, and the number of those beyond what anybody reads at once.
  private static func told(_ issues: [PlaybookIssue]) -> String {
    var lines = issues.prefix(100).map(\.description)
    if issues.count > lines.count { lines.append("and \(issues.count - lines.count) more mistakes") }
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
