// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook

/// IDs that formulas cannot tell apart: `007` and `7` are equal to a conditional sum, and `A*1` matches `A001`.
struct MergedIDs {
  /// For each ID column, by ID: other IDs that formulas match with it, of which the first few are kept.
  private var others: [ColumnReference: [String: (first: [String], count: Int)]] = [:]
  /// IDs that formulas treat as patterns or as a criterion with an operator.
  private var patterns: Set<String> = []

  /// If more IDs contain wildcards, they are not compared with all others.
  private static let mostPatterns = 200
  /// Of thousands of long numbers each may be equal to all others.
  private static let mostOthers = 5
  /// Criteria compare numbers, and texts that are numbers, by as many digits; MATCH compares texts as they are.
  private static let digits = 15

  /// - Parameter lookedUp: the ID columns that a computed column looks up. Elsewhere long numbers that are equal in their first digits do
  ///   no harm.
  init(_ sheets: [LocatedSheet], lookedUp: Set<ColumnReference>) {
    for (target, columns) in Self.columns(of: sheets) {
      let odd = Set(columns.flatMap { $0.values.textsThatCriteriaBend() }.map(StraySpace.trimmed)).filter {
        !$0.isEmpty
      }
      guard !odd.isEmpty else { continue }
      var merged: [String: (first: [String], count: Int)] = [:]
      var numerals: [Double: Set<String>] = [:]
      for id in odd { if let number = IDCriterion.numeral(id) { numerals[number, default: []].insert(Self.key(id)) } }
      if !numerals.isEmpty { Self.addNumbers(of: columns, to: &numerals) }
      for same in numerals.values where same.count > 1 {
        if !lookedUp.contains(target), same.allSatisfy({ $0.utf8.count > Self.digits }) { continue }
        let sorted = same.sorted()
        for id in same {
          merged[id] = (Array(sorted.lazy.filter { $0 != id }.prefix(Self.mostOthers)), same.count - 1)
        }
      }
      let patterns = odd.filter { IDCriterion.numeral($0) == nil }.prefix(Self.mostPatterns)
      if !patterns.isEmpty {
        let all = Set(columns.flatMap(\.values.texts).map(StraySpace.trimmed)).filter { !$0.isEmpty }
        for id in patterns {
          let criterion = IDCriterion(id)
          let found = all.filter { Self.key($0) != Self.key(id) && criterion.finds($0) }
          guard !found.isEmpty || !criterion.finds(id) else { continue }
          merged[Self.key(id)] = (Array(found.sorted().prefix(Self.mostOthers)), min(found.count, Self.mostOthers))
          self.patterns.insert(Self.key(id))
        }
      }
      if !merged.isEmpty { others[target] = merged }
    }
  }

  /// The sheets, with the rows marked whose IDs match others.
  func marking(_ sheets: [LocatedSheet]) -> [LocatedSheet] {
    if others.isEmpty { return sheets }
    return sheets.map { sheet in
      var marked = sheet
      for column in sheet.columns where !column.definition.isComputed {
        guard let target = Self.target(column, on: sheet), let merged = others[target] else { continue }
        for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
          let value = column.values[offset]
          let key = Self.key(StraySpace.trimmed(value.shownText))
          guard !value.isEmpty, let same = merged[key] else { continue }
          marked.mergedIDs[offset, default: []].append(
            MergedID(
              column: column.number, others: same.first, count: same.count, isPattern: patterns.contains(key)))
        }
      }
      return marked
    }
  }

  private static func key(_ id: String) -> String { id.lowercased() }

  /// All columns that hold IDs, by the ID column that they refer to.
  private static func columns(of sheets: [LocatedSheet]) -> [ColumnReference: [LocatedColumn]] {
    var columns: [ColumnReference: [LocatedColumn]] = [:]
    for sheet in sheets {
      for column in sheet.columns where !column.definition.isComputed {
        if let target = target(column, on: sheet) { columns[target, default: []].append(column) }
      }
    }
    return columns
  }

  private static func target(_ column: LocatedColumn, on sheet: LocatedSheet) -> ColumnReference? {
    if case .reference(let target) = column.definition.allowed { return target }
    return column.definition.type == .id ? ColumnReference(sheet: sheet.prefix, column: column.key) : nil
  }

  private static func addNumbers(of columns: [LocatedColumn], to numerals: inout [Double: Set<String>]) {
    for column in columns {
      for offset in 0..<column.values.count {
        guard let number = column.values.number(at: offset), numerals[number] != nil else { continue }
        numerals[number]?.insert(key(column.values[offset].shownText))
      }
    }
  }
}

/// An ID of a row that formulas match together with others.
struct MergedID: Hashable, Sendable {
  /// The number of the column.
  let column: Int
  /// The first of the others.
  let others: [String]
  /// The number of all.
  let count: Int
  let isPattern: Bool
}

extension LocatedSheet {
  /// Whether nothing is computed for a row because its IDs cannot be told from others, or are those of another row.
  ///
  /// - Parameter sparesPatterns: if true, a row whose ID is a pattern is still computed, so that rules can check it, although nothing is
  ///   written to it.
  func isUnfigured(_ offset: Int, sparesPatterns: Bool) -> Bool {
    if repeatedIDs[offset] != nil || saidOver[offset] != nil || closedOpen.contains(offset) { return true }
    return mergedIDs[offset].map { ids in !sparesPatterns || ids.contains { !$0.isPattern } } ?? false
  }

  /// Whether nothing is computed for some rows.
  var hasUnfiguredRows: Bool {
    !mergedIDs.isEmpty || !repeatedIDs.isEmpty || !saidOver.isEmpty || !closedOpen.isEmpty
  }

  /// The number of rows that have no figures, and count in none, because formulas cannot tell their IDs from others.
  public var unfiguredRows: Int { mergedIDs.count }

  /// Whether most rows have no figures for that reason, so that none can be shown for the sheet.
  var isMostlyUnfigured: Bool { !mergedIDs.isEmpty && mergedIDs.count * 2 > rows.dataCount }

  var hasPatternIDs: Bool { mergedIDs.values.contains { $0.contains(where: \.isPattern) } }
}
