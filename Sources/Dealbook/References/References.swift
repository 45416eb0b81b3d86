// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// By what the sheets of a workbook refer to each other: by IDs, as the formulas of a playbook do, or by names.
///
/// Empty for a workbook that refers by IDs, so that nothing else is done for it.
struct References: Hashable, Sendable {
  /// The columns that hold cells of another column than the ID of the sheet that they refer to, and the key of that column.
  private(set) var named: [ColumnID: String] = [:]
  /// The columns that stand in for the IDs of sheets without any, by prefix.
  private(set) var standIns: [String: String] = [:]
  /// The columns of whose cells none is found on the sheet that they refer to, and the prefix of that sheet.
  private(set) var lost: [ColumnID: String] = [:]
  /// The columns that a sheet does not have, so that it does not say to which row of another sheet its own belong.
  private(set) var missing: Set<ColumnID> = []

  /// The columns of dates of which some have a time of day, which formulas have to leave out: what closes at 23:30 closes on that day.
  private(set) var timed: Set<ColumnID> = []

  var isEmpty: Bool { named.isEmpty && standIns.isEmpty && lost.isEmpty && missing.isEmpty && timed.isEmpty }

  /// The columns by which rows may be known that have no ID, or are not called by it.
  private static let names = ["name"]
  /// So many cells are looked up first; if most are found, a column is taken to hold what it is said to.
  private static let samples = 8

  init() {}

  /// On a sheet under the method's own headers each cell that is not found is a mistake, and its column is not lost.
  init(_ sheets: [LocatedSheet], _ playbook: Playbook) {
    let byPrefix = Dictionary(uniqueKeysWithValues: sheets.map { ($0.prefix, $0) })
    var known: [ColumnReference: Set<String>] = [:]
    for sheet in sheets {
      for column in sheet.columns where !column.definition.isComputed {
        guard let stated = Self.stated(column.definition, on: sheet.prefix), let other = byPrefix[stated.sheet],
          stated.sheet != "pe", other.rows.dataCount > 0,
          let key = other.definition.idColumn?.key
        else { continue }
        let id = ColumnID(sheet: sheet.prefix, key: column.key)
        switch Self.found(column, of: sheet, in: other, [stated.column, key] + Self.names, &known) {
        case .column(let actual):
          if actual != key { named[id] = actual }
        case .none where playbook.isBuiltIn && sheet.confidence == 1 && other.confidence == 1: break
        case .none where other.prefix == sheet.prefix: break
        case .none: lost[id] = other.prefix
        case .nothingSaid: break
        }
      }
    }
    for (id, name) in named {
      guard let target = Self.target(of: id, playbook), let sheet = byPrefix[target],
        let key = sheet.definition.idColumn?.key, !sheet.holds(key)
      else { continue }
      standIns[target] = name
    }
    timed = Set(sheets.flatMap(Self.timed))
    for (id, target) in Self.links {
      guard let sheet = byPrefix[id.sheet], let other = byPrefix[target], sheet.rows.dataCount > 0,
        other.rows.dataCount > 0, !sheet.holds(id.key),
        !(playbook.isBuiltIn && sheet.confidence == 1 && other.confidence == 1)
      else { continue }
      missing.insert(id)
    }
    if let targets = byPrefix["tg"], let deals = byPrefix["de"], Self.areOthers(targets, deals) {
      lost[ColumnID(sheet: "tg", key: Self.owner)] = "de"
    }
  }

  /// The columns of dates with times of day; one with texts is left alone, whose cells have to be told apart by formulas.
  private static func timed(_ sheet: LocatedSheet) -> [ColumnID] {
    sheet.columns.filter { column in
      guard column.definition.type == .date, !column.definition.isComputed else { return false }
      let rows = 0..<min(column.values.count, sheet.rows.count)
      let hasTimes = rows.contains { row in column.values.number(at: row).map { $0 != $0.rounded(.down) } ?? false }
      return hasTimes && !rows.contains { column.values.textNumber(at: $0) != nil }
    }.map { ColumnID(sheet: sheet.prefix, key: $0.key) }
  }

  /// The columns by which the rows of a sheet belong to those of another.
  private static let links: [(ColumnID, String)] = [
    (ColumnID(sheet: "de", key: "account_id"), "acc"), (ColumnID(sheet: "vi", key: "account_id"), "acc"),
    (ColumnID(sheet: "co", key: "account_id"), "acc"), (ColumnID(sheet: "re", key: "account_id"), "acc"),
    (ColumnID(sheet: "pa", key: "contract_id"), "co"),
  ]

  private static let owner = "owner"

  /// Whether targets name their owners by numbers of staff, and deals by names, or the other way round.
  private static func areOthers(_ targets: LocatedSheet, _ deals: LocatedSheet) -> Bool {
    guard let wanted = targets.values(of: owner), let known = deals.values(of: owner) else { return false }
    let owners = entries(wanted, targets.rows, most: .max)
    let others = entries(known, deals.rows, most: samples)
    func areNumbers(_ entries: [String]) -> Bool { entries.allSatisfy { $0.contains(where: \.isNumber) } }
    func areNames(_ entries: [String]) -> Bool { !entries.contains { $0.contains(where: \.isNumber) } }
    guard !owners.isEmpty, !others.isEmpty,
      areNumbers(owners) && areNames(others) || areNames(owners) && areNumbers(others)
    else { return false }
    let all = entries(known, deals.rows, most: .max)
    return Set(owners).isDisjoint(with: all) && areNames(all) != areNames(owners)
  }

