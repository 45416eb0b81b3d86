// SPDX-License-Identifier: Apache-2.0

/// The method as data: sheets, columns, lists, settings, rules and their texts in three languages.
///
/// A playbook is a pure description and reads no files. Lookups by name use dictionaries.
public struct Playbook: Sendable {
  public var name: String { parts.name }
  /// The version of the workbook's structure; stored in `_meta`.
  public var schemaVersion: Int { parts.schemaVersion }
  /// The profile that applies if neither the workbook nor the command names one.
  public var profile: Profile? { parts.profile }
  @inlinable public var settings: [SettingDefinition] { parts.settings }
  @inlinable public var lists: [ListDefinition] { parts.lists }
  @inlinable public var sheets: [SheetDefinition] { parts.sheets }
  public var specialSheets: [SpecialSheet] { parts.specialSheets }
  public var funnel: FunnelDefinition? { parts.funnel }
  @inlinable public var rules: [RuleDefinition] { parts.rules }
  /// Rules that a company's playbook has switched off; `explain` still knows them.
  public var switchedOffRules: [RuleDefinition] { parts.switchedOffRules }

  /// Columns, by the prefix of their sheet, that a company's playbook has switched off. Formulas may still name them; they are treated as
  /// columns that no workbook has.
  public var switchedOffColumns: [String: Set<String>] { parts.switchedOffColumns }

  /// Whether this is the built-in playbook without a company's changes.
  public internal(set) var isBuiltIn = false

  /// The words that a company's playbook adds to the built-in vocabulary.
  public var ownVocabulary: Vocabulary { parts.ownVocabulary }

  /// Caches values derived from this playbook.
  package var memo: PlaybookMemo { parts.memo }

  /// Everything else: copies of a playbook share it.
  @usableFromInline let parts: Parts

  @usableFromInline
  final class Parts: Sendable {
    let name: String
    let schemaVersion: Int
    let profile: Profile?
    @usableFromInline let settings: [SettingDefinition]
    @usableFromInline let lists: [ListDefinition]
    @usableFromInline let sheets: [SheetDefinition]
    let specialSheets: [SpecialSheet]
    let funnel: FunnelDefinition?
    @usableFromInline let rules: [RuleDefinition]
    let switchedOffRules: [RuleDefinition]
    let switchedOffColumns: [String: Set<String>]
    let ownVocabulary: Vocabulary
    let memo = PlaybookMemo()
    let settingPositions: [String: Int]
    let listPositions: [String: Int]
    let sheetPositions: [String: Int]
    let rulePositions: [String: Int]

    init(
      name: String, schemaVersion: Int, profile: Profile?, settings: [SettingDefinition], lists: [ListDefinition],
      sheets: [SheetDefinition], specialSheets: [SpecialSheet], funnel: FunnelDefinition?, rules: [RuleDefinition],
      switchedOffRules: [RuleDefinition], switchedOffColumns: [String: Set<String>], ownVocabulary: Vocabulary
    ) {
      self.name = name
      self.schemaVersion = schemaVersion
      self.profile = profile
      self.settings = settings
      self.lists = lists
      self.sheets = sheets
      self.specialSheets = specialSheets
      self.funnel = funnel
      self.rules = rules
      self.switchedOffRules = switchedOffRules
      self.switchedOffColumns = switchedOffColumns
      self.ownVocabulary = ownVocabulary
      settingPositions = Playbook.positions(settings.map(\.name))
      listPositions = Playbook.positions(lists.map(\.prefix))
      sheetPositions = Playbook.positions(sheets.map(\.prefix))
      rulePositions = Playbook.positions(rules.map(\.id))
    }
  }

  public init(
    name: String, schemaVersion: Int, profile: Profile? = nil, settings: [SettingDefinition], lists: [ListDefinition],
    sheets: [SheetDefinition], specialSheets: [SpecialSheet], funnel: FunnelDefinition?, rules: [RuleDefinition],
    switchedOffRules: [RuleDefinition] = [], switchedOffColumns: [String: Set<String>] = [:],
    ownVocabulary: Vocabulary = Vocabulary()
  ) {
    parts = Parts(
      name: name, schemaVersion: schemaVersion, profile: profile, settings: settings, lists: lists, sheets: sheets,
      specialSheets: specialSheets, funnel: funnel, rules: rules, switchedOffRules: switchedOffRules,
      switchedOffColumns: switchedOffColumns, ownVocabulary: ownVocabulary)
  }

  fileprivate static func positions(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// Setting names are compared exactly.
  public func setting(_ name: String) -> SettingDefinition? { parts.settingPositions[name].map { settings[$0] } }
  public func list(_ prefix: String) -> ListDefinition? { parts.listPositions[prefix].map { lists[$0] } }
  public func sheet(_ prefix: String) -> SheetDefinition? { parts.sheetPositions[prefix].map { sheets[$0] } }
  public func rule(_ id: String) -> RuleDefinition? { parts.rulePositions[id].map { rules[$0] } }
  public func specialSheet(_ kind: SpecialSheetKind) -> SpecialSheet? { specialSheets.first { $0.kind == kind } }
  public func column(_ reference: ColumnReference) -> ColumnDefinition? {
    sheet(reference.sheet)?.column(reference.column)
  }

  /// All words for sheets, columns and labels: the company's own first, then the built-in ones. Decoded on first use, which takes some
  /// milliseconds.
  public var vocabulary: Vocabulary {
    memo.value { Vocabulary.builtIn.adding(ownVocabulary) }
  }

  /// The sheets of the core profile.
  public var coreSheets: [SheetDefinition] { sheets.filter(\.isCore) }

  /// The sheets of a profile.
  public func sheets(of profile: Profile) -> [SheetDefinition] { sheets.filter { $0.belongs(to: profile) } }

  /// The prefixes of all sheets that formulas may refer to; those that are switched off come last.
  public var knownPrefixes: [String] {
    sheets.map(\.prefix) + switchedOffColumns.keys.filter { sheet($0) == nil }.sorted()
  }

  /// The meaning of a defined name in a formula: `de_amount`, `st_prob`, `AsOf` or `has_vi`.
  public func meaning(ofName name: String) -> NameMeaning? {
    if let setting = setting(name) { return .setting(setting.name) }
    guard let underscore = name.firstIndex(of: "_") else { return nil }
    let prefix = String(name[..<underscore])
    let rest = String(name[name.index(after: underscore)...])
    if prefix == "has" { return sheet(rest) == nil && switchedOffColumns[rest] == nil ? nil : .hasSheet(rest) }
    if sheet(prefix)?.column(rest) != nil || switchedOffColumns[prefix]?.contains(rest) == true {
      return .column(ColumnReference(sheet: prefix, column: rest))
    }
    if let list = list(prefix) { return list.hasColumn(rest) ? .listColumn(list: prefix, column: rest) : nil }
    return nil
  }
}

/// The meaning of a defined name.
public enum NameMeaning: Hashable, Sendable {
  case setting(String)
  /// A whole column of a data sheet.
  case column(ColumnReference)
  /// A column of a list: `label`, `code`, `hant`, `hans`, `en` or a parameter.
  case listColumn(list: String, column: String)
  /// 1 if the sheet with this prefix exists, otherwise 0.
  case hasSheet(String)
}

extension ListDefinition {
  /// The columns that every list has on the Lists sheet.
  public static let standardColumns = ["code", "hant", "hans", "en", "label"]

  public func hasColumn(_ name: String) -> Bool {
    Self.standardColumns.contains(name) || extraColumns.contains(name) || computedColumns.contains { $0.name == name }
  }
}
