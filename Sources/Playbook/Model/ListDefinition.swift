// SPDX-License-Identifier: Apache-2.0

/// A list of options with parameters. It becomes columns of the Lists sheet and the defined names `prefix_label` and `prefix_<extra>`.
///
/// The order of the rows matters, because formulas refer to rows by number: `INDEX(st_label,6)`.
public struct ListDefinition: Hashable, Sendable {
  public var prefix: String
  public var titles: Localized
  /// The names of the parameters, in the order of the Lists sheet: `open`, `won`, `conv` …
  public var extraColumns: [String]
  public var rows: [ListRow]
  /// Parameters that are formulas, such as `st.prob`.
  public var computedColumns: [ListComputedColumn]
  /// Whether new workbooks get it; otherwise it is only for columns that some teams have.
  public var isOffered = true

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

  /// The row with this code. Codes are compared exactly.
  public func row(code: String) -> ListRow? {
    rows.first { $0.code == code }
  }
}

/// An option of a list.
public struct ListRow: Hashable, Sendable {
  /// Never shown to users; golden data and snapshots use it: `NEGO`.
  public var code: String
  public var labels: Localized
  /// Other spellings that are recognized when a workbook is read.
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
  /// Text that formulas show in the language of the workbook.
  case text(Localized)
}

/// A parameter of a list that is computed from other parameters of the same row and the next row.
public struct ListComputedColumn: Hashable, Sendable {
  public var name: String
  /// In the notation of columns: `{conv}` is this row's parameter; `{next.prob}` is `prob` of the next row.
  public var formula: String
  public var words: Localized

  public init(name: String, formula: String, words: Localized) {
    self.name = name
    self.formula = formula
    self.words = words
  }
}
