// SPDX-License-Identifier: Apache-2.0

extension PlaybookDecoder {
  static let sheetKeys = [
    "title", "aliases", "core", "purpose", "columns", "rules", "sheets", "header", "skip", "ignore",
  ]

  mutating func sheets(_ node: YAMLNode) -> [SheetDefinition] {
    var result: [SheetDefinition] = []
    for pair in mapping(node, "sheets") {
      checkKey(pair.key, pair.keyPlace, "a sheet", allowsUnderscore: false)
      if ["has", "set", "lst", "fu", "mrg"].contains(pair.key) {
        report(.badName, pair.keyPlace, "‘\(pair.key)’ is taken: it cannot be the prefix of a sheet")
      }
      let (sheet, isOff) = sheet(pair)
      if isOff {
        switchedOffColumns[sheet.prefix] = Set(sheet.columns.map(\.key))
      } else {
        result.append(sheet)
      }
    }
    return result
  }

  private mutating func sheet(_ pair: YAMLPair) -> (SheetDefinition, isOff: Bool) {
    var titles = Localized(everywhere: pair.key)
    var titlePlace = pair.keyPlace
    var aliases: [Alias] = []
    var isCore = false
    var isOff = false
    var purpose = Localized.empty
    var columns: [ColumnDraft] = []
    var placement = SheetPlacement()
    var hasTitle = false
    for field in mapping(pair.value, "the sheet \(pair.key)") {
      switch field.key {
      case "title":
        titles = localized(field.value, "a title")
        titlePlace = field.value.place
        hasTitle = true
      case "aliases": aliases = self.aliases(field.value)
      case "core": isCore = flag(field.value, "core")
      case "purpose": purpose = sentence(field.value, "a purpose")
      case "columns": columns = self.columns(field.value, sheet: pair.key)
      case "sheets": placement.titles = headerTexts(field.value, "the names of tabs")
      case "header": placement.headerRows = rows(field.value, "the rows of the header").first
      case "skip": placement.skippedRows = rows(field.value, "rows to skip")
      case "ignore": placement.ignoredHeaders = headerTexts(field.value, "headers to leave alone")
      case TreeMerge.offKey: isOff = true
      default: unknownKey(field, in: "a sheet", known: Self.sheetKeys)
      }
    }
    if !hasTitle { report(.missingKey, pair.keyPlace, "the sheet \(pair.key) has no title") }
    let (on, off) = (columns.filter { !$0.isOff }, columns.filter(\.isOff))
    if !off.isEmpty { switchedOffColumns[pair.key] = Set(off.map(\.definition.key)) }
    if on.isEmpty { report(.missingKey, pair.keyPlace, "the sheet \(pair.key) has no columns") }
    let definitions = withoutClashingImpliedAliases(on)
    let definition = SheetDefinition(
      prefix: pair.key, titles: titles, aliases: aliases.map(\.text), isCore: isCore, purpose: purpose,
      columns: definitions, placement: placement)
    note(.sheetTitle(pair.key), at: titlePlace)
    if !isOff {
      addTitles(titles, at: titlePlace, aliases: aliases, scope: .sheets, owner: pair.key)
      for (draft, column) in zip(on, definitions) {
        addTitles(
          column.titles, at: draft.titlePlace, aliases: draft.aliases.filter { column.aliases.contains($0.text) },
          scope: .columns(sheet: pair.key), owner: column.key)
      }
    }
    return (definition, isOff)
  }

  /// The old title of a renamed column remains an alias unless another column now has that title.
  private func withoutClashingImpliedAliases(_ drafts: [ColumnDraft]) -> [ColumnDefinition] {
    guard drafts.contains(where: { $0.aliases.contains(where: \.isImplied) }) else { return drafts.map(\.definition) }
    var owners: [String: String] = [:]
    for draft in drafts {
      for title in draft.definition.titles.all + draft.aliases.filter({ !$0.isImplied }).map(\.text) {
        owners[HeaderNormalizer.key(title)] = draft.definition.key
      }
    }
    return drafts.map { draft in
      var column = draft.definition
      let kept = draft.aliases.filter {
        !$0.isImplied || owners[HeaderNormalizer.key($0.text), default: column.key] == column.key
      }
      column.aliases = kept.map(\.text)
      return column
    }
  }

  /// The aliases, each also in its simplified form.
  mutating func aliases(_ node: YAMLNode) -> [Alias] {
    var result: [Alias] = []
    for item in items(node, "aliases") {
      guard let text = text(item, "an alias") else { continue }
      let isImplied = item.content == .scalar(text, .implied)
      for form in [text, Simplified.text(text)] where !result.contains(where: { $0.text == form }) {
        result.append(Alias(text: form, place: item.place, isImplied: isImplied))
      }
    }
    return result
  }
}

/// Another name of a sheet or column.
struct Alias {
  var text: String
  var place: YAMLPlace
  /// The alias is not written in the file: it is the title before a rename.
  var isImplied: Bool
}

/// A column, with information that only the decoder needs.
struct ColumnDraft {
  var definition: ColumnDefinition
  var aliases: [Alias]
  var titlePlace: YAMLPlace
  var isOff: Bool
}
