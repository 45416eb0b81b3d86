// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension BoundWorkbook {
  /// Whether such texts count.
  var countsTexts: Bool { asRead.contains { $0.columns.contains { !$0.countedTexts.isEmpty } } }

  /// The cells of texts that count, or would count, as the numbers and dates that they say.
  func readableTexts() -> [CellPlace] {
    let readers = CellReaders(self)
    return asRead.flatMap { sheet in
      sheet.columns.flatMap { column in
        let offsets =
          // Of a column of nothing but texts that is said as a whole.
          column.countedTexts.isEmpty && !column.isMostlyText
          ? column.readableTexts(in: sheet.rows, readers).map(\.offset) : column.countedTexts
        return offsets.map { sheet.cell(inColumn: column.number, at: $0) }
      }
    }
  }
}

extension LocatedColumn {
  /// The texts that say one number or date, where the column expects such.
  fileprivate func readableTexts(in rows: RowLayout, _ readers: CellReaders) -> [(offset: Int, number: Double)] {
    let type = definition.type
    guard type.isNumeric, !definition.isComputed, values.textCount > 1, !hasForeignUnit else { return [] }
    return (0..<min(values.count, rows.count)).compactMap { offset in
      guard rows.kinds[offset] == .data, values.textNumber(at: offset) != nil else { return nil }
      let value = values[offset]
      let reading =
        type == .date ? readers.date(value, order: convention.dateOrder) : readers.number(value, in: self)
      guard case .readable(let number) = reading else { return nil }
      return (offset, number)
    }
  }

  /// The column with such texts as numbers; nil if it has none.
  func countingTexts(in rows: RowLayout, _ readers: CellReaders) -> LocatedColumn? {
    let texts = readableTexts(in: rows, readers)
    guard !texts.isEmpty else { return nil }
    var builder = ColumnBuilder(capacity: values.count)
    var next = texts[...]
    for offset in 0..<values.count {
      if let text = next.first, text.offset == offset {
        builder.append(number: text.number)
        next = next.dropFirst()
      } else {
        builder.append(values[offset])
      }
    }
    var column = self
    column.values = builder.finish()
    column.countedTexts = texts.map(\.offset)
    column.oddNumbers = column.oddNumbers(in: rows)
    column.isMostlyText = column.isKeptAsText(in: rows, fewest: 3)
    column.monthCount = column.countOfMonths(in: rows)
    column.timeCount = column.countOfTimes(in: rows)
    return column
  }
}
