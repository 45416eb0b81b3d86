/// An option list with its parameters: columns of the Lists sheet and defined names `prefix_label`, `prefix_<extra>`.
///
/// The order of the rows has a meaning: formulas say `INDEX(st_label,6)`.
public struct ListDefinition: Hashable, Sendable {
  public var prefix: String
  public var titles: Localized
  /// Names of the parameters, in the order in which the Lists sheet shows them: `open`, `won`, `conv` …
  public var extraColumns: [String]
  public var rows: [ListRow]
  /// Parameters that are formulas, such as `st.prob`.
  public var computedColumns: [ListComputedColumn]

  public init(
    prefix: String, titles: Localized, extraColumns: [String], rows: [ListRow],
    computedColumns: [ListComputedColumn] = []
  ) {
    self.prefix = prefix
    self.titles = titles
    self.extraColumns = extraColumns
    self.rows = rows
    self.computedColumns = computedColumns
  }

  /// The row with this code. Codes are compared as written.
  public func row(code: String) -> ListRow? {
    rows.first { $0.code == code }
  }
}

/// An option of a list.
public struct ListRow: Hashable, Sendable {
  /// Never shown; golden data and snapshots use it: `NEGO`.
  public var code: String
  public var labels: Localized
  /// Other spellings that are recognised on reading.
  public var aliases: [String]
  /// One value for each of `extraColumns`, in that order.
  public var extras: [ListValue]

  public init(code: String, labels: Localized, aliases: [String] = [], extras: [ListValue]) {
    self.code = code
    self.labels = labels
    self.aliases = aliases
    self.extras = extras
  }
}

/// A parameter of a list row.
public enum ListValue: Hashable, Sendable {
  case number(Double)
  /// What a formula shows in the language of the workbook.
  case text(Localized)
}

/// A parameter of a list that is computed from the others of its row and the row below.
public struct ListComputedColumn: Hashable, Sendable {
  public var name: String
  /// In the notation of columns: `{conv}` is this row's parameter; `{next.prob}` is `prob` of the row below.
  public var formula: String
  public var words: Localized

  public init(name: String, formula: String, words: Localized) {
    self.name = name
    self.formula = formula
    self.words = words
  }
}
