// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// What the cells of an export become in the columns of the team's sheet.
struct UpdateValues {
  private let targetReaders: CellReaders
  private let sourceReaders: CellReaders
  /// Days to add to a date of the export.
  private let daysBetween: Double
  /// Where the export says in a column of its own what is won and lost.
  private let outcomeStages: OutcomeStages?

  init(_ source: LocatedSheet, _ target: LocatedSheet, team: BoundWorkbook, export: BoundWorkbook) {
    outcomeStages = OutcomeStages(source, target, team)
    targetReaders = CellReaders(team)
    sourceReaders = CellReaders(export)
    // The calendars of the two date systems begin 1,462 days apart (18.17.4.1).
    let system = team.workbook.dateSystem
    daysBetween =
      system == export.workbook.dateSystem
      ? 0 : system == .year1900 ? Self.daysFrom1900To1904 : -Self.daysFrom1900To1904
  }

  private static let daysFrom1900To1904 = 1462.0

  enum Reading {
    case blank
    case value(CellValue)
    case kept(UpdateReport.Kept.Reason)
  }

  /// The export's value in the form of the team's column.
  func value(_ pair: ColumnMatch.Pair, at offset: Int) -> Reading {
    if let outcomeStages, pair.target.key == OutcomeColumn.stage {
      switch outcomeStages.stage(at: offset) {
      case .asWritten: break
      case .label(let label): return .value(label)
      case .notUnderstood: return .kept(.unreadable)
      }
    }
    guard offset < pair.source.values.count else { return .blank }
    let value = pair.source.values[offset]
    if value.isEmpty || value.text.map(StraySpace.isBlank) == true { return .blank }
    let type = pair.target.definition.type
    switch type {
    case .date:
      switch sourceReaders.date(value, order: pair.source.convention.dateOrder) {
      case .number(let serial), .readable(let serial): return .value(.number(serial + daysBetween))
      case let other: return .kept(Self.reason(other))
      }
    case .percent:
      switch pair.shares?.share(value, sourceReaders) {
      case .number(let number)?: return .value(.number(number))
      case .kept(let reason)?: return .kept(reason)
      case .unread(let reading)?: return .kept(Self.reason(reading))
      case nil: return .kept(.percentScale)
      }
    case .money, .number, .ratio, .integer, .score:
      switch sourceReaders.number(value, in: pair.source) {
      case .number(let number): return .value(.number(number))
      case .readable(let number): return .value(.number(Self.stored(number, in: pair.source)))
      case let other: return .kept(Self.reason(other))
      }
    case .list:
      if case .error = value { return .kept(.unreadable) }
      return .value(ownLabel(value, in: pair.target))
    default:
      if case .error = value { return .kept(.unreadable) }
      return .value(value)
    }
  }

  private static func reason(_ reading: CellReaders.Reading) -> UpdateReport.Kept.Reason {
    switch reading {
    case .ambiguous: .ambiguous
    case .foreign: .otherCurrency
    default: .unreadable
    }
  }

  // MARK: Labels

  /// A label as the team writes it: `Won` is the team's `Closed Won`.
  private func ownLabel(_ value: CellValue, in column: LocatedColumn) -> CellValue {
    guard case .list(let list) = column.definition.allowed, let text = value.text,
      case .otherLanguage(let label, _)? = targetReaders.labels[list]?.meaning(of: text)
    else { return value }
    return .text(label)
  }

  /// Whether the list of a column has a label, in any spelling; nil for a column without a list.
  func knows(_ label: String, in column: LocatedColumn) -> Bool? {
    guard case .list(let list) = column.definition.allowed, let reader = targetReaders.labels[list] else { return nil }
    return reader.meaning(of: label) != nil
  }

  // MARK: The team's values

  /// A number of the team's as its column stores it; nil if it is none, or can be read in two ways.
  func number(_ value: CellValue, in column: LocatedColumn) -> Double? {
    switch targetReaders.number(value, in: column) {
    case .number(let number): number
    case .readable(let number): Self.stored(number, in: column)
    default: nil
    }
  }

  /// An amount that was read from a text, in the unit of its column.
  private static func stored(_ number: Double, in column: LocatedColumn) -> Double {
    NumberReader.scaled(number, byPowerOfTen: -NumberReader.powerOfTen(of: column.moneyScale ?? 1))
  }

  /// Whether a cell of the team's says the same as what the export has for it.
  func isSame(_ old: CellValue, _ new: CellValue, in column: LocatedColumn) -> Bool {
    if isSame(old, new) || isSameLabel(old, new, in: column) { return true }
    // A text of the team's with the same meaning stays as it is written.
    if case .text = old, case .number(let number) = new { return reads(old, as: number, in: column) }
    return false
  }

  private func isSame(_ old: CellValue, _ new: CellValue) -> Bool {
    if case .number(let a) = old, case .number(let b) = new { return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b)) }
    return old == new || StraySpace.trimmed(old.shownText) == StraySpace.trimmed(new.shownText)
  }

  /// A label of the team's in another language, or an alias of the label, stays as it is written.
  private func isSameLabel(_ old: CellValue, _ new: CellValue, in column: LocatedColumn) -> Bool {
    column.definition.type == .list && isSame(ownLabel(old, in: column), new)
  }

  private func reads(_ value: CellValue, as number: Double, in column: LocatedColumn) -> Bool {
    let isDate = column.definition.type == .date
    let reading =
      isDate
      ? targetReaders.date(value, order: column.convention.dateOrder) : targetReaders.number(value, in: column)
    guard case .readable(let text) = reading else { return false }
    let read = isDate ? text : Self.stored(text, in: column)
    return abs(read - number) <= 1e-9 * max(1, abs(number))
  }
}
