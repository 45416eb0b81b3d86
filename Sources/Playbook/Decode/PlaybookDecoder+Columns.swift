// SPDX-License-Identifier: Apache-2.0

import Formula

extension PlaybookDecoder {
  static let columnKeys = [
    "title", "aliases", "type", "required", "pattern", "unique", "refers_to", "list", "range", "ticks", "suggest",
    "header", "percent", "money_unit", "currency", "dates", "decimals", "headline", "helper", "offered", "note",
    "tool_value",
    "means", "edge", "unit", "needs", "must", "formula", "formerly", "without",
  ]

  mutating func columns(_ node: YAMLNode, sheet: String) -> [ColumnDraft] {
    mapping(node, "the columns of \(sheet)").map { column($0, sheet: sheet) }
  }

  private mutating func column(_ pair: YAMLPair, sheet: String) -> ColumnDraft {
    checkKey(pair.key, pair.keyPlace, "a column")
    let owner = "\(sheet).\(pair.key)"
    var column = ColumnDefinition(key: pair.key, titles: Localized(everywhere: pair.key), type: .text)
    var draft = ColumnDraft(definition: column, aliases: [], titlePlace: pair.keyPlace, isOff: false)
    var computed = ComputedColumn(formula: nil)
    var isComputed = false
    var required: YAMLNode?
    var allowed: [YAMLPair] = []
    var hasType = false
    var hasTitle = false
    let fields = mapping(pair.value, "the column \(pair.key)")
    for field in fields {
      switch field.key {
      case "title":
        column.titles = localized(field.value, "a title")
        draft.titlePlace = field.value.place
        hasTitle = true
      case "aliases":
        draft.aliases = aliases(field.value)
        column.aliases = draft.aliases.map(\.text)
      case "type":
        column.type = word(field.value, "a type of columns") ?? .text
        hasType = true
      case "required": required = field.value
      case "pattern", "unique", "refers_to", "list", "range", "ticks", "suggest": allowed.append(field)
      case "header":
        column.headers = headerTexts(field.value, "a header")
        for header in column.headers {
          addTitle(header, at: field.value.place, scope: .headers(sheet: sheet), owner: pair.key)
        }
      case "percent", "money_unit", "currency", "dates", "decimals":
        convention(field, of: &column.convention, owner: owner)
      case "headline": column.isHeadline = flag(field.value, "headline")
      case "helper": column.isHelper = flag(field.value, "helper")
      case "offered": column.isOffered = flag(field.value, "offered")
      case "note": column.note = sentence(field.value, "a note")
      case "tool_value": isComputed = flag(field.value, "tool_value") || isComputed
      case "means": computed.words = sentence(field.value, "a meaning")
      case "edge": computed.edge = sentence(field.value, "what happens at the edges")
      case "unit": computed.unit = localized(field.value, "a unit")
      case "needs": computed.needs = sheetReferences(field.value, owner: owner)
      case "must": computed.must = must(field.value, sheet: sheet, owner: owner)
      case "formula":
        let text = formulaText(field.value)
        computed.formula = text
        note(field.value, in: &computed)
        isComputed = true
        addFormula(text, field.value, owner: .column(ColumnReference(sheet: sheet, column: pair.key)))
      case "without":
        for missing in mapping(field.value, "formulas without a column") {
          addReference(
            .column(ColumnReference(sheet: sheet, column: missing.key)), at: missing.keyPlace,
            owner: "‘without’ of \(owner)")
          let text = formulaText(missing.value)
          computed.without[missing.key] = text
          note(missing.value, in: &computed)
          addFormula(text, missing.value, owner: .column(ColumnReference(sheet: sheet, column: pair.key)))
        }
      case "formerly": computed.formerly = formerFormulas(field.value, of: owner)
      case TreeMerge.offKey: draft.isOff = true
      default: unknownKey(field, in: "a column", known: Self.columnKeys)
      }
    }
    if !hasTitle { report(.missingKey, pair.keyPlace, "the column \(owner) has no title") }
    if !hasType { report(.missingKey, pair.keyPlace, "the column \(owner) has no type") }
    if isComputed {
      if let formula = computed.formula {
        computed.uses = FormulaNames.prefixes(in: formula, among: sheetPrefixes).subtracting([sheet]).sorted()
      }
      column.fullRequirement = computed.formula == nil ? .toolValue : .computed
      column.coreRequirement = column.fullRequirement
      column.computed = computed
      if let required, !required.isNull {
        report(
          .wrongType, required.place,
          "the column \(owner) is computed, so nobody can be required to fill it; remove ‘required’")
      }
    } else {
      for field in fields where ["means", "edge", "unit", "needs", "must", "formerly", "without"].contains(field.key) {
        report(
          .unknownKey, field.keyPlace,
          "‘\(field.key)’ is for computed columns, and \(owner) has neither ‘formula’ nor ‘tool_value’")
      }
      if let required { setRequirement(required, of: &column) }
    }
    column.allowed = self.allowed(allowed, type: column.type, isComputed: isComputed, owner: owner, at: pair.keyPlace)
    draft.definition = column
    return draft
  }

