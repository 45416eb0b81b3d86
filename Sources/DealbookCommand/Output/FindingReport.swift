// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Isolation
import Playbook
import Spreadsheet

/// The findings of one workbook, as text and as JSON.
struct FindingReport {
  private let analysis: Analysis
  private let path: String
  private let language: Language
  private let names: RowNames
  private let writer: FindingWriter
  private let choice: FindingChoice
  /// Whether each finding is to be shown; nil for all.
  private let kept: [Bool]?
  /// The number of findings to show for each rule.
  private let counts: [Int]

  /// Text lists this many findings of a rule; the rest are counted.
  private static let listedPerRule = 1000
  /// The version of the JSON, which its published schema also gives.
  static let schemaVersion = 1

  init(
    _ analysis: Analysis, path: String, language: Language?, choice: FindingChoice = FindingChoice(),
    names: RowNames? = nil
  ) {
    self.analysis = analysis
    self.path = path
    self.language = language ?? analysis.team.messageLanguage
    self.names = names ?? RowNames(analysis.team)
    self.choice = choice
    writer = FindingWriter(analysis.team, language: language, names: self.names)
    let kept = choice.kept(analysis, self.names)
    var counts = [Int](repeating: 0, count: analysis.team.playbook.rules.count)
    for place in analysis.findings.indices where kept?[place] ?? true { counts[analysis.findings[place].rule] += 1 }
    self.kept = kept
    self.counts = counts
  }

  private var rules: [RuleDefinition] { analysis.team.playbook.rules }
  private var words: CheckWords { CheckWords(language: language) }

  private func isKept(_ place: Int) -> Bool { kept?[place] ?? true }

  private func count(_ severity: Severity) -> Int {
    counts.indices.reduce(0) { $0 + (counts[$1] > 0 && rules[$1].severity == severity ? counts[$1] : 0) }
  }

  /// Considers only the findings to be shown.
  func status(_ failOn: FailOn) -> ExitStatus {
    counts.indices.contains { counts[$0] > 0 && failOn.isReached(by: rules[$0].severity) } ? .findings : .done
  }

  /// - Parameter listed: how many findings of a rule to list; nil for the default of the grouping.
  func print(by grouping: Grouping, listed: Int?, style: TextStyle, quiet: Bool) {
    switch grouping {
    case .none: printLines(listed ?? Self.listedPerRule, style, quiet: quiet)
    case .row: printRows(style, quiet: quiet)
    case .rule: printCauses(.none, listed ?? 0, style, quiet: quiet)
    case .owner: printCauses(.owner, listed ?? 0, style, quiet: quiet)
    case .sheet: printCauses(.sheet, listed ?? 0, style, quiet: quiet)
    }
  }

  private func printCauses(_ sections: FindingCauses.Sections, _ listed: Int, _ style: TextStyle, quiet: Bool) {
    let causes = FindingCauses(analysis, by: sections, choice: choice, listed: listed, names: names)
    CauseText(
      analysis, path: path, language: language, names: names, sections: sections, causes: causes, style: style
    ).print(quiet: quiet)
  }

  /// A line per finding, in the format that editors and grep understand, and a summary.
  private func printLines(_ most: Int, _ style: TextStyle, quiet: Bool) {
    var listed = [Int](repeating: 0, count: rules.count)
    let line = FindingLine(words: words, style: style)
    for (place, finding) in analysis.findings.enumerated() where isKept(place) {
      listed[finding.rule] += 1
      guard listed[finding.rule] <= most else { continue }
      StandardOutput.write(line.text(writer.describe(finding), path: path) + "\n")
    }
    for (rule, count) in listed.enumerated() where count > most {
      StandardOutput.write("\(path): \(rules[rule].id): \(words.more(count - most))\n")
    }
    if !quiet { StandardOutput.write(summary() + "\n") }
  }

  /// The findings of each row, under the name of the row.
  private func printRows(_ style: TextStyle, quiet: Bool) {
    let line = FindingLine(words: words, style: style)
    var last: (sheet: String, row: Int)?
    for (place, finding) in analysis.findings.enumerated() where isKept(place) {
      var described = writer.describe(finding)
      if last?.sheet != finding.sheet || last?.row != finding.row {
        last = (finding.sheet, finding.row)
        let title = described.sheet.isEmpty ? words.wholeWorkbook : described.sheet
        let row = described.row.map(words.row)
        let parts = [title, row, described.rowID, described.rowName, described.owner].compactMap { $0 }
        StandardOutput.write(style.bold(parts.filter { !$0.isEmpty }.map(Printable.text).joined(separator: " ")) + "\n")
      }
      (described.rowID, described.rowName, described.sheet) = ("", "", "")
      StandardOutput.write("  " + line.text(described, path: nil) + "\n")
    }
    if !quiet { StandardOutput.write(summary() + "\n") }
  }

