// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet
import Synchronization

/// The parts of a playbook that every workbook read with it needs: its words normalized, its formulas parsed.
///
/// Preparing a playbook takes longer than reading a small workbook, so it is done once for a run over many workbooks.
final class PreparedPlaybook: Sendable {
  let titles: TitleIndex
  /// The setting for each name and title of a setting, in the form of ``HeaderNormalizer/key(_:)``.
  let settings: [String: String]
  let totals: TotalWords
  let templates: Result<FormulaTemplates, DealbookError>
  let hundreds: PercentHundreds
  /// The defined names that formulas in cells may use, by lower-case name.
  let names: [String: String]
  /// Those of the funnel table.
  let funnelNames: Set<String>
  /// The titles of its columns, in the form of ``HeaderNormalizer/key(_:)``.
  let funnelTitles: Set<String>
  /// The titles of a sheet and its columns by language: `acc`, and `acc.name` for a column.
  private let titlesByName: [String: Localized]

  private let kept = Mutex(Kept())

  /// What is computed on demand.
  private struct Kept {
    var plans: [Eligibility: ComputationPlan] = [:]
    var values: [String: FormulaTemplate] = [:]
    /// By prefix.
    var headers: [String: HeaderIndex] = [:]
    /// What is in a language, which one workbook needs of one or two.
    var lists: [Language: ListTables] = [:]
    var labels: [Language: [String: LabelReader]] = [:]
    var messages: [Language: [MessageTemplate]] = [:]
    var emptyWorkbook: Environment?
    var lookedUp: Set<ColumnReference>?
    /// By the index of the rule.
    var rules: [Int: PreparedRule] = [:]
    /// As ``titlesByName``, normalised.
    var titles: [String: [Language: String]] = [:]
  }

  /// Apart, as it is held while the index is made: of several that ask at the same time one makes it, and the others wait.
  private let index = Mutex<WordIndex?>(nil)

  static func of(_ playbook: Playbook) -> PreparedPlaybook { playbook.memo.value { PreparedPlaybook(playbook) } }

  private init(_ playbook: Playbook) {
    titles = TitleIndex(playbook)
    var settings: [String: String] = [:]
    for definition in playbook.settings {
      for title in [definition.name] + definition.titles.all { settings[HeaderNormalizer.key(title)] = definition.name }
    }
    self.settings = settings
    totals = TotalWords(playbook.rules.first { $0.kind == .totalRow }?.parameters.texts("words") ?? [])
    let hundreds = PercentHundreds(playbook)
    self.hundreds = hundreds
    templates = Result { () throws(DealbookError) in try FormulaTemplates(playbook, hundreds) }
    funnelNames = Set(Self.names(of: playbook.funnel))
    funnelTitles = Set((playbook.funnel?.columns ?? []).flatMap(\.titles.all).map { HeaderNormalizer.key($0) })
    var names = playbook.settings.map(\.name)
    for sheet in playbook.sheets {
      names.append("has_\(sheet.prefix)")
      for column in sheet.columns { names.append("\(sheet.prefix)_\(column.key)") }
    }
    for (prefix, keys) in playbook.switchedOffColumns {
      names.append("has_\(prefix)")
      for key in keys { names.append("\(prefix)_\(key)") }
    }
    for list in playbook.lists {
      let columns = ListDefinition.standardColumns + list.extraColumns + list.computedColumns.map(\.name)
      for column in columns { names.append("\(list.prefix)_\(column)") }
    }
    self.names = Dictionary(names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { min($0, $1) })
    var titles: [String: Localized] = [:]
    for sheet in playbook.sheets {
      titles[sheet.prefix] = sheet.titles
      for column in sheet.columns { titles["\(sheet.prefix).\(column.key)"] = column.titles }
    }
    titlesByName = titles
  }

  private static func names(of funnel: FunnelDefinition?) -> [String] {
    (funnel?.columns ?? []).flatMap { column in
      column.formula.flatMap { try? FormulaTemplate.known($0) }?.names ?? []
    }
  }

