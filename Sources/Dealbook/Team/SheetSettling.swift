// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

extension LocatedSheet {
  /// The sheet with each column's convention decided and its labels counted.
  func settled(
    _ workbook: Workbook, language: Language, rocYears: Bool, hundreds: PercentHundreds,
    labels: (String) -> LabelReader?
  ) -> LocatedSheet {
    var sheet = self
    for index in columns.indices where !columns[index].definition.isComputed {
      let column = columns[index]
      let format = workbook.styles.numberFormat(
        at: formats.firstNumber[column.number] ?? formats.firstRow[column.number] ?? 0)
      if column.definition.type == .money, column.unitBeside == nil {
        sheet.columns[index].unitBeside = UnitLine(
          formats.numbers[column.number] ?? [], column: column.number,
          isStated: saidCurrency != nil || currencyColumn != nil
            || ConventionSettling.currency(unit: column.unit, header: column.header) != nil, in: workbook)
      }
      if column.definition.type == .money, column.currencyClash == nil,
        let stated = ConventionSettling.currency(unit: column.unit, header: column.header)
      {
        sheet.columns[index].currencyClash = UnitLine(
          formats.numbers[column.number] ?? [], against: stated, column: column.number, in: workbook)
      }
      sheet.columns[index].convention = ConventionSettling(
        definition: column.definition, header: column.header, unit: column.unit, format: format, values: column.values,
        rows: rows, language: language, rocYears: rocYears, isFromSemicolons: workbook.isSeparatedBySemicolons
      ).settled()
      if let named = NamedCurrencies(column, of: rows, settled: sheet.columns[index].convention) {
        sheet.columns[index].namedByCells = named.one
        sheet.columns[index].unitBeside = sheet.columns[index].unitBeside ?? named.line(isSingleTab: parts.isEmpty)
      }
      sheet.columns[index].convention.isDivided = hundreds.contains(column.key, on: prefix)
      sheet.columns[index].oddNumbers = column.oddNumbers(in: rows)
      sheet.columns[index].isMostlyText = column.isKeptAsText(in: rows, fewest: 3)
      sheet.columns[index].monthCount = sheet.columns[index].countOfMonths(in: rows)
      sheet.columns[index].timeCount = column.countOfTimes(in: rows)
      if case .list(let prefix) = column.definition.allowed, let reader = labels(prefix) {
        sheet.columns[index].labelCounts = LabelCounts(column.values, rows: rows, reader)
      }
    }
    return sheet
  }
}
