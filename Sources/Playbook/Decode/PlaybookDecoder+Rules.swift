// SPDX-License-Identifier: Apache-2.0

extension PlaybookDecoder {
  static let ruleKeys = [
    "severity", "sheet", "scope", "on", "kind", "when", "needs", "test", "params", "message", "values", "repair",
    "todo", "wrong",
    "right",
  ]

  /// Nil for a rule that is switched off, whose sheet is switched off, or that names no sheet.
  mutating func rule(_ pair: YAMLPair, sheets: [String: SheetDefinition]) -> RuleDefinition? {
    let id = pair.key
    checkRuleID(pair)
    var rule = RuleDefinition(id: id, severity: .error, sheet: .every, scope: .row, kind: .formula, message: .empty)
    var isOff = false
    var sheet: YAMLNode?
    var scope: YAMLNode?
    var place: YAMLNode?
    var test: YAMLNode?
    var params: YAMLNode?
    var values: YAMLNode?
    var message: YAMLNode?
    var hasSeverity = false
    var hasKind = true
    for field in mapping(pair.value, "the rule \(id)") {
      switch field.key {
      case "severity":
        hasSeverity = true
        rule.severity = word(field.value, "a severity") ?? .error
      case "sheet": sheet = field.value
      case "scope": scope = field.value
      case "on": place = field.value
      case "kind":
        if let kind: RuleKind = word(field.value, "a kind of rules") { rule.kind = kind } else { hasKind = false }
      case "when": rule.condition = sentence(field.value, "a condition")
      case "needs": rule.needs = sheetReferences(field.value, owner: id)
      case "test": test = field.value
      case "params": params = field.value
      case "message": message = field.value
      case "values": values = field.value
      case "repair", "todo": rule.repair = sentence(field.value, "a repair")
      case "wrong": rule.wrong = sentence(field.value, "an example that is wrong")
      case "right": rule.right = sentence(field.value, "an example that is right")
      case TreeMerge.offKey: isOff = true
      default: unknownKey(field, in: "a rule", known: Self.ruleKeys)
      }
    }
    if !hasSeverity { report(.missingKey, pair.keyPlace, "the rule \(id) has no severity: error, warning or info") }
    guard let sheet, let ruleSheet = ruleSheet(sheet, rule: id) else {
      if sheet == nil {
        report(
          .missingKey, pair.keyPlace,
          "the rule \(id) names no sheet: put it below a sheet’s ‘rules’, or write ‘sheet: de’, ‘sheet: every’ …")
      }
      return nil
    }
    rule.sheet = ruleSheet
    if let place { rule.place = rulePlace(place, rule: rule) }
    setTest(test, scope: scope, of: &rule, at: pair.keyPlace, hasKind: hasKind)
    if case .sheet(let prefix) = ruleSheet, let test = rule.test, let definition = sheets[prefix] {
      rule.computed = FormulaNames.keys(in: test).filter { definition.column($0)?.isComputed ?? false }.sorted()
    }
    if let params { rule.parameters = parameters(params, rule: id) }
    if let values { rule.values = messageValues(values, rule: rule, sheets: sheets) }
    setMessage(message, of: &rule, at: pair.keyPlace)
    if hasKind, checks { checkParameters(of: rule, sheets: sheets, at: params?.place ?? pair.keyPlace, params: params) }
    if case .sheet(let prefix) = ruleSheet, sheets[prefix] == nil, sheetPrefixes.contains(prefix) { isOff = true }
    if isOff {
      switchedOffRules.append(rule)
      return nil
    }
    return rule
  }