  /// The column that a definition refers to; of one that an adopted playbook took for plain text, that of the method.
  private static func stated(_ column: ColumnDefinition, on prefix: String) -> ColumnReference? {
    if case .reference(let target) = column.allowed { return target }
    if case .reference(let target)? = Playbook.builtIn.sheet(prefix)?.column(column.key)?.allowed { return target }
    return nil
  }

  /// The prefix of the sheet that a column refers to.
  static func target(of id: ColumnID, _ playbook: Playbook) -> String? {
    guard let column = playbook.sheet(id.sheet)?.column(id.key) else { return nil }
    return stated(column, on: id.sheet)?.sheet
  }

  private enum Found {
    case column(String)
    case none
    /// There are no cells to tell from.
    case nothingSaid
  }

  /// The column of another sheet in which the cells of a column are found.
  private static func found(
    _ column: LocatedColumn, of sheet: LocatedSheet, in other: LocatedSheet, _ keys: [String],
    _ known: inout [ColumnReference: Set<String>]
  ) -> Found {
    var candidates: [String] = []
    for key in keys where other.holds(key) && !candidates.contains(key) { candidates.append(key) }
    guard let first = candidates.first else { return .nothingSaid }
    let sample = Self.entries(column.values, sheet.rows, most: samples)
    guard !sample.isEmpty else { return .nothingSaid }
    func cells(of key: String) -> Set<String> {
      let place = ColumnReference(sheet: other.prefix, column: key)
      if let entries = known[place] { return entries }
      let entries = other.values(of: key).map { Set(Self.entries($0, other.rows, most: .max)) } ?? []
      known[place] = entries
      return entries
    }
    let likely = cells(of: first)
    if first == other.definition.idColumn?.key, sample.count(where: likely.contains) * 2 >= sample.count {
      return .column(first)
    }

    let all = Self.entries(column.values, sheet.rows, most: .max)
    var best: (key: String, count: Int)?
    var found: Set<String> = []
    for key in candidates {
      let entries = cells(of: key)
      let count = all.count(where: entries.contains)
      if count * 2 >= all.count { return .column(key) }
      if count > best?.count ?? 0 { best = (key, count) }
      found.formUnion(all.filter(entries.contains))
    }
    // Some by ID and some by name: a sum over either would leave out the others.
    guard let best, all.count(where: found.contains) == best.count else { return .none }
    return .column(best.key)
  }

  /// The entries of a column's data rows as they are compared.
  private static func entries(_ values: Column, _ rows: RowLayout, most: Int) -> [String] {
    var entries: [String] = []
    for offset in 0..<min(values.count, rows.count) where rows.kinds[offset] == .data {
      if entries.count == most { break }
      let value = values[offset]
      if !value.isEmpty { entries.append(ReferenceIndex.key(value.shownText)) }
    }
    return entries
  }
}

extension References {
  /// Marks the rows with the name of another: what belongs to either cannot be told apart.
  private static func markTwofold(_ sheet: inout LocatedSheet, _ key: String) {
    guard let column = sheet.column(key) else { return }
    var rows: [String: [Int]] = [:]
    for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
      let value = column.values[offset]
      if !value.isEmpty { rows[ReferenceIndex.key(value.shownText), default: []].append(offset) }
    }
    for same in rows.values where same.count > 1 {
      for offset in same {
        let name = StraySpace.trimmed(column.values[offset].shownText)
        sheet.mergedIDs[offset, default: []].append(
          MergedID(column: column.number, others: [name], count: same.count - 1, isPattern: false))
      }
    }
  }

  /// The columns by which rows are named.
  func columns(_ playbook: Playbook) -> Set<ColumnReference> {
    Set(
      named.compactMap { id, name in
        Self.target(of: id, playbook).map { ColumnReference(sheet: $0, column: name) }
      })
  }

  /// The sheets with what their columns refer to in fact.
  func marking(_ sheets: [LocatedSheet], _ playbook: Playbook) -> [LocatedSheet] {
    guard !named.isEmpty else { return sheets }
    return sheets.map { sheet in
      var marked = sheet
      for index in sheet.columns.indices {
        let id = ColumnID(sheet: sheet.prefix, key: sheet.columns[index].key)
        guard let name = named[id], let target = Self.target(of: id, playbook) else { continue }
        marked.columns[index].definition.allowed = .reference(ColumnReference(sheet: target, column: name))
      }
      // A deal counts whatever it is called; what names it is another matter (``LikeReferences``).
      for target in columns(playbook) where target.sheet == sheet.prefix && target.sheet != "de" {
        Self.markTwofold(&marked, target.column)
      }
      return marked
    }
  }
}
