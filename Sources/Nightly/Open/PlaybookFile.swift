// SPDX-License-Identifier: Apache-2.0

internal import Isolation
package import Playbook

/// The playbook that a workbook goes by.
package enum PlaybookFile {
  /// The name that is looked for beside a workbook and in the folders above it.
  package static let name = Authority.Kind.playbook.fileName

  /// The playbook that the files make together. One with mistakes is not used: they are the failure's message.
  package static func read(_ sources: [PlaybookSource]) throws(Failure) -> Playbook {
    let reading = PlaybookReader.read(sources)
    guard let playbook = reading.playbook else { throw Failure(.usage, told(reading.issues)) }
    return playbook
  }

  /// A mistake a line, and how many there are beyond those that anybody reads at once.
  private static func told(_ issues: [PlaybookIssue]) -> String {
    var lines = issues.prefix(100).map(\.description)
    if issues.count > lines.count { lines.append("and \(issues.count - lines.count) more mistakes") }
    return lines.joined(separator: "\n")
  }

  /// Where a playbook may be, the nearest place first.
  package static func candidates(fromFolder folder: String) -> [String] {
    guard let resolved = Files.resolved(folder) else { return [] }
    let steps = resolved.split(separator: "/")
    return (0...steps.count).reversed().map { count in
      steps.prefix(count).map { "/" + $0 }.joined() + "/" + name
    }
  }
}
