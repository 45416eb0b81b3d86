// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Applies a scenario's changes to a workbook in memory, before anything is computed.
struct ScenarioApplication {
  var team: BoundWorkbook
  var edits = TrialEdits()
  var told: [ToldChange] = []
  /// The bond of each deal, by row.
  var bonds: [Int: Int] = [:]
  /// Whether a setting now has a value that nobody had entered.
  var changesPlan = false
  /// The workbook with only the settings of the scenario applied.
  var settingsOnly: BoundWorkbook

  let table: SandTable
  let words: ScenarioWords
  let readers: CellReaders
  /// The new contents of cells, by column and row.
  var cells: [ColumnID: [Int: CellValue]] = [:]
  var lists: Set<String> = []
  var newIDs: Set<String> = []

  /// The number of a change's cells that are listed individually.
  static let mostTold = 5

  init(_ scenario: Scenario, on table: SandTable) throws(DealbookError) {
    self.table = table
    team = table.team
    settingsOnly = table.team
    words = ScenarioWords(team: table.team)
    readers = table.readers
    for addition in scenario.additions { try noteID(of: addition) }
    for addition in scenario.additions { try add(addition) }
    for text in scenario.changes { try change(text) }
    for text in scenario.removals { try remove(text) }
    closeWonDeals()
    reopenDeals()
    try followFormulas()
    finish()
    for text in scenario.bonds { try bind(text) }
  }

  // MARK: Changes

  mutating func change(_ text: String) throws(DealbookError) {
    let change = try ChangeText(text)
    switch try words.container(change.container) {
    case .settings: try setting(change, text)
    case .lists:
      guard let dot = change.rest.firstIndex(of: ".") else {
        throw .wish(
          text, "應寫成 lists.清單.標籤.參數=值，例如 lists.st.NEGO.conv=0.85",
          "expected lists.LIST.LABEL.PARAMETER=VALUE, for example lists.st.NEGO.conv=0.85")
      }
      guard case .list(let prefix) = try words.container(String(change.rest[..<dot])) else {
        let list = change.rest[..<dot]
        throw .wish(text, "沒有「\(list)」這份清單", "there is no list ‘\(list)’")
      }
      try list(prefix, String(change.rest[change.rest.index(after: dot)...]), change, text)
    case .list(let prefix): try list(prefix, change.rest, change, text)
    case .sheet(let sheet): try cells(on: sheet, change, text)
    }
  }

  mutating func cells(on sheet: LocatedSheet, _ change: ChangeText, _ text: String) throws(DealbookError) {
    let rows: [Int]
    let column: LocatedColumn
    if let conditions = change.conditions {
      column = try words.inputColumn(change.rest, on: sheet, in: text)
      rows = try ScenarioRows(table, words).matching(conditions, on: sheet, in: text)
    } else {
      let (row, name) = try split(change.rest, on: sheet, in: text)
      column = try words.inputColumn(name, on: sheet, in: text)
      rows = [row]
    }
    let id = ColumnID(sheet: sheet.prefix, key: column.key)
    var told: [(row: Int, before: CellValue, after: CellValue)] = []
    for row in rows {
      let before = cells[id]?[row] ?? (row < column.values.count ? column.values[row] : .blank)
      guard let after = try value(change, text, column, on: sheet, row: row, before: before) else { continue }
      cells[id, default: [:]][row] = after
      told.append((row, before, after))
    }
    guard !told.isEmpty else {
      throw .wish(
        text, "那裡的「\(column.header)」是空白的，沒有可以移動或相乘的值",
        "\(column.header) is blank there; there is nothing to shift or to multiply")
    }
    tell(text, count: told.count, told.map { (id, $0.row, $0.before, $0.after) }, column)
  }

