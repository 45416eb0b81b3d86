// SPDX-License-Identifier: Apache-2.0

internal import Base
public import Spreadsheet

/// What names mean in formulas: whole columns (`de_amount`, `st_label`) and single values (`AsOf`, `has_ct`).
///
/// Names are compared without regard to case, as Excel compares defined names.
public struct Environment: Sendable {
  enum Meaning: Sendable {
    case column(Column)
    case value(CellValue)
  }

  private var own = Names()
  /// The names that it started from and shares with others. Its own ones come first.
  private var shared: SharedNames?

  /// Names with their meanings, by the form in which they are compared.
  private struct Names: Sendable {
    var meanings: [String: Meaning] = [:]
    var spellings: [String: String] = [:]
    var firstRows: [String: Int] = [:]

    func merged(over other: Names) -> Names {
      var names = other
      names.meanings.merge(meanings) { $1 }
      names.spellings.merge(spellings) { first, _ in first }
      names.firstRows.merge(firstRows) { $1 }
      return names
    }
  }

  private final class SharedNames: Sendable {
    let names: Names
    /// Those that it started from itself.
    let beyond: SharedNames?

    init(_ names: Names, over beyond: SharedNames? = nil) {
      self.names = names
      self.beyond = beyond
    }

    func meaning(_ key: String) -> Meaning? { names.meanings[key] ?? beyond?.meaning(key) }
    func firstRow(_ key: String) -> Int? { names.firstRows[key] ?? beyond?.firstRow(key) }
    func knows(_ key: String) -> Bool { names.spellings[key] != nil || beyond?.knows(key) == true }

    var merged: Names { beyond.map { names.merged(over: $0.merged) } ?? names }
  }

  /// Indexes over the columns, built on demand.
  private(set) var indexes = IndexCache()

  /// The date system in which formulas count days.
  public var dateSystem: DateSystem

  /// Counts the work of formulas that no index avoids; nil if it is not counted.
  public var meter: WorkMeter?

  public init(dateSystem: DateSystem = .year1900) { self.dateSystem = dateSystem }

  /// Defines `name` as a column. `firstRow` is the worksheet row in which the column begins; if omitted, an earlier value is kept. Only
  /// formulas that use a whole column to mean the cell in their own row need it.
  public mutating func define(_ name: String, column: Column, firstRow: Int? = nil) {
    define(name, .column(column))
    if let firstRow { own.firstRows[Self.key(name)] = firstRow }
  }

  public mutating func define(_ name: String, value: CellValue) { define(name, .value(value)) }

  /// Declares a name of which only the kind is known: enough to bind a formula, but not to compute it.
  public mutating func declare(_ name: String, isColumn: Bool) {
    define(name, isColumn ? .column(Column([])) : .value(.blank))
  }

  public func column(_ name: String) -> Column? {
    guard case .column(let column) = self[key: Self.key(name)] else { return nil }
    return column
  }

  public func value(_ name: String) -> CellValue? {
    guard case .value(let value) = self[key: Self.key(name)] else { return nil }
    return value
  }

  /// All names as they were first spelled, in no particular order.
  public var names: some Collection<String> { merged.spellings.values }

  /// All names, its own and those it shares.
  private var merged: Names { shared.map { own.merged(over: $0.merged) } ?? own }

  /// The form in which names are compared.
  static func key(_ name: String) -> String { name.lowercased() }

  /// The name with the smallest edit distance to `name`, if that distance is small; of several, the first alphabetically.
  func nearest(to name: String) -> String? {
    let wanted = Array(Self.key(name).utf8)
    guard wanted.count <= 60 else { return nil }
    let limit = wanted.count <= 3 ? 1 : 2
    var best: (distance: Int, key: String)?
    let spellings = merged.spellings
    for key in spellings.keys {
      let distance = EditDistance.between(wanted, Array(key.utf8), limit: limit)
      guard distance <= limit else { continue }
      if let best, (best.distance, best.key) <= (distance, key) { continue }
      best = (distance, key)
    }
    return best.flatMap { spellings[$0.key] }
  }

  /// A copy to start from, for one workbook after another: whatever is defined in one of them is its own, and what they share is not
  /// copied. It has no indexes yet.
  package func shareable() -> Environment {
    var copy = Environment(dateSystem: dateSystem)
    let names = merged
    copy.shared = SharedNames(names)
    // A workbook defines about as many anew.
    copy.own.meanings.reserveCapacity(names.meanings.count)
    copy.own.firstRows.reserveCapacity(names.meanings.count)
    copy.meter = meter
    return copy
  }

  /// A copy to define a few names more in, with the same indexes: what it has by now is not copied.
  package func extended() -> Environment {
    var copy = self
    copy.shared = SharedNames(own, over: shared)
    copy.own = Names()
    return copy
  }

  /// A copy that shares no indexes.
  package func separated() -> Environment {
    var copy = self
    copy.indexes = IndexCache()
    return copy
  }

  /// A copy to try changes in. Columns defined in the copy are indexed for it alone and are freed with it; the indexes over all other
  /// columns are shared, so changing a few columns costs no more than those few.
  package func branched() -> Environment {
    var copy = self
    copy.indexes = IndexCache(over: indexes)
    return copy
  }

  /// The worksheet row in which the column with this key begins, if known.
  func firstRow(key: String) -> Int? { own.firstRows[key] ?? shared?.firstRow(key) }

  subscript(key key: String) -> Meaning? { own.meanings[key] ?? shared?.meaning(key) }

  private mutating func define(_ name: String, _ meaning: Meaning) {
    let key = Self.key(name)
    if case .column(let column) = self[key: key] { indexes.forget(column) }
    if case .column(let column) = meaning { indexes.own(column) }
    own.meanings[key] = meaning
    if own.spellings[key] == nil, shared?.knows(key) != true { own.spellings[key] = name }
  }
}
