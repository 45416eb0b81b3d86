// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The names of rows, besides their IDs, and their owners.
public struct RowNames: Sendable {
  /// By prefix.
  private let sheets: [String: Sources]
  private let persons: PersonSpellings

  private struct Sources: Sendable {
    /// The rows of the sheet.
    var rows: Range<Int>
    var name: NameSource?
    var owner: NameSource?
  }

  /// Costs one pass over the IDs of the sheets from which other sheets' rows take their names.
  public init(_ team: BoundWorkbook) {
    var indices: [ColumnReference: [String: Int]] = [:]
    func source(_ sheet: LocatedSheet, _ keys: [String]) -> NameSource? {
      for key in keys { if let column = sheet.column(key) { return .own(column.values) } }
      // The row of an account's payment takes the account's name.
      for column in sheet.columns {
        guard case .reference(let target) = column.definition.allowed, target.sheet != sheet.prefix,
          let other = team.sheet(target.sheet), let ids = other.column(target.column),
          let value = keys.lazy.compactMap({ other.column($0) }).first, value.key != target.column
        else { continue }
        if indices[target] == nil { indices[target] = Self.index(of: ids.values, other.rows.count) }
        return .other(column.values, indices[target] ?? [:], value.values)
      }
      return nil
    }
    var sheets: [String: Sources] = [:]
    for sheet in team.sheets {
      sheets[sheet.prefix] = Sources(
        rows: sheet.rows.range, name: source(sheet, Self.nameKeys), owner: source(sheet, Self.ownerKeys))
    }
    self.sheets = sheets
    persons = team.persons
  }

  /// The columns that are read.
  static var keys: [String] { nameKeys + ownerKeys }

  private static let nameKeys = ["name"]
  private static let ownerKeys = ["owner", "visitor", "person"]

  /// The row's name, or that of its account; empty if there is none.
  public func name(sheet: String, row: Int) -> String {
    guard let sources = sheets[sheet], sources.rows.contains(row) else { return "" }
    return ShownValue.cut(sources.name?.text(at: row - sources.rows.lowerBound) ?? "", isName: true)
  }

  /// The owner of the row; empty if nobody is named.
  public func owner(sheet: String, row: Int) -> String {
    guard let sources = sheets[sheet], sources.rows.contains(row) else { return "" }
    return ShownValue.cut(persons.name(sources.owner?.text(at: row - sources.rows.lowerBound) ?? ""), isName: true)
  }

  /// The same for the row at an offset from the first.
  func name(sheet: String, offset: Int) -> String {
    name(sheet: sheet, row: (sheets[sheet]?.rows.lowerBound ?? 0) + offset)
  }

  func owner(sheet: String, offset: Int) -> String {
    owner(sheet: sheet, row: (sheets[sheet]?.rows.lowerBound ?? 0) + offset)
  }

  /// All owners of rows, sorted.
  public var everyOwner: [String] {
    var all: Set<String> = []
    for sources in sheets.values {
      guard let owner = sources.owner else { continue }
      for offset in 0..<sources.rows.count { all.insert(persons.name(owner.text(at: offset))) }
    }
    return all.subtracting([""]).sorted()
  }

  private static func index(of ids: Column, _ count: Int) -> [String: Int] {
    var index: [String: Int] = [:]
    for offset in 0..<min(count, ids.count) {
      let id = ReferenceIndex.key(ids[offset].shownText)
      if !id.isEmpty, index[id] == nil { index[id] = offset }
    }
    return index
  }
}

/// Where the rows of a sheet take a name from.
private enum NameSource: Sendable {
  case own(Column)
  /// The IDs that refer to another sheet, the rows of these IDs on that sheet, and the column with the names.
  case other(Column, [String: Int], Column)

  func text(at offset: Int) -> String {
    switch self {
    case .own(let values): Self.text(values, offset)
    case .other(let ids, let index, let values):
      offset < ids.count
        ? index[ReferenceIndex.key(ids[offset].shownText)].map { Self.text(values, $0) } ?? "" : ""
    }
  }

  private static func text(_ values: Column, _ offset: Int) -> String {
    guard offset < values.count, case .text(let text) = values[offset] else { return "" }
    return StraySpace.cleaned(text)
  }
}
