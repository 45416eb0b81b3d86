// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Isolation
import Nightly
import Spreadsheet

/// Writes listed cells in one of three formats.
struct CellWriter {
  private let format: CellsCommand.Format
  private var json = JSONText()

  init(_ format: CellsCommand.Format) { self.format = format }

  mutating func writeHeader() {
    if format == .csv {
      StandardOutput.write(CSV.line(["sheet", "cell", "type", "value", "serial", "formula", "numberFormat"]))
    }
  }

  mutating func write(_ cell: ListedCell) {
    switch format {
    case .text: writeText(cell)
    case .csv: writeCSV(cell)
    case .jsonl: writeJSON(cell)
    }
  }

  mutating func finish() { flushJSON() }

  private func writeText(_ cell: ListedCell) {
    var line = "\(cell.sheet)!\(cell.cell)\u{0}\(cell.type.rawValue)\u{0}\(cell.dateText ?? cell.value.shownText)"
    if let formula = cell.formula { line += "\u{0}=\(formula)" }
    // Columns are separated by tabs. The text of a cell can't contain one, because it is escaped.
    let parts = line.split(separator: "\u{0}", omittingEmptySubsequences: false).map { Printable.text(String($0)) }
    StandardOutput.write(parts.joined(separator: "\t") + "\n")
  }

  private func writeCSV(_ cell: ListedCell) {
    let serial = cell.type == .date ? cell.value.shownText : ""
    let line = CSV.line([
      cell.sheet, cell.cell.description, cell.type.rawValue, cell.dateText ?? cell.value.shownText, serial,
      cell.formula.map { "=\($0)" } ?? "", cell.numberFormat,
    ])
    // A file gets the text unchanged. On a terminal it is escaped, so that it can't control it.
    StandardOutput.write(StandardOutput.isTerminal ? Printable.text(String(line.dropLast())) + "\n" : line)
  }

  private mutating func writeJSON(_ cell: ListedCell) {
    json.object { json in
      json.field("sheet", cell.sheet)
      json.field("cell", cell.cell.description)
      json.field("type", cell.type.rawValue)
      switch cell.value {
      case .number(let number):
        // A number without a calendar date, such as a negative one, is written as a number.
        if let date = cell.dateText { json.field("value", date) } else { json.field("value", number) }
        if cell.type == .date { json.field("serial", number) }
      case .boolean(let flag): json.field("value", flag)
      case .text, .error, .blank: json.field("value", cell.value.shownText)
      }
      if let formula = cell.formula { json.field("formula", formula) }
      json.field("numberFormat", cell.numberFormat)
    }
    json.newline()
    if json.bytes.count > 1 << 16 { flushJSON() }
  }

  private mutating func flushJSON() {
    StandardOutput.write(json.bytes)
    json.removeAll()
  }
}