  /// The ID columns that computed columns look up, or in which they count.
  func lookedUp(in playbook: Playbook) -> Set<ColumnReference> {
    if let known = kept.withLock({ $0.lookedUp }) { return known }
    var found: Set<ColumnReference> = []
    for name in (try? templates.get())?.names ?? [] {
      guard case .column(let reference)? = playbook.meaning(ofName: name), let column = playbook.column(reference)
      else { continue }
      if case .reference(let target) = column.allowed { found.insert(target) }
      if column.type == .id { found.insert(reference) }
    }
    kept.withLock { $0.lookedUp = found }
    return found
  }

  /// The plan for these sheets; workbooks with the same columns share it.
  ///
  /// - Parameter templates: the formulas for these sheets.
  func plan(for team: BoundWorkbook, _ templates: FormulaTemplates) throws(DealbookError) -> ComputationPlan {
    let eligibility = Eligibility(team)
    if let known = kept.withLock({ $0.plans[eligibility] }) { return known }
    let plan = try ComputationPlan(team.sheets, eligibility, playbook: team.playbook, templates: templates)
    kept.withLock { kept in
      // The workbooks of a folder have few different shapes; if there are too many, the cache is emptied.
      if kept.plans.count == Self.mostPlans { kept.plans = [:] }
      kept.plans[eligibility] = plan
    }
    return plan
  }

  /// Finds the columns of a sheet by their headers; nil for a sheet that the playbook does not have.
  func headers(of prefix: String, in playbook: Playbook) -> HeaderIndex? {
    if let known = kept.withLock({ $0.headers[prefix] }) { return known }
    guard let sheet = playbook.sheet(prefix) else { return nil }
    let index = HeaderIndex(sheet)
    kept.withLock { $0.headers[prefix] = index }
    return index
  }

  /// What a rule with a test needs, by its index; nil for a rule without one.
  func rule(_ index: Int, of playbook: Playbook) throws(FormulaError) -> PreparedRule? {
    if let known = kept.withLock({ $0.rules[index] }) { return known }
    let definition = playbook.rules[index]
    guard let test = definition.test else { return nil }
    let template = try hundreds.applied(to: .known(test), on: definition.sheetPrefix)
    let rule = PreparedRule(definition, template, playbook)
    kept.withLock { $0.rules[index] = rule }
    return rule
  }

  /// The names of sheets and their columns as a workbook without sheets has them: every column reads as one blank cell.
  func emptyWorkbook(of playbook: Playbook) -> Environment {
    if let known = kept.withLock({ $0.emptyWorkbook }) { return known.separated() }
    var environment = Environment()
    let blank = Column([.blank])
    for sheet in playbook.sheets {
      environment.define("has_\(sheet.prefix)", value: .number(0))
      for column in sheet.columns { environment.define("\(sheet.prefix)_\(column.key)", column: blank) }
    }
    for (prefix, keys) in playbook.switchedOffColumns {
      if playbook.sheet(prefix) == nil { environment.define("has_\(prefix)", value: .number(0)) }
      for key in keys { environment.define("\(prefix)_\(key)", column: blank) }
    }
    let shareable = environment.shareable()
    kept.withLock { $0.emptyWorkbook = shareable }
    return shareable.separated()
  }

  /// The messages of all rules in a language, by the index of the rule.
  func messages(_ language: Language, of playbook: Playbook) -> [MessageTemplate] {
    if let known = kept.withLock({ $0.messages[language] }) { return known }
    let messages = playbook.rules.map { MessageTemplate($0.message[language]) }
    kept.withLock { $0.messages[language] = messages }
    return messages
  }

  /// A formula of a rule's message, or one that a workbook's columns call for.
  ///
  /// - Parameter prefix: the sheet that the formula is for.
  func template(_ formula: String, on prefix: String?) throws(FormulaError) -> FormulaTemplate {
    let key = "\(prefix ?? "") \(formula)"
    if let known = kept.withLock({ $0.values[key] }) { return known }
    let template = try hundreds.applied(to: .known(formula), on: prefix)
    kept.withLock { $0.values[key] = template }
    return template
  }

  private static let mostPlans = 64

  /// The words by which sheets and columns are recognized; made when a workbook first needs them.
  func words(of playbook: Playbook) -> WordIndex {
    index.withLock { known in
      if let known { return known }
      let words = WordIndex(playbook)
      known = words
      return words
    }
  }

