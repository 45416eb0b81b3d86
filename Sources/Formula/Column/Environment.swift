public import Spreadsheet

/// What names mean to formulas: whole columns (`de_amount`, `st_label`) and single values (`AsOf`, `has_ct`).
///
/// Names are compared without case, as Excel compares defined names.
public struct Environment: Sendable {
  enum Meaning: Sendable {
    case column(Column)
    case value(CellValue)
  }

  private var meanings: [String: Meaning] = [:]
  private var spellings: [String: String] = [:]
  private var firstRows: [String: Int] = [:]

  /// Indexes over the columns.
  private(set) var indexes = IndexCache()

  /// How the workbook counts the days that formulas compute with.
  public var dateSystem: DateSystem

  /// Counts the work that formulas do here beyond what indexes spare; nil: nobody counts.
  public var meter: WorkMeter?

  public init(dateSystem: DateSystem = .year1900) { self.dateSystem = dateSystem }

  /// `firstRow` is the row of the worksheet in which the column begins; what was said of it before stays true when it
  /// is not given. Only formulas that take a whole column for the cell in their own row ask for it.
  public mutating func define(_ name: String, column: Column, firstRow: Int? = nil) {
    define(name, .column(column))
    if let firstRow { firstRows[Self.key(name)] = firstRow }
  }

  public mutating func define(_ name: String, value: CellValue) { define(name, .value(value)) }

  /// A name of which only the kind is known: enough to bind a formula, and nothing to compute with.
  public mutating func declare(_ name: String, isColumn: Bool) {
    define(name, isColumn ? .column(Column([])) : .value(.blank))
  }

  public func column(_ name: String) -> Column? {
    guard case .column(let column) = meanings[Self.key(name)] else { return nil }
    return column
  }

  public func value(_ name: String) -> CellValue? {
    guard case .value(let value) = meanings[Self.key(name)] else { return nil }
    return value
  }

  /// All names as they were first spelled, in no order.
  public var names: some Collection<String> { spellings.values }

  /// How names are told apart.
  static func key(_ name: String) -> String { name.lowercased() }

  /// The name that differs from `name` by the fewest letters, if these are few; of several the first by alphabet.
  func nearest(to name: String) -> String? {
    let wanted = Array(Self.key(name).utf8)
    guard wanted.count <= 60 else { return nil }
    let limit = wanted.count <= 3 ? 1 : 2
    var best: (distance: Int, key: String)?
    for key in meanings.keys {
      let distance = EditDistance.between(wanted, Array(key.utf8), limit: limit)
      guard distance <= limit else { continue }
      if let best, (best.distance, best.key) <= (distance, key) { continue }
      best = (distance, key)
    }
    return best.flatMap { spellings[$0.key] }
  }

  /// A copy to try changes in. Columns that are defined in it are indexed for it alone, and go when it does; the indexes over all
  /// others are shared, so that a change of a few columns costs those few.
  package func branched() -> Environment {
    var copy = self
    copy.indexes = IndexCache(over: indexes)
    return copy
  }

  /// The row of the worksheet in which the column of that key begins, when it is known.
  func firstRow(key: String) -> Int? { firstRows[key] }

  subscript(key key: String) -> Meaning? { meanings[key] }

  private mutating func define(_ name: String, _ meaning: Meaning) {
    let key = Self.key(name)
    if case .column(let column) = meanings[key] { indexes.forget(column) }
    if case .column(let column) = meaning { indexes.own(column) }
    meanings[key] = meaning
    if spellings[key] == nil { spellings[key] = name }
  }
}
