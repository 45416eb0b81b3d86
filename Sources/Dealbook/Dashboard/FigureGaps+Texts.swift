// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Numbers and dates that are text: pages count those that can be read in one way only, and formulas do not.
extension FigureGaps {
  func countedTexts() -> [String] {
    let team = source.team
    let places = team.readableTexts()
    guard !places.isEmpty else { return [] }
    let (cells, count) = (cells(places), places.count)
    let isOne = count == 1
    guard team.countsTexts else {
      return [
        words(
          "\(count) 格數字或日期是文字，公式不計入\(cells)；dealbook report 計入，dealbook fill --repair safe 可轉換",
          "\(words.count(count, "number or date is text that", "numbers or dates are texts that")) formulas do not count\(cells); dealbook report counts \(isOne ? "it" : "them"), and dealbook fill --repair safe converts \(isOne ? "it" : "them")"
        )
      ]
    }
    return [
      words(
        "\(count) 格數字或日期是文字，按其內容計入\(cells)；工作簿裡的公式不計入，dealbook fill --repair safe 可轉換",
        "\(words.count(count, "number or date is text", "numbers or dates are texts")) and \(isOne ? "counts" : "count") as \(isOne ? "it reads" : "they read")\(cells); formulas of the workbook do not count \(isOne ? "it" : "them") before dealbook fill --repair safe converts \(isOne ? "it" : "them")"
      )
    ]
  }

  /// Whether a text is a date that can be read in one way.
  func isDateAsText(_ sheet: SheetRows, _ key: String, _ row: Int) -> Bool {
    guard let text = sheet.value(key, row).text, let column = sheet.sheet.column(key) else { return false }
    let order = column.convention.dateOrder
    return DateReader.readings(text, rocYears: order == .republic)?.days.reading(order) != nil
  }

  /// Whether a text is a number of its column that can be read in one way.
  func isNumberAsText(_ sheet: SheetRows, _ key: String, _ row: Int) -> Bool {
    guard let column = sheet.sheet.column(key), sheet.value(key, row).text != nil else { return false }
    if case .readable = CellReaders(source.team).number(sheet.value(key, row), in: column) { return true }
    return false
  }
}