  /// The lists as the playbook has them in a language.
  func lists(_ language: Language, of playbook: Playbook) -> ListTables {
    if let known = kept.withLock({ $0.lists[language] }) { return known }
    let lists = ListTables(playbook, language: language)
    kept.withLock { $0.lists[language] = lists }
    return lists
  }

  /// How labels of these lists are recognised in a language, by prefix.
  func labels(_ language: Language, of playbook: Playbook) -> [String: LabelReader] {
    if let known = kept.withLock({ $0.labels[language] }) { return known }
    let labels = lists(language, of: playbook).tables.mapValues { LabelReader($0, language: language) }
    kept.withLock { $0.labels[language] = labels }
    return labels
  }

  /// Makes ready what workbooks in any language ask for.
  func makeReady(_ playbook: Playbook) {
    _ = words(of: playbook)
    _ = LabelMeanings.ofStages(playbook)
    _ = emptyWorkbook(of: playbook)
    _ = Consequences.of(playbook)
    for language in Language.allCases {
      _ = labels(language, of: playbook)
      _ = messages(language, of: playbook)
    }
    for name in titlesByName.keys { _ = titles(name) }
    for sheet in playbook.sheets { _ = headers(of: sheet.prefix, in: playbook) }
    // What is asked of every header.
    for column in playbook.sheets.flatMap(\.columns) {
      for title in column.titles.all {
        _ = HeaderNormalizer.normalize(title)
        _ = UnitStatement(title)
        _ = UnitStatement.unit(inHeader: title)
        _ = TextFolding.headerWord(title)
      }
    }
    // A mistake in one is reported where it is used.
    for rule in playbook.rules.indices { _ = try? self.rule(rule, of: playbook) }
  }

  /// The titles of a sheet or column, normalised.
  private func titles(_ name: String) -> [Language: String]? {
    if let known = kept.withLock({ $0.titles[name] }) { return known }
    guard let titles = titlesByName[name] else { return nil }
    var words: [Language: String] = [:]
    for language in Language.allCases { words[language] = HeaderNormalizer.key(titles[language]) }
    kept.withLock { $0.titles[name] = words }
    return words
  }

  /// The data sheet with this title or alias in the playbook.
  func prefix(ofTitle title: String) -> String? {
    if case .sheet(let prefix) = titles.match(title) { return prefix }
    return nil
  }

  /// The languages in which a sheet has this title.
  func languages(ofTitle title: String, of sheet: String) -> [Language] { languages(title, sheet) }

  /// The languages in which a column has this header.
  func languages(ofHeader header: String, of column: String, on sheet: String) -> [Language] {
    languages(header, "\(sheet).\(column)")
  }

  private func languages(_ text: String, _ name: String) -> [Language] {
    guard let titles = titles(name) else { return [] }
    let key = HeaderNormalizer.key(text)
    return Language.allCases.filter { titles[$0] == key }
  }
}

/// A rule with a test, read once for all workbooks.
final class PreparedRule: Sendable {
  let test: FormulaTemplate
  /// The columns that the test reads, of any sheet.
  let reads: [ColumnID]
  /// The placeholders of its messages that have no formula of their own.
  let placeholders: [String]

  private init(_ other: PreparedRule, _ test: FormulaTemplate, _ reads: [ColumnID]) {
    (self.test, self.reads, placeholders) = (test, reads, other.placeholders)
  }

  /// The rule for a workbook with these references; nil if it cannot be tested there.
  func referring(_ formulas: ReferenceFormulas, on prefix: String?) -> PreparedRule? {
    guard !formulas.references.isEmpty else { return self }
    let (template, lacks) = formulas.applied(to: test, on: prefix)
    if lacks != nil { return nil }
    return template == test
      ? self : PreparedRule(self, template, template.columnsRead(on: prefix ?? "", formulas.playbook))
  }

  fileprivate init(_ rule: RuleDefinition, _ test: FormulaTemplate, _ playbook: Playbook) {
    self.test = test
    reads = test.columnsRead(on: rule.sheetPrefix ?? "", playbook)
    placeholders = Set(rule.message.all.flatMap { MessageTemplate($0).placeholders }).subtracting(
      rule.values.map(\.name)
    ).sorted()
  }
}

extension RuleDefinition {
  /// The prefix of the data sheet that the rule is about.
  var sheetPrefix: String? {
    if case .sheet(let prefix) = sheet { prefix } else { nil }
  }
}
