// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The tool's defined names in a workbook that already uses some of them for something else.
///
/// A name of the team's is never redirected, and a name that belongs to a sheet hides the tool's name in the cells of that sheet. In both
/// cases the tool uses another name from then on.
struct NameChoice: Sendable {
  /// The prefix of such other names.
  private static let prefix = "dealbook_"

  /// By the playbook's name; only the renamed ones.
  private let others: [String: String]
  /// The conflicting names of the workbook, in its order.
  let taken: [TakenName]

  /// Every name as in the playbook.
  init() {
    others = [:]
    taken = []
  }

  /// Whether every name is as in the playbook.
  var isEmpty: Bool { others.isEmpty }

  func called(_ name: String) -> String { others[name] ?? name }

  func concerns(_ template: FormulaTemplate) -> Bool {
    !others.isEmpty && template.names.contains { others[$0] != nil }
  }

  /// The formula with the names used in this workbook.
  func applied(to template: FormulaTemplate) -> FormulaTemplate {
    // Replacing one name with another does not change how the formula parses.
    concerns(template) ? (try? template.renaming(others)) ?? template : template
  }
}

/// A defined name of the team's that is spelled like one of the tool's.
struct TakenName: Hashable, Sendable {
  /// As the workbook spells it.
  let name: String
  /// The sheet that it belongs to; nil for one of the whole workbook.
  let sheetIndex: Int?
  /// Its definition.
  let formula: String
  /// The name that the tool uses instead.
  let other: String
}

extension NameChoice {
  /// - Parameters:
  ///   - layout: the positions of the tool's columns.
  ///   - ours: the names that the tool's formulas may use, by lower-case name.
  ///   - isUsed: whether formulas that a fill would write here use the name.
  ///   - hasOwnFormulas: whether cells hold formulas of the tool; called only if nothing else tells.
  init(
    _ team: BoundWorkbook, layout: ColumnLayout, ours: [String: String], isUsed: (String) -> Bool,
    hasOwnFormulas: () throws(SpreadsheetError) -> Bool
  ) throws(SpreadsheetError) {
    let workbook = team.workbook
    let owners = OwnNames(team, layout: layout)
    let known = Set(workbook.definedNames.lazy.filter { $0.sheetIndex == nil }.map { $0.name.lowercased() })
    let writtenTo = Set(team.sheets.map(\.sheetIndex) + [team.funnelIndex, team.lists.sheetIndex].compactMap { $0 })
    var isMarked = team.meta != nil ? true : nil
    var others: [String: String] = [:]
    var taken: [TakenName] = []
    for defined in workbook.definedNames {
      guard let name = ours[defined.name.lowercased()] else { continue }
      if let index = defined.sheetIndex {
        guard writtenTo.contains(index) else { continue }
      } else {
        switch owners.owner(of: defined, name) {
        case .ours: continue
        case .oursIfMarked:
          let answer = if let isMarked { isMarked } else { try hasOwnFormulas() }
          isMarked = answer
          if answer { continue }
        case .team: break
        }
      }
      others[name] = Self.prefix + name
      guard isUsed(name) else { continue }
      taken.append(
        TakenName(
          name: defined.name, sheetIndex: defined.sheetIndex, formula: defined.formula, other: Self.prefix + name))
    }
    // Keep a name chosen by an earlier fill, because formulas in cells use it.
    for name in known where name.hasPrefix(Self.prefix) {
      if let own = ours[String(name.dropFirst(Self.prefix.count))] { others[own] = Self.prefix + own }
    }
    for (table, name) in Self.tableNames(workbook, ours) where others[name] == nil {
      others[name] = Self.prefix + name
      guard isUsed(name) else { continue }
      taken.append(TakenName(name: table, sheetIndex: nil, formula: table, other: Self.prefix + name))
    }
    self.others = others
    self.taken = taken
  }

  /// Tables share the namespace of defined names (18.5.1.2).
  private static func tableNames(_ workbook: Workbook, _ ours: [String: String]) -> [(table: String, name: String)] {
    var found: [(String, String)] = []
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind == .worksheet {
      // An unreadable table takes no name; a fill reports it if it matters.
      for table in (try? workbook.tables(ofSheet: index)) ?? [] {
        if let name = ours[table.displayName.lowercased()] { found.append((table.displayName, name)) }
      }
    }
    return found
  }
}

/// Distinguishes the tool's defined names from the team's names of the same spelling, by what they refer to.
private struct OwnNames {
  enum Owner {
    case ours, team
    /// The tool's in a workbook that it has written to, otherwise the team's.
    case oursIfMarked
  }

  let team: BoundWorkbook
  let layout: ColumnLayout

  init(_ team: BoundWorkbook, layout: ColumnLayout) {
    self.team = team
    self.layout = layout
  }

  func owner(of defined: DefinedName, _ name: String) -> Owner {
    guard let place = SheetPlace(defined.formula, in: team.workbook) else {
      // The cells it referred to are gone.
      return defined.formula.contains("#REF!") ? .oursIfMarked : .team
    }
    if place.sheetIndex == team.meta?.sheetIndex { return .ours }
    switch team.playbook.meaning(ofName: name) {
    case .setting(let setting):
      guard case .cell(let index, let cell)? = team.settings.entries[setting]?.source, index == place.sheetIndex else {
        return .team
      }
      return place.range.first == cell ? .ours : .oursIfMarked
    case .column(let reference): return owner(of: place, reference)
    case .listColumn:
      return place.sheetIndex == team.lists.sheetIndex ? .oursIfMarked : .team
    case .hasSheet, nil: return .team
    }
  }

  private func owner(of place: SheetPlace, _ reference: ColumnReference) -> Owner {
    guard let sheet = team.sheet(reference.sheet), sheet.sheetIndex == place.sheetIndex else { return .team }
    let number = layout.numbers[ColumnID(sheet: reference.sheet, key: reference.column)]
    let rows = sheet.rows.range
    // It refers to exactly what the tool's name would.
    if let number, !rows.isEmpty, place.range.columns == number...number,
      place.range.rows.lowerBound == rows.lowerBound, place.range.rows.upperBound >= rows.upperBound - 1
    {
      return .ours
    }
    return .oursIfMarked
  }
}
