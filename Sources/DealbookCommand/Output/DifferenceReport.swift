// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Playbook
import Spreadsheet

/// The differences between two workbooks, for people and for programs.
struct DifferenceReport {
  let difference: WorkbookDifference
  let old: String
  let new: String
  let language: Language
  let style: TextStyle

  init(_ difference: WorkbookDifference, old: String, new: String, language: Language, style: TextStyle) {
    (self.difference, self.old, self.new, self.language, self.style) = (difference, old, new, language, style)
  }

  private var words: DifferenceWords { DifferenceWords(language: language) }

  func written(_ format: DifferenceFormat) -> [UInt8] {
    switch format {
    case .text: Array(text().utf8)
    case .json: json()
    case .markdown: Array(markdown().utf8)
    case .html: Array(html().utf8)
    case .csv: Array(csv().utf8)
    }
  }

  // MARK: Text

  private func text() -> String {
    var lines: [String] = []
    if !difference.isEmpty {
      lines.append(style.removed("--- \(Printable.text(old))"))
      lines.append(style.added("+++ \(Printable.text(new))"))
    }
    for sheet in difference.sheets {
      lines.append(style.bold(Printable.text(heading(sheet))))
      if !sheet.renamedColumns.isEmpty { lines.append("  ~ " + Printable.text(words.renamed(sheet.renamedColumns))) }
      if !sheet.addedColumns.isEmpty {
        lines.append(style.added("  + " + Printable.text(words.columns(sheet.addedColumns, .added))))
      }
      if !sheet.removedColumns.isEmpty {
        lines.append(style.removed("  - " + Printable.text(words.columns(sheet.removedColumns, .removed))))
      }
      for row in sheet.rows { lines += self.lines(of: row) }
    }
    lines.append(words.summary(difference))
    return lines.map { $0 + "\n" }.joined()
  }

