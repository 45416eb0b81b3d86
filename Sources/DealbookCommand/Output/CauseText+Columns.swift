// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

// The columns of a cause.
extension CauseText {
  /// The other columns of the cause, which cells alone would not tell; those that a finding about headers means.
  func others(of cause: FindingCause) -> String {
    let kind = rules[cause.rule].kind
    guard cause.count > 1, !isRepaired(cause) else { return "" }
    guard [.missingColumn, .unknownColumn, .secondSheet].contains(kind) else { return otherColumns(of: cause) }
    var names: [String] = []
    var seen: Set<String> = []
    for (place, finding) in analysis.findings.enumerated()
    where finding.rule == cause.rule && place != cause.example && causes.kept?[place] ?? true {
      let name = finding.arguments[kind == .secondSheet ? "title" : "column"] ?? finding.column
      if seen.insert(name).inserted { names.append(name) }
    }
    guard !names.isEmpty else { return "" }
    return words.others(Array(names.prefix(Self.mostNames)), more: max(0, names.count - Self.mostNames))
  }

  /// `; likewise Expected close 3, Owner 2`.
  private func otherColumns(of cause: FindingCause) -> String {
    let example = analysis.findings[cause.example]
    guard cause.columns.count > 1, example.columnNumber > 0 else { return "" }
    var names: [(header: String, count: Int)] = []
    for column in cause.columns where column.number > 0 {
      guard column.sheet != example.sheet || column.number != example.columnNumber,
        let sheet = analysis.team.sheet(column.sheet),
        let header = sheet.columns.first(where: { $0.number == column.number })?.header
      else { continue }
      if let place = names.firstIndex(where: { $0.header == header }) {
        names[place].count += column.count
      } else {
        names.append((header, column.count))
      }
    }
    guard !names.isEmpty else { return "" }
    let shown = names.sorted { $0.count > $1.count }.prefix(Self.mostNames).map { "\($0.header) \($0.count)" }
    return words.others(shown, more: max(0, names.count - Self.mostNames))
  }

  private static let mostNames = 6

  /// The column of the cause's example, if it is about cells of one.
  func column(of cause: FindingCause) -> (sheet: LocatedSheet, column: LocatedColumn)? {
    let finding = analysis.findings[cause.example]
    guard finding.columnNumber > 0, let sheet = analysis.team.sheet(finding.sheet),
      let column = sheet.columns.first(where: { $0.number == finding.columnNumber })
    else { return nil }
    return (sheet, column)
  }
}