  /// The new content of a cell; nil for a blank cell that should be shifted.
  func value(
    _ change: ChangeText, _ text: String, _ column: LocatedColumn, on sheet: LocatedSheet, row: Int, before: CellValue
  ) throws(DealbookError) -> CellValue? {
    let type = column.definition.type
    let shift = type == .date ? DayShift(change.value, isShift: change.operation != .set) : nil
    if let shift {
      guard let serial = before.number else { return nil }
      let sign = change.operation == .subtract ? -1 : 1
      guard let moved = shift.applied(to: serial, sign: sign, in: team.workbook.dateSystem) else {
        throw .wish(text, "沒有這一天", "there is no such day")
      }
      return .number(moved)
    }
    if change.operation != .set {
      guard type.isNumeric, type != .date else {
        throw .wish(
          text, "「\(column.header)」不是數字；只有數字和日期可以移動",
          "\(column.header) holds no numbers; only numbers and dates can be shifted")
      }
      try TypedThousands.refuse(change.value, in: text)
      guard let factor = words.number(change.value, for: column, readers) else {
        throw .wish(text, "應為數字，卻是「\(change.value)」", "expected a number, found ‘\(change.value)’")
      }
      guard let number = before.number else { return nil }
      return .number(Self.shifted(number, change, by: factor, isMoney: type == .money))
    }
    return try words.value(
      change.value, for: column, on: sheet, in: text, newIDs: newIDs, readers,
      row: { key in
        let id = ColumnID(sheet: sheet.prefix, key: key)
        return (cells[id]?[row] ?? sheet.column(key).flatMap { row < $0.values.count ? $0.values[row] : nil })?.number
      })
  }

  static func shifted(_ number: Double, _ change: ChangeText, by factor: Double, isMoney: Bool) -> Double {
    // += 10% adds a tenth.
    let amount = change.value.last == "%" && change.operation != .multiply ? number * factor : factor
    let result =
      switch change.operation {
      case .add: number + amount
      case .subtract: number - amount
      case .multiply: number * factor
      case .set: factor
      }
    return isMoney ? (result * 100).rounded(.toNearestOrAwayFromZero) / 100 : result
  }

  /// Decides where in `D-006.stage` the row ends.
  func split(_ rest: String, on sheet: LocatedSheet, in text: String) throws(DealbookError) -> (Int, String) {
    let rows = ScenarioRows(table, words)
    var best: (row: String, column: String)?
    for place in rest.indices where rest[place] == "." {
      let (row, column) = (String(rest[..<place]), String(rest[rest.index(after: place)...]))
      if let offset = try rows.row(row, on: sheet, in: text) { return (offset, column) }
      if best == nil || words.columnKey(column, on: sheet) != nil { best = (row, column) }
    }
    guard let best else {
      throw .wish(
        text, "應寫成 表.列.欄=值，例如 deals.D-006.amount=120000",
        "expected SHEET.ROW.COLUMN=VALUE, for example deals.D-006.amount=120000")
    }
    throw rows.unknown(best.row, on: sheet, in: text)
  }

  mutating func setting(_ change: ChangeText, _ text: String) throws(DealbookError) {
    let prepared = PreparedPlaybook.of(team.playbook)
    let names = team.playbook.settings.flatMap { [$0.name] + $0.titles.all }
    guard change.conditions == nil, let name = prepared.settings[HeaderNormalizer.key(change.rest)],
      let entry = team.settings.entries[name]
    else {
      throw .usage(
        Spoken.words("沒有「\(change.rest)」這項設定", "there is no setting ‘\(change.rest)’")
          + ScenarioWords.suggestion(change.rest, names, choices: team.playbook.settings.map(\.name)))
    }
    guard name != "Lang" else {
      throw .wish(text, "工作簿的語言不屬於情境", "the language of a workbook is no part of a scenario")
    }
    let before = entry.value
    let after: CellValue
    switch entry.definition.defaultValue {
    case .date:
      if let shift = DayShift(change.value, isShift: change.operation != .set), let serial = before.number,
        let moved = shift.applied(
          to: serial, sign: change.operation == .subtract ? -1 : 1, in: team.workbook.dateSystem)
      {
        after = .number(moved)
      } else if change.operation == .set,
        let serial = ScenarioWords.number(readers.date(.text(change.value), order: nil))
      {
        after = .number(serial)
      } else {
        throw .wish(
          text, "\(name) 應為日期，例如 2026-03-31，卻是「\(change.value)」",
          "\(name) is a date such as 2026-03-31, found ‘\(change.value)’")
      }
    case .number:
      guard
        let number = ScenarioWords.plainNumber(change.value)
          ?? readers.setting(entry.definition, from: .text(change.value))?.number
      else {
        throw .wish(text, "\(name) 應為數字，卻是「\(change.value)」", "\(name) is a number, found ‘\(change.value)’")
      }
      after =
        change.operation == .set
        ? .number(number) : .number(Self.shifted(before.number ?? 0, change, by: number, isMoney: false))
    case .text: after = .text(change.value)
    }
    let old = team.settings
    if old.unknown[name] != nil { changesPlan = true }
    team.settings.suppose(name, is: after)
    if name == "AsOf" { team.settings.movePeriodToAsOf(in: team.workbook.dateSystem) }
    for (other, entry) in team.settings.entries where old.value(other) != entry.value {
      edits.values[other] = entry.value
    }
    edits.values[name] = after
    settingsOnly.settings = team.settings
    let type: ColumnType = if case .date = entry.definition.defaultValue { .date } else { .number }
    told.append(
      ToldChange(
        text: text, count: 1,
        cells: [
          .init(
            sheet: team.playbook.specialSheet(.settings)?.titles[team.language] ?? "Settings", row: name, column: "",
            before: before, after: after, type: type)
        ]))
  }

