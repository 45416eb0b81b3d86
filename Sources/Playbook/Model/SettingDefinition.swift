// SPDX-License-Identifier: Apache-2.0

/// A parameter of the method: a row of the Settings sheet and a defined name for formulas.
public struct SettingDefinition: Hashable, Sendable {
  /// The defined name, such as `AsOf`.
  @inlinable public var name: String {
    get { shared.span[0].name }
    set { shared[0].name = newValue }
  }
  /// Used if the workbook has no such row.
  @inlinable public var defaultValue: SettingValue {
    get { shared.span[0].defaultValue }
    set { shared[0].defaultValue = newValue }
  }
  /// The unit shown on the sheet: 天, 元, 比例.
  @inlinable public var unit: Localized {
    get { shared.span[0].unit }
    set { shared[0].unit = newValue }
  }
  @inlinable public var titles: Localized {
    get { shared.span[0].titles }
    set { shared[0].titles = newValue }
  }
  @inlinable public var note: Localized {
    get { shared.span[0].note }
    set { shared[0].note = newValue }
  }
  /// Whether the setting only counts once somebody has entered it, as with a target. Its default is then only an example: it is neither
  /// written nor used in calculations.
  @inlinable public var mustBeEntered: Bool {
    get { shared.span[0].mustBeEntered }
    set { shared[0].mustBeEntered = newValue }
  }

  /// Its only element holds the properties: copies of the definition share it until one of them is changed.
  @usableFromInline var shared: [Fields]

  @usableFromInline
  struct Fields: Hashable, Sendable {
    @usableFromInline var name: String
    @usableFromInline var defaultValue: SettingValue
    @usableFromInline var unit: Localized
    @usableFromInline var titles: Localized
    @usableFromInline var note: Localized
    @usableFromInline var mustBeEntered = false
  }

  public init(name: String, defaultValue: SettingValue, unit: Localized, titles: Localized, note: Localized) {
    shared = [Fields(name: name, defaultValue: defaultValue, unit: unit, titles: titles, note: note)]
  }
}

/// The value of a setting. A workbook's cell must hold the same kind of value as the default.
public enum SettingValue: Hashable, Sendable {
  case number(Double)
  case date(year: Int, month: Int, day: Int)
  case text(String)
}
