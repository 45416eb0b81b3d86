// SPDX-License-Identifier: Apache-2.0

package import Playbook

/// What is said of a cause, on a terminal as on a page.
package struct CauseSentence {
  private let analysis: Analysis
  private let causes: FindingCauses
  private let writer: FindingWriter
  private let language: Language

  package init(_ analysis: Analysis, _ causes: FindingCauses, writer: FindingWriter, language: Language) {
    self.analysis = analysis
    self.causes = causes
    self.writer = writer
    self.language = language
  }

  private var rules: [RuleDefinition] { analysis.team.playbook.rules }

  /// Its first finding that no repair settles, or else its first.
  package func example(of cause: FindingCause) -> DescribedFinding {
    writer.describe(analysis.findings[cause.example])
  }

  /// What goes on after the message of the example: the other columns, and what a repair would write.
  package func ending(of cause: FindingCause, _ example: DescribedFinding) -> String {
    others(of: cause) + (example.repair.map { " → \($0)" } ?? "")
  }

  /// What to do about it, without the commands that depend on where the workbook is.
  package func remedy(_ cause: FindingCause) -> String {
    if rules[cause.rule].kind == .type, let remedy = UnreadText(rawValue: cause.reason)?.remedy {
      return remedy[language]
    }
    return columnRemedy(cause)
  }

  private func columnRemedy(_ cause: FindingCause) -> String {
    analysis.team.playbook.remedy(for: rules[cause.rule], in: column(of: cause)?.column.definition, language: language)
  }

  /// The other columns of the cause, which cells alone would not tell; those that a finding about headers means.
  private func others(of cause: FindingCause) -> String {
    let kind = rules[cause.rule].kind
    guard cause.count > 1, !cause.isRepaired(by: rules) else { return "" }
    guard [.missingColumn, .unknownColumn, .secondSheet].contains(kind) else { return otherColumns(of: cause) }
    var names: [String] = []
    var seen: Set<String> = []
    for (place, finding) in analysis.findings.enumerated()
    where finding.rule == cause.rule && place != cause.example && causes.kept?[place] ?? true {
      let name = finding.arguments[kind == .secondSheet ? "title" : "column"] ?? finding.column
      if seen.insert(name).inserted { names.append(name) }
    }
    guard !names.isEmpty else { return "" }
    return words(Array(names.prefix(Self.mostNames)), more: max(0, names.count - Self.mostNames))
  }

  /// `; likewise ‘Expected close’ (3), ‘Owner’ on ‘Payments’ (2)`.
  private func otherColumns(of cause: FindingCause) -> String {
    let example = analysis.findings[cause.example]
    guard cause.columns.count > 1, example.columnNumber > 0 else { return "" }
    let words = Spoken(language: language)
    var names: [(header: String, count: Int)] = []
    for column in cause.columns where column.number > 0 {
      guard column.sheet != example.sheet || column.number != example.columnNumber,
        let sheet = analysis.team.sheet(column.sheet),
        let title = sheet.columns.first(where: { $0.number == column.number })?.header
      else { continue }
      let header =
        column.sheet == example.sheet
        ? words.quoted(title) : words.column(words.quoted(title), on: words.quoted(sheet.title))
      if let place = names.firstIndex(where: { $0.header == header }) {
        names[place].count += column.count
      } else {
        names.append((header, column.count))
      }
    }
    guard !names.isEmpty else { return "" }
    let shown = names.sorted { $0.count > $1.count }.prefix(Self.mostNames).map { words.counted($0.header, $0.count) }
    return self.words(Array(shown), more: max(0, names.count - Self.mostNames))
  }

  private static let mostNames = 6

  private func words(_ names: [String], more: Int) -> String {
    let words = Spoken(language: language)
    let list = words.list(names)
    return words.pick("；還有 \(list)", "；还有 \(list)", "; likewise \(list)")
      + (more > 0
        ? words.pick(" 等 \(names.count + more) 個", " 等 \(names.count + more) 个", " and \(more) more") : "")
  }

  /// The column of the cause's example, if it is about cells of one.
  package func column(of cause: FindingCause) -> (sheet: LocatedSheet, column: LocatedColumn)? {
    let finding = analysis.findings[cause.example]
    guard finding.columnNumber > 0, let sheet = analysis.team.sheet(finding.sheet),
      let column = sheet.columns.first(where: { $0.number == finding.columnNumber })
    else { return nil }
    return (sheet, column)
  }
}

extension Spoken {
  fileprivate func column(_ header: String, on sheet: String) -> String {
    pick("\(sheet)的\(header)", "\(sheet)的\(header)", "\(header) on \(sheet)")
  }

  fileprivate func counted(_ what: String, _ count: Int) -> String {
    pick("\(what) \(count) 格", "\(what) \(count) 格", "\(what) (\(count))")
  }
}
