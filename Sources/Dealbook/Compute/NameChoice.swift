import Formula
import Playbook
import Spreadsheet

/// What our defined names are called in a workbook that uses some of them for something of its own.
///
/// A name of the team's is never pointed elsewhere, and one that belongs to a sheet hides ours in the cells of that sheet; in
/// both cases ours takes another name, and keeps it.
struct NameChoice: Sendable {
  /// What ours is called instead begins with this.
  private static let prefix = "dealbook_"

  /// By the playbook's name; only those that are called otherwise.
  private let others: [String: String]
  /// The names of the workbook that are in the way, in its order.
  let taken: [TakenName]

  /// Every name as the playbook has it.
  init() {
    others = [:]
    taken = []
  }

  func called(_ name: String) -> String { others[name] ?? name }

  func concerns(_ template: FormulaTemplate) -> Bool {
    !others.isEmpty && template.names.contains { others[$0] != nil }
  }

  /// The formula with the names as they are called here.
  func applied(to template: FormulaTemplate) -> FormulaTemplate {
    // A name in the place of a name parses as it did.
    concerns(template) ? (try? template.renaming(others)) ?? template : template
  }
}

/// A defined name of the team's that is spelled like one of ours.
struct TakenName: Hashable, Sendable {
  /// As the workbook spells it.
  let name: String
  /// The sheet that it belongs to; nil for one of the whole workbook.
  let sheetIndex: Int?
  /// What it stands for.
  let formula: String
  /// What ours is called.
  let other: String
}

extension NameChoice {
  /// - Parameters:
  ///   - layout: where our columns stand.
  ///   - ours: the names that formulas of ours may use, by their names in small letters.
  ///   - isUsed: whether formulas that a fill would write here use the name.
  ///   - hasOwnFormulas: whether cells hold formulas of ours, asked where nothing else tells.
  init(
    _ team: TeamWorkbook, layout: ColumnLayout, ours: [String: String], isUsed: (String) -> Bool,
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
    // What an earlier fill called so stays so, as formulas in cells do.
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

  /// Tables share the room of names (18.5.1.2).
  private static func tableNames(_ workbook: Workbook, _ ours: [String: String]) -> [(table: String, name: String)] {
    var found: [(String, String)] = []
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind == .worksheet {
      // One that can't be read takes no name; a fill says so where it matters.
      for table in (try? workbook.tables(ofSheet: index)) ?? [] {
        if let name = ours[table.displayName.lowercased()] { found.append((table.displayName, name)) }
      }
    }
    return found
  }
}

/// Tells our defined names from those of the team that are spelled alike, by what they stand for.
private struct OwnNames {
  enum Owner {
    case ours, team
    /// Ours in a workbook that we have written into, else the team's.
    case oursIfMarked
  }

  let team: TeamWorkbook
  let layout: ColumnLayout

  init(_ team: TeamWorkbook, layout: ColumnLayout) {
    self.team = team
    self.layout = layout
  }

  func owner(of defined: DefinedName, _ name: String) -> Owner {
    guard let place = SheetPlace(defined.formula, in: team.workbook) else {
      // What it stood for is gone.
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
    // It stands for just what ours would.
    if let number, !rows.isEmpty, place.range.columns == number...number,
      place.range.rows.lowerBound == rows.lowerBound, place.range.rows.upperBound >= rows.upperBound - 1
    {
      return .ours
    }
    return .oursIfMarked
  }
}
