// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// What all sheets of a new workbook have in common.
struct BookPlan {
  let playbook: Playbook
  let language: Language
  let profile: Profile
  let asOf: SerialDate
  let frames: [SheetFrame]
  let hasSample: Bool
  let currency: String?

  var words: NewWords { NewWords(language: language) }
  var looks: CellStylePalette { CellStylePalette(currency: currency) }

  func frame(_ prefix: String) -> SheetFrame? { frames.first { $0.prefix == prefix } }
  /// The header of a column, without the playbook's unit if the workbook has another currency.
  func header(of column: ColumnDefinition) -> String {
    let title = column.titles[language]
    guard currency != nil, column.type == .money, let bracket = title.lastIndex(of: "("), title.hasSuffix(")") else {
      return title
    }
    return String(title[..<bracket])
  }

  /// The unit of a setting, in the currency of the workbook.
  func unit(of setting: SettingDefinition) -> String {
    let unit = setting.unit[language]
    guard let currency, let word = ["元", "yuan"].first(where: unit.hasPrefix) else { return unit }
    return currency + unit.dropFirst(word.count)
  }

  func title(of kind: SpecialSheetKind) -> String? { playbook.specialSheet(kind)?.titles[language] }

  /// The name on the first sheet's tab; different from that of every other sheet.
  var coverTitle: String {
    let taken = Set((frames.map(\.title) + SpecialSheetKind.allCases.compactMap(title)).map { $0.lowercased() })
    var title = words.cover
    while taken.contains(title.lowercased()) { title += "_" }
    return title
  }

  /// A setting's value in a new workbook: the as-of date and the language come from the caller, and other dates move to the year of the
  /// as-of date.
  func value(of setting: SettingDefinition) -> CellValue {
    switch setting.name {
    case "AsOf": return SerialDates.cell(asOf)
    case "Lang": return .number(Double(language.settingValue))
    default: break
    }
    if hasSample, let value = SampleRows.settings[setting.name] { return .number(value) }
    // A value that must be entered is left for the team.
    if setting.mustBeEntered, !hasSample { return .blank }
    guard case .date(let year, let month, let day) = setting.defaultValue else {
      return setting.defaultValue.cellValue(in: .year1900)
    }
    var base = year
    if case .date(let asOfYear, _, _)? = playbook.setting("AsOf")?.defaultValue { base = asOfYear }
    let moved = asOf.year + year - base
    // 29 February does not exist in every year.
    return (SerialDate(year: moved, month: month, day: day) ?? SerialDate(year: moved, month: month, day: day - 1))
      .map(SerialDates.cell) ?? .blank
  }
}

enum SerialDates {
  static func cell(_ date: SerialDate) -> CellValue { date.serial(in: .year1900).map { .number($0) } ?? .blank }
}
