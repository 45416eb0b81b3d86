// SPDX-License-Identifier: Apache-2.0

import Calculation
public import Playbook
public import Spreadsheet

/// Why the value of a setting is not known.
public enum UnknownSetting: Hashable, Sendable {
  /// The setting only counts once somebody has entered it, such as a target.
  case notEntered
  /// Its cell has a formula without a stored value, or with one that the file itself marks as stale.
  case noStoredValue
  /// Its cell holds a value that cannot be read as the setting's type.
  case unreadable
}

/// The settings in use: those of the workbook, otherwise the playbook's defaults.
public struct SettingsTable: Sendable {
  /// The source of a setting's value.
  public enum Source: Hashable, Sendable {
    /// The cell that holds it.
    case cell(sheetIndex: Int, CellReference)
    /// The playbook or, for the as-of date, the clock.
    case standard
  }

  public struct Entry: Sendable {
    public let definition: SettingDefinition
    /// The value that formulas see.
    public var value: CellValue
    public var source: Source
    /// The value of the workbook's cell if it cannot be used.
    public var rejected: CellValue?
    /// Whether its row exists but nobody has entered a value yet.
    var isUnfilled = false
    /// Whether a scenario sets its value.
    var isSupposed = false
    /// Set if the cell has a formula whose value is not known.
    public internal(set) var stored: StoredState?
    /// Why it could not be calculated; nil if nobody tried.
    var why: KeptReason?
    /// Set if the value of the cell's formula was calculated here because the file has no valid one.
    public internal(set) var calculated: StoredState?
  }

  /// Settings whose value nobody has stated, so that no default may stand in.
  var unknown: [String: UnknownSetting] {
    entries.compactMapValues { entry in
      if entry.stored != nil { return .noStoredValue }
      if entry.rejected != nil { return .unreadable }
      let isMissing = !entry.isSupposed && (entry.source == .standard || entry.isUnfilled)
      return entry.definition.mustBeEntered && isMissing ? .notEntered : nil
    }
  }

  /// The Settings sheet, if there is one.
  public let sheetIndex: Int?
  /// The cell for the name of a further setting, below the last one.
  public let nextFree: CellReference?
  public private(set) var entries: [String: Entry]
  /// Whether `114/6/30` is read as a date in the calendar of the Republic of China. The Settings sheet says so with `RocYears` or 民國年 next
  /// to 1, TRUE or ✓, or the caller does.
  public internal(set) var rocYears: Bool
  /// Whether the period in the cells is one that a fill took from the year of the as-of date, and nobody has stated.
  private(set) var followsAsOf = false
  /// The columns for unit and explanation.
  let layout: Layout
  /// The content of the workbook's `AsOf` cell, whatever date is in use; nil if there is none.
  let storedAsOf: CellValue?

  /// The columns of the Settings sheet other than name and value.
  struct Layout: Sendable {
    var unitColumn: Int?
    var noteColumn: Int?
  }

  /// Settings that the workbook lacks, in the playbook's order.
  public func missing(in playbook: Playbook) -> [SettingDefinition] {
    playbook.settings.filter { entries[$0.name]?.source == .standard }
  }

  public func value(_ name: String) -> CellValue { entries[name]?.value ?? .blank }

  public func number(_ name: String) -> Double? { entries[name]?.value.number }

  /// Whether the period is still the one that a fill took from the year of the as-of date; it goes on with the date.
  mutating func release(_ period: FillRecord.Period?) {
    guard let period, case .cell? = entries["PeriodStart"]?.source, case .cell? = entries["PeriodEnd"]?.source else {
      return
    }
    followsAsOf = number("PeriodStart") == period.first && number("PeriodEnd") == period.last
  }

  /// Whether anybody has said to which period figures belong: in the workbook, in a scenario, or in a playbook of their own.
  var statesPeriod: Bool {
    ["PeriodStart", "PeriodEnd"].contains { name in
      guard let entry = entries[name] else { return false }
      return entry.source != .standard && !followsAsOf || entry.isSupposed
        || entry.definition.defaultValue != Playbook.builtIn.setting(name)?.defaultValue
    }
  }

  /// Replaces the value in use, as `--as-of` and the workbook's language do.
  mutating func override(_ name: String, with value: CellValue) {
    entries[name]?.value = value
    entries[name]?.rejected = nil
    entries[name]?.stored = nil
    entries[name]?.calculated = nil
  }

  /// Marks the value of a setting's cell as none that formulas can use.
  mutating func reject(_ name: String, _ found: CellValue?) { entries[name]?.rejected = found }

  /// The cells of settings whose formulas have no valid value, by sheet index.
  var openFormulas: [Int: Set<CellReference>] {
    var open: [Int: Set<CellReference>] = [:]
    for entry in entries.values where entry.stored != nil {
      if case .cell(let sheet, let cell) = entry.source { open[sheet, default: []].insert(cell) }
    }
    return open
  }

  /// Sets a value as if somebody had entered it.
  mutating func suppose(_ name: String, is value: CellValue) {
    override(name, with: value)
    entries[name]?.isSupposed = true
  }
}

