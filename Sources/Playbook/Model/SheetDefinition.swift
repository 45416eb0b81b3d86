// SPDX-License-Identifier: Apache-2.0

/// A data sheet: one row per record, columns in any order.
public struct SheetDefinition: Hashable, Sendable {
  /// The prefix of its columns' names: `de` in `de_amount`.
  @inlinable public var prefix: String {
    get { shared.span[0].prefix }
    set { shared[0].prefix = newValue }
  }
  @inlinable public var titles: Localized {
    get { shared.span[0].titles }
    set { shared[0].titles = newValue }
  }
  @inlinable public var aliases: [String] {
    get { shared.span[0].aliases }
    set { shared[0].aliases = newValue }
  }
  /// Whether the core profile includes it.
  @inlinable public var isCore: Bool {
    get { shared.span[0].isCore }
    set { shared[0].isCore = newValue }
  }
  @inlinable public var purpose: Localized {
    get { shared.span[0].purpose }
    set { shared[0].purpose = newValue }
  }
  /// Where it is in the team's own workbook.
  @inlinable public var placement: SheetPlacement {
    get { shared.span[0].placement }
    set { shared[0].placement = newValue }
  }
  /// Input columns first, then computed columns, in the order of a new workbook.
  @inlinable public var columns: [ColumnDefinition] { shared.span[0].columns }
  private var positions: [String: Int] { shared.span[0].positions }

  /// Its only element holds the properties: copies of the definition share it until one of them is changed.
  @usableFromInline var shared: [Fields]

  @usableFromInline
  struct Fields: Hashable, Sendable {
    @usableFromInline var prefix: String
    @usableFromInline var titles: Localized
    @usableFromInline var aliases: [String]
    @usableFromInline var isCore: Bool
    @usableFromInline var purpose: Localized
    @usableFromInline var placement: SheetPlacement
    @usableFromInline var columns: [ColumnDefinition]
    @usableFromInline var positions: [String: Int]
  }

  public init(
    prefix: String, titles: Localized, aliases: [String], isCore: Bool, purpose: Localized,
    columns: [ColumnDefinition], placement: SheetPlacement = SheetPlacement()
  ) {
    shared = [
      Fields(
        prefix: prefix,
        titles: titles,
        aliases: aliases,
        isCore: isCore,
        purpose: purpose,
        placement: placement,
        columns: columns,
        positions: Dictionary(
          columns.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first }))
    ]
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
