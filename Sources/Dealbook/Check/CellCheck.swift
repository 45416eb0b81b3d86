// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Spreadsheet

/// The checks of a single cell, prepared for one column.
struct CellCheck {
  private let readers: CellReaders
  private let references: ReferenceIndex
  private let type: ColumnType
  private let allowed: Allowed
  private let isRequired: Bool
  private let isName: Bool
  /// Whether the column names those by whom figures are added up.
  private let isPerson: Bool
  private let moneyScale: Double?
  private let convention: SettledConvention
  /// Whether the playbook says that 60 % is stored as 60; it is then not a mistake.
  private let statesHundreds: Bool
  private let automaton: PatternAutomaton?
  /// Whether most labels of the column are not in its list. The column then has one finding about it instead of one per cell.
  private let hasForeignLabels: Bool
  /// Whether most dates of the column are months. They too have one finding.
  private let isOfMonths: Bool
  /// Whether most dates of the column have a time of day, likewise.
  private let isOfTimes: Bool
  /// Whether many of its entries are not found where it refers to. They too have one finding.
  private let isOfStrangers: Bool
  /// What its entries seem to mean that are not found where it refers to.
  private let meant: [String: String]
  private let own: ColumnReference
  /// People whose names are spelled in several ways; none where the column names no people.
  private let persons: PersonSpellings

  init(
    _ column: LocatedColumn, of sheet: String, profile: Profile, readers: CellReaders, references: ReferenceIndex,
    keepsOwnIDs: Bool,
    isOfMonths: Bool, isOfTimes: Bool, isOfStrangers: Bool, meant: [String: String], persons: PersonSpellings
  ) {
    self.meant = meant
    own = ColumnReference(sheet: sheet, column: column.key)
    if case .reference(let target) = column.definition.allowed, target.sheet == "pe" {
      self.persons = persons
    } else {
      self.persons = .none
    }
    (self.isOfMonths, self.isOfTimes, self.isOfStrangers) = (isOfMonths, isOfTimes, isOfStrangers)
    self.readers = readers
    self.references = references
    type = column.definition.type
    allowed = column.definition.allowed
    isRequired = column.definition.requirement(in: profile) == .required
    isName = column.key == "name"
    isPerson = ["owner", "person", "visitor"].contains(column.key)
    moneyScale = column.moneyScale
    convention = column.convention
    hasForeignLabels = column.labelCounts.map { $0.unknown > max(2, $0.known + $0.other) } ?? false
    statesHundreds = column.definition.convention.percentScale == .hundreds
    automaton = if case .pattern(let pattern) = allowed, !keepsOwnIDs { PatternAutomaton(pattern) } else { nil }
  }

  /// A fast test of whether ``findings(_:)`` has nothing to report for a number, because nearly all numbers are right.
  func isRight(_ number: Double) -> Bool {
    switch type {
    case .money: isInRange(number) && (moneyScale != nil || MoneyPrecision.rounded(number) == nil)
    case .number, .ratio, .score: isInRange(number)
    case .percent:
      number == 0 || convention.percentScale == .fractions && isInRange(number)
        || convention.isDivided && isInRange(NumberReader.scaled(number, byPowerOfTen: -2))
    case .integer: number == number.rounded() && isInRange(number)
    case .date: readers.plausibleDates.contains(number) && (isOfTimes || !LocatedColumn.hasTime(number))
    case .text: true
    case .tick, .list, .id, .key: false
    }
  }

