// SPDX-License-Identifier: Apache-2.0

/// A parameter of the method: a row of the Settings sheet and a defined name for formulas.
public struct SettingDefinition: Hashable, Sendable {
  /// The defined name, such as `AsOf`.
  public var name: String
  /// Used if the workbook has no such row.
  public var defaultValue: SettingValue
  /// The unit shown on the sheet: 天, 元, 比例.
  public var unit: Localized
  public var titles: Localized
  public var note: Localized
  /// Whether the setting only counts once somebody has entered it, as with a target. Its default is then only an example: it is neither
  /// written nor used in calculations.
  public var mustBeEntered = false

  public init(name: String, defaultValue: SettingValue, unit: Localized, titles: Localized, note: Localized) {
    self.name = name
    self.defaultValue = defaultValue
    self.unit = unit
    self.titles = titles
    self.note = note
  }
}

/// The value of a setting. A workbook's cell must hold the same kind of value as the default.
public enum SettingValue: Hashable, Sendable {
  case number(Double)
  case date(year: Int, month: Int, day: Int)
  case text(String)
}
