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
    var marked = sheets
    for (prefix, base) in bases {
      guard let place = sheets.firstIndex(where: { $0.prefix == prefix }),
        let other = sheets.first(where: { $0.prefix == base.sheet })?.column(base.key)?.convention.currency
      else { continue }
      for (index, column) in sheets[place].columns.enumerated() where column.definition.type == .money {
        guard !column.definition.isComputed, let own = column.convention.currency,
          !own.includes(other), !other.includes(own)
        else { continue }
        marked[place].columns[index].otherCurrency = .init(own: own, amounts: other)
      }
    }
    return marked
  }
}

/// The currency of a column, and that of the amounts with which it is compared.
struct CurrencyClash: Hashable, Sendable {
  var own: Currency
  var amounts: Currency
}
