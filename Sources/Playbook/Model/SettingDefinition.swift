/// A parameter of the method: a row of the Settings sheet and a defined name that formulas use.
public struct SettingDefinition: Hashable, Sendable {
  /// The defined name, such as `AsOf`.
  public var name: String
  /// Used when the workbook has no such row.
  public var defaultValue: SettingValue
  /// As the sheet shows it: 天, 元, 比例.
  public var unit: Localized
  public var titles: Localized
  public var note: Localized
  /// Whether it counts only once somebody has entered it, as a target does: its default is an example, which is neither written
  /// nor computed with.
  public var mustBeEntered = false

  public init(name: String, defaultValue: SettingValue, unit: Localized, titles: Localized, note: Localized) {
    self.name = name
    self.defaultValue = defaultValue
    self.unit = unit
    self.titles = titles
    self.note = note
  }
}

/// The value of a setting. The kind of the default is the kind that a workbook's cell must have.
public enum SettingValue: Hashable, Sendable {
  case number(Double)
  case date(year: Int, month: Int, day: Int)
  case text(String)
}
