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
  private let language: Language?
  /// Nil if nothing was to be written.
  private let outcome: SaveOutcome?
  private let output: String?
  private let elapsed: Duration

  init(
    _ analysis: Analysis, _ report: FillReport, repairs: RepairedWorkbook?, recalculated: [CellChange], path: String,
    language: Language?,
    outcome: SaveOutcome?, output: String?, elapsed: Duration
  ) {
    self.analysis = analysis
    self.report = report
    self.repairs = repairs
    self.recalculated = recalculated
    self.path = path
    self.language = language
    self.outcome = outcome
    self.output = output
    self.elapsed = elapsed
  }

  private var team: BoundWorkbook { analysis.team }

  func text() -> String {
    var lines = RepairText(repairs).lines()
    for sheet in team.sheets {
      let columns = report.columns.filter { $0.id.sheet == sheet.prefix }
      guard !columns.isEmpty else { continue }
      let new = columns.filter(\.isNew).count
      let changed = columns.reduce(0) { $0 + $1.changed }
      let kept = columns.reduce(0) { $0 + $1.kept }
      var line = "\(sheet.title): \(columns.count) computed columns"
      if new > 0 { line += " (\(new) added)" }
      line += ", \(sheet.rows.dataCount) rows, \(changed) cells changed"
      if kept > 0 { line += ", \(kept) typed over and kept" }
      lines.append(line)
    }
    lines += report.additions.map(describe)
    lines += recalculated.map { "recalculated \($0.sheet)!\($0.cell): \($0.old.shownText) → \($0.new.shownText)" }
    lines += report.leftOut.map { "left out the sheet \($0.sheet): \($0.why)" }
    lines += skippedLines()
    lines.append(FindingReport(analysis, path: path, language: language).summary())
    lines.append(ending())
    return lines.map { Printable.text($0) + "\n" }.joined()
  }

  private func describe(_ addition: FillReport.Addition) -> String {
    switch addition {
    case .sheet(let name): "added the sheet \(name)"
    case .settings(let sheet, let names): "\(sheet): added the settings \(names.joined(separator: ", "))"
    case .lists(let sheet, let headers): "\(sheet): added \(headers.joined(separator: ", "))"
    case .tableColumns(let table, let count): "the table \(table) grew by \(count) columns"
    case .definedNames(let count): "defined \(count) names"
    case .otherName(let name, let ours): "the name \(name) is the workbook's own and stays; ours is called \(ours)"
    case .movedName(let name, let old, let new): "the name \(name) stood for \(old) and stands for \(new) now"
    case .asOf(let sheet, let cell): "\(sheet)!\(cell): the as-of date \(team.asOfText ?? "")"
    }
  }

  /// Skipped columns grouped by reason.
  private func skippedLines() -> [String] {
    var groups: [(reason: SkippedColumn.Reason, columns: [SkippedColumn])] = []
    for column in report.skipped {
      if let place = groups.firstIndex(where: { $0.reason == column.reason }) {
        groups[place].columns.append(column)
      } else {
        groups.append((column.reason, [column]))
      }
    }
    return groups.map { group in
      let names = group.columns.map { "\(title($0.id.sheet)).\(header($0.id))" }.joined(separator: ", ")
      return "left out, \(describe(group.reason)): \(names)"
    }
  }

  private func describe(_ reason: SkippedColumn.Reason) -> String {
    switch reason {
    case .sheetsMissing(let prefixes): "no sheet \(prefixes.map(title).joined(separator: ", "))"
    case .columnsMissing(let ids):
      "no column \(ids.map { "\(title($0.sheet)).\(header($0))" }.joined(separator: " or "))"
    case .notUnderstood(let id, let obstacle): "\(title(id.sheet)).\(header(id)) \(describe(obstacle))"
    case .settingMissing(let name, .notEntered): "nobody has entered the setting \(name)"
    case .settingMissing(let name, .noStoredValue): "the formula of the setting \(name) has no stored value that holds"
    case .settingMissing(let name, .unreadable): "the setting \(name) cannot be read"
    case .sheetLeftOut(let prefix): "\(title(prefix)) can't take it"
    case .restsOn(let id): "\(title(id.sheet)).\(header(id)) is left out"
    case .notRequested: "not asked for"
    }
  }

  private func describe(_ obstacle: Obstacle) -> String {
    switch obstacle {
    case .foreignUnit: "is not in 元"
    case .percentHundreds: "keeps 60% as 60"
    case .percentScale: "keeps 60% now as 60, now as 0.6"
    case .noStoredValue: "has formulas without a stored value that holds"
    case .labels: "has labels that formulas do not find"
    }
  }

  private func title(_ prefix: String) -> String {
    team.sheet(prefix)?.title ?? team.playbook.sheet(prefix)?.titles[language ?? team.messageLanguage]
      ?? SpecialSheetKind(rawValue: prefix).flatMap(team.playbook.specialSheet)?.titles[
        language ?? team.messageLanguage] ?? prefix
  }

  private func header(_ id: ColumnID) -> String {
    let language = language ?? team.messageLanguage
    if id.sheet == SpecialSheetKind.funnel.rawValue,
      let column = team.playbook.funnel?.columns.first(where: { $0.key == id.key })
    {
      return column.titles[language]
    }
    return team.playbook.sheet(id.sheet)?.column(id.key)?.titles[language] ?? id.key
  }

  private func ending() -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let time = "\((seconds * 100).rounded() / 100) s"
    return switch outcome {
    case .unchanged?: "nothing to do: the file was not touched (\(time))"
    case .some: "wrote \(output ?? path) (\(time))"
    case nil:
      "nothing was written: \(report.changedCells) cells would change\(repairs == nil ? "" : " beside the repairs") (\(time))"
    }
  }

  func diff() -> String {
    RepairText(repairs).lines().map { Printable.text($0) + "\n" }.joined() + computedDiff()
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
        "\(change.sheet)!\(change.cell): \(old.isEmpty ? "(empty)" : old) → \(new.isEmpty ? "(empty)" : new)\(formula)")
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
      RepairText(repairs).write(to: &json)
      if repairs != nil { writeRecalculated(to: &json) }
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
            json.field("why", sheet.why)
          }
        }
      }
      json.key("skipped")
      json.array { json in
        for column in report.skipped {
          json.object { json in
            json.field("sheet", title(column.id.sheet))
            json.field("column", column.id.key)
            json.field("reason", describe(column.reason))
          }
        }
      }
    }
    json.newline()
    return json.bytes
  }
}