  /// The number of findings for each rule, most frequent first.
  func printStatistics(_ style: TextStyle) {
    // What a repair would really do, which may be less than its rule says.
    var (settled, causes) = ([Int: Int](), [Int: Int]())
    for cause in FindingCauses(analysis, choice: choice, names: names).causes {
      causes[cause.rule, default: 0] += cause.count
      if rules[cause.rule].repairLevel == .safe { settled[cause.rule, default: 0] += cause.proposals }
    }
    for index in counts.indices.filter({ counts[$0] > 0 }).sorted(by: { (counts[$1], $0) < (counts[$0], $1) }) {
      let rule = rules[index]
      let count = String(counts[index])
      StandardOutput.write(
        style.fitted(
          String(repeating: " ", count: max(0, 7 - count.count))
            + "\(count) \(rule.id) \(Self.mark(settled[index] ?? 0, of: causes[index] ?? 0)) "
            + style.colored(words.severity(rule.severity), rule.severity) + " " + title(of: rule)) + "\n")
    }
  }

  /// Whether a safe repair settles all of them, some or none, as linters mark it.
  private static func mark(_ settled: Int, of count: Int) -> String {
    settled == 0 ? "[ ]" : settled < count ? "[-]" : "[*]"
  }

  private func title(of rule: RuleDefinition) -> String {
    let condition = rule.condition[language]
    return condition.isEmpty ? MessageTemplate(rule.message[language]).outline : condition
  }

  func summary() -> String {
    let parts = Severity.allCases.reversed().map { words.count($0, count($0)) }.joined(separator: words.comma)
    return Printable.text(path) + words.colon + parts + words.semicolon
      + words.extent(sheets: analysis.team.sheets.count, rows: analysis.team.rowCount)
  }

  // MARK: JSON

  /// Writes one object on one line, in pieces, so that a million findings are never in memory as text.
  func writeJSON() {
    var json = JSONText()
    let roots = FindingCauses.roots(of: analysis)
    let repairable = FindingCauses(analysis, choice: choice, names: names).repairable
    let writer = FindingWriter(analysis.team, language: language)
    // The findings of a row are adjacent, so its names are looked up only once.
    var row = (sheet: "", row: 0, name: "", owner: "")
    json.object { json in
      let team = analysis.team
      json.field("schemaVersion", Self.schemaVersion)
      json.field("file", path)
      json.field("outcome", team.standing.outcome)
      json.field("asOf", team.asOfText)
      json.field("playbook", team.playbook.name)
      json.field("language", language.rawValue)
      json.field("profile", team.profile.rawValue)
      json.key("findings")
      json.array { json in
        for (place, finding) in analysis.findings.enumerated() where isKept(place) {
          let root = roots[place].map { rules[analysis.findings[$0].rule].id }
          var described = writer.describe(finding)
          if finding.row != row.row || finding.sheet != row.sheet {
            row = (
              finding.sheet, finding.row, names.name(sheet: finding.sheet, row: finding.row),
              names.owner(sheet: finding.sheet, row: finding.row)
            )
          }
          (described.rowName, described.owner) = (row.name, row.owner)
          write(described, follows: root, &json)
          if json.bytes.count > 1 << 16 {
            StandardOutput.write(json.bytes)
            json.removeAll()
          }
        }
      }
      json.key("summary")
      json.object { json in
        for severity in Severity.allCases.reversed() { json.field(severity.rawValue, count(severity)) }
        json.field("rows", team.rowCount)
        json.field("sheets", team.sheets.count)
        json.key("repairable")
        json.object { json in
          for level in RepairLevel.allCases { json.field(level.rawValue, repairable[level] ?? 0) }
        }
      }
    }
    json.newline()
    StandardOutput.write(json.bytes)
  }

  private func write(_ finding: DescribedFinding, follows: String?, _ json: inout JSONText) {
    json.object { json in
      json.field("rule", finding.rule)
      json.field("severity", finding.severity.rawValue)
      json.field("sheet", finding.sheet)
      json.field("cell", finding.cell)
      json.field("row", finding.row)
      json.field("rowId", finding.rowID)
      if !finding.rowName.isEmpty { json.field("rowName", finding.rowName) }
      if !finding.owner.isEmpty { json.field("owner", finding.owner) }
      json.field("column", finding.column)
      json.field("header", finding.header)
      json.field("found", finding.found)
      if let repair = finding.repair { json.field("repair", repair) }
      if let follows { json.field("follows", follows) }
      json.field("message", finding.message)
    }
  }
}

extension Standing {
  /// The value in the JSON of `check`.
  fileprivate var outcome: String {
    switch self {
    case .team: "checked"
    case .guessed: "guessed"
    case .stranger: "notTeamWorkbook"
    }
  }
}
