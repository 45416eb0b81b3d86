// SPDX-License-Identifier: Apache-2.0

extension PlaybookDecoder {
  static let listKeys = ["title", "columns", "computed", "rows", "order", "offered"]
  static let rowKeys = ["zh-Hant", "zh-Hans", "en", "aliases"]

  mutating func lists(_ node: YAMLNode) -> [ListDefinition] {
    var result: [ListDefinition] = []
    for pair in mapping(node, "lists") {
      checkKey(pair.key, pair.keyPlace, "a list", allowsUnderscore: false)
      result.append(list(pair))
    }
    return result
  }

  private mutating func list(_ pair: YAMLPair) -> ListDefinition {
    var list = ListDefinition(
      prefix: pair.key, titles: Localized(everywhere: pair.key), extraColumns: [], rows: [])
    var rowPairs: [YAMLPair] = []
    var order: YAMLNode?
    note(.list(pair.key), at: pair.keyPlace)
    let fields = mapping(pair.value, "the list \(pair.key)")
    for field in fields {
      switch field.key {
      case "title": list.titles = localized(field.value, "a title")
      case "columns":
        list.extraColumns = parameterNames(field.value)
        note(.listColumns(pair.key), at: field.value.place)
      case "computed": list.computedColumns = computedColumns(field.value, list: pair.key)
      case "offered": list.isOffered = flag(field.value, "offered")
      case "rows": rowPairs = mapping(field.value, "the rows of \(pair.key)")
      case "order":
        order = field.value
        note(.listOrder(pair.key), at: field.value.place)
      default: unknownKey(field, in: "a list", known: Self.listKeys)
      }
    }
    if rowPairs.isEmpty { report(.missingKey, pair.keyPlace, "the list \(pair.key) has no rows") }
    list.rows = rowPairs.map { row($0, of: list) }
    if let order { list.rows = ordered(list.rows, by: order, list: pair.key) }
    return list
  }

  private mutating func parameterNames(_ node: YAMLNode) -> [String] {
    var names: [String] = []
    for item in items(node, "columns") {
      guard let name = text(item, "a column of a list") else { continue }
      checkKey(name, item.place, "a column of a list")
      if ListDefinition.standardColumns.contains(name) {
        report(.badName, item.place, "every list has a column ‘\(name)’ already")
      } else if names.contains(name) {
        report(.duplicate, item.place, "the column ‘\(name)’ already exists")
      }
      names.append(name)
    }
    return names
  }

  private mutating func computedColumns(_ node: YAMLNode, list: String) -> [ListComputedColumn] {
    var result: [ListComputedColumn] = []
    for pair in mapping(node, "computed columns") {
      checkKey(pair.key, pair.keyPlace, "a column of a list")
      var column = ListComputedColumn(name: pair.key, formula: "", words: .empty)
      for field in mapping(pair.value, "the column \(pair.key)") {
        switch field.key {
        case "formula":
          column.formula = formulaText(field.value)
          addFormula(column.formula, field.value, owner: .listColumn(list: list, column: pair.key))
        case "means": column.words = sentence(field.value, "a meaning")
        default: unknownKey(field, in: "a computed column of a list", known: ["formula", "means"])
        }
      }
      if column.formula.isEmpty { report(.missingKey, pair.keyPlace, "the column \(list).\(pair.key) has no formula") }
      result.append(column)
    }
    return result
  }

  private mutating func row(_ pair: YAMLPair, of list: ListDefinition) -> ListRow {
    var labels: [YAMLPair] = []
    var row = ListRow(code: pair.key, labels: .empty, extras: [])
    var extras: [String: ListValue] = [:]
    var aliases: [Alias] = []
    note(.listRow(list: list.prefix, code: pair.key), at: pair.keyPlace)
    for field in mapping(pair.value, "the row \(pair.key) of \(list.prefix)") {
      if Language(rawValue: field.key) != nil {
        labels.append(field)
      } else if field.key == "aliases" {
        aliases = self.aliases(field.value)
        row.aliases = aliases.map(\.text)
      } else if list.extraColumns.contains(field.key) {
        note(.listValue(list: list.prefix, code: pair.key, column: field.key), at: field.value.place)
        if let text = field.value.plainText, let number = PlainScalar.number(text) {
          extras[field.key] = .number(number)
        } else {
          extras[field.key] = .text(parameter(field.value, "\(list.prefix).\(field.key)"))
        }
      } else {
        unknownKey(field, in: "a row of the list \(list.prefix)", known: Self.rowKeys + list.extraColumns)
      }
    }
    if labels.isEmpty {
      report(
        .missingKey, pair.keyPlace, "the row \(pair.key) of \(list.prefix) has no label: write ‘zh-Hant:’ or ‘en:’")
    }
    row.labels = localized(YAMLNode(.mapping(labels), at: pair.value.place), "a label")
    for language in Language.allCases {
      addTitle(row.labels[language], at: pair.keyPlace, scope: .labels(list: list.prefix, language), owner: pair.key)
      for alias in aliases {
        addTitle(alias.text, at: alias.place, scope: .labels(list: list.prefix, language), owner: pair.key)
      }
    }
    for name in list.extraColumns {
      if extras[name] == nil {
        // A company that adds a parameter to a built-in list has to give its value for the built-in rows too.
        let place = pair.keyPlace.file == nil ? sites.places[.listColumns(list.prefix)] : nil
        report(.missingKey, place ?? pair.keyPlace, "the row \(pair.key) of \(list.prefix) has no ‘\(name)’")
      }
      row.extras.append(extras[name] ?? .number(0))
    }
    return row
  }

  /// A single text applies to every language.
  private mutating func parameter(_ node: YAMLNode, _ what: String) -> Localized {
    node.pairs == nil ? Localized(everywhere: text(node, what) ?? "") : sentence(node, what)
  }

  /// `order` names every row that is kept, in the order of the list.
  private mutating func ordered(_ rows: [ListRow], by node: YAMLNode, list: String) -> [ListRow] {
    var result: [ListRow] = []
    for item in items(node, "the order of \(list)") {
      guard let code = text(item, "a code") else { continue }
      if result.contains(where: { $0.code == code }) {
        report(.duplicate, item.place, "the row \(code) is already in the order")
      } else if let row = rows.first(where: { $0.code == code }) {
        result.append(row)
      } else {
        let nearest = Nearest.word(to: code, among: rows.map(\.code))
        report(
          .unknownReference, item.place,
          "the list \(list) has no row \(code)" + (nearest.map { "; did you mean \($0)?" } ?? ""))
      }
    }
    return result
  }
}
