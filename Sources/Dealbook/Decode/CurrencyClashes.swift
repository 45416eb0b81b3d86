// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Columns of amounts whose stated currency is not that of the amounts with which they are compared or added: a target in USD beside deals
/// in EUR. Nothing is computed from them.
enum CurrencyClashes {
  /// The column whose currency the other columns of a sheet must have, by prefix.
  private static let bases: [(prefix: String, base: (sheet: String, key: String))] = [
    ("tg", ("de", "amount")), ("pa", ("pa", "amt_override")), ("re", ("re", "opening")),
  ]

  /// The sheets with the columns marked whose currencies clash.
  static func marking(_ sheets: [LocatedSheet]) -> [LocatedSheet] {
    let sheets = settlingByOthers(sheets)
    var marked = sheets
    for (place, sheet) in sheets.enumerated() {
      for (index, column) in sheet.columns.enumerated() {
        // The playbook was made for the header that it states; a later export may come in another currency.
        guard column.definition.type == .money, let stated = column.definition.convention.currency,
          let own = ConventionSettling.currency(unit: column.unit, header: column.header), own != .yuan,
          SaidCurrency.differ(own, stated)
        else { continue }
        marked[place].columns[index].otherCurrency = .init(own: own, amounts: stated)
      }
    }
    for (prefix, base) in bases {
      guard let place = sheets.firstIndex(where: { $0.prefix == prefix }),
        let other = sheets.first(where: { $0.prefix == base.sheet }).flatMap({ sheet in
          sheet.column(base.key).flatMap { currency(of: $0, on: sheet) }
        })
      else { continue }
      for (index, column) in sheets[place].columns.enumerated() where column.definition.type == .money {
        guard !column.definition.isComputed, let own = currency(of: column, on: sheets[place]),
          SaidCurrency.differ(own, other)
        else { continue }
        marked[place].columns[index].otherCurrency = .init(own: own, amounts: other)
      }
    }
    return marked
  }

  /// Takes the currency that some cells of a column name for that of all, if all other columns of the workbook that state one state it.
  private static func settlingByOthers(_ sheets: [LocatedSheet]) -> [LocatedSheet] {
    let doubtful = sheets.indices.filter { place in sheets[place].columns.contains { $0.namedByCells != nil } }
    guard !doubtful.isEmpty else { return sheets }
    let stated = sheets.flatMap { sheet in
      sheet.columns.compactMap { $0.definition.isComputed || $0.namedByCells != nil ? nil : $0.convention.currency }
    }
    guard let first = stated.first, stated.allSatisfy({ $0.includes(first) || first.includes($0) }) else {
      return sheets
    }
    var settled = sheets
    for place in doubtful {
      for (index, column) in sheets[place].columns.enumerated() {
        guard let named = column.namedByCells, named.includes(first) || first.includes(named) else { continue }
        settled[place].columns[index].namedByCells = nil
        settled[place].columns[index].unitBeside = nil
        settled[place].columns[index].convention.currency = first
      }
    }
    return settled
  }

  /// What the playbook, the header, or a text above it says goes before what is usual in the language.
  private static func currency(of column: LocatedColumn, on sheet: LocatedSheet) -> Currency? {
    column.definition.convention.currency ?? ConventionSettling.currency(unit: column.unit, header: column.header)
      ?? sheet.saidCurrency ?? column.convention.currency
  }
}

/// The currency of a column, and that of the amounts with which it is compared.
struct CurrencyClash: Hashable, Sendable {
  var own: Currency
  var amounts: Currency
}
