// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Playbook
import Spreadsheet

/// The result of a fill, as text and as JSON.
struct FillText {
  private let analysis: Analysis
  private let report: FillReport
  /// Nil if no repair was asked for.
  private let repairs: RepairedWorkbook?
  /// The team's own formulas that depend on repairs.
  private let recalculated: [CellChange]
  private let path: String
  private let language: Language
  private let words: FillWords
  /// Nil if nothing was to be written.
  private let outcome: SaveOutcome?
  private let output: String?
  private let elapsed: Duration

  init(
    _ analysis: Analysis, _ report: FillReport, repairs: RepairedWorkbook?, recalculated: [CellChange], path: String,
    language: Language, outcome: SaveOutcome?, output: String?, elapsed: Duration
  ) {
    self.analysis = analysis
    self.report = report
    self.repairs = repairs
    self.recalculated = recalculated
    self.path = path
    self.language = language
    words = FillWords(language: language)
    self.outcome = outcome
    self.output = output
    self.elapsed = elapsed
  }

  private var team: BoundWorkbook { analysis.team }

  /// If more formulas than this follow from a fill, only the first are listed.
  private static let mostRecalculated = 8
  private static let fewRecalculated = 5

  func text() -> String {
    var lines = RepairText(repairs, language: language).lines()
    for sheet in team.sheets {
      let columns = report.columns.filter { $0.id.sheet == sheet.prefix }
      guard !columns.isEmpty else { continue }
      let counts = words.columns(
        columns.count, added: columns.count(where: \.isNew), rows: sheet.rows.dataCount,
        changed: columns.reduce(0) { $0 + $1.changed }, kept: columns.reduce(0) { $0 + $1.kept },
        unfigured: sheet.unfiguredRows)
      lines.append(words.list(sheet.tabTitles, most: 3) + words.colon + counts)
    }
    lines += report.additions.map(describe)
    let shown = recalculated.count > Self.mostRecalculated && repairs == nil ? Self.fewRecalculated : recalculated.count
    lines += recalculated.prefix(shown).map {
      words.recalculated("\($0.sheet)!\($0.cell)", $0.old.shownText, $0.new.shownText)
    }
    if shown < recalculated.count { lines.append(words.recalculated(further: recalculated.count - shown)) }
    lines += report.leftOut.map(words.leftOut)
    lines += report.remarks.map { $0[language] }
    lines += skippedLines()
    lines += Spoken(language: language).unreadTabs(of: team) + Spoken(language: language).unreadBlocks(of: team)
    lines.append(findingsLine())
    lines.append(ending())
    return lines.map { Printable.text($0) + "\n" }.joined()
  }

  private func describe(_ addition: FillReport.Addition) -> String {
    words.describe(addition, asOf: team.asOfText ?? "")
  }

  /// How many findings the workbook has as it is now, and who says which.
  private func findingsLine() -> String {
    let rules = team.playbook.rules
    let counts = Dictionary(grouping: analysis.findings) { rules[$0.rule].severity }.mapValues(\.count)
    let file = outcome == nil || outcome == .unchanged ? path : output ?? path
    return words.findings(counts) + (counts.isEmpty ? "" : words.ask("dealbook check \(ShellWord.quoted(file))"))
  }

  /// Skipped columns grouped by reason. What lacks nothing but columns that are skipped themselves has the reason of those.
  private func skippedLines() -> [String] {
    let reasons = Dictionary(report.skipped.map { ($0.id, $0.reason) }, uniquingKeysWith: { first, _ in first })
    func root(_ reason: SkippedColumn.Reason) -> SkippedColumn.Reason {
      var reason = reason
      for _ in reasons {
        let next: ColumnID? =
          switch reason {
          case .restsOn(let id): id
          case .columnsMissing(let ids): ids.allSatisfy { reasons[$0] != nil } ? ids.first : nil
          default: nil
          }
        guard let next, let deeper = reasons[next] else { break }
        reason = deeper
      }
      return reason
    }
    var groups: [(reason: SkippedColumn.Reason, columns: [(sheet: String, headers: [String])])] = []
    for column in report.skipped {
      let reason = root(column.reason)
      let place = groups.firstIndex { $0.reason == reason } ?? groups.count
      if place == groups.count { groups.append((reason, [])) }
      let sheet = title(column.id.sheet)
      if let known = groups[place].columns.firstIndex(where: { $0.sheet == sheet }) {
        groups[place].columns[known].headers.append(header(column.id))
      } else {
        groups[place].columns.append((sheet, [header(column.id)]))
      }
    }
    return groups.map { words.skipped(describe($0.reason), $0.columns) }
  }

