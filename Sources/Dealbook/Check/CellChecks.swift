// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Spreadsheet

/// The checks of single cells: type, list, range, required values and so on (GEN rules).
///
/// They are done together because one check suppresses another: an ID with a wildcard in it is not also reported as ill-formed.
struct CellChecks {
  let team: BoundWorkbook
  let readers: CellReaders
  let references: ReferenceIndex

  func run(_ findings: inout FindingCollector) {
    let places = team.sheets.indices.flatMap { sheet in
      team.sheets[sheet].columns.indices.filter { !team.sheets[sheet].columns[$0].definition.isComputed }
        .map { (sheet: sheet, column: $0) }
    }
    let own = findings.empty()
    // Without the playbook with which such a workbook was filled, nothing else says what its IDs look like.
    let mayKeepOwnIDs = team.standing == .guessed || team.meta?.kept != nil
    findings.add(
      concurrentMap(places.count) { place in
        let sheet = team.sheets[places[place].sheet]
        return check(sheet.columns[places[place].column], of: sheet, mayKeepOwnIDs, own)
      })
  }

  /// The findings of a column's cells.
  private func check(
    _ column: LocatedColumn, of sheet: LocatedSheet, _ mayKeepOwnIDs: Bool, _ empty: FindingCollector
  ) -> [Finding] {
    let check = ColumnCheck(
      column, profile: team.profile, readers: readers, references: references,
      keepsOwnIDs: mayKeepOwnIDs && keepsOwnIDs(column, sheet.rows),
      isOfMonths: column.monthCount != nil, isOfTimes: column.timeCount != nil,
      isOfStrangers: references.strangers[ColumnID(sheet: sheet.prefix, key: column.key)] != nil,
      meant: team.likes.meant[ColumnID(sheet: sheet.prefix, key: column.key)] ?? [:])
    let values = column.values
    let ids = sheet.rowIDs
    // A text has the same findings wherever it occurs in the column.
    var known = [CellFindings?](repeating: nil, count: values.textCount)
    var findings = empty
    let unstored = column.unstored
    for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
      // The value of such a formula is not known; the column has one finding about it.
      if let unstored, unstored.contains(offset) { continue }
      let cell: CellFindings
      if let text = values.textNumber(at: offset) {
        if let known = known[text] {
          cell = known
        } else {
          cell = check.findings(values[offset])
          known[text] = cell
        }
      } else {
        if let number = values.number(at: offset), check.isRight(number) { continue }
        cell = check.findings(values[offset])
      }
      if !cell.isEmpty { cell.deliver(sheet, ids, offset, column, values[offset], to: &findings) }
    }
    return findings.findings
  }
}

extension CellChecks {
  /// Whether most IDs of the column follow a pattern of the team's own, as may be the case in a workbook without a playbook of its own.
  private func keepsOwnIDs(_ column: LocatedColumn, _ rows: RowLayout) -> Bool {
    guard case .pattern(let pattern) = column.definition.allowed else { return false }
    var (own, other) = (0, 0)
    for offset in 0..<min(column.values.count, rows.count) where rows.kinds[offset] == .data {
      let value = column.values[offset]
      if value.isEmpty { continue }
      if pattern.matches(StraySpace.trimmed(value.shownText).uppercased()) { other += 1 } else { own += 1 }
    }
    return own > other && own > 2
  }
}

/// The checks of the cells of one column.
private struct ColumnCheck {
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

  init(
    _ column: LocatedColumn, profile: Profile, readers: CellReaders, references: ReferenceIndex, keepsOwnIDs: Bool,
    isOfMonths: Bool, isOfTimes: Bool, isOfStrangers: Bool, meant: [String: String]
  ) {
    self.meant = meant
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
      .type, ["type": readers.name(of: type), "why": why.map { $0.words[readers.messageLanguage] } ?? ""])
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
      if !checkCharacters(text, &cell), !hasForeignLabels { cell.report(.list) }
    }
  }

  private func checkID(_ value: CellValue, _ cell: inout CellFindings) {
    guard value.text != nil || value.number != nil else {
      cell.report(.type, ["type": readers.name(of: .id)])
      return
    }
    let text = value.shownText
    checkSpaces(text, &cell)
    let isSpoiled = checkCharacters(text, &cell)
    if let automaton, !isSpoiled, !automaton.matches(Self.upperCase(StraySpace.trimmed(text))) {
      cell.report(.pattern)
    }
    if case .reference(let target) = allowed, !isOfStrangers, references.contains(text, in: target) == false {
      cell.report(.reference, repair: meant[text].map { .text($0) })
    }
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
    if let usual = UsualSpelling.usual(of: clean) { cell.report(.spelling, repair: .text(usual)) }
  }

  /// Whether the text contains characters that break lookups.
  private func checkCharacters(_ text: String, _ cell: inout CellFindings) -> Bool {
    guard readers.breaksLookups(StraySpace.trimmed(text)) else { return false }
    cell.report(.badCharacters)
    return true
  }
}

/// Parts of sentences about cells.
enum CheckWords {
  static let or = Localized(traditionalChinese: " 或 ", simplifiedChinese: " 或 ", english: " or as ")
  static let unstated = Localized(
    traditionalChinese: "未註明的幣別", simplifiedChinese: "未注明的币种", english: "a currency that is not stated")

  /// What a label is that the list knows by another word.
  static func synonym(in list: Localized) -> Localized {
    Localized(
      traditionalChinese: list.traditionalChinese, simplifiedChinese: list.simplifiedChinese,
      english: "another word of “\(list.english)”")
  }

  /// Follows the first month of a column in a message.
  static func months(_ count: Int) -> Localized {
    Localized(
      traditionalChinese: "（沒有日；此欄共 \(count) 格如此）", simplifiedChinese: "（没有日；此列共 \(count) 格如此）",
      english: " (it has no day, like \(count - 1) more in the column)")
  }

  /// Follows the first date with a time of day of a column in a message.
  static func times(_ count: Int) -> Localized {
    Localized(
      traditionalChinese: "（此欄共 \(count) 格如此）", simplifiedChinese: "（此列共 \(count) 格如此）",
      english: ", like \(count - 1) more in the column")
  }

  static func onlyWay(_ reading: String) -> Localized {
    Localized(
      traditionalChinese: "\(reading)（此欄其他儲存格不足以證實）", simplifiedChinese: "\(reading)（此列其他单元格不足以证实）",
      english: "\(reading), which the rest of the column does not confirm")
  }
}

/// The findings of one cell, collected before they are assigned to rules.
private struct CellFindings {
  private var kinds: [(kind: RuleKind, arguments: [String: String], repair: CellValue?)] = []

  var isEmpty: Bool { kinds.isEmpty }

  mutating func report(_ kind: RuleKind, _ arguments: [String: String] = [:], repair: CellValue? = nil) {
    kinds.append((kind, arguments, repair))
  }

  func deliver(
    _ sheet: LocatedSheet, _ ids: RowIDs, _ offset: Int, _ column: LocatedColumn, _ value: CellValue,
    to findings: inout FindingCollector
  ) {
    for (kind, arguments, repair) in kinds {
      guard let rule = findings.general(kind) else { continue }
      findings.add(
        rule, sheet, offset: offset, column, found: value, repair: repair, arguments: arguments, ids: ids)
    }
  }
}
