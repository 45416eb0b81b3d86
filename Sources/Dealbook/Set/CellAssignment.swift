// SPDX-License-Identifier: Apache-2.0

import Playbook
public import Spreadsheet

/// A request to set one cell, as `set` takes it: `商機!B2=3.5`.
public struct CellAssignment: Sendable {
  public let sheet: String
  public let cell: CellReference
  public let content: Content

  public enum Content: Hashable, Sendable {
    case value(CellValue)
    /// A date with a time of day in milliseconds.
    case date(SerialDate)
    /// Without the leading `=`.
    case formula(String)
    case clear
  }

  /// Parses `Sheet!B2=value`; the name of the sheet may be in single quotes.
  ///
  /// Numbers, TRUE, FALSE, error codes and `2026-03-31` (optionally with `T09:30:00`) are read as such; `=…` is a formula; an empty value
  /// clears the cell; anything else is text, and so is anything in double quotes. A number of more than 15 digits is kept as text, digit
  /// for digit: see ``isLongNumber``.
  public init(_ text: String) throws(DealbookError) {
    let words = Spoken.words
    let parts = Self.target(text)
    guard let (sheet, reference, value) = parts else {
      let meant = text.firstMatch(of: /^([^!=]+)\.([A-Za-z]{1,3}[0-9]+=.*)$/).map { "\($0.output.1)!\($0.output.2)" }
      throw .wish(
        text, "應寫成 工作表!儲存格=值", "expected Sheet!CELL=VALUE",
        meant.map(words.nearest) ?? words("，例如 Sheet1!B2=3.5", ", for example Sheet1!B2=3.5"))
    }
    guard let cell = CellReference(reference) else {
      if reference.wholeMatch(of: /[A-Za-z]{1,3}[1-9][0-9]{0,8}/) != nil {
        throw .wish(
          text, "「\(reference)」不在工作表上；最後一格是 XFD1048576", "‘\(reference)’ is not on a sheet, which ends at XFD1048576")
      }
      throw .wish(
        text, "「\(reference)」不是儲存格；應寫成 B2 這樣", "‘\(reference)’ is not a cell; expected a reference such as B2")
    }
    guard !Self.isImpossibleDay(value) else {
      throw .wish(
        text, "沒有 \(value) 這一天；放在雙引號裡就當作文字", "there is no day \(value); put it in double quotes to keep it as text")
    }
    try TypedThousands.refuse(value, in: text)
    if let meant = Self.meant(by: value) {
      throw .wish(
        text, "\(value) 會變成文字：請寫 \(meant)，如果要的就是文字，請放在雙引號裡",
        "\(value) would become text: write \(meant), or put it in double quotes if you want the text")
    }
    self.sheet = sheet
    self.cell = cell
    content = Self.content(value)
  }

  /// The sheet, the reference and the value of `'It''s'!B2=5`.
  private static func target(_ text: String) -> (String, String, String)? {
    var rest = Substring(text)
    var sheet = ""
    if rest.first == "'" {
      rest = rest.dropFirst()
      while let quote = rest.firstIndex(of: "'") {
        sheet += rest[..<quote]
        rest = rest[rest.index(after: quote)...]
        guard rest.first == "'" else { break }
        sheet += "'"
        rest = rest.dropFirst()
      }
      guard rest.first == "!" else { return nil }
    } else {
      // A reference contains no `!`, so the last one before the first `=` ends the name of the sheet.
      guard let equals = rest.firstIndex(of: "="), let mark = rest[..<equals].lastIndex(of: "!") else { return nil }
      sheet = String(rest[..<mark])
      rest = rest[mark...]
    }
    rest = rest.dropFirst()
    guard let equals = rest.firstIndex(of: "="), !sheet.isEmpty else { return nil }
    return (sheet, String(rest[..<equals]), String(rest[rest.index(after: equals)...]))
  }

  /// A text that is spelled like a date but does not exist: `2026-02-30`. In double quotes it is text.
  private static func isImpossibleDay(_ text: String) -> Bool {
    text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil && SerialDate.serial(iso: text, system: .year1900) == nil
  }