  private func describe(_ reason: SkippedColumn.Reason) -> String {
    words.reason(reason, sheet: title) { "\(title($0.sheet)).\(header($0))" }
  }

  /// As the team calls the sheet; as the playbook calls it, if it is read from several tabs or not there.
  private func title(_ prefix: String) -> String {
    let sheet = team.sheet(prefix).flatMap { $0.parts.isEmpty ? $0 : nil }
    return sheet?.title ?? team.playbook.sheet(prefix)?.titles[language]
      ?? SpecialSheetKind(rawValue: prefix).flatMap(team.playbook.specialSheet)?.titles[language] ?? prefix
  }

  /// As the team wrote it, else as the playbook calls it.
  private func header(_ id: ColumnID) -> String {
    if let own = team.sheet(id.sheet)?.column(id.key)?.header, !own.isEmpty { return own }
    if id.sheet == SpecialSheetKind.funnel.rawValue,
      let column = team.playbook.funnel?.columns.first(where: { $0.key == id.key })
    {
      return column.titles[language]
    }
    return team.playbook.sheet(id.sheet)?.column(id.key)?.titles[language] ?? id.key
  }

  private func ending() -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let time = words.took("\((seconds * 100).rounded() / 100)")
    return switch outcome {
    case .unchanged?: words.untouched + time
    case .some: words.wrote(output ?? path) + time
    case nil: words.wouldChange(report.changedCells, besideRepairs: repairs != nil) + time
    }
  }

  func diff() -> String {
    RepairText(repairs, language: language).lines().map { Printable.text($0) + "\n" }.joined() + computedDiff()
  }

  private func computedDiff() -> String {
    let types = columnTypes()
    let system = team.workbook.dateSystem
    return (report.changes + recalculated).map { change in
      let type = types[change.sheet]?[change.cell.column]
      let old = ShownValue.found(change.old, type: type, system: system)
      let new = ShownValue.found(change.new, type: type, system: system)
      let formula = change.formula.map { "  =\($0)" } ?? ""
      return Printable.text(
        "\(change.sheet)!\(change.cell): \(old.isEmpty ? words.empty : old) → \(new.isEmpty ? words.empty : new)\(formula)"
      )
        + "\n"
    }.joined()
  }

  /// The types of the columns, by the title of the sheet and the column number. Dates are shown as such.
  private func columnTypes() -> [String: [Int: ColumnType]] {
    var types: [String: [Int: ColumnType]] = [:]
    for sheet in team.sheets {
      for column in sheet.columns { types[sheet.title, default: [:]][column.number] = column.definition.type }
    }
    for column in report.columns {
      types[column.sheet, default: [:]][column.number] =
        team.playbook.sheet(column.id.sheet)?.column(column.id.key)?.type
    }
    return types
  }

  private func writeRecalculated(to json: inout JSONText) {
    json.key("recalculated")
    json.array { json in
      for change in recalculated {
        json.object { json in
          json.field("sheet", change.sheet)
          json.field("cell", "\(change.cell)")
          json.field("from", change.old.shownText)
          json.field("to", change.new.shownText)
          json.field("formula", change.formula)
        }
      }
    }
  }

  func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.saved(path, to: output, outcome)
      json.field("asOf", team.asOfText)
      json.field("changedCells", report.changedCells)
      json.field("keptCells", report.keptCells)
      RepairText(repairs, language: language).write(to: &json)
      if repairs != nil || !recalculated.isEmpty { writeRecalculated(to: &json) }
      json.key("columns")
      json.array { json in
        for column in report.columns {
          json.object { json in
            json.field("sheet", column.sheet)
            json.field("column", column.id.key)
            json.field("header", column.header)
            json.field("letters", ColumnName.letters(column.number))
            json.field("added", column.isNew)
            json.field("hidden", column.isHidden)
            json.field("changed", column.changed)
            json.field("kept", column.kept)
          }
        }
      }
      json.key("additions")
      json.array { json in for addition in report.additions { json.string(describe(addition)) } }
      json.key("leftOut")
      json.array { json in
        for sheet in report.leftOut {
          json.object { json in
            json.field("sheet", sheet.sheet)
            json.field("why", sheet.why[language])
          }
        }
      }
      json.key("remarks")
      json.array { json in for remark in report.remarks { json.string(remark[language]) } }
      json.key("skipped")
      json.array { json in
        for column in report.skipped {
          json.object { json in
            json.field("sheet", title(column.id.sheet))
            json.field("column", column.id.key)
            json.field("code", column.reason.code)
            json.field("reason", describe(column.reason))
          }
        }
      }
    }
    json.newline()
    return json.bytes
  }
}
