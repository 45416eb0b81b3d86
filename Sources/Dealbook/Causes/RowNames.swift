import Formula
import Playbook
import Spreadsheet

/// What people call a row beside its id, and whose it is.
public struct RowNames: Sendable {
  private let team: TeamWorkbook
  private let names: [String: NameSource]
  private let owners: [String: NameSource]

  /// Cost: one pass over the ids of the sheets whose rows take their names from another sheet.
  public init(_ team: TeamWorkbook) {
    self.team = team
    var indices: [ColumnReference: [String: Int]] = [:]
    func source(_ sheet: LocatedSheet, _ keys: [String]) -> NameSource? {
      for key in keys { if let column = sheet.column(key) { return .own(column.values) } }
      // The row of an account's payment goes by the account's name.
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
    var names: [String: NameSource] = [:]
    var owners: [String: NameSource] = [:]
    for sheet in team.sheets {
      names[sheet.prefix] = source(sheet, Self.nameKeys)
      owners[sheet.prefix] = source(sheet, Self.ownerKeys)
    }
    self.names = names
    self.owners = owners
  }

  private static let nameKeys = ["name"]
  private static let ownerKeys = ["owner", "visitor", "person"]

  /// The name of the row, its own or its account's; empty where there is none.
  public func name(sheet: String, row: Int) -> String { text(names, sheet, row) }

  /// Who answers for the row; empty where nobody is named.
  public func owner(sheet: String, row: Int) -> String { text(owners, sheet, row) }

  /// Everybody to whom a row belongs, in order.
  public var everyOwner: [String] {
    var all: Set<String> = []
    for sheet in team.sheets where owners[sheet.prefix] != nil {
      for row in sheet.rows.range { all.insert(owner(sheet: sheet.prefix, row: row)) }
    }
    return all.subtracting([""]).sorted()
  }

  private func text(_ sources: [String: NameSource], _ sheet: String, _ row: Int) -> String {
    guard let source = sources[sheet], let located = team.sheet(sheet), located.rows.range.contains(row) else {
      return ""
    }
    return source.text(at: row - located.rows.range.lowerBound)
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
  /// The ids that refer to another sheet, where those ids stand there, and what stands beside them.
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
