import Formula
import Playbook
import Spreadsheet

/// A scenario's wishes carried out on a workbook in memory, before anything is computed.
struct ScenarioApplication {
  private(set) var team: TeamWorkbook
  private(set) var edits = TrialEdits()
  private(set) var told: [ToldChange] = []
  /// By the row of a deal the bond that it belongs to.
  private(set) var bonds: [Int: Int] = [:]
  /// Whether a setting is stated now that nobody had entered.
  private(set) var changesPlan = false
  /// The workbook with the settings of the scenario and nothing else of it.
  private(set) var settingsOnly: TeamWorkbook

  private let table: SandTable
  private let words: ScenarioWords
  private let readers: CellReaders
  /// What cells are to hold, by column and row.
  private var cells: [ColumnID: [Int: CellValue]] = [:]
  private var lists: Set<String> = []
  private var newIDs: Set<String> = []

  /// How many cells of a wish are told one by one.
  private static let mostTold = 5

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
    finish()
    for text in scenario.bonds { try bind(text) }
  }

  // MARK: Changes

  private mutating func change(_ text: String) throws(DealbookError) {
    let change = try ChangeText(text)
    switch try words.container(change.container) {
    case .settings: try setting(change, text)
    case .lists:
      guard let dot = change.rest.firstIndex(of: ".") else {
        throw .usage("‘\(text)’: expected lists.LIST.LABEL.PARAMETER=VALUE, for example lists.st.NEGO.conv=0.85")
      }
      guard case .list(let prefix) = try words.container(String(change.rest[..<dot])) else {
        throw .usage("‘\(text)’: there is no list ‘\(change.rest[..<dot])’")
      }
      try list(prefix, String(change.rest[change.rest.index(after: dot)...]), change, text)
    case .list(let prefix): try list(prefix, change.rest, change, text)
    case .sheet(let sheet): try cells(on: sheet, change, text)
    }
  }

  private mutating func cells(on sheet: LocatedSheet, _ change: ChangeText, _ text: String) throws(DealbookError) {
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
      throw .usage("‘\(text)’: \(column.header) is blank there; there is nothing to shift or to multiply")
    }
    tell(text, count: told.count, told.map { (id, $0.row, $0.before, $0.after) }, column)
  }

  /// What a cell is to hold; nil for a blank one that is to be shifted.
  private func value(
    _ change: ChangeText, _ text: String, _ column: LocatedColumn, on sheet: LocatedSheet, row: Int, before: CellValue
  ) throws(DealbookError) -> CellValue? {
    let type = column.definition.type
    let shift = type == .date ? DayShift(change.value, isShift: change.operation != .set) : nil
    if let shift {
      guard let serial = before.number else { return nil }
      let sign = change.operation == .subtract ? -1 : 1
      guard let moved = shift.applied(to: serial, sign: sign, in: team.workbook.dateSystem) else {
        throw .usage("‘\(text)’: there is no such day")
      }
      return .number(moved)
    }
    if change.operation != .set {
      guard type.isNumeric, type != .date else {
        throw .usage("‘\(text)’: \(column.header) holds no numbers; only numbers and dates can be shifted")
      }
      guard let factor = words.number(change.value, for: column, readers) else {
        throw .usage("‘\(text)’: expected a number, found ‘\(change.value)’")
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

  private static func shifted(_ number: Double, _ change: ChangeText, by factor: Double, isMoney: Bool) -> Double {
    // +=10% is a tenth more.
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
  private func split(_ rest: String, on sheet: LocatedSheet, in text: String) throws(DealbookError) -> (Int, String) {
    let rows = ScenarioRows(table, words)
    var best: (row: String, column: String)?
    for place in rest.indices where rest[place] == "." {
      let (row, column) = (String(rest[..<place]), String(rest[rest.index(after: place)...]))
      if let offset = try rows.row(row, on: sheet, in: text) { return (offset, column) }
      if best == nil || words.columnKey(column, on: sheet) != nil { best = (row, column) }
    }
    guard let best else {
      throw .usage("‘\(text)’: expected SHEET.ROW.COLUMN=VALUE, for example deals.D-006.amount=120000")
    }
    throw rows.unknown(best.row, on: sheet, in: text)
  }

  private mutating func setting(_ change: ChangeText, _ text: String) throws(DealbookError) {
    let prepared = PreparedPlaybook.of(team.playbook)
    let names = team.playbook.settings.flatMap { [$0.name] + $0.titles.all }
    guard change.conditions == nil, let name = prepared.settings[HeaderNormalizer.key(change.rest)],
      let entry = team.settings.entries[name]
    else {
      throw .usage(
        "there is no setting ‘\(change.rest)’\(ScenarioWords.suggestion(change.rest, names, choices: team.playbook.settings.map(\.name)))"
      )
    }
    guard name != "Lang" else {
      throw .usage("‘\(text)’: the language of a workbook is no part of a scenario")
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
        throw .usage("‘\(text)’: \(name) is a date such as 2026-03-31, found ‘\(change.value)’")
      }
    case .number:
      guard
        let number = ScenarioWords.plainNumber(change.value)
          ?? readers.setting(entry.definition, from: .text(change.value))?.number
      else { throw .usage("‘\(text)’: \(name) is a number, found ‘\(change.value)’") }
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

  private mutating func list(
    _ prefix: String, _ rest: String, _ change: ChangeText, _ text: String
  ) throws(DealbookError) {
    guard let listed = team.lists[prefix], change.conditions == nil, let dot = rest.lastIndex(of: ".") else {
      throw .usage("‘\(text)’: expected stages.LABEL.PARAMETER=VALUE, for example stages.NEGO.conv=0.85")
    }
    let (word, parameter) = (String(rest[..<dot]), String(rest[rest.index(after: dot)...]))
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
      throw .usage(
        "‘\(text)’: the list \(listed.definition.titles[team.language]) has no ‘\(word)’\(ScenarioWords.suggestion(word, all, choices: labels))"
      )
    }
    let parameters = listed.definition.extraColumns
    guard parameters.contains(parameter), let before = listed.columns[parameter]?[row] else {
      throw .usage(
        "‘\(text)’: the list \(listed.definition.titles[team.language]) has no parameter ‘\(parameter)’\(ScenarioWords.suggestion(parameter, parameters, choices: parameters))"
      )
    }
    guard let number = ScenarioWords.plainNumber(change.value) else {
      throw .usage("‘\(text)’: \(parameter) is a number, found ‘\(change.value)’")
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

  private mutating func tell(
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

  private func rowName(_ row: Int, on prefix: String) -> String {
    guard let sheet = team.sheet(prefix) else { return "" }
    if let key = sheet.definition.idColumn?.key,
      let new = cells[ColumnID(sheet: prefix, key: key)]?[row], row >= (table.team.sheet(prefix)?.rows.count ?? 0)
    {
      return new.shownText
    }
    return sheet.rowID(at: row)
  }

  // MARK: Rows that come and go

  private func sheet(_ word: String, in text: String) throws(DealbookError) -> LocatedSheet {
    guard case .sheet(let sheet) = try words.container(word) else {
      throw .usage("‘\(text)’: expected a sheet of rows, such as deals")
    }
    return team.sheet(sheet.prefix) ?? sheet
  }

  private mutating func noteID(of addition: Scenario.Addition) throws(DealbookError) {
    let sheet = try sheet(addition.sheet, in: addition.text)
    guard let key = sheet.definition.idColumn?.key else { return }
    for cell in addition.cells where words.columnKey(cell.column, on: sheet) == key {
      let id = StraySpace.trimmed(cell.value).lowercased()
      newIDs.insert("\(sheet.prefix).\(id)")
      if try ScenarioRows(table, words).row(cell.value, on: sheet, in: addition.text) != nil {
        throw .usage("‘\(addition.text)’: the sheet \(sheet.title) has a row \(cell.value) already")
      }
    }
  }

  private mutating func add(_ addition: Scenario.Addition) throws(DealbookError) {
    let text = addition.text
    let sheet = try sheet(addition.sheet, in: text)
    let row = sheet.rows.count
    var typed: [(column: LocatedColumn, value: CellValue)] = []
    for cell in addition.cells {
      let column = try words.inputColumn(cell.column, on: sheet, in: text)
      let value = try words.value(
        cell.value, for: column, on: sheet, in: text, newIDs: newIDs, readers,
        row: { key in typed.first { $0.column.key == key }?.value.number })
      typed.append((column, value))
    }
    let index = team.sheets.firstIndex { $0.prefix == sheet.prefix } ?? 0
    let first = row > 0 ? sheet.rows.range.lowerBound : (sheet.lastHeaderRow ?? 0) + 1
    team.sheets[index].rows = RowLayout(
      range: first..<(first + row + 1), kinds: sheet.rows.kinds + [.data], totalRows: sheet.rows.totalRows,
      otherRows: sheet.rows.otherRows)
    edits.structure[sheet.prefix, default: []].append(row)
    for (column, value) in typed { cells[ColumnID(sheet: sheet.prefix, key: column.key), default: [:]][row] = value }
    told.append(
      ToldChange(
        text: text, count: typed.count,
        cells: typed.map { column, value in
          .init(
            sheet: sheet.title, row: rowName(row, on: sheet.prefix), column: column.header, before: .blank,
            after: value, type: column.definition.type)
        }))
  }

  private mutating func remove(_ text: String) throws(DealbookError) {
    let (word, conditions, rest) = try ChangeText.target(text, of: text)
    let sheet = try sheet(word, in: text)
    let rows = ScenarioRows(table, words)
    let places: [Int]
    if let conditions {
      guard rest.isEmpty else {
        throw .usage("‘\(text)’: expected rows to remove, found a column ‘\(rest)’ behind them")
      }
      places = try rows.matching(conditions, on: sheet, in: text)
    } else {
      guard let row = try rows.row(rest, on: sheet, in: text) else { throw rows.unknown(rest, on: sheet, in: text) }
      places = [row]
    }
    let index = team.sheets.firstIndex { $0.prefix == sheet.prefix } ?? 0
    var kinds = sheet.rows.kinds
    for place in places { kinds[place] = .blank }
    team.sheets[index].rows = RowLayout(
      range: sheet.rows.range, kinds: kinds, totalRows: sheet.rows.totalRows, otherRows: sheet.rows.otherRows)
    edits.structure[sheet.prefix, default: []] += places
    for column in sheet.columns where !column.definition.isComputed {
      for place in places { cells[ColumnID(sheet: sheet.prefix, key: column.key), default: [:]][place] = .blank }
    }
    told.append(
      ToldChange(
        text: text, count: places.count,
        cells: places.prefix(Self.mostTold).map { place in
          .init(
            sheet: sheet.title, row: sheet.rowID(at: place), column: "", before: .text(sheet.rowID(at: place)),
            after: .blank, type: .text)
        }))
  }

  // MARK: The workbook with all of it

  private mutating func finish() {
    var touchesIDs = false
    for index in team.sheets.indices {
      let prefix = team.sheets[index].prefix
      let count = team.sheets[index].rows.count
      let isLonger = edits.structure[prefix] != nil
      if let rows = edits.structure[prefix] {
        edits.structure[prefix] = Set(rows).sorted()
        touchesIDs = true
      }
      for place in team.sheets[index].columns.indices {
        let column = team.sheets[index].columns[place]
        let changed = cells[ColumnID(sheet: prefix, key: column.key)]?.sorted { $0.key < $1.key } ?? []
        guard isLonger || !changed.isEmpty else { continue }
        team.sheets[index].columns[place].values = column.values.replacing(
          changed.map(\.key), by: Column(changed.map(\.value)), count: count)
        guard !changed.isEmpty else { continue }
        edits.cells[ColumnID(sheet: prefix, key: column.key)] = changed.map(\.key)
        switch column.definition.type {
        case .id, .key: touchesIDs = true
        default: break
        }
      }
    }
    if touchesIDs { markIDs() }
    for prefix in lists {
      guard let listed = team.lists[prefix], let old = table.team.lists[prefix] else { continue }
      for (name, values) in listed.columns where old.columns[name] != values {
        edits.lists["\(prefix)_\(name)"] = Column(values.isEmpty ? [.blank] : values)
      }
    }
  }

  /// Ids that formulas can't tell apart may be others now, and with them the rows that get no figures.
  private mutating func markIDs() {
    let before = team.sheets.map(\.mergedIDs)
    for index in team.sheets.indices { team.sheets[index].mergedIDs = [:] }
    team.sheets = MergedIDs(team.sheets).marking(team.sheets)
    for (index, old) in before.enumerated() where old != team.sheets[index].mergedIDs {
      let rows = Set(old.keys).union(team.sheets[index].mergedIDs.keys)
      let prefix = team.sheets[index].prefix
      edits.marked[prefix] = rows.sorted()
    }
  }

  // MARK: Bonds

  /// `account_id`: deals with the same value; `D001, D002`: these.
  private mutating func bind(_ text: String) throws(DealbookError) {
    guard let sheet = team.sheet("de") else { throw .usage("‘\(text)’: the workbook has no sheet of deals") }
    let next = (bonds.values.max() ?? -1) + 1
    let ids = ChangeText.list(text)
    if ids.count == 1, let key = words.columnKey(text, on: sheet) ?? words.columnKey(text + "_id", on: sheet),
      let column = sheet.column(key)
    {
      var places: [String: Int] = [:]
      for row in 0..<sheet.rows.count where sheet.rows.kinds[row] == .data {
        let value = row < column.values.count ? column.values[row].shownText.lowercased() : ""
        guard !value.isEmpty else { continue }
        let bond = places[value] ?? next + places.count
        places[value] = bond
        bonds[row] = bond
      }
      return
    }
    guard ids.count > 1 else {
      throw .usage(
        "‘\(text)’: expected two deals or more, such as D001,D002, or a column of the deals, such as account_id")
    }
    let rows = ScenarioRows(table, words)
    for id in ids {
      let added = (table.team.sheet("de")?.rows.count ?? 0)..<sheet.rows.count
      if let row = try rows.row(id, on: sheet, in: text)
        ?? added.first(where: { sheet.rowID(at: $0).lowercased() == id.lowercased() })
      {
        bonds[row] = next
      } else {
        throw rows.unknown(id, on: sheet, in: text)
      }
    }
  }
}

extension Scenario.Addition {
  /// As it is written on a command line.
  var text: String { "\(sheet): " + cells.map { "\($0.column)=\($0.value)" }.joined(separator: ", ") }
}
