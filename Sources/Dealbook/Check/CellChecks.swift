import Formula
import Playbook
import Spreadsheet

/// The checks of single cells: type, list, range, required and their kind (GEN rules).
///
/// They go together because one suppresses the other: an id with a wildcard in it is not also reported as ill-formed.
struct CellChecks {
  let team: TeamWorkbook
  let readers: CellReaders
  let references: ReferenceIndex

  func run(_ findings: inout FindingCollector) {
    for sheet in team.sheets {
      for column in sheet.columns where !column.definition.isComputed {
        check(column, of: sheet, &findings)
      }
    }
  }

  private func check(_ column: LocatedColumn, of sheet: LocatedSheet, _ findings: inout FindingCollector) {
    let isRequired = column.definition.requirement(in: team.profile) == .required
    for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
      let value = column.values[offset]
      var cell = CellFindings(sheet: sheet, column: column, offset: offset, value: value)
      if value.isEmpty {
        if isRequired { cell.report(.required) }
      } else if case .error = value {
        cell.report(.errorValue)
      } else {
        check(value, of: column, &cell)
      }
      cell.deliver(to: &findings)
    }
  }

  private func check(_ value: CellValue, of column: LocatedColumn, _ cell: inout CellFindings) {
    switch column.definition.type {
    case .money, .number, .integer, .percent, .ratio, .score: checkNumber(value, column, &cell)
    case .date: checkDate(value, &cell)
    case .tick: checkTick(value, column, &cell)
    case .list: checkLabel(value, column, &cell)
    case .id, .key: checkID(value, column, &cell)
    case .text: checkText(value, column, &cell)
    }
  }

  private func checkNumber(_ value: CellValue, _ column: LocatedColumn, _ cell: inout CellFindings) {
    switch readers.number(value, in: column) {
    case .number(let number):
      checkRange(number, column, &cell)
    case .readable(let number):
      cell.report(.textNumber, repair: .number(number))
      // A number that reads as text is one finding, unless the number itself is out of range too.
      if !isInRange(number, column) { checkRange(number, column, &cell) }
    case .unreadable:
      cell.report(.type, ["type": readers.name(of: column.definition.type)])
    }
  }

  private func isInRange(_ number: Double, _ column: LocatedColumn) -> Bool {
    guard case .range(let range) = column.definition.allowed else { return true }
    // A bound that is another column is a rule's business.
    return range.contains(number)
  }

  private func checkRange(_ number: Double, _ column: LocatedColumn, _ cell: inout CellFindings) {
    if !isInRange(number, column) {
      if column.definition.type == .percent, number > 1, number <= 100 {
        cell.report(.percentScale, repair: .number(NumberReader.scaled(number, byPowerOfTen: -2)))
      } else {
        cell.report(.range, ["range": readers.text(of: column.definition.allowed)])
      }
      return
    }
    if column.definition.type == .money, column.moneyScale == nil, let rounded = MoneyPrecision.rounded(number) {
      cell.report(.decimals, repair: .number(rounded))
    }
  }

  private func checkDate(_ value: CellValue, _ cell: inout CellFindings) {
    switch readers.date(value) {
    case .number(let serial):
      if serial < readers.plausibleDates.lowerBound || serial >= readers.plausibleDates.upperBound {
        cell.report(.dateRange)
      }
      if serial != serial.rounded(.down) { cell.report(.dateTime, repair: .number(serial.rounded(.down))) }
    case .readable(let serial):
      cell.report(.textDate, repair: .number(serial))
    case .unreadable:
      cell.report(.type, ["type": readers.name(of: .date)])
    }
  }

  private func checkTick(_ value: CellValue, _ column: LocatedColumn, _ cell: inout CellFindings) {
    var marks = Tick.allCases
    if case .ticks(let ticks) = column.definition.allowed { marks = ticks }
    guard let tick = TickReader.read(value), marks.contains(tick) else {
      cell.report(.type, ["type": readers.name(of: .tick)])
      return
    }
    if value != .text(tick.rawValue) {
      cell.report(.tickAlias, ["tick": tick.rawValue], repair: .text(tick.rawValue))
    }
  }

  private func checkLabel(_ value: CellValue, _ column: LocatedColumn, _ cell: inout CellFindings) {
    guard case .list(let prefix) = column.definition.allowed, let labels = readers.labels[prefix] else { return }
    guard case .text(let text) = value else {
      cell.report(.type, ["type": readers.name(of: .list)])
      return
    }
    checkSpaces(text, &cell)
    switch labels.meaning(of: text) {
    case .label: break
    case .otherLanguage(let label, let language):
      cell.report(.otherLanguage, ["lang": language?.ownName ?? prefix], repair: .text(label))
    case nil:
      if !checkCharacters(text, &cell) { cell.report(.list) }
    }
  }

  private func checkID(_ value: CellValue, _ column: LocatedColumn, _ cell: inout CellFindings) {
    guard value.text != nil || value.number != nil else {
      cell.report(.type, ["type": readers.name(of: .id)])
      return
    }
    let text = value.shownText
    checkSpaces(text, &cell)
    let isSpoiled = checkCharacters(text, &cell)
    if case .pattern(let pattern) = column.definition.allowed, !isSpoiled,
      !pattern.matches(StraySpace.trimmed(text).uppercased())
    {
      cell.report(.pattern)
    }
    if case .reference(let target) = column.definition.allowed, references.contains(text, in: target) == false {
      cell.report(.reference)
    }
  }

  private func checkText(_ value: CellValue, _ column: LocatedColumn, _ cell: inout CellFindings) {
    guard case .text(let text) = value else { return }
    if column.key == "name" { checkSpaces(text, &cell) }
    if let first = text.unicodeScalars.first, "=+-@".unicodeScalars.contains(first) {
      cell.report(.formulaText, ["c": String(first)])
    }
  }

  private func checkSpaces(_ text: String, _ cell: inout CellFindings) {
    let clean = StraySpace.cleaned(text)
    if clean != text { cell.report(.whitespace, repair: .text(clean)) }
  }

  /// Whether the text holds what breaks look-ups.
  private func checkCharacters(_ text: String, _ cell: inout CellFindings) -> Bool {
    guard readers.breaksLookups(StraySpace.trimmed(text)) else { return false }
    cell.report(.badCharacters)
    return true
  }
}

/// The findings of one cell, gathered before they get their rules.
struct CellFindings {
  let sheet: LocatedSheet
  let column: LocatedColumn
  let offset: Int
  let value: CellValue
  private var kinds: [(kind: RuleKind, arguments: [String: String], repair: CellValue?)] = []

  init(sheet: LocatedSheet, column: LocatedColumn, offset: Int, value: CellValue) {
    self.sheet = sheet
    self.column = column
    self.offset = offset
    self.value = value
  }

  mutating func report(_ kind: RuleKind, _ arguments: [String: String] = [:], repair: CellValue? = nil) {
    kinds.append((kind, arguments, repair))
  }

  func deliver(to findings: inout FindingCollector) {
    for (kind, arguments, repair) in kinds {
      guard let rule = findings.general(kind) else { continue }
      findings.add(
        rule, sheet, offset: offset, column, found: value, repair: repair, arguments: arguments)
    }
  }
}
