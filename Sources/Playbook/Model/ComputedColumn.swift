/// How a column that the tool fills comes about.
public struct ComputedColumn: Hashable, Sendable {
  /// An Excel formula in the notation of the playbook, beginning with `=`:
  /// `{key}` is this row's cell, `{^key}` the column down to this row, `prefix_key` a whole column, `AsOf` a setting.
  /// Without a formula the tool writes a value, such as an exact probability.
  public var formula: String?
  /// Formulas that the column had in earlier editions of the playbook. Cells that still hold one are the tool's own:
  /// they are renewed, and are no finding.
  public var formerly: [String]
  /// Formulas to take instead where the sheet lacks a column, by that column's key: of two, the first in the order of the sheet.
  public var without: [String: String] = [:]
  public var words: Localized
  /// Unit and decimals in words: `元, 2 decimals`.
  public var unit: Localized
  /// What happens at the edges: blanks, zero, nothing found.
  public var edge: Localized
  /// Prefixes of sheets without which the column is not written.
  public var needs: [String]
  /// Prefixes of every other sheet that the formula mentions, soft references included. Sorted.
  public var uses: [String]
  /// Columns without which it is not written: of each entry, at least one must be there or itself be written.
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
}

/// A column named in `must`.
public struct MustColumn: Hashable, Sendable {
  /// The prefix of another sheet; nothing for the column's own.
  public var sheet: String?
  public var column: String

  public init(sheet: String? = nil, column: String) {
    self.sheet = sheet
    self.column = column
  }
}