  /// What was probably meant by a value that is written as a day, a time or a number is somewhere, and that would become text:
  /// `31/03/2026`, `1,5`, `12萬`, `50%`.
  private static func meant(by text: String) -> String? {
    if text.wholeMatch(of: /[0-9]{1,2}([\/.\-])[0-9]{1,2}\1[0-9]{4}/) != nil {
      let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
      let days = [(parts[0], parts[1]), (parts[1], parts[0])].compactMap {
        SerialDate(year: parts[2], month: $0.1, day: $0.0)?.isoText
      }
      return days.isEmpty ? nil : Set(days).sorted().joined(separator: Spoken.words.or)
    }
    if text.wholeMatch(of: /[0-9]{4}[\/.\-][0-9]{1,2}[\/.\-][0-9]{1,2}/) != nil,
      text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) == nil
    {
      let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
      return SerialDate(year: parts[0], month: parts[1], day: parts[2])?.isoText
    }
    if let time = text.wholeMatch(of: /([0-9]{1,2}):([0-5][0-9])(?::([0-5][0-9]))?/) {
      return "=TIME(\(Int(time.output.1) ?? 0),\(Int(time.output.2) ?? 0),\(time.output.3.flatMap { Int($0) } ?? 0))"
    }
    guard text.first != "=", text.first != "\"", !looksNumeric(text) else { return nil }
    if case .one(let day)? = DateReader.readings(text)?.days {
      return SerialDate(year: day.year, month: day.month, day: day.day)?.isoText
    }
    guard let readings = NumberReader.readings(text) else { return nil }
    let numbers = [readings.withPoint, readings.withComma].compactMap { $0?.value }
    let texts = Set(numbers).sorted(by: >).map { CellValue.number($0).shownText }
    return texts.isEmpty ? nil : texts.joined(separator: Spoken.words.or)
  }

  private static func content(_ text: String) -> Content {
    if text.isEmpty { return .clear }
    if text.first == "=", text.count > 1 { return .formula(String(text.dropFirst())) }
    if text.count >= 2, text.first == "\"", text.last == "\"" {
      return .value(.text(String(text.dropFirst().dropLast())))
    }
    switch text.uppercased() {
    case "TRUE": return .value(.boolean(true))
    case "FALSE": return .value(.boolean(false))
    default: break
    }
    if errors.contains(text.uppercased()) { return .value(.error(CellError(code: text.uppercased()))) }
    if looksNumeric(text), let number = Double(text), number.isFinite {
      return .value(WrittenDigits.areKept(text, as: number) ? .number(number) : .text(text))
    }
    if text.count >= 10, let serial = SerialDate.serial(iso: text, system: .year1900),
      let date = SerialDate(serial: serial, system: .year1900)
    {
      return .date(date)
    }
    return .value(.text(text))
  }

  /// Whether it is a number with more digits than a cell keeps, which is therefore stored as text.
  public var isLongNumber: Bool {
    guard case .value(.text(let text)) = content else { return false }
    guard Self.looksNumeric(text), let number = Double(text), number.isFinite else { return false }
    return !WrittenDigits.areKept(text, as: number)
  }

  /// `Double` would also read `nan`, `inf` and hexadecimal numbers, which nobody means.
  private static func looksNumeric(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }
  }

  private static let errors: Set<String> = [
    "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A",
  ]
}

extension WorkbookEdit {
  /// The smallest edit that makes the assignments; the last one for a cell counts.
  public init(_ assignments: [CellAssignment], in workbook: Workbook) throws(DealbookError) {
    self.init()
    let formulas = FormulaCheck(workbook)
    var dates: [Int: [CellReference: NumberKind]] = [:]
    for assignment in assignments {
      guard let index = workbook.sheets.firstIndex(where: { $0.name == assignment.sheet }) else {
        let names = workbook.sheets.map(\.name)
        let words = Spoken.words
        let nearest = words.nearest(Nearest.word(to: assignment.sheet, among: names), of: names)
        throw .usage(
          words(
            "沒有工作表「\(assignment.sheet)」", "there is no sheet ‘\(assignment.sheet)’") + nearest)
      }
      guard workbook.sheets[index].kind == .worksheet else {
        throw .usage(
          Spoken.words("「\(assignment.sheet)」不是一般的工作表", "the sheet ‘\(assignment.sheet)’ is not a worksheet"))
      }
      let edit = try Self.cellEdit(assignment, in: workbook, formulas)
      sheets[index, default: SheetEdit()].cells[assignment.cell] = edit
      if case .date(let date) = assignment.content {
        dates[index, default: [:]][assignment.cell] = NumberKind(date)
      } else {
        // The last assignment for a cell counts.
        dates[index]?[assignment.cell] = nil
      }
    }
    do throws(SpreadsheetError) {
      try showNumbers(dates, of: workbook)
      for (index, sheet) in sheets {
        var cells = sheet.cells
        for spill in try SpilledArray.all(onSheet: index, of: workbook) { spill.settle(&cells) }
        sheets[index]?.cells = cells
      }
    } catch {
      throw .spreadsheet(error)
    }
  }

  private static func cellEdit(
    _ assignment: CellAssignment, in workbook: Workbook, _ formulas: FormulaCheck
  ) throws(DealbookError) -> CellEdit {
    switch assignment.content {
    case .value(let value): return CellEdit(value)
    case .formula(let formula):
      return try formulas.edit(formula, in: assignment.cell, of: assignment.sheet)
    case .clear: return CellEdit(.blank)
    case .date(let date):
      do { return try CellEdit(date, in: workbook.dateSystem) } catch {
        if case .noDate = error {
          throw .usage(
            Spoken.words("日期 \(date.isoText) 無法存入這份工作簿", "the date \(date.isoText) cannot be stored in this workbook"))
        }
        throw .spreadsheet(error)
      }
    }
  }
}
