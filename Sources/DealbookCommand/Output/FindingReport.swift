import Dealbook
import Playbook
import Spreadsheet

/// The findings of one workbook, as text and as JSON.
struct FindingReport {
  private let analysis: Analysis
  private let path: String
  private let writer: FindingWriter
  private let language: Language

  /// More of one rule than this are counted, not listed, in text.
  private static let listedPerRule = 1000

  init(_ analysis: Analysis, path: String, language: Language?) {
    self.analysis = analysis
    self.path = path
    self.language = language ?? analysis.team.messageLanguage
    writer = FindingWriter(analysis.team, language: language)
  }

  private var rules: [RuleDefinition] { analysis.team.playbook.rules }

  private func count(_ severity: Severity) -> Int {
    analysis.findings.reduce(0) { $0 + (rules[$1.rule].severity == severity ? 1 : 0) }
  }

  func status(_ failOn: FailOn) -> ExitStatus {
    analysis.findings.contains { failOn.isReached(by: rules[$0.rule].severity) } ? .findings : .done
  }

  /// One line a finding, in a form that editors and grep understand, then a summary.
  func print(usesColor: Bool, quiet: Bool) {
    var listed: [Int: Int] = [:]
    for finding in analysis.findings {
      listed[finding.rule, default: 0] += 1
      guard listed[finding.rule, default: 0] <= Self.listedPerRule else { continue }
      StandardOutput.write(line(writer.describe(finding), usesColor) + "\n")
    }
    for (rule, count) in listed.sorted(by: { $0.key < $1.key }) where count > Self.listedPerRule {
      StandardOutput.write("\(path): \(rules[rule].id): \(count - Self.listedPerRule) more\n")
    }
    if !quiet { StandardOutput.write(summary() + "\n") }
  }

  private func line(_ finding: DescribedFinding, _ usesColor: Bool) -> String {
    var place = path
    if !finding.sheet.isEmpty { place += ":\(finding.sheet)" }
    if let cell = finding.cell { place += "!\(cell)" } else if let row = finding.row { place += "!\(row)" }
    let color = usesColor ? Self.color(finding.severity) : nil
    let severity = color.map { "\u{1B}[\($0)m\(finding.severity.rawValue)\u{1B}[0m" } ?? finding.severity.rawValue
    var text = "\(Printable.text(place)): \(severity) \(finding.rule)"
    if !finding.rowID.isEmpty { text += " \(Printable.text(finding.rowID))" }
    if !finding.column.isEmpty { text += " \(Printable.text(finding.column))" }
    text += ": \(Printable.text(finding.message))"
    if let repair = finding.repair { text += " → \(Printable.text(repair))" }
    return text
  }

  private static func color(_ severity: Severity) -> String {
    switch severity {
    case .error: "31"
    case .warning: "33"
    case .info: "36"
    }
  }

  func summary() -> String {
    let parts = Severity.allCases.reversed().map { "\(count($0)) \($0.rawValue)" }.joined(separator: ", ")
    return "\(Printable.text(path)): \(parts); \(analysis.team.rowCount) rows on \(analysis.team.sheets.count) sheets"
  }

  func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      let team = analysis.team
      json.field("file", path)
      json.field("asOf", team.asOfText)
      json.field("playbook", team.playbook.name)
      json.field("language", language.rawValue)
      json.field("profile", team.profile.rawValue)
      json.key("findings")
      json.array { json in
        for finding in analysis.findings { write(writer.describe(finding), &json) }
      }
      json.key("summary")
      json.object { json in
        for severity in Severity.allCases.reversed() { json.field(severity.rawValue, count(severity)) }
        json.field("rows", team.rowCount)
        json.field("sheets", team.sheets.count)
      }
    }
    json.newline()
    return json.bytes
  }

  private func write(_ finding: DescribedFinding, _ json: inout JSONText) {
    json.object { json in
      json.field("rule", finding.rule)
      json.field("severity", finding.severity.rawValue)
      json.field("sheet", finding.sheet)
      json.field("cell", finding.cell)
      json.field("row", finding.row)
      json.field("rowId", finding.rowID)
      json.field("column", finding.column)
      json.field("found", finding.found)
      if let repair = finding.repair { json.field("repair", repair) }
      json.field("message", finding.message)
    }
  }
}
