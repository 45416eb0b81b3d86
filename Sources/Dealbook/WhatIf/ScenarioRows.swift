// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Finds the rows that a scenario refers to in the unchanged workbook.
struct ScenarioRows {
  private let table: SandTable
  private let words: ScenarioWords

  init(_ table: SandTable, _ words: ScenarioWords) {
    self.table = table
    self.words = words
  }

  /// The row with an ID; nil if there is none.
  func row(_ id: String, on sheet: LocatedSheet, in text: String) throws(DealbookError) -> Int? {
    switch table.rowNames(sheet.prefix)[StraySpace.trimmed(id).lowercased()] {
    case nil: return nil
    case .one(let row)?: return row
    case .several(let first, let second)?:
      let start = sheet.rows.range.lowerBound
      throw .wish(
        text, "「\(id)」在「\(sheet.title)」表的第 \(start + first) 列和第 \(start + second) 列都有；必須只有一列",
        "‘\(id)’ stands in the rows \(start + first) and \(start + second) of \(sheet.title); it has to be one row")
    }
  }

  func unknown(_ id: String, on sheet: LocatedSheet, in text: String) -> DealbookError {
    let ids = (0..<sheet.rows.count).map { sheet.rowID(at: $0) }.filter { !$0.isEmpty }
    return .wish(
      text, "「\(sheet.title)」表沒有「\(id)」這一列", "the sheet \(sheet.title) has no row ‘\(id)’",
      ScenarioWords.suggestion(id, ids, choices: ids))
  }

  /// The rows that satisfy all conditions; throws if there is none.
  func matching(
    _ conditions: [ChangeText.Condition], on sheet: LocatedSheet, in text: String
  ) throws(DealbookError) -> [Int] {
    var rows = (0..<sheet.rows.count).filter { sheet.rows.kinds[$0] == .data }
    rows.removeAll { $0 >= (table.team.sheet(sheet.prefix)?.rows.count ?? 0) }
    for condition in conditions {
      let test = try Test(condition, on: sheet, in: text, table, words)
      let found = rows.filter(test.holds)
      guard !found.isEmpty else {
        let wanted = "\(condition.path)\(condition.relation.rawValue)\(condition.value)"
        throw .wish(
          text, "「\(sheet.title)」表沒有符合 \(wanted) 的列", "no row of \(sheet.title) has \(wanted)", test.suggestion(rows))
      }
      rows = found
    }
    guard !rows.isEmpty else { throw .wish(text, "「\(sheet.title)」表沒有資料列", "the sheet \(sheet.title) has no rows") }
    return rows
  }

  /// A condition, bound to the column that it tests.
  private struct Test {
    private let relation: ChangeText.Relation
    private let wanted: CellValue
    private let values: Column
    /// For each row, the row of another sheet that it refers to.
    private let places: [Int?]?

    init(
      _ condition: ChangeText.Condition, on sheet: LocatedSheet, in text: String, _ table: SandTable,
      _ words: ScenarioWords
    ) throws(DealbookError) {
      relation = condition.relation
      let (owner, key, through) = try Self.place(condition.path, on: sheet, in: text, words)
      let environment = table.base.environment
      values = environment.column("\(owner.prefix)_\(key)") ?? Column([])
      if let through, let ids = environment.column("\(sheet.prefix)_\(through)") {
        let names = table.rowNames(owner.prefix)
        places = (0..<ids.count).map { row in
          names[StraySpace.trimmed(ids[row].shownText).lowercased()].map(\.first)
        }
      } else {
        places = nil
      }
      wanted = try Self.wanted(condition.value, key, on: owner, in: text, table, words)
    }

