// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension AdoptionPlaybook {
  /// A sheet as it is in what the playbook extends, so that a second adoption writes again what the first one decided.
  func extended(_ prefix: String) -> SheetDefinition? {
    Playbook.builtIn.sheet(prefix) ?? adoption.basis.sheet(prefix)
  }

  mutating func write(_ sheet: AdoptedSheet) {
    guard let definition = extended(sheet.prefix) else { return }
    let proposal = sheet.proposal
    let located = team?.sheet(sheet.prefix)
    line("  \(sheet.prefix):  # \(definition.titles[language])")
    let titles = [proposal.title] + proposal.parts.map(\.title)
    line("    sheets: [\(titles.map(quoted).joined(separator: ", "))]")
    let rows = proposal.headerRows
    line("    header: \(rows.count == 1 ? "\(rows.lowerBound)" : "\(rows.lowerBound)..\(rows.upperBound)")")
    if !proposal.hintRows.isEmpty { line("    skip: [\(proposal.hintRows.map(String.init).joined(separator: ", "))]") }
    let ignored = sheet.columns.filter { $0.key == nil }.map(\.proposal.header) + proposal.leftAlone.map(\.header)
    let own = HeaderIndex(definition)
    let stated = Set(sheet.bound.map { TextFolding.headerWord($0.proposal.header) })
    let misleading = Set(ignored.filter { own.match($0) != nil && !stated.contains(TextFolding.headerWord($0)) })
      .sorted()
    if !misleading.isEmpty { line("    ignore: [\(misleading.map(quoted).joined(separator: ", "))]") }
    line("    columns:")
    for column in sheet.bound {
      guard let key = column.key, let definition = definition.column(key) else { continue }
      let earlier = adoption.basis.sheet(sheet.prefix)?.column(key) ?? definition
      write(column, definition, earlier: earlier, located)
    }
    for column in definition.inputColumns
    where sheet.column(column.key) == nil && Self.isRequired(column) {
      line("      \(column.key): {required: no}")
    }
  }

  static func isRequired(_ column: ColumnDefinition) -> Bool {
    Profile.allCases.contains { column.requirement(in: $0) != .optional }
  }

  /// - Parameter earlier: the column as an earlier playbook has it: what it says of how the column is to be read, perhaps by hand, and whether it may
  ///   stay empty.
  mutating func write(
    _ column: AdoptedColumn, _ definition: ColumnDefinition, earlier: ColumnDefinition, _ located: LocatedSheet?
  ) {
    let samples = column.proposal.contents.samples.map { $0.prefix(24) }.joined(separator: " · ")
    line("      \(definition.key):  # \(definition.titles[language])\(samples.isEmpty ? "" : ": \(oneLine(samples))")")
    line("        header: \(quoted(column.proposal.header))")
    let (convention, stated) = (column.convention, earlier.convention)
    if let scale = stated.percentScale ?? convention.percentScale { line("        percent: \(scale.rawValue)") }
    if let unit = stated.moneyUnit { line("        money_unit: \(plain(unit))") }
    if let currency = stated.currency ?? convention.currency { line("        currency: \(currency.code)") }
    if let order = stated.dateOrder ?? convention.dateOrder { line("        dates: \(order.rawValue)") }
    if let mark = stated.decimalMark { line("        decimals: \(mark.rawValue)") }
    guard let located, let cells = located.column(definition.key) else { return }
    let facts = ColumnFacts(cells, rows: located.rows)
    // Formulas take a row without its ID for none where others have one, so that it is missing has to be said.
    let mayLack = definition.type != .id || facts.texts.isEmpty && facts.numbers.isEmpty
    if mayLack, facts.blanks * 10 > facts.count || facts.count == 0 || !Self.isRequired(earlier),
      Self.isRequired(definition)
    {
      line("        required: no")
    }
    switch definition.allowed {
    case .pattern(let pattern):
      if facts.texts.contains(where: { !pattern.matches($0) }) {
        line("        pattern:")
        line("        unique: true")
      }
    case .reference(let reference):
      if let better = self.reference(definition, cells, facts, reference) { lines += better }
    case .range(let range):
      let outside = facts.numbers.filter { !range.contains($0) }.count
      // If most amounts have the other sign, the range says so, and nothing rests on them.
      // A receipt below 0 is worth a finding, however many there are.
      if outside * 20 > max(1, facts.numbers.count), definition.type == .money, cells.oddNumbers != .signs,
        definition.key != "received"
      {
        line("        range:")
      }
    case .list(let list):
      if isFreeText(list) {
        line("        type: text")
        line("        list:")
      }
    default: break
    }
  }

  /// If the team has no IDs, rows may be identified by their names; a reference whose target does not exist becomes plain text.
  func reference(
    _ definition: ColumnDefinition, _ cells: LocatedColumn, _ facts: ColumnFacts, _ reference: ColumnReference
  ) -> [String]? {
    guard let team, let target = team.sheet(reference.sheet), target.rows.dataCount > 0 else { return nil }
    let entries = facts.texts
    func share(_ key: String) -> Double {
      guard let values = target.column(key)?.values, !entries.isEmpty else { return 0 }
      let known = Set(
        (0..<values.count).compactMap { values[$0].isEmpty ? nil : TextFolding.label(values[$0].shownText) })
      return Double(entries.count { known.contains(TextFolding.label($0)) }) / Double(entries.count)
    }
    let byID = share(reference.column)
    let names = target.definition.inputColumns.filter { $0.type == .text && $0.key == "name" }.map(\.key)
    // Of persons nothing is looked up, so that a list of some of them need not be complete.
    let least = reference.sheet == "pe" ? 0.8 : 0.5
    if let name = names.first, share(name) > byID, share(name) >= least {
      return ["        refers_to: \(reference.sheet).\(name)"]
    }
    return byID < least ? ["        type: text", "        refers_to:"] : nil
  }
}
