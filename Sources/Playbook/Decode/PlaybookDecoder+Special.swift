// SPDX-License-Identifier: Apache-2.0

extension PlaybookDecoder {
  mutating func specialSheets(_ node: YAMLNode) -> [SpecialSheet] {
    let kinds: [(String, SpecialSheetKind)] = [("settings", .settings), ("lists", .lists), ("funnel", .funnel)]
    var result: [SpecialSheet] = []
    for pair in mapping(node, "special_sheets") {
      guard let kind = kinds.first(where: { $0.0 == pair.key })?.1 else {
        unknownKey(pair, in: "special_sheets", known: kinds.map(\.0))
        continue
      }
      var sheet = SpecialSheet(kind: kind, titles: Localized(everywhere: pair.key), aliases: [])
      var aliases: [Alias] = []
      for field in mapping(pair.value, pair.key) {
        switch field.key {
        case "title": sheet.titles = localized(field.value, "a title")
        case "aliases":
          aliases = self.aliases(field.value)
          sheet.aliases = aliases.map(\.text)
        case "columns": sheet.columns = specialColumns(field.value)
        default: unknownKey(field, in: "a special sheet", known: ["title", "aliases", "columns"])
        }
      }
      addTitles(sheet.titles, at: pair.keyPlace, aliases: aliases, scope: .sheets, owner: pair.key)
      result.append(sheet)
    }
    return result
  }

  private mutating func specialColumns(_ node: YAMLNode) -> [SpecialColumn] {
    mapping(node, "columns").map { pair in
      var column = SpecialColumn(key: pair.key, titles: Localized(everywhere: pair.key))
      for field in mapping(pair.value, pair.key) {
        switch field.key {
        case "title": column.titles = localized(field.value, "a title")
        case "aliases": column.aliases = aliases(field.value).map(\.text)
        default: unknownKey(field, in: "a column of a special sheet", known: ["title", "aliases"])
        }
      }
      return column
    }
  }

  mutating func funnel(_ node: YAMLNode) -> FunnelDefinition? {
    if node.plainText == "off" || node[TreeMerge.offKey] != nil { return nil }
    var funnel = FunnelDefinition(list: "", needs: [], columns: [])
    for field in mapping(node, "the funnel") {
      switch field.key {
      case "list":
        funnel.list = text(field.value, "a list") ?? ""
        addReference(.list(funnel.list), at: field.value.place, owner: "‘list’ of the funnel")
      case "needs": funnel.needs = sheetReferences(field.value, owner: "the funnel")
      case "columns": funnel.columns = funnelColumns(field.value)
      default: unknownKey(field, in: "the funnel", known: ["list", "needs", "columns"])
      }
    }
    return funnel
  }

  private mutating func funnelColumns(_ node: YAMLNode) -> [FunnelColumn] {
    var result: [FunnelColumn] = []
    for pair in mapping(node, "the columns of the funnel") {
      checkKey(pair.key, pair.keyPlace, "a column")
      var column = FunnelColumn(
        key: pair.key, titles: Localized(everywhere: pair.key), type: .number, formula: nil, words: .empty)
      for field in mapping(pair.value, pair.key) {
        switch field.key {
        case "title": column.titles = localized(field.value, "a title")
        case "type": column.type = word(field.value, "a type of columns") ?? .number
        case "means": column.words = sentence(field.value, "a meaning")
        case "formula":
          let text = formulaText(field.value)
          column.formula = text
          addFormula(text, field.value, owner: .funnel(pair.key))
        case "formerly": column.formerly = formerFormulas(field.value, of: "funnel.\(pair.key)")
        default:
          unknownKey(
            field, in: "a column of the funnel", known: ["title", "type", "means", "formula", "formerly"])
        }
      }
      if column.formula == nil, column.key != "n" {
        report(.missingKey, pair.keyPlace, "the column \(pair.key) of the funnel has no formula")
      }
      result.append(column)
    }
    return result
  }
}
