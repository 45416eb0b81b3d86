// SPDX-License-Identifier: Apache-2.0

/// The funnel table: one row for each stage before the won one, including the row for leads.
public struct FunnelDefinition: Hashable, Sendable {
  /// Prefix of the list that holds the stages.
  public var list: String
  /// Prefixes of the sheets without which the table is not written.
  public var needs: [String]
  public var columns: [FunnelColumn]

  public init(list: String, needs: [String], columns: [FunnelColumn]) {
    self.list = list
    self.needs = needs
    self.columns = columns
  }
}

/// A column of the funnel table.
///
/// In its formula, `{n}` is the number of the stage, counted from 1, `{p}` the probability of winning from it, and `{key}` another column
/// of the same row.
public struct FunnelColumn: Hashable, Sendable {
  public var key: String
  public var titles: Localized
  public var type: ColumnType
  /// Nil only for `n`, which holds the row's number.
  public var formula: String?
  /// Formulas that the column had in earlier editions; see ``ComputedColumn/formerly``.
  public var formerly: [String]
  public var words: Localized

  public init(
    key: String, titles: Localized, type: ColumnType, formula: String?, formerly: [String] = [], words: Localized
  ) {
    self.key = key
    self.titles = titles
    self.type = type
    self.formula = formula
    self.formerly = formerly
    self.words = words
  }
}

/// A sheet without rows of the team's own: Settings, Lists, Funnel.
public struct SpecialSheet: Hashable, Sendable {
  public var kind: SpecialSheetKind
  public var titles: Localized
  public var aliases: [String]
  /// The headers of the Settings sheet: name, value, unit, note. Empty for the others.
  public var columns: [SpecialColumn]

  public init(kind: SpecialSheetKind, titles: Localized, aliases: [String], columns: [SpecialColumn] = []) {
    self.kind = kind
    self.titles = titles
    self.aliases = aliases
    self.columns = columns
  }
}

public enum SpecialSheetKind: String, CaseIterable, Hashable, Sendable {
  case settings = "set"
  case lists = "lst"
  case funnel = "fu"
}

/// A header of a special sheet.
public struct SpecialColumn: Hashable, Sendable {
  public var key: String
  public var titles: Localized
  public var aliases: [String]

  public init(key: String, titles: Localized, aliases: [String] = []) {
    self.key = key
    self.titles = titles
    self.aliases = aliases
  }
}
