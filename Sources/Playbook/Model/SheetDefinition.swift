// SPDX-License-Identifier: Apache-2.0

/// A data sheet: one row per record, columns in any order.
public struct SheetDefinition: Hashable, Sendable {
  /// The prefix of its columns' names: `de` in `de_amount`.
  public var prefix: String
  public var titles: Localized
  public var aliases: [String]
  /// Whether the core profile includes it.
  public var isCore: Bool
  public var purpose: Localized
  /// Where it is in the team's own workbook.
  public var placement: SheetPlacement
  /// Input columns first, then computed columns, in the order of a new workbook.
  public let columns: [ColumnDefinition]

  private let positions: [String: Int]

  public init(
    prefix: String, titles: Localized, aliases: [String], isCore: Bool, purpose: Localized,
    columns: [ColumnDefinition], placement: SheetPlacement = SheetPlacement()
  ) {
    self.prefix = prefix
    self.titles = titles
    self.aliases = aliases
    self.isCore = isCore
    self.purpose = purpose
    self.columns = columns
    self.placement = placement
    self.positions = Dictionary(
      columns.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  public func column(_ key: String) -> ColumnDefinition? {
    positions[key].map { columns[$0] }
  }

  /// The index of a column in `columns`.
  public func position(of key: String) -> Int? { positions[key] }

  /// The column that identifies a row: the first of type `id`.
  public var idColumn: ColumnDefinition? {
    columns.first { $0.type == .id }
  }

  public var inputColumns: [ColumnDefinition] { columns.filter { !$0.isComputed } }
  public var computedColumns: [ColumnDefinition] { columns.filter(\.isComputed) }
}

extension SheetDefinition {
  private static let small: Set<String> = ["le", "de", "pa", "re"]

  /// Whether the profile includes the sheet.
  public func belongs(to profile: Profile) -> Bool {
    switch profile {
    case .small: isCore && Self.small.contains(prefix)
    case .core: isCore
    case .full: true
    }
  }
}