  func findings(_ value: CellValue) -> CellFindings {
    var cell = CellFindings()
    if value.isEmpty {
      if isRequired { cell.report(.required) }
      // A full-width space is no entry, but formulas do not see the cell as empty.
      if case .text(let text) = value, !text.isEmpty, !text.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) {
        cell.report(.whitespace, repair: .blank)
      }
    } else if case .error = value {
      cell.report(.errorValue)
    } else if case .text(let text) = value, text.utf8.count > Self.longest, text.utf16.count > Self.longest {
      // Other findings about such a text would not help.
      cell.report(.tooLong, ["n": String(text.utf16.count)])
    } else {
      check(value, &cell)
    }
    return cell
  }

  /// The most that an Excel cell can hold, in UTF-16 units.
  private static let longest = ExcelLimits.textLength

  private func check(_ value: CellValue, _ cell: inout CellFindings) {
    switch type {
    case .money, .number, .integer, .percent, .ratio, .score: checkNumber(value, &cell)
    case .date: checkDate(value, &cell)
    case .tick: checkTick(value, &cell)
    case .list: checkLabel(value, &cell)
    case .id, .key: checkID(value, &cell)
    case .text: checkText(value, &cell)
    }
  }

  private func checkNumber(_ value: CellValue, _ cell: inout CellFindings) {
    switch readers.number(value, type: type, convention, moneyScale: moneyScale) {
    case .number(let number):
      checkRange(number, &cell)
    case .readable(let number):
      cell.report(.textNumber, repair: .number(number))
      // A number stored as text is one finding, unless the number is also out of range.
      if !isInRange(number) { checkRange(number, &cell) }
    case .ambiguous(let numbers):
      cell.report(.twoReadings, ["ways": ways(numbers.map(CellValue.shown))])
    case .foreign(_, let currency):
      let own = convention.currency.map(\.code) ?? CheckWords.unstated[readers.messageLanguage]
      cell.report(.foreignCurrency, ["found": currency.code, "own": own])
    case .unreadable(let why): reportUnread(why, type, &cell)
    }
  }

  private func reportUnread(_ why: UnreadText?, _ type: ColumnType, _ cell: inout CellFindings) {
    cell.report(
      .type,
      [
        "type": readers.name(of: type), "why": why.map { $0.words[readers.messageLanguage] } ?? "",
        Finding.reason: why?.rawValue ?? "",
      ])
  }

  /// `7 or 7000`; if there is only one reading, but nothing else in the column confirms it, the text says so.
  private func ways(_ readings: [String]) -> String {
    let language = readers.messageLanguage
    return readings.count == 1
      ? CheckWords.onlyWay(readings[0])[language] : readings.joined(separator: CheckWords.or[language])
  }

  private func isInRange(_ number: Double) -> Bool {
    guard case .range(let range) = allowed else { return true }
    // A bound that is another column is checked by a rule.
    return range.contains(number)
  }

  private func checkRange(_ number: Double, _ cell: inout CellFindings) {
    if type == .percent, convention.percentScale != .fractions {
      checkShare(number, &cell)
      return
    }
    if !isInRange(number) {
      if type == .percent, number > 1, number <= 100 {
        cell.report(.percentScale, repair: .number(NumberReader.scaled(number, byPowerOfTen: -2)))
      } else {
        cell.report(.range, ["range": readers.text(of: allowed)])
      }
      return
    }
    if type == .money, moneyScale == nil, let rounded = MoneyPrecision.rounded(number) {
      cell.report(.decimals, repair: .number(rounded))
    }
  }

  /// Checks a number of a column that stores 60 % as 60, or of a column for which this is unclear.
  private func checkShare(_ number: Double, _ cell: inout CellFindings) {
    let share = NumberReader.scaled(number, byPowerOfTen: -2)
    switch convention.percentScale {
    case .hundreds? where isInRange(share) && convention.isDivided: break
    case .hundreds? where isInRange(share):
      if number != 0, !statesHundreds { cell.report(.percentScale, repair: .number(share)) }
    case nil where isInRange(share) || isInRange(number): break
    default: cell.report(.range, ["range": readers.text(of: allowed)])
    }
  }

  private func checkDate(_ value: CellValue, _ cell: inout CellFindings) {
    switch readers.date(value, order: convention.dateOrder) {
    case .number(let serial):
      if !readers.plausibleDates.contains(serial) { cell.report(.dateRange) }
      if !isOfTimes, LocatedColumn.hasTime(serial) {
        cell.report(.dateTime, ["why": ""], repair: .number(serial.rounded(.down)))
      }
    case .readable(let serial):
      cell.report(.textDate, repair: .number(serial))
    case .ambiguous(let serials):
      cell.report(.twoReadings, ["ways": ways(serials.map { readers.day($0) })])
    case .foreign: break
    case .unreadable(.noDay?) where isOfMonths: break
    case .unreadable(let why): reportUnread(why, .date, &cell)
    }
  }

  private func checkTick(_ value: CellValue, _ cell: inout CellFindings) {
    var marks = Tick.allCases
    if case .ticks(let ticks) = allowed { marks = ticks }
    guard let tick = TickReader.read(value), marks.contains(tick) else {
      cell.report(.type, ["type": readers.name(of: .tick)])
      return
    }
    if value != .text(tick.rawValue) {
      cell.report(.tickAlias, ["tick": tick.rawValue], repair: .text(tick.rawValue))
    }
  }

  private func checkLabel(_ value: CellValue, _ cell: inout CellFindings) {
    guard case .list(let prefix) = allowed, let labels = readers.labels[prefix] else { return }
    guard case .text(let text) = value else {
      cell.report(.type, ["type": readers.name(of: .list)])
      return
    }
    checkSpaces(text, &cell)
    switch labels.meaning(of: text) {
    case .label: break
    case .otherLanguage(let label, let language):
      cell.report(
        .otherLanguage,
        [
          "lang": language?.name(in: readers.messageLanguage)
            ?? CheckWords.synonym(in: labels.title)[readers.messageLanguage]
        ],
        repair: .text(label))
    case nil:
      if !checkCharacters(text, &cell), !hasForeignLabels {
        let meant = Spoken(language: readers.messageLanguage).nearest(labels.nearest(to: text))
        cell.report(.list, ["nearest": meant])
      }
    }
  }

  private func checkID(_ value: CellValue, _ cell: inout CellFindings) {
    guard value.text != nil || value.number != nil else {
      cell.report(.type, ["type": readers.name(of: .id)])
      return
    }
    let text = value.shownText
    checkSpaces(text, &cell)
    if checkPerson(text, &cell) || checkWidth(text, &cell) { return }
    let isSpoiled = checkCharacters(text, &cell)
    if let automaton, !isSpoiled, !automaton.matches(Self.upperCase(StraySpace.trimmed(text))) {
      cell.report(.pattern)
    }
    if case .reference(let target) = allowed, !isOfStrangers, references.contains(text, in: target) == false,
      !references.isWide(text, in: target)
    {
      cell.report(.reference, repair: meant[text].map { .text($0) })
    }
  }

  /// Reports a person who is called otherwise elsewhere.
  private func checkPerson(_ text: String, _ cell: inout CellFindings) -> Bool {
    guard !persons.isEmpty, let other = persons.other(of: StraySpace.collapsed(text)) else { return false }
    cell.report(.personSpelling, ["other": other.usual], repair: other.isClear ? .text(other.usual) : nil)
    return true
  }

  /// Reports an id with full-width characters: it looks like another and is none.
  private func checkWidth(_ text: String, _ cell: inout CellFindings) -> Bool {
    let clean = StraySpace.cleaned(text)
    guard let narrow = UsualSpelling.narrow(clean) else { return false }
    var isClear = true
    switch allowed {
    case .reference(let target):
      // A person, or another name, may be written as it likes.
      guard let way = references.narrowing(clean, to: narrow, in: target) else { return false }
      isClear = way
    case .pattern:
      guard automaton?.matches(Self.upperCase(narrow)) ?? narrow.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
      isClear = references.isOnlyForm(of: narrow, in: own)
    default: return false
    }
    cell.report(
      .spelling, ["why": CheckWords.fullWidth(narrow)[readers.messageLanguage], Finding.reason: "fullWidth"],
      repair: isClear ? .text(narrow) : nil)
    return true
  }

  private static func upperCase(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < UInt8(ascii: "a") } ? text : text.uppercased()
  }

  private func checkText(_ value: CellValue, _ cell: inout CellFindings) {
    guard case .text(let text) = value else { return }
    if isName { checkSpaces(text, &cell) }
    if let first = text.unicodeScalars.first, "=+-@".unicodeScalars.contains(first) {
      cell.report(.formulaText, ["c": String(first)])
    }
  }

  private func checkSpaces(_ text: String, _ cell: inout CellFindings) {
    // Two spaces inside make another person of an owner; elsewhere they may be meant.
    let clean = isPerson ? StraySpace.collapsed(text) : StraySpace.cleaned(text)
    if !clean.utf8.elementsEqual(text.utf8) { cell.report(.whitespace, repair: .text(clean)) }
    if let usual = UsualSpelling.usual(of: clean) {
      cell.report(
        .spelling, ["why": CheckWords.alike[readers.messageLanguage], Finding.reason: "alike"], repair: .text(usual))
    }
  }

  /// Whether the text contains characters that break lookups.
  private func checkCharacters(_ text: String, _ cell: inout CellFindings) -> Bool {
    guard readers.breaksLookups(StraySpace.trimmed(text)) else { return false }
    cell.report(.badCharacters)
    return true
  }
}
