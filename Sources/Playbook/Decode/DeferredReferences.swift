// SPDX-License-Identifier: Apache-2.0

/// The places in a playbook that refer to other definitions; they are checked once everything is known.
struct DeferredReferences {
  var formulas: [FormulaSite] = []
  var references: [ReferenceSite] = []
  /// Headers and titles as written, to find ambiguous ones.
  var titles: [TitleSite] = []
  /// Messages, whose placeholders are checked.
  var messages: [MessageSite] = []
  /// The places of things whose values are checked together.
  var places: [PlacedThing: YAMLPlace] = [:]
}

/// Something whose place a message may have to report.
enum PlacedThing: Hashable {
  case settingName(String)
  case settingDefault(String)
  case list(String)
  case listOrder(String)
  case listColumns(String)
  case listRow(list: String, code: String)
  case listValue(list: String, code: String, column: String)
  case sheetTitle(String)
}

/// A formula with the node that contains it.
struct FormulaSite {
  var text: String
  var node: YAMLNode
  var owner: Owner

  enum Owner: Hashable {
    case column(ColumnReference)
    case listColumn(list: String, column: String)
    case funnel(String)
    case test(rule: String, sheet: RuleSheet, scope: RuleScope)
    case value(rule: String, sheet: RuleSheet, scope: RuleScope, name: String)

    var description: String {
      switch self {
      case .column(let reference): "\(reference.sheet).\(reference.column)"
      case .listColumn(let list, let column): "\(list).\(column)"
      case .funnel(let key): "funnel.\(key)"
      case .test(let rule, _, _): rule
      case .value(let rule, _, _, let name): "{\(name)} of \(rule)"
      }
    }
  }
}

/// A reference to another definition.
struct ReferenceSite {
  var target: Target
  var place: YAMLPlace
  /// The definition that contains the reference.
  var owner: String

  enum Target: Hashable {
    case sheet(String)
    case column(ColumnReference)
    case list(String)
    case setting(String)
    case listColumn(list: String, column: String)
  }
}

/// A header or title.
struct TitleSite {
  var text: String
  var place: YAMLPlace
  /// Titles must be distinct within a scope: the headers of a sheet, or the titles of all sheets.
  var scope: Scope
  /// What has the title: the key of a column, the prefix of a sheet.
  var owner: String

  enum Scope: Hashable {
    case sheets
    case columns(sheet: String)
    /// The headers of the team's own workbook.
    case headers(sheet: String)
    case labels(list: String, Language)
  }
}

/// A message, with the placeholders that its rule offers beyond those of its kind.
struct MessageSite {
  var text: String
  var place: YAMLPlace
  var rule: String
  var kind: RuleKind
  var sheet: RuleSheet
  var offered: Set<String>
}

extension PlaybookDecoder {
  mutating func addReference(
    _ target: ReferenceSite.Target, at place: YAMLPlace, owner: @autoclosure () -> String
  ) {
    if checks { sites.references.append(ReferenceSite(target: target, place: place, owner: owner())) }
  }

  mutating func note(_ thing: PlacedThing, at place: YAMLPlace) {
    if checks { sites.places[thing] = place }
  }

  mutating func addFormula(_ text: String, _ node: YAMLNode, owner: FormulaSite.Owner) {
    if checks { sites.formulas.append(FormulaSite(text: text, node: node, owner: owner)) }
  }

  mutating func addTitle(_ text: String, at place: YAMLPlace, scope: TitleSite.Scope, owner: String) {
    if checks { sites.titles.append(TitleSite(text: text, place: place, scope: scope, owner: owner)) }
  }

  mutating func addTitles(
    _ titles: Localized, at place: YAMLPlace, aliases: [Alias], scope: TitleSite.Scope, owner: String
  ) {
    guard checks else { return }
    for title in titles.all { addTitle(title, at: place, scope: scope, owner: owner) }
    for alias in aliases { addTitle(alias.text, at: alias.place, scope: scope, owner: owner) }
  }
}