  mutating func list(
    _ prefix: String, _ rest: String, _ change: ChangeText, _ text: String
  ) throws(DealbookError) {
    guard let listed = team.lists[prefix], change.conditions == nil, let dot = rest.lastIndex(of: ".") else {
      throw .wish(
        text, "應寫成 stages.標籤.參數=值，例如 stages.NEGO.conv=0.85",
        "expected stages.LABEL.PARAMETER=VALUE, for example stages.NEGO.conv=0.85")
    }
    let (word, parameter) = (String(rest[..<dot]), String(rest[rest.index(after: dot)...]))
    let title = listed.definition.titles[team.language]
    let labels = listed.labels.map(\.shownText)
    let meaning: String? =
      switch readers.labels[prefix]?.meaning(of: word) {
      case .label?: word
      case .otherLanguage(let label, _)?: label
      case nil: nil
      }
    let key = meaning.map { StraySpace.cleaned($0).lowercased() }
    guard let row = labels.firstIndex(where: { StraySpace.cleaned($0).lowercased() == key }) else {
      let all = labels + (listed.columns["code"] ?? []).map(\.shownText)
      throw .wish(
        text, "清單「\(title)」沒有「\(word)」", "the list \(title) has no ‘\(word)’",
        ScenarioWords.suggestion(word, all, choices: labels))
    }
    let parameters = listed.definition.extraColumns
    guard parameters.contains(parameter), let before = listed.columns[parameter]?[row] else {
      throw .wish(
        text, "清單「\(title)」沒有參數「\(parameter)」", "the list \(title) has no parameter ‘\(parameter)’",
        ScenarioWords.suggestion(parameter, parameters, choices: parameters))
    }
    guard let number = ScenarioWords.plainNumber(change.value) else {
      throw .wish(text, "\(parameter) 應為數字，卻是「\(change.value)」", "\(parameter) is a number, found ‘\(change.value)’")
    }
    let after: CellValue =
      change.operation == .set
      ? .number(number) : .number(Self.shifted(before.number ?? 0, change, by: number, isMoney: false))
    team.lists.set(after, in: prefix, column: parameter, row: row, language: team.language)
    settingsOnly.lists = team.lists
    lists.insert(prefix)
    told.append(
      ToldChange(
        text: text, count: 1,
        cells: [
          .init(
            sheet: listed.definition.titles[team.language], row: labels[row], column: parameter, before: before,
            after: after, type: .number)
        ]))
  }

  mutating func tell(
    _ text: String, count: Int, _ changed: [(id: ColumnID, row: Int, before: CellValue, after: CellValue)],
    _ column: LocatedColumn
  ) {
    let cells = changed.prefix(Self.mostTold).map { change in
      let sheet = team.sheet(change.id.sheet)
      return ToldChange.Cell(
        sheet: sheet?.title ?? change.id.sheet, row: rowName(change.row, on: change.id.sheet), column: column.header,
        before: change.before, after: change.after, type: column.definition.type)
    }
    told.append(ToldChange(text: text, count: count, cells: cells))
  }

  func rowName(_ row: Int, on prefix: String) -> String {
    guard let sheet = team.sheet(prefix) else { return "" }
    if let key = sheet.definition.idColumn?.key,
      let new = cells[ColumnID(sheet: prefix, key: key)]?[row], row >= (table.team.sheet(prefix)?.rows.count ?? 0)
    {
      return new.shownText
    }
    return sheet.rowID(at: row)
  }
}