extension SettingsTable {
  /// Reads the Settings sheet, wherever on it the names are: a setting's value is in the cell to the right of its name or of one of its
  /// titles. If the setting's defined name exists, it refers to the cell directly.
  static func read(
    _ workbook: Workbook, sheetIndex: Int?, playbook: Playbook, storedState: StoredState? = nil,
    calculated: [Int: FormulaValues] = [:]
  ) throws(SpreadsheetError) -> SettingsTable {
    var entries = [String: Entry](minimumCapacity: playbook.settings.count)
    for definition in playbook.settings {
      entries[definition.name] = Entry(
        definition: definition, value: definition.defaultValue.cellValue(in: workbook.dateSystem), source: .standard)
    }
    var grid = CellGrid()
    var words: [GridWord] = []
    var nextFree: CellReference?
    if let sheetIndex {
      grid = try CellGrid(workbook.worksheet(at: sheetIndex))
      words = grid.inReadingOrder.compactMap { cell, value in
        value.text.map { GridWord(cell: cell, key: HeaderNormalizer.key($0)) }
      }
      let found = namedCells(
        words, of: grid, settings: PreparedPlaybook.of(playbook).settings,
        mayBeBlank: Set(playbook.settings.filter(\.mustBeEntered).map(\.name)))
      for (name, cell) in found {
        entries[name]?.take(cell, of: grid, sheetIndex: sheetIndex, storedState, calculated[sheetIndex])
      }
      let names = found.values.sorted()
      if let last = names.last {
        nextFree = CellReference(row: max(last.row, grid.lastRow) + 1, column: last.column - 1)
      } else {
        nextFree = CellReference(row: grid.lastRow + 1, column: 1)
      }
    }
    for name in workbook.definedNames where name.sheetIndex == nil && entries[name.name] != nil {
      guard let place = SheetPlace(name.formula, in: workbook), place.range.first == place.range.last else { continue }
      let cell = place.range.first
      let own =
        place.sheetIndex == sheetIndex
        ? grid : try CellGrid(workbook.worksheet(at: place.sheetIndex), within: cell.row...cell.row)
      entries[name.name]?.take(
        cell, of: own, sheetIndex: place.sheetIndex, storedState, calculated[place.sheetIndex])
    }
    let storedAsOf = entries["AsOf"].flatMap { $0.source == .standard ? nil : $0.value }
    return SettingsTable(
      sheetIndex: sheetIndex, nextFree: nextFree, entries: entries, rocYears: readsROCYears(words, of: grid),
      layout: layout(words, playbook: playbook),
      storedAsOf: storedAsOf)
  }

  static let rocNames = Set(["RocYears", "ROC years", "民國年", "民国年"].map(HeaderNormalizer.key))

  private static func readsROCYears(_ words: [GridWord], of grid: CellGrid) -> Bool {
    words.contains { word in
      rocNames.contains(word.key) && TickReader.read(grid[word.cell.row, word.cell.column + 1]) == .yes
    }
  }

  /// Finds the headers for unit and explanation in the rows above and beside the settings.
  private static func layout(_ words: [GridWord], playbook: Playbook) -> Layout {
    var layout = Layout()
    guard !words.isEmpty else { return layout }
    for column in playbook.specialSheet(.settings)?.columns ?? [] where column.key == "unit" || column.key == "note" {
      let keys = Set((column.titles.all + column.aliases).map(HeaderNormalizer.key))
      let place = words.first { $0.cell.row <= SheetLocator.lastHeaderRow && keys.contains($0.key) }?.cell
      if column.key == "unit" { layout.unitColumn = place?.column } else { layout.noteColumn = place?.column }
    }
    return layout
  }

  /// The value cell of each setting named on the sheet.
  private static func namedCells(
    _ words: [GridWord], of grid: CellGrid, settings: [String: String], mayBeBlank: Set<String>
  ) -> [String: CellReference] {
    var found: [String: CellReference] = [:]
    for word in words {
      guard let name = settings[word.key], found[name] == nil,
        let right = CellReference(row: word.cell.row, column: word.cell.column + 1),
        !grid[right].isEmpty || grid.formulas[right] != nil || mayBeBlank.contains(name)
      else { continue }
      found[name] = right
    }
    return found
  }
}

extension SettingsTable.Entry {
  /// A value of another type than the default's is set aside, and the default stays in use.
  fileprivate mutating func take(
    _ cell: CellReference, of grid: CellGrid, sheetIndex: Int, _ state: StoredState?, _ known: FormulaValues?
  ) {
    var found = grid[cell]
    let isFormula = grid.formulas[cell] != nil
    guard !found.isEmpty || isFormula && found == .blank else {
      if definition.mustBeEntered, source == .standard {
        source = .cell(sheetIndex: sheetIndex, cell)
        isUnfilled = true
      }
      return
    }
    isUnfilled = false
    source = .cell(sheetIndex: sheetIndex, cell)
    stored = isFormula ? found == .blank ? .missing : state : nil
    if let value = known?.values[cell] {
      (found, calculated, stored) = (value, stored, nil)
    }
    guard stored == nil else {
      why = known?.kept[cell]
      return
    }
    switch (definition.defaultValue, found) {
    case (.number, .number), (.date, .number), (.text, .text): value = found
    default: rejected = found
    }
  }
}

extension SettingValue {
  /// The value as a cell of a workbook with this date system holds it.
  func cellValue(in system: DateSystem) -> CellValue {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .date(let year, let month, let day):
      SerialDate(year: year, month: month, day: day)?.serial(in: system).map { .number($0) } ?? .blank
    }
  }
}

/// A text on the Settings sheet, with the form in which titles are compared.
private struct GridWord {
  var cell: CellReference
  var key: String
}