  private mutating func checkRuleID(_ pair: YAMLPair) {
    let isGood =
      pair.key.utf8.first.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } == true && pair.key.utf8.count <= 40
      && pair.key.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: "_")
      }
    if !isGood {
      report(.badName, pair.keyPlace, "‘\(pair.key)’ cannot name a rule: expected something like ACME-001")
    }
  }

  private mutating func ruleSheet(_ node: YAMLNode, rule: String) -> RuleSheet? {
    guard let name = text(node, "a sheet") else { return nil }
    switch name {
    case "settings": return .settings
    case "lists": return .lists
    case "every": return .every
    case "merge": return .merge
    default:
      addReference(.sheet(name), at: node.place, owner: "‘sheet’ of \(rule)")
      return .sheet(name)
    }
  }

  private mutating func rulePlace(_ node: YAMLNode, rule: RuleDefinition) -> RulePlace {
    guard let name = text(node, "the place of a rule") else { return .none }
    if name == "cell" { return .anyCell }
    let target: ReferenceSite.Target
    let place: RulePlace
    switch rule.sheet {
    case .sheet(let prefix):
      place = .column(name)
      target = .column(ColumnReference(sheet: prefix, column: name))
    case .settings:
      place = .setting(name)
      target = .setting(name)
    case .lists:
      let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else {
        report(.unknownReference, node.place, "expected a column of a list, such as st.conv, found \(node.found)")
        return .none
      }
      place = .listColumn(list: parts[0], column: parts[1])
      target = .listColumn(list: parts[0], column: parts[1])
    case .every, .merge:
      report(
        .unknownReference, node.place, "a rule for \(rule.sheet) is reported at the cell that is wrong; remove ‘on’")
      return .none
    }
    addReference(target, at: node.place, owner: "‘on’ of \(rule.id)")
    return place
  }

  private mutating func setTest(
    _ test: YAMLNode?, scope: YAMLNode?, of rule: inout RuleDefinition, at place: YAMLPlace, hasKind: Bool
  ) {
    if rule.kind == .formula {
      if case .sheet = rule.sheet { rule.scope = .row } else { rule.scope = .book }
      if let scope, let word: RuleScope = word(scope, "a scope") {
        if word == .builtin || (word == .row && rule.scope == .book) {
          report(
            .unknownWord, scope.place,
            "expected ‘row’ or ‘book’ for a rule with a test on a data sheet, and ‘book’ elsewhere, found \(scope.found)"
          )
        } else {
          rule.scope = word
        }
      }
      guard let test else {
        if hasKind {
          report(.missingKey, place, "the rule \(rule.id) has neither a ‘test’ nor a ‘kind’")
        }
        return
      }
      let text = formulaText(test)
      rule.test = text
      addFormula(text, test, owner: .test(rule: rule.id, sheet: rule.sheet, scope: rule.scope))
    } else {
      rule.scope = .builtin
      if let test {
        report(.wrongType, test.place, "the rule \(rule.id) is of kind \(rule.kind.rawValue), which has no ‘test’")
      }
      if let scope { report(.wrongType, scope.place, "‘scope’ is for rules with a test; \(rule.id) is built in") }
    }
  }

  private mutating func parameters(_ node: YAMLNode, rule: String) -> RuleParameters {
    var values: [String: ParameterValue] = [:]
    for field in mapping(node, "the parameters of \(rule)") {
      if field.value.items != nil {
        values[field.key] = .texts(texts(field.value, field.key))
      } else if let text = field.value.plainText, let number = PlainScalar.number(text) {
        values[field.key] = .number(number)
      } else if let text = text(field.value, field.key) {
        values[field.key] = .text(text)
      }
    }
    return RuleParameters(values)
  }

  private mutating func setMessage(_ message: YAMLNode?, of rule: inout RuleDefinition, at place: YAMLPlace) {
    if let message { rule.message = sentence(message, "a message") }
    guard let message, !rule.message.isEmpty else {
      report(
        .missingMessage, message?.place ?? place,
        "the rule \(rule.id) has no message: write ‘message: {zh-Hant: …, en: …}’")
      return
    }
    guard checks else { return }
    checkLanguages(of: message, rule: rule.id)
    let offered = Set(rule.values.map(\.name))
    for language in Language.allCases {
      let place = message.pairs?.first { $0.key == language.rawValue }?.value.place ?? message.place
      sites.messages.append(
        MessageSite(
          text: rule.message[language], place: place, rule: rule.id, kind: rule.kind, sheet: rule.sheet,
          offered: offered
        ))
    }
  }

  /// A single message applies to every language; a message by language should have at least Chinese and English.
  private mutating func checkLanguages(of message: YAMLNode, rule: String) {
    guard let pairs = message.pairs else { return }
    for pair in pairs where pair.value.text?.isEmpty == true {
      report(.missingMessage, pair.value.place, "the message of \(rule) is empty in \(pair.key)")
    }
    let given = Set(pairs.map(\.key))
    let missing: [Language] = [.traditionalChinese, .english].filter { language in
      !given.contains(language.rawValue)
        && !(language == .traditionalChinese && given.contains(Language.simplifiedChinese.rawValue))
    }
    for language in missing where !pairs.isEmpty {
      report(
        .missingMessage, message.place,
        "the message of \(rule) is not given in \(language.rawValue): it will be shown in \(pairs[0].key)",
        severity: .warning)
    }
  }

  // MARK: Values of placeholders

  /// `n: ={age}`, or a mapping with `formula`, `as` and `example`.
  private mutating func messageValues(
    _ node: YAMLNode, rule: RuleDefinition, sheets: [String: SheetDefinition]
  ) -> [MessageValue] {
    var own: SheetDefinition?
    if case .sheet(let prefix) = rule.sheet { own = sheets[prefix] }
    var result: [MessageValue] = []
    for field in mapping(node, "the values of \(rule.id)") {
      checkKey(field.key, field.keyPlace, "a placeholder")
      var formula = Localized.empty
      var type: ColumnType?
      var example = Localized.empty
      var source = field.value
      if field.value.pairs == nil {
        formula = localizedFormula(field.value, "a value")
      } else {
        for part in mapping(field.value, "the value \(field.key)") {
          switch part.key {
          case "formula":
            source = part.value
            formula = localizedFormula(part.value, "a value")
          case "as": type = word(part.value, "a type of columns")
          case "example": example = localized(part.value, "an example")
          default: unknownKey(part, in: "a value", known: ["formula", "as", "example"])
          }
        }
      }
      if formula.isEmpty {
        report(.missingKey, field.keyPlace, "the value {\(field.key)} of \(rule.id) has no formula")
      }
      addFormulaSites(
        formula, source, owner: .value(rule: rule.id, sheet: rule.sheet, scope: rule.scope, name: field.key))
      if type == nil, let key = Self.bareKey(formula.english) { type = own?.column(key)?.type }
      result.append(MessageValue(name: field.key, formula: formula, type: type ?? .number, example: example))
    }
    return result
  }

  private mutating func addFormulaSites(_ formula: Localized, _ node: YAMLNode, owner: FormulaSite.Owner) {
    guard let pairs = node.pairs else {
      addFormula(formula.english, node, owner: owner)
      return
    }
    for pair in pairs where pair.value.text != nil {
      addFormula(formulaText(pair.value), pair.value, owner: owner)
    }
  }

  /// The key if the formula is only a cell: `={age}`.
  private static func bareKey(_ formula: String) -> String? {
    guard formula.hasPrefix("={"), formula.hasSuffix("}") else { return nil }
    let key = formula.dropFirst(2).dropLast()
    return key.contains { "{}^".contains($0) } ? nil : String(key)
  }
}