  /// Keeps a formula that names rows of lists.
  private func note(_ formula: YAMLNode, in column: inout ComputedColumn) {
    let text = plainFormula(formula)
    if text.utf8.contains(UInt8(ascii: "@")) { column.numbered.append(text) }
  }

  /// Formulas of earlier editions only have to parse; the names in them may no longer exist.
  mutating func formerFormulas(_ node: YAMLNode, of owner: String) -> [String] {
    var texts: [String] = []
    for item in items(node, "former formulas") {
      let text = formulaText(item)
      if checks {
        do { _ = try FormulaTemplate.known(text) } catch {
          report(.formula, item.place, "a former formula of \(owner): \(Spoken.words.text(error))")
        }
      }
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  /// `always`, `full` (only in the full profile), or a mapping from the profile to `cell`, `header` or `conditional`.
  private mutating func setRequirement(_ node: YAMLNode, of column: inout ColumnDefinition) {
    switch node.plainText {
    case "always":
      column.fullRequirement = .required
      column.coreRequirement = .required
      return
    case "full":
      column.fullRequirement = .required
      return
    case "no", "": return
    default: break
    }
    guard node.pairs != nil else {
      report(
        .unknownWord, node.place,
        "expected ‘always’, ‘full’, ‘no’ or a mapping such as {full: cell, core: header} for ‘required’, found \(node.found)"
      )
      return
    }
    for field in mapping(node, "required") {
      let requirement: Requirement
      switch field.value.plainText {
      case "cell": requirement = .required
      case "header": requirement = .headerRequired
      case "conditional": requirement = .conditional
      case "no": requirement = .optional
      default:
        report(
          .unknownWord, field.value.place,
          "expected ‘cell’, ‘header’, ‘conditional’ or ‘no’, found \(field.value.found)")
        continue
      }
      switch Profile(rawValue: field.key) {
      case .full: column.fullRequirement = requirement
      case .core: column.coreRequirement = requirement
      case .small, nil:
        unknownKey(field, in: "‘required’", known: [Profile.core, .full].map(\.rawValue))
      }
    }
  }

  mutating func sheetReferences(_ node: YAMLNode, owner: String) -> [String] {
    items(node, "needs").compactMap { item in
      guard let prefix = text(item, "a sheet") else { return nil }
      addReference(.sheet(prefix), at: item.place, owner: "‘needs’ of \(owner)")
      return prefix
    }
  }

  /// `[amount, expected_close | actual_close, de.product_id]`
  private mutating func must(_ node: YAMLNode, sheet: String, owner: String) -> [[MustColumn]] {
    var result: [[MustColumn]] = []
    for item in items(node, "must") {
      guard let text = text(item, "a column") else { continue }
      var alternatives: [MustColumn] = []
      for part in text.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false) {
        let name = part.drop { $0 == UInt8(ascii: " ") }.prefix { $0 != UInt8(ascii: " ") }
        let parts = name.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false).map {
          String(Substring($0))
        }
        let column =
          parts.count == 2 ? MustColumn(sheet: parts[0], column: parts[1]) : MustColumn(column: String(Substring(name)))
        alternatives.append(column)
        addReference(
          .column(ColumnReference(sheet: column.sheet ?? sheet, column: column.column)), at: item.place,
          owner: "‘must’ of \(owner)")
      }
      result.append(alternatives)
    }
    return result
  }
}
