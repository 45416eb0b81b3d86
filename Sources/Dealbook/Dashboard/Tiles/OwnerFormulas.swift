// SPDX-License-Identifier: Apache-2.0

/// Formulas about the owner in a row of a block.
enum OwnerFormulas {
  /// A figure as a share of the target in the same row.
  static func share(_ key: String, nothing: String) -> String {
    "IF(ISNUMBER({target}),IF(ISNUMBER({\(key)}),ROUND({\(key)}/{target},4),\(nothing)),\(nothing))"
  }

  /// With more owners than this next to each other there is room for little more than a first name.
  private static let most = 5
  private static let (letters, fewLetters) = (20, 8)

  /// A name below a column: in full, or the first name above the first letter of the next.
  static func label(_ x: String, rows: Int, _ palette: DashboardPalette) -> String {
    guard rows > most else { return palette.short(x, letters: letters) }
    let space = "FIND(\" \",\(x))"
    return "IF(ISNUMBER(\(space)),\(palette.short("LEFT(\(x),\(space)-1)", letters: fewLetters))"
      + "&\"\n\"&MID(\(x),\(space)+1,1)&\".\",\(palette.short(x, letters: fewLetters)))"
  }

  static let allWon = "SUMIFS(de_amount,de_is_won,1,de_in_period,1)"
  static let allWeighted = "SUMIFS(de_weighted,de_is_open,1,de_in_period,1)"
  static let won = "SUMIFS(de_amount,de_owner,{owner},de_is_won,1,de_in_period,1)"
  static let weighted = "SUMIFS(de_weighted,de_owner,{owner},de_is_open,1,de_in_period,1)"

  private static let within = "tg_p_start,\">=\"&PeriodStart,tg_p_end,\"<=\"&PeriodEnd"
  private static let whole = "tg_p_start,PeriodStart,tg_p_end,PeriodEnd"

  /// The sum over the targets in the period.
  /// - Parameter wholes: only over those for the whole period.
  static func all(_ column: String, wholes: Bool = false) -> String { "SUMIFS(\(column),\(wholes ? whole : within))" }

  /// The same for one owner: of the target for the whole period if there is one, otherwise of all in it.
  static func target(_ column: String, of owner: String = "{owner}") -> String {
    "IF(COUNTIFS(tg_owner,\(owner),\(whole))>0,SUMIFS(\(column),tg_owner,\(owner),\(whole)),SUMIFS(\(column),tg_owner,\(owner),\(within)))"
  }
}
