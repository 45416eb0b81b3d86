// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The currencies that some cells of a column of amounts name (`€2,000`, `USD 4000`) beside others that name none, where nothing else says in
/// which currency the column is.
///
/// A few such cells among many are left out, each with a finding. Where they are more, nobody knows what the others are in, and nothing is
/// added up.
struct NamedCurrencies {
  private let column: LocatedColumn
  private let currencies: [Currency]
  private let first: (row: Int, text: String)

  /// Nil if the currency is stated, or hardly any cell names one, or all do.
  init?(_ column: LocatedColumn, of rows: RowLayout, settled: SettledConvention) {
    guard column.definition.type == .money, !column.definition.isComputed, settled.currency == nil,
      column.values.textCount > 1
    else { return nil }
    var currencies: [Currency] = []
    var known = [Currency??](repeating: nil, count: column.values.textCount)
    var (named, plain) = (0, 0)
    var first: (row: Int, text: String)?
    for offset in 0..<min(column.values.count, rows.count) where rows.kinds[offset] == .data {
      guard let number = column.values.textNumber(at: offset) else {
        if column.values.number(at: offset).map({ $0 != 0 }) ?? false { plain += 1 }
        continue
      }
      let currency: Currency?
      if let found = known[number] {
        currency = found
      } else {
        let readings = column.values[offset].text.flatMap { NumberReader.readings($0) }
        currency = (readings?.withPoint ?? readings?.withComma)?.currency
        known[number] = .some(currency)
        if let currency, !currencies.contains(where: { $0.includes(currency) || currency.includes($0) }) {
          currencies.append(currency)
        }
        if currency != nil, first == nil {
          first = (rows.range.lowerBound + offset, column.values[offset].text ?? "")
        }
      }
      if currency != nil { named += 1 }
    }
    // A single cell among many is a slip.
    guard let first, named > 1 || plain < 3, named * 10 >= named + plain, plain > 0 || currencies.count > 1 else {
      return nil
    }
    (self.column, self.currencies, self.first) = (column, currencies, first)
  }

  /// The currency, if it is one.
  var one: Currency? { currencies.count == 1 ? currencies[0] : nil }

  /// What is said of it, at the first cell that names one.
  ///
  /// - Parameter isSingleTab: whether the rows are numbered as on the tab.
  func line(isSingleTab: Bool) -> UnitLine {
    UnitLine(
      cell: isSingleTab ? CellReference(row: first.row, column: column.number) : nil,
      text: isSingleTab ? StraySpace.trimmed(first.text) : column.header,
      unit: currencies.map(\.code).joined(separator: UnitLine.separator), scale: 1, columns: nil, leavesOpen: true)
  }
}
