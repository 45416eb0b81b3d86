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
  private let words: RemovalWords

  /// - Parameter outcome: nil if nothing was to be written.
  init(
    _ report: RemovalReport, _ playbook: Playbook, path: String, language: Language, outcome: SaveOutcome?,
    output: String?
  ) {
    self.report = report
    words = RemovalWords(language: language)
    self.playbook = playbook
    self.path = path
    self.outcome = outcome
    self.output = output
  }

  func text() -> String { (lines() + [ending()]).map { Printable.text($0) + "\n" }.joined() }

  /// Why nothing is removed although there is something of ours; nil otherwise.
  var obstacle: String? {
    guard case .readers(let readers)? = report.refusal else { return nil }
    return words.readers(readers)
  }

  private func lines() -> [String] {
    var lines: [String] = report.refusal == .noRecord ? [words.noRecord(path)] : []
    var sheets: [String] = []
    for column in report.columns where !sheets.contains(column.sheet) { sheets.append(column.sheet) }
    for sheet in sheets {
      let columns = report.columns.filter { $0.sheet == sheet }
      let whole = columns.count(where: \.isRemoved)
      lines.append(
        words.columns(
          sheet, removed: whole, emptied: columns.count - whole, cells: columns.reduce(0) { $0 + $1.cells }))
      for column in columns where column.kept > 0 { lines.append(words.staying(sheet, column.header, column.kept)) }
    }
    lines += report.sheets.map(words.removed(sheet:))
    lines += report.keptSheets.map(words.kept(sheet:))
    if !report.settings.isEmpty { lines.append(words.removed(settings: report.settings)) }
    if !report.keptSettings.isEmpty { lines.append(words.kept(settings: report.keptSettings)) }
    if !report.lists.isEmpty { lines.append(words.removed(lists: report.lists)) }
    if !report.keptLists.isEmpty { lines.append(words.kept(lists: report.keptLists)) }
    if let cell = report.asOf { lines.append(words.asOf(cell)) }
    if report.names > 0 { lines.append(words.removed(names: report.names)) }
    if !report.untold.isEmpty { lines.append(words.untold(report.untold.map(title))) }
    if !report.missing.isEmpty { lines.append(words.missing(report.missing.map(title))) }
    return lines
  }

  private func title(_ id: ColumnID) -> String {
    let sheet = playbook.sheet(id.sheet)
    return "\(sheet?.titles[words.language] ?? id.sheet).\(sheet?.column(id.key)?.titles[words.language] ?? id.key)"
  }

  private func ending() -> String {
    switch outcome {
    case .unchanged?: FillWords(language: words.language).untouched
    case .some: FillWords(language: words.language).wrote(output ?? path)
    case nil: words.nothingWritten
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
      json.field("readers", readers.map { $0.words[words.language] })
    }
    json.newline()
    return json.bytes
  }
}
