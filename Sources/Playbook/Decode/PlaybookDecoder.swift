// SPDX-License-Identifier: Apache-2.0

/// Decodes a tree of YAML values into a playbook. It continues after a mistake, so that all mistakes are reported.
struct PlaybookDecoder {
  /// The names of the files that places refer to by index.
  let files: [String]
  let places: SourcePlaces
  /// Whether to check for mistakes. The built-in playbook is known to be valid, so for it checks would only cost time.
  let checks: Bool
  private(set) var issues: [PlaybookIssue] = []
  /// What can only be checked once everything is known: formulas, and references to other definitions.
  var sites = DeferredReferences()

  /// The prefixes of all sheets, including those that are switched off; known before any formula is read.
  var sheetPrefixes: Set<String> = []
  var switchedOffColumns: [String: Set<String>] = [:]
  var switchedOffRules: [RuleDefinition] = []
  /// Known before any formula is read.
  var listRows = ListRowNumbers()

  init(_ sources: [PlaybookSource], checks: Bool = true) {
    files = sources.map(\.name)
    places = SourcePlaces(sources.map(\.bytes))
    self.checks = checks
  }

  static let builtInName = "key-account (built in)"

  mutating func report(
    _ kind: PlaybookIssue.Kind, _ place: YAMLPlace, _ message: String, severity: Severity = .error
  ) {
    issues.append(
      PlaybookIssue(
        kind: kind, severity: severity, file: place.file.map { files[$0] } ?? Self.builtInName, line: place.line,
        column: place.column, message: message))
  }

  static let rootKeys = [
    "playbook", "extends", "schema", "profile", "settings", "lists", "sheets", "special_sheets", "funnel", "rules",
    "vocabulary",
  ]

  /// Decodes a whole tree, in which the rules of sheets have been moved to the top level.
  mutating func playbook(_ root: YAMLNode) -> Playbook {
    var name = ""
    var schema: Int?
    var profile: Profile?
    var settings: [SettingDefinition] = []
    var lists: [ListDefinition] = []
    var sheets: [SheetDefinition] = []
    var specialSheets: [SpecialSheet] = []
    var funnel: FunnelDefinition?
    var rules: [RuleDefinition] = []
    var vocabulary = Vocabulary()
    let pairs = mapping(root, "the playbook")
    listRows = ListRowNumbers(root["lists"])
    for pair in pairs where pair.key == "sheets" {
      sheetPrefixes = Set((pair.value.pairs ?? []).map(\.key))
    }
    var rulePairs: [YAMLPair] = []
    for pair in pairs {
      switch pair.key {
      case "playbook": name = text(pair.value, "the name of the playbook") ?? ""
      case "extends": break
      case "schema": schema = number(pair.value, "the schema version").map { Int($0) }
      case "profile": profile = word(pair.value, "a profile")
      case "settings": settings = self.settings(pair.value)
      case "lists": lists = self.lists(pair.value)
      case "sheets": sheets = self.sheets(pair.value)
      case "special_sheets": specialSheets = self.specialSheets(pair.value)
      case "funnel": funnel = self.funnel(pair.value)
      case "vocabulary": vocabulary = self.vocabulary(pair.value)
      case "rules": rulePairs = mapping(pair.value, "rules")
      default: unknownKey(pair, in: "a playbook", known: Self.rootKeys)
      }
    }
    if name.isEmpty { report(.missingKey, root.place, "the playbook has no name: write ‘playbook: NAME’") }
    if schema == nil {
      report(.missingKey, root.place, "expected ‘schema: 2’, the version of the workbook’s structure")
    }
    let types = Dictionary(
      sheets.map { sheet in (sheet.prefix, sheet) }, uniquingKeysWith: { first, _ in first })
    for pair in rulePairs {
      if let rule = self.rule(pair, sheets: types) { rules.append(rule) }
    }
    return Playbook(
      name: name, schemaVersion: schema ?? 0, profile: profile, settings: settings, lists: lists, sheets: sheets,
      specialSheets: specialSheets, funnel: funnel, rules: rules, switchedOffRules: switchedOffRules,
      switchedOffColumns: switchedOffColumns, ownVocabulary: vocabulary)
  }
}
