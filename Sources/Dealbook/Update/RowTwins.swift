// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Rows of an export whose IDs are new, though the team has the same rows under other IDs, which the export does not have.
struct RowTwins {
  /// By what the whole row says: the IDs of the team's rows.
  private var rows: [String: [String]] = [:]
  /// By its names alone.
  private var names: Set<String> = []
  private let kinds: [Kind]

  /// What a column adds to the likeness of two rows.
  private enum Kind { case name, text, number, none }

  /// - Parameters:
  ///   - pairs: the columns of both files.
  ///   - missing: the team's rows that the export does not have.
  init(_ pairs: [ColumnMatch.Pair], key: String, missing: [RowMatch.Row]) {
    kinds = pairs.map { pair in
      let type = pair.target.definition.type
      guard pair.target.key != key, type != .list, type != .tick, type != .percent else { return .none }
      if type.isNumeric { return .number }
      let values = Set(missing.map { Self.text(of: pair.target.values, at: $0.offset) })
      return values.count * 2 > missing.count && values.count > 1 ? .name : .text
    }
    for row in missing {
      let cells = pairs.map { $0.target.values }.map { row.offset < $0.count ? $0[row.offset] : .blank }
      if let sign = sign(cells) { rows[sign, default: []].append(row.id) }
      if let name = name(cells) { names.insert(name) }
    }
  }

  private static func text(of column: Column, at offset: Int) -> String {
    offset < column.count ? TextFolding.name(column[offset].shownText) : ""
  }

  /// The team's ID for a row of the export, given what it would become in each column.
  func id(of cells: [CellValue]) -> String? {
    guard let sign = sign(cells), let ids = rows[sign], ids.count == 1 else { return nil }
    return ids[0]
  }

  /// Whether a row of the export names what one of the team's names.
  func isNamed(_ cells: [CellValue]) -> Bool { name(cells).map(names.contains) ?? false }

  /// Nil if it says too little to be told from others.
  private func sign(_ cells: [CellValue]) -> String? {
    var (texts, numbers) = (0, 0)
    let words = zip(kinds, cells).compactMap { kind, cell -> String? in
      if kind == .none { return nil }
      if !cell.isEmpty { if kind == .number { numbers += 1 } else { texts += 1 } }
      return TextFolding.name(cell.shownText)
    }
    return texts > 0 && numbers > 0 && texts + numbers > 2 ? words.joined(separator: "\n") : nil
  }

  private func name(_ cells: [CellValue]) -> String? {
    let words = zip(kinds, cells).filter { $0.0 == .name }.map { TextFolding.name($0.1.shownText) }
    return words.contains { !$0.isEmpty } ? words.joined(separator: "\n") : nil
  }
}
