// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Playbook
import Spreadsheet

/// The result of removing a fill, as text and as JSON.
struct RemovalText {
  private let report: RemovalReport
  private let playbook: Playbook
  private let path: String
  private let outcome: SaveOutcome?
  private let output: String?

  /// - Parameter outcome: nil if nothing was to be written.
  init(_ report: RemovalReport, _ playbook: Playbook, path: String, outcome: SaveOutcome?, output: String?) {
    self.report = report
    self.playbook = playbook
    self.path = path
    self.outcome = outcome
    self.output = output
  }

  func text() -> String { (lines() + [ending()]).map { Printable.text($0) + "\n" }.joined() }

  /// Why nothing is removed although there is something of ours; nil otherwise.
  var obstacle: String? {
    guard case .readers(let readers)? = report.refusal else { return nil }
    return "nothing is removed, because these read what would go: "
      + readers.map { "\($0)" }.joined(separator: ", ") + "; change or clear them first"
  }

  private func lines() -> [String] {
    var lines: [String] = []
    if report.refusal == .noRecord {
      lines.append(
        "\(path): no record of a fill: it was never filled, comes from dealbook new, or was filled before fills kept a record"
      )
    }
    var sheets: [String] = []
    for column in report.columns where !sheets.contains(column.sheet) { sheets.append(column.sheet) }
    for sheet in sheets {
      let columns = report.columns.filter { $0.sheet == sheet }
      let whole = columns.count(where: \.isRemoved)
      let parts = [
        whole > 0 ? "\(whole) computed columns removed" : "",
        columns.count > whole ? "\(columns.count - whole) emptied under their headers" : "",
        "\(columns.reduce(0) { $0 + $1.cells }) cells cleared",
      ]
      lines.append("\(sheet): \(parts.filter { !$0.isEmpty }.joined(separator: ", "))")
      for column in columns where column.kept > 0 {
        lines.append("\(sheet): \(column.header) stays with \(column.kept) cells that somebody typed")
      }
    }
    lines += report.sheets.map { "removed the sheet \($0)" }
    lines += report.keptSheets.map { "\($0) stays, as somebody typed on it; its formulas are values now" }
    if !report.settings.isEmpty { lines.append("removed the settings \(report.settings.joined(separator: ", "))") }
    if !report.keptSettings.isEmpty {
      lines.append("settings that somebody changed stay: \(report.keptSettings.joined(separator: ", "))")
    }
    if !report.lists.isEmpty { lines.append("removed the list columns \(report.lists.joined(separator: ", "))") }
    if !report.keptLists.isEmpty {
      lines.append("list columns that somebody changed stay: \(report.keptLists.joined(separator: ", "))")
    }
    if let cell = report.asOf { lines.append("\(cell): the as-of date that people had entered is back") }
    if report.names > 0 { lines.append("removed \(report.names) names") }
    if !report.untold.isEmpty {
      lines.append("left, because it can't be told who wrote them: \(report.untold.map(title).joined(separator: ", "))")
    }
    if !report.missing.isEmpty {
      lines.append("not found under its header, and left: \(report.missing.map(title).joined(separator: ", "))")
    }
    return lines
  }

  private func title(_ id: ColumnID) -> String {
    let sheet = playbook.sheet(id.sheet)
    return "\(sheet?.titles[.english] ?? id.sheet).\(sheet?.column(id.key)?.titles[.english] ?? id.key)"
  }

  private func ending() -> String {
    switch outcome {
    case .unchanged?: "nothing to do: the file was not touched"
    case .some: "wrote \(output ?? path)"
    case nil: "nothing was written"
    }
  }

  func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.saved(path, to: output, outcome)
      json.field("recorded", report.refusal != .noRecord)
      json.objects("columns", report.columns) { json, column in
        json.field("sheet", column.sheet)
        json.field("header", column.header)
        json.field("removed", column.isRemoved)
        json.field("cells", column.cells)
        json.field("kept", column.kept)
      }
      for (key, texts) in [
        ("sheets", report.sheets), ("keptSheets", report.keptSheets), ("settings", report.settings),
        ("keptSettings", report.keptSettings), ("lists", report.lists), ("keptLists", report.keptLists),
        ("untold", report.untold.map(title)), ("missing", report.missing.map(title)),
      ] { json.field(key, texts) }
      json.field("names", report.names)
      json.field("asOfRestored", report.asOf)
      var readers: [OutsideReader] = []
      if case .readers(let found)? = report.refusal { readers = found }
      json.field("readers", readers.map { "\($0)" })
    }
    json.newline()
    return json.bytes
  }
}
