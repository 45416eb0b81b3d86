// SPDX-License-Identifier: Apache-2.0

extension PlaybookDecoder {
  static let settingKeys = ["title", "default", "unit", "note", "entered"]

  mutating func settings(_ node: YAMLNode) -> [SettingDefinition] {
    var result: [SettingDefinition] = []
    for pair in mapping(node, "settings") {
      checkSettingName(pair)
      note(.settingName(pair.key), at: pair.keyPlace)
      var setting = SettingDefinition(
        name: pair.key, defaultValue: .number(0), unit: .empty, titles: Localized(everywhere: pair.key), note: .empty)
      var hasDefault = false
      for field in mapping(pair.value, "the setting \(pair.key)") {
        switch field.key {
        case "title": setting.titles = localized(field.value, "a title")
        case "default":
          hasDefault = true
          note(.settingDefault(pair.key), at: field.value.place)
          setting.defaultValue = settingValue(field.value)
        case "unit": setting.unit = localized(field.value, "a unit")
        case "note": setting.note = sentence(field.value, "a note")
        case "entered": setting.mustBeEntered = flag(field.value, "entered")
        default: unknownKey(field, in: "a setting", known: Self.settingKeys)
        }
      }
      if !hasDefault {
        report(.missingKey, pair.keyPlace, "the setting \(pair.key) has no default: a workbook may lack its row")
      }
      result.append(setting)
    }
    return result
  }

  private mutating func settingValue(_ node: YAMLNode) -> SettingValue {
    if let text = node.plainText {
      if let number = PlainScalar.number(text) { return .number(number) }
      if let date = PlainScalar.date(text) { return .date(year: date.year, month: date.month, day: date.day) }
    }
    return .text(text(node, "a default") ?? "")
  }

  /// A setting becomes a defined name, so it must not look like a cell reference, as `TAX2024` or `R1C1` do.
  private mutating func checkSettingName(_ pair: YAMLPair) {
    let name = pair.key.utf8
    let letters = name.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }.count
    let isWord =
      letters > 0 && name.allSatisfy { (0x30...0x39).contains($0) || ((0x61...0x7A).contains($0 | 0x20)) }
    let looksLikeCell =
      letters <= 3 && name.dropFirst(letters).allSatisfy { (0x30...0x39).contains($0) }
      && letters < name.count
    if !isWord {
      report(.badName, pair.keyPlace, "‘\(pair.key)’ cannot name a setting: expected a letter, then letters and digits")
    } else if looksLikeCell || ["r", "c", "true", "false"].contains(pair.key.lowercased()) {
      report(
        .badName, pair.keyPlace, "‘\(pair.key)’ cannot name a setting: a spreadsheet reads it as a cell or a value")
    }
  }
}
