// SPDX-License-Identifier: Apache-2.0

/// How the tool fills a column.
public struct ComputedColumn: Hashable, Sendable {
  /// An Excel formula in the playbook's notation, beginning with `=`: `{key}` is the cell of this row, `{^key}` the column down to this
  /// row, `prefix_key` a whole column, `AsOf` a setting. If nil, the tool writes a value, such as an exact probability.
  public var formula: String?
  /// Formulas that the column had in earlier editions of the playbook. Cells that still hold one belong to the tool: it renews them, and
  /// they are not reported.
  public var formerly: [String]
  /// Alternative formulas for a sheet that lacks a column, by that column's key. If several apply, the first in the order of the sheet is
  /// used.
  public var without: [String: String] = [:]
  /// Those of its formulas that name rows of lists by their codes (`@st.WON`), with these names: where the rows of a list have been in
  /// another order, they had other numbers.
  package var numbered: [String] = []
  public var words: Localized
  /// Unit and decimals in words: `元, 2 decimals`.
  public var unit: Localized
  /// What happens in edge cases: blanks, zero, nothing found.
  public var edge: Localized
  /// Prefixes of sheets without which the column is not written.
  public var needs: [String]
  /// Prefixes of all other sheets that the formula mentions, including optional ones; sorted.
  public var uses: [String]
  /// Columns without which it is not written: of each entry, at least one must exist or be written too.
  public var must: [[MustColumn]]

  public init(
    formula: String?, formerly: [String] = [], words: Localized = .empty, unit: Localized = .empty,
    edge: Localized = .empty,
    needs: [String] = [],
    uses: [String] = [], must: [[MustColumn]] = []
  ) {
    self.formula = formula
    self.formerly = formerly
    self.words = words
    self.unit = unit
    self.edge = edge
    self.needs = needs
    self.uses = uses
    self.must = must
  }

  /// Its formulas as they were where lists had these codes, from top to bottom.
  package func formulas(numberedBy codes: [String: [String]]) -> [String] {
    guard !numbered.isEmpty else { return [] }
    let rows = ListRowNumbers(codes: codes)
    return numbered.map(rows.resolving)
  }
}

/// A column named in `must`.
public struct MustColumn: Hashable, Sendable {
  /// The prefix of another sheet; nil for the column's own sheet.
  public var sheet: String?
  public var column: String

  public init(sheet: String? = nil, column: String) {
    self.sheet = sheet
    self.column = column
  }
}