    /// The sheet and key of a column and, if it is on another sheet, the column that refers to that sheet.
    private static func place(
      _ path: String, on sheet: LocatedSheet, in text: String, _ words: ScenarioWords
    ) throws(DealbookError) -> (LocatedSheet, String, through: String?) {
      if let key = words.columnKey(path, on: sheet) { return (sheet, key, nil) }
      let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
      for column in sheet.columns {
        guard case .reference(let target) = column.definition.allowed, let other = words.team.sheet(target.sheet) else {
          continue
        }
        if parts.count == 2 {
          guard words.columnKey(parts[0], on: sheet) == column.key || HeaderNormalizer.key(parts[0]) == target.sheet,
            let key = words.columnKey(parts[1], on: other)
          else { continue }
          return (other, key, column.key)
        }
        if let key = words.columnKey(path, on: other) { return (other, key, column.key) }
      }
      let all = sheet.definition.columns.flatMap { [$0.key] + $0.titles.all } + sheet.columns.map(\.header)
      throw .wish(
        text, "「\(sheet.title)」表沒有「\(path)」欄", "the sheet \(sheet.title) has no column ‘\(path)’",
        ScenarioWords.suggestion(path, all, choices: sheet.columns.map(\.key)))
    }

    /// The value as cells of the column hold it.
    private static func wanted(
      _ text: String, _ key: String, on sheet: LocatedSheet, in wish: String, _ table: SandTable, _ words: ScenarioWords
    ) throws(DealbookError) -> CellValue {
      guard let definition = sheet.definition.column(key), !text.isEmpty else { return .blank }
      if case .list(let prefix) = definition.allowed, let meaning = table.readers.labels[prefix]?.meaning(of: text) {
        if case .otherLanguage(let label, _) = meaning { return .text(label) }
        return .text(text)
      }
      switch definition.type {
      case .date:
        if let serial = ScenarioWords.number(table.readers.date(.text(text), order: nil)) { return .number(serial) }
        let name = words.title(key, on: sheet)
        throw .wish(
          wish, "「\(name)」是日期，例如 2026-03-31，卻是「\(text)」", "\(name) is a date such as 2026-03-31, found ‘\(text)’")
      case .tick: return TickReader.read(.text(text)).map { .text($0.rawValue) } ?? .text(text)
      default:
        if let number = ScenarioWords.plainNumber(text) ?? NumberReader.read(text)?.value, definition.type.isNumeric {
          return .number(number)
        }
        return .text(text)
      }
    }

    func holds(_ row: Int) -> Bool {
      let value = value(row)
      switch relation {
      case .equal: return isEqual(value)
      case .notEqual: return !isEqual(value)
      case .less, .atMost, .atLeast, .greater:
        guard let order = order(value) else { return false }
        return switch relation {
        case .less: order < 0
        case .atMost: order <= 0
        case .atLeast: order >= 0
        default: order > 0
        }
      }
    }

    private func value(_ row: Int) -> CellValue {
      guard let places else { return row < values.count ? values[row] : .blank }
      guard row < places.count, let place = places[row], place < values.count else { return .blank }
      return values[place]
    }

    private func isEqual(_ value: CellValue) -> Bool {
      if wanted.isEmpty { return value.isEmpty }
      if let number = wanted.number, let other = value.number { return number == other }
      return Self.folded(value) == Self.folded(wanted)
    }

    private func order(_ value: CellValue) -> Int? {
      if let number = wanted.number {
        guard let other = value.number else { return nil }
        return other < number ? -1 : other > number ? 1 : 0
      }
      guard !value.isEmpty else { return nil }
      let (text, other) = (Self.folded(wanted), Self.folded(value))
      return other < text ? -1 : other > text ? 1 : 0
    }

    private static func folded(_ value: CellValue) -> String { StraySpace.trimmed(value.shownText).lowercased() }

    /// What the rows contain instead.
    func suggestion(_ rows: [Int]) -> String {
      var seen: Set<String> = []
      let texts = rows.map { value($0).shownText }.filter { !$0.isEmpty && seen.insert($0).inserted }
      return ScenarioWords.suggestion(wanted.shownText, texts, choices: texts)
    }
  }
}

/// The rows with an ID.
enum RowPlace: Sendable {
  case one(Int)
  case several(Int, Int)

  var first: Int {
    switch self {
    case .one(let row), .several(let row, _): row
    }
  }
}
