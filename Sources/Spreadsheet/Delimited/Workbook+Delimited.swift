// SPDX-License-Identifier: Apache-2.0

extension Workbook {
  /// The largest number of fields to accept; no real export has more.
  static let mostFields = 20_000_000

  /// Creates a workbook with one sheet from a delimited text file.
  ///
  /// A field becomes a number if it is written in a way that means the same in every country, such as `-1234.5`, or as `1.234,56` in a
  /// column (or a file) that shows its decimal sign; `120.000` is either, and stays text. It becomes a date only if it is written with the
  /// year first, as `2026-03-10`, `2026/3/10` or `2026年3月10日`, with the month in letters (`31-May-2026`), or as `3/14/2026` in a column
  /// that shows the order of day and month. Everything else stays text, including ids with leading zeros; how to interpret it
  /// depends on the column.
  ///
  /// - Parameter stated: by header, how the fields of a column are written, where it is known.
  public init(
    _ text: DelimitedText, sheetName: String, limits: Limits = .default, stated: [String: StatedWriting] = [:]
  ) throws(DelimitedError) {
    let count = text.rows.reduce(0) { $0 + $1.fields.count }
    guard count <= min(Self.mostFields, limits.cellsPerSheet), text.rows.count <= CellReference.maxRow else {
      throw .tooManyCells(count, limit: min(Self.mostFields, limits.cellsPerSheet))
    }
    var sheet = SheetDesign(name: Self.tabName(sheetName))
    let day = CellLook().with { $0.numberFormat = "yyyy-mm-dd" }
    let known = StatedWriting.columns(of: text.rows, stated)
    let days = WrittenDays(text.rows, stated: known.compactMapValues(\.order))
    let numbers = WrittenNumbers(text.rows, stated: known.compactMapValues(\.decimal))
    for (row, fields) in text.rows.enumerated() {
      for (column, field) in fields.fields.enumerated() where !field.isEmpty {
        guard let place = CellReference(row: row + 1, column: column + 1) else { continue }
        if known[column]?.order != nil, let serial = days.serial(field, column: column) {
          sheet.cells[place] = CellDesign(.number(serial), look: day)
        } else if numbers.decides(column), let number = numbers.number(field, column: column) {
          sheet.cells[place] = CellDesign(
            .number(number.value),
            look: number.format.map { format in CellLook().with { $0.numberFormat = format } } ?? CellLook())
        } else if !numbers.decides(column), !numbers.isUnclear(field, column: column),
          let number = PlainField.number(field)
        {
          sheet.cells[place] = CellDesign(.number(number))
        } else if let serial = PlainField.date(field) ?? days.serial(field, column: column)
          ?? SpelledDays.serial(field)
        {
          sheet.cells[place] = CellDesign(.number(serial), look: day)
        } else {
          sheet.cells[place] = CellDesign(.text(PlainField.cleaned(field)))
        }
      }
    }
    var design = WorkbookDesign()
    design.sheets = [sheet]
    do {
      try self.init(design.bytes(), limits: limits)
    } catch {
      throw .notBuilt("\(error)")
    }
    if text.separator == ";" { opened.noteSemicolons() }
  }

  /// Whether the workbook was made from a text file with semicolons between its fields. They are usual where a comma is the decimal mark.
  package var isSeparatedBySemicolons: Bool { opened.isOfSemicolons }

  /// Reduces a name to one that a sheet may have (18.2.19).
  private static func tabName(_ name: String) -> String {
    var result = ""
    for character in name where !"\\/?*[]:'".contains(character) && result.utf16.count + character.utf16.count <= 31 {
      result.append(character)
    }
    return result.isEmpty ? "Sheet1" : result
  }
}

private enum PlainField {
  /// Parses `0`, `-12` or `3.5`. Rejects `007`, `1,5` and `1e5`, and numbers of which a cell would not keep every digit.
  static func number(_ text: String) -> Double? {
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix { (0x30...0x39).contains($0) }
    guard !whole.isEmpty, whole.count == 1 || whole.first != 0x30, whole.count <= 15 else { return nil }
    rest = rest[whole.endIndex...]
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst()
      guard !fraction.isEmpty, fraction.count <= 20, fraction.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
    } else if !rest.isEmpty {
      return nil
    }
    return Double(text).flatMap { WrittenDigits.areKept(text, as: $0) ? $0 : nil }
  }

  /// Parses `2026-03-10`, or a date with a time of day: `2026-03-10 08:30` or `2026-03-10T08:30:00Z`. The time is ignored. A field
  /// with anything else in it is text: nothing of it may be lost.
  static func date(_ text: String) -> Double? {
    // The separator tells a date from a time of day alone.
    guard text.utf8.count >= 10, text.utf8.dropFirst(4).first == UInt8(ascii: "-") else { return nil }
    return SerialDate.serial(iso: text, system: .year1900)?.rounded(.down)
  }

  /// The text without characters that a cell can't contain, cut to the length a cell can hold.
  static func cleaned(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A }) || TextMarkup.isTooLong(text) else {
      return text
    }
    var result = String.UnicodeScalarView()
    var units = 0
    for scalar in text.unicodeScalars where scalar.value >= 0x20 || scalar == "\t" || scalar == "\n" {
      units += UTF16.width(scalar)
      guard units <= ExcelLimits.textLength else { break }
      result.append(scalar)
    }
    return String(result)
  }
}
