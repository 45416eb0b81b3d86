// SPDX-License-Identifier: Apache-2.0

extension PlaybookDecoder {
  /// Reports parameters that the rule's kind does not take, required ones that are missing, and names that do not exist.
  mutating func checkParameters(
    of rule: RuleDefinition, sheets: [String: SheetDefinition], at place: YAMLPlace, params: YAMLNode?
  ) {
    let known = rule.kind.parameters
    for (name, value) in rule.parameters.values.sorted(by: { $0.key < $1.key }) {
      let pair = params?.pairs?.first { $0.key == name }
      let place = pair?.value.place ?? place
      guard let parameter = known.first(where: { $0.name == name }) else {
        let nearest = Nearest.word(to: name, among: known.map(\.name))
        report(
          .unknownKey, pair?.keyPlace ?? place,
          "rules of kind \(rule.kind.rawValue) take no parameter ‘\(name)’"
            + (nearest.map { "; did you mean ‘\($0)’?" } ?? ""))
        continue
      }
      check(parameter, value, of: rule, sheets: sheets, node: pair?.value, at: place)
    }
    for parameter in known where parameter.isRequired && rule.parameters[parameter.name] == nil {
      report(
        .missingKey, place,
        "the rule \(rule.id) is of kind \(rule.kind.rawValue), which needs the parameter ‘\(parameter.name)’")
    }
    if rule.kind == .similarName, rule.parameters["column"] == nil, rule.parameters["columns"] == nil {
      report(.missingKey, place, "the rule \(rule.id) needs the parameter ‘column’ or ‘columns’")
    }
  }

  private mutating func check(
    _ parameter: RuleKind.Parameter, _ value: ParameterValue, of rule: RuleDefinition,
    sheets: [String: SheetDefinition], node: YAMLNode?, at place: YAMLPlace
  ) {
    let places = node?.items?.map(\.place) ?? []
    func itemPlace(_ index: Int) -> YAMLPlace { places.indices.contains(index) ? places[index] : place }
    switch (parameter.content, value) {
    case (.number, .number), (.text, .text), (.texts, .texts): return
    // Text that looks like a number, such as a separator, is sometimes written without quotes.
    case (.text, .number): return
    case (.column, .text(let key)): checkColumn(key, of: rule, parameter.name, at: place)
    case (.columns, .texts(let keys)):
      for (index, key) in keys.enumerated() { checkColumn(key, of: rule, parameter.name, at: itemPlace(index)) }
    case (.anyColumn, .text(let name)): checkAnyColumn(name, of: rule, parameter.name, at: place)
    case (.setting, .text(let name)):
      addReference(.setting(name), at: place, owner: "‘\(parameter.name)’ of \(rule.id)")
    case (.settings, .texts(let names)):
      for (index, name) in names.enumerated() {
        addReference(.setting(name), at: itemPlace(index), owner: "‘\(parameter.name)’ of \(rule.id)")
      }
    case (.patterns, .texts(let patterns)):
      for (index, pattern) in patterns.enumerated() {
        do {
          _ = try Pattern(pattern)
        } catch {
          report(.badPattern, itemPlace(index), "\(error), in ‘\(pattern)’")
        }
      }
    default:
      report(.wrongType, place, "expected \(parameter.content.description) for ‘\(parameter.name)’ of \(rule.id)")
    }
  }

  /// `<key>` stands for the ID column of each sheet. A rule for every sheet must name the sheet as well as the column.
  private mutating func checkColumn(_ key: String, of rule: RuleDefinition, _ parameter: String, at place: YAMLPlace) {
    if key == "<key>" { return }
    guard case .sheet(let prefix) = rule.sheet else { return checkAnyColumn(key, of: rule, parameter, at: place) }
    addReference(.column(ColumnReference(sheet: prefix, column: key)), at: place, owner: "‘\(parameter)’ of \(rule.id)")
  }

  private mutating func checkAnyColumn(
    _ name: String, of rule: RuleDefinition, _ parameter: String, at place: YAMLPlace
  ) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      report(
        .unknownReference, place,
        "expected a sheet and a column, such as pe.person, for ‘\(parameter)’ of \(rule.id), found ‘\(name)’")
      return
    }
    addReference(
      .column(ColumnReference(sheet: parts[0], column: parts[1])), at: place, owner: "‘\(parameter)’ of \(rule.id)")
  }
}

extension RuleKind.Parameter.Content {
  fileprivate var description: String {
    switch self {
    case .number: "a number"
    case .text: "a text"
    case .texts: "a list of texts"
    case .column: "a column"
    case .columns: "a list of columns"
    case .anyColumn: "a sheet and a column"
    case .setting: "a setting"
    case .settings: "a list of settings"
    case .patterns: "a list of patterns"
    }
  }
}
