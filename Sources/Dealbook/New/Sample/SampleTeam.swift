// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The rows of a small team, in the workbook's language and relative to its as-of date.
struct SampleTeam {
  /// The typed cells of each row by column key, by sheet prefix.
  let rows: [String: [[String: CellValue]]]

  /// - Parameter sheets: prefixes of the workbook's sheets.
  init(playbook: Playbook, sheets: Set<String>, language: Language, asOf: SerialDate) {
    let reader = SampleReader(playbook: playbook, sheets: sheets, language: language, asOf: asOf)
    rows = Dictionary(
      uniqueKeysWithValues: SampleRows.all.map { prefix, text in (prefix, reader.rows(of: text, on: prefix)) })
  }
}

/// Reads the notation of ``SampleRows``.
struct SampleReader {
  let playbook: Playbook
  let sheets: Set<String>
  let language: Language
  let asOf: SerialDate

  /// - Parameter text: a line of keys, followed by one line for each row.
  func rows(of text: String, on prefix: String) -> [[String: CellValue]] {
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { StraySpace.trimmed(String($0)) }
    }
    guard let keys = lines.first, let sheet = playbook.sheet(prefix) else { return [] }
    return lines.dropFirst().map { cells in
      var row: [String: CellValue] = [:]
      for (key, cell) in zip(keys, cells) where !cell.isEmpty {
        let parts = key.split(separator: "!").map(String.init)
        if parts.count == 2, sheets.contains(parts[1]) { continue }
        for (key, text) in Self.expanded(parts[0], cell) {
          guard let column = sheet.column(key), !column.isComputed else { continue }
          row[key] = value(text, of: column)
        }
      }
      return row
    }
  }

  /// The cells of a range of check-mark columns.
  private static func expanded(_ key: String, _ cell: String) -> [(String, String)] {
    let ends = key.split(separator: ".", omittingEmptySubsequences: true)
    guard ends.count == 2, let stem = ends[0].first, let last = Int(ends[1].dropFirst()) else { return [(key, cell)] }
    return zip(1...max(last, 1), cell).filter { $0.1 != "." }.map { ("\(stem)\($0.0)", String($0.1)) }
  }

  private func value(_ text: String, of column: ColumnDefinition) -> CellValue {
    switch text.first {
    case "#":
      guard case .list(let prefix) = column.allowed, let list = playbook.list(prefix),
        let option = list.row(code: String(text.dropFirst()))
      else { return .blank }
      return .text(option.labels[language])
    case "@": return date(text.dropFirst())
    default: break
    }
    if column.type.isNumeric { return Double(text).map { .number($0) } ?? .blank }
    let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2 else { return .text(text) }
    return .text(NewWords(language: language)(TraditionalText(sides[0]), sides[1]))
  }

  /// `+14` is two weeks after the as-of date; `start` and `end` are those of its year.
  private func date(_ text: Substring) -> CellValue {
    switch text {
    case "start": return SerialDate(year: asOf.year, month: 1, day: 1).map(SerialDates.cell) ?? .blank
    case "end": return SerialDate(year: asOf.year, month: 12, day: 31).map(SerialDates.cell) ?? .blank
    default:
      guard let days = Double(text), let day = SerialDates.cell(asOf).number else { return .blank }
      return .number(day + days)
    }
  }
}
