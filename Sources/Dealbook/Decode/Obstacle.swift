// SPDX-License-Identifier: Apache-2.0

public import Playbook
public import Spreadsheet

/// Why the cells of a column are not understood, so that nothing is computed from them.
public enum Obstacle: Hashable, Sendable {
  /// The header states a money unit other than 元.
  case foreignUnit
  /// Another column names different currencies for its amounts.
  case currencies
  /// 60 % is stored as 60.
  case percentHundreds
  /// It is unclear whether 60 % is stored as 60 or as 0.6.
  case percentScale
  /// Some of its formulas have no stored value, or one that the file itself marks as stale.
  case noStoredValue
  /// Most of its cells are texts instead of numbers or dates.
  case texts
  /// Most of its numbers are days written as 20260105, which formulas do not read as dates.
  case dayNumbers
  /// Most of its numbers are negative, although formulas expect none; what they add or take off would be turned around.
  case signs
  /// Most of its labels are not in the list.
  case labels
  /// It is in a currency other than that of the amounts with which it is compared.
  case otherCurrency(own: String, amounts: String)
  /// The sheet does not have it, but this header, which is not read as an amount, may say what it would.
  case saidElsewhere(header: String)
  /// The same of a column that says what is still open,
  case openElsewhere(header: String)
  /// and of a tab that is not read.
  case onOtherTab(title: String)
  /// A cell of another column says that its row is something else than the sheet takes it for (``RowSign``).
  case rowSign(header: String, text: String, cell: CellReference)
  /// The header states a unit that is not understood.
  case unknownUnit(String)
  /// It should be an amount, and is 1 or 0 in every row.
  case flags
  /// Many of its amounts stand on rows that share an ID under this header, and differ: lines of one deal, or the same deal again.
  case repeatedIDs(header: String)
  /// It does not say the same kind of amount as the other column with which it is compared: net and gross, a month and a year.
  case otherKind(header: String)
  /// It should be the day on which something was received, and stands where nothing was, too.
  case otherDay
  /// It refers to another sheet, on which its cells are not found.
  case unknownReferences(sheet: Localized)
  /// A cell shows its number as a date or a time, so that it is no amount.
  case noAmount(cell: CellReference)
  /// Cells of it are merged over several rows, so that formulas read what they hold in the first alone.
  case merged(String)
  /// The header says a price, and this one beside it a number of pieces.
  case unitPrice(quantity: String)
  /// This entry is a pattern to formulas, with which they find others.
  case pattern(String)
  /// Its targets are so small beside the amounts under this header that they seem to be in another unit.
  case otherScale(header: String)
}

extension LocatedColumn {
  /// Why nothing may be computed from the column's entries; nil if it is understood.
  public var obstacle: Obstacle? {
    if definition.isComputed { return nil }
    if let doubt { return doubt }
    if unstored != nil { return .noStoredValue }
    if isMostlyText { return .texts }
    if let oddNumbers { return oddNumbers }
    if moneyScale != nil { return .foreignUnit }
    if unitLine?.isOfSeveralCurrencies == true { return .currencies }
    if let repeatsUnder { return .repeatedIDs(header: repeatsUnder) }
    if let otherCurrency {
      return .otherCurrency(own: otherCurrency.own.code, amounts: otherCurrency.amounts.code)
    }
    if definition.type == .percent {
      switch convention.percentScale {
      case .fractions?: break
      case .hundreds? where convention.isDivided: break
      case .hundreds?: return .percentHundreds
      case nil: return .percentScale
      }
    }
    return labelCounts.map(\.isForeign) == true ? .labels : nil
  }
}
