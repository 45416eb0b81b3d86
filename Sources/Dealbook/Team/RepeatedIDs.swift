// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Rows of a team's own sheet with the ID of another: the same deal again, a line of it, or a slip.
///
/// A row that says in every cell what an earlier one says counts once. Rows that differ may be lines of one deal, or states of it, so that
/// neither their sum nor one of them is its amount: they count in no figure. The method itself counts every row and reports the ID, so
/// sheets under its own headers are left to it.
enum RepeatedIDs {
  /// What a row has in common with others of its ID.
  enum Repeat: Hashable, Sendable {
    /// Every cell is that of an earlier row.
    case same
    case differs
    /// It repeats the number, the amount and the due date of an invoice: paid in several parts, or entered twice.
    case invoice
    /// It has no ID, although nearly all other rows have one: a note, a sum, or what was carried over.
    case missing
  }

  /// The kinds of sheet whose rows are added up, and the column that is then nobody's amount.
  private static let amounts = ["de": "amount", "pa": "amt_override", "re": "opening"]

  static func marking(
    _ sheets: [LocatedSheet], in workbook: Workbook, _ playbook: Playbook
  ) throws(SpreadsheetError) -> [LocatedSheet] {
    var marked = sheets
    for (place, sheet) in sheets.enumerated() where !(playbook.isBuiltIn && sheet.confidence == 1) {
      guard let amount = amounts[sheet.prefix] else { continue }
      if sheet.prefix == "pa" { markInvoices(&marked[place]) }
      guard let id = sheet.definition.idColumn?.key, let column = sheet.column(id) else { continue }
      if sheet.prefix == "de" { marked[place].repeatedIDs = withoutID(column, of: sheet) }
      let groups = groups(column, of: sheet)
      guard !groups.isEmpty else { continue }
      let repeats = try repeats(groups, on: sheet, in: workbook)
      let differing = repeats.values.count { $0 == .differs }
      if differing > 4, differing * 5 > sheet.rows.dataCount,
        let index = sheet.columns.firstIndex(where: { $0.key == amount })
      {
        // Whether an earlier fill has added columns or not: it left out what depends on the amounts, and nothing else.
        marked[place].columns[index].repeatsUnder = column.header
      } else if !repeats.keys.contains(where: { holdsComputed(sheet, at: $0) }) {
        // Formulas of an earlier fill count a row that somebody copied in Excel too.
        marked[place].repeatedIDs.merge(repeats) { old, _ in old }
      }
    }
    return marked
  }

  /// Marks payments that repeat an invoice. Each part that was paid may stand on a row of its own, with the whole amount beside it, so that
  /// neither the rows together nor one of them says what is open. Lines of an invoice have amounts of their own, and count.
  private static func markInvoices(_ sheet: inout LocatedSheet) {
    guard let column = sheet.column("invoice_no"), let amounts = sheet.values(of: "amt_override") else { return }
    let keys = ["stage", "due_override", "contract_id", "account_id"].compactMap { sheet.values(of: $0) }
    var numbered: [String: [Int]] = [:]
    for offset in 0..<min(column.values.count, amounts.count, sheet.rows.count)
    where sheet.rows.kinds[offset] == .data && (amounts.number(at: offset) ?? 0) != 0 {
      let number = TextFolding.label(StraySpace.trimmed(column.values[offset].shownText))
      if number.contains(where: \.isNumber) { numbered[number, default: []].append(offset) }
    }
    // Most invoices stand on one row.
    var rows: [String: [Int]] = [:]
    for (number, offsets) in numbered where offsets.count > 1 {
      for offset in offsets {
        let cells = keys.map { offset < $0.count ? StraySpace.trimmed($0[offset].shownText) : "" }
        rows[([number, amounts[offset].shownText] + cells).joined(separator: "\u{1F}"), default: []].append(offset)
      }
    }
    let repeated = rows.values.filter { $0.count > 1 }.joined()
    guard !repeated.isEmpty else { return }
    if repeated.count > 4, repeated.count * 5 > sheet.rows.dataCount,
      let index = sheet.columns.firstIndex(where: { $0.key == "amt_override" })
    {
      sheet.columns[index].repeatsUnder = column.header
    } else if !repeated.contains(where: { holdsComputed(sheet, at: $0) }) {
      for offset in repeated { sheet.repeatedIDs[offset] = .invoice }
    }
  }

  /// The offsets of the rows that share an ID.
  private static func groups(_ column: LocatedColumn, of sheet: LocatedSheet) -> [[Int]] {
    var rows: [String: [Int]] = [:]
    for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
      let id = TextFolding.label(StraySpace.trimmed(column.values[offset].shownText))
      if !id.isEmpty { rows[id, default: []].append(offset) }
    }
    return rows.values.filter { $0.count > 1 }
  }

  /// The rows without an ID, if there are few beside many that have one.
  private static func withoutID(_ column: LocatedColumn, of sheet: LocatedSheet) -> [Int: Repeat] {
    var filled = 0
    var blank: [Int] = []
    for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
      if StraySpace.isBlank(column.values[offset].shownText) { blank.append(offset) } else { filled += 1 }
    }
    guard filled > 4, blank.count * 5 <= filled, !blank.contains(where: { holdsComputed(sheet, at: $0) }) else {
      return [:]
    }
    return Dictionary(uniqueKeysWithValues: blank.map { ($0, Repeat.missing) })
  }

  static func holdsComputed(_ sheet: LocatedSheet, at offset: Int) -> Bool {
    sheet.columns.contains { column in
      column.definition.isComputed && offset < column.values.count && !column.values[offset].isEmpty
    }
  }

  private static func repeats(
    _ groups: [[Int]], on sheet: LocatedSheet, in workbook: Workbook
  ) throws(SpreadsheetError) -> [Int: Repeat] {
    let texts = try texts(of: Set(groups.joined()), on: sheet, in: workbook)
    var repeats: [Int: Repeat] = [:]
    for group in groups {
      if Set(group.map { texts[$0] ?? "" }).count == 1 {
        for offset in group.dropFirst() { repeats[offset] = .same }
      } else {
        for offset in group { repeats[offset] = .differs }
      }
    }
    return repeats
  }

  /// All cells of these rows but those of computed columns, whether their columns are known or not.
  private static func texts(
    of offsets: Set<Int>, on sheet: LocatedSheet, in workbook: Workbook
  ) throws(SpreadsheetError) -> [Int: String] {
    var texts: [Int: String] = [:]
    // An earlier fill has left out the rows that repeat another.
    let computed = Set(sheet.columns.filter(\.definition.isComputed).map(\.number))
    try sheet.forEachRow(in: workbook) { offset, row, cells throws(SpreadsheetError) in
      guard offsets.contains(offset) else { return }
      var text = ""
      for cell in row.cells where !computed.contains(cell.column) {
        let value = try cells.value(of: cell, row: row.index)
        if !value.isEmpty { text += "\(cell.column)\u{1F}\(StraySpace.trimmed(value.shownText))\u{1E}" }
      }
      texts[offset] = text
    }
    return texts
  }
}