  private func heading(_ sheet: WorkbookDifference.Sheet) -> String {
    let remarks = [sheet.oldTitle.map(words.renamed) ?? "", words.sheet(sheet.change)].filter { !$0.isEmpty }
    return sheet.title + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))")
  }

  private func lines(of row: WorkbookDifference.Row) -> [String] {
    let name = Printable.text(title(row))
    switch row.change {
    case .added, .removed:
      let cells = row.cells.prefix(Self.shown).map { cell in
        "\(cell.header): \(short(row.change == .added ? cell.new : cell.old))"
      }
      let rest = row.cells.count > Self.shown ? ", …" : ""
      let line = "\(name)  \(Printable.text(cells.joined(separator: ", ")))\(rest)"
      return [row.change == .added ? style.added("  + \(line)") : style.removed("  - \(line)")]
    case .changed:
      let remark = self.remark(on: row)
      return ["  ~ \(name)" + (remark.isEmpty ? "" : "  " + style.faint(Printable.text(remark)))]
        + row.cells.map { cell in
          "      \(Printable.text(words.header(cell))): \(style.removed(value(cell.old))) → \(style.added(value(cell.new)))"
        }
    }
  }

  /// How the row was recognized, if not by its ID.
  private func remark(on row: WorkbookDifference.Row) -> String {
    let remarks = [row.formerID.map(words.changedID) ?? "", row.certainty < 1 ? words.certainty(row.certainty) : ""]
    return remarks.filter { !$0.isEmpty }.joined(separator: words.comma)
  }

  /// The row's name in a table, with how it was recognized.
  private func remarkedName(_ row: WorkbookDifference.Row) -> String {
    let remark = remark(on: row)
    if remark.isEmpty { return row.name }
    return row.name.isEmpty ? remark : "\(row.name) (\(remark))"
  }

  /// How many cells of an added or removed row are shown. `--format json` has them all.
  private static let shown = 8

  private func title(_ row: WorkbookDifference.Row) -> String {
    let place = words.row(row.newRow ?? row.oldRow ?? 0)
    if row.id.isEmpty { return row.name.isEmpty ? place : "\(place) \(row.name)" }
    return row.name.isEmpty || row.name == row.id ? row.id : "\(row.id) \(row.name)"
  }

  private func value(_ text: String) -> String { text.isEmpty ? words.empty : Printable.text(text) }

  private func short(_ text: String) -> String { text.count > 40 ? text.prefix(39) + "…" : text }

  // MARK: Tables

  /// One line per cell, one per added or removed row, and one per column.
  private func table() -> [[String]] {
    var rows: [[String]] = []
    for sheet in difference.sheets {
      for column in sheet.renamedColumns {
        rows.append([sheet.title, words.word(.changed), "", "", column.new, column.old, column.new])
      }
      for header in sheet.addedColumns { rows.append([sheet.title, words.word(.added), "", "", header, "", ""]) }
      for header in sheet.removedColumns { rows.append([sheet.title, words.word(.removed), "", "", header, "", ""]) }
      if sheet.rows.isEmpty, sheet.change != .changed {
        rows.append([sheet.title, words.word(sheet.change), "", "", "", "", ""])
      }
      for row in sheet.rows {
        let id = row.id.isEmpty ? words.row(row.newRow ?? row.oldRow ?? 0) : row.id
        for cell in row.cells {
          rows.append([sheet.title, words.word(row.change), id, row.name, words.header(cell), cell.old, cell.new])
        }
      }
    }
    return rows
  }

  private func csv() -> String {
    ([words.headers] + table()).map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Text that a spreadsheet program would take for a formula stays text.
  private static func field(_ text: String) -> String {
    let isRisky = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isRisky && Double(text) == nil ? "'" + text : text
    guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  private func markdown() -> String {
    var text = "## \(words.title): \(Self.cell(old)) → \(Self.cell(new))\n\n\(words.summary(difference))\n"
    for sheet in difference.sheets {
      text += "\n### \(Self.cell(heading(sheet)))\n\n"
      if !sheet.renamedColumns.isEmpty { text += "~ \(Self.cell(words.renamed(sheet.renamedColumns)))\n" }
      if !sheet.addedColumns.isEmpty { text += "+ \(Self.cell(words.columns(sheet.addedColumns, .added)))\n" }
      if !sheet.removedColumns.isEmpty { text += "- \(Self.cell(words.columns(sheet.removedColumns, .removed)))\n" }
      let headers = Array(words.headers.dropFirst())
      text += "| " + headers.joined(separator: " | ") + " |\n|" + headers.map { _ in " --- |" }.joined() + "\n"
      for row in lines(of: sheet) { text += "| " + row.map(Self.cell).joined(separator: " | ") + " |\n" }
    }
    return text
  }

  /// The table of one sheet, without its title.
  private func lines(of sheet: WorkbookDifference.Sheet) -> [[String]] {
    sheet.rows.flatMap { row in
      let id = row.id.isEmpty ? words.row(row.newRow ?? row.oldRow ?? 0) : row.id
      let name = remarkedName(row)
      return row.cells.map { cell in
        [words.word(row.change), id, name, words.header(cell), cell.old, cell.new]
      }
    }
  }

  private static func cell(_ text: String) -> String {
    var result = ""
    for character in Printable.text(text) {
      if "|\\`*_<>[]".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  private func html() -> String {
    let tone: (WorkbookDifference.Change) -> String = { $0.rawValue }
    var body = "<h1>\(Self.escaped(words.title))</h1><p>\(Self.escaped(old)) → \(Self.escaped(new))</p>"
    body += "<p>\(Self.escaped(words.summary(difference)))</p>"
    for sheet in difference.sheets {
      body += "<h2>\(Self.escaped(heading(sheet)))</h2>"
      if !sheet.renamedColumns.isEmpty { body += "<p>\(Self.escaped(words.renamed(sheet.renamedColumns)))</p>" }
      for (names, change) in [(sheet.addedColumns, WorkbookDifference.Change.added), (sheet.removedColumns, .removed)]
      where !names.isEmpty {
        body += "<p class=\"\(tone(change))\">\(Self.escaped(words.columns(names, change)))</p>"
      }
      body += "<table><thead><tr>"
      body += words.headers.dropFirst().map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined()
      body += "</tr></thead><tbody>"
      for row in sheet.rows {
        for (place, cell) in row.cells.enumerated() {
          let head =
            place == 0
            ? [
              words.word(row.change), row.id.isEmpty ? words.row(row.newRow ?? row.oldRow ?? 0) : row.id,
              remarkedName(row),
            ]
            : ["", "", ""]
          body += "<tr class=\"\(tone(row.change))\">"
          body += head.map { "<td>\(Self.escaped($0))</td>" }.joined()
          body += "<td>\(Self.escaped(words.header(cell)))</td>"
          body +=
            "<td class=\"old\">\(Self.escaped(cell.old))</td><td class=\"new\">\(Self.escaped(cell.new))</td></tr>"
        }
      }
      body += "</tbody></table>"
    }
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(words.title)): \(Self.escaped(new))</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 15px/1.5 system-ui, "Noto Sans CJK TC", sans-serif; margin: 1.5rem; }
      table { border-collapse: collapse; width: 100%; margin-bottom: 1.5rem; }
      th, td { border-bottom: 1px solid #8886; padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
      tr.added td:first-child, p.added { border-left: 4px solid #2a7; padding-left: .5rem; }
      tr.removed td:first-child, p.removed { border-left: 4px solid #c33; padding-left: .5rem; }
      .old { text-decoration: line-through; text-decoration-color: #c338; }
      .new { font-weight: 600; }
      </style></head><body>\(body)</body></html>

      """
  }

  private static func escaped(_ text: String) -> String {
    Printable.text(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

extension RecordSheet.Kind {
  /// The name in JSON.
  var name: String {
    switch self {
    case .data: "data"
    case .around: "around"
    case .settings: "settings"
    case .list: "list"
    case .plain: "other"
    }
  }

  /// Nil if the playbook has no such sheet or list.
  var prefix: String? {
    switch self {
    case .data(let prefix), .around(let prefix), .list(let prefix): prefix
    case .settings: "set"
    case .plain: nil
    }
  }
}

extension TextStyle {
  func added(_ text: String) -> String { colored(text, code: "32") }
  func removed(_ text: String) -> String { colored(text, code: "31") }
}
