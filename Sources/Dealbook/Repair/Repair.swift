// SPDX-License-Identifier: Apache-2.0

public import Playbook
public import Spreadsheet

/// A cell that a repair changed.
public struct Repair: Sendable {
  /// The ID of the rule that found the problem.
  public let rule: String
  /// The name on the tab.
  public let sheet: String
  /// The prefix of the sheet; `set` for Settings.
  public let prefix: String
  public let cell: CellReference
  /// The ID of the row; empty for a header.
  public let rowID: String
  /// The key of the column; on Settings, the name of the setting.
  public let column: String
  /// The header before the repair.
  public let header: String
  /// The previous value.
  public internal(set) var old: CellValue
  /// The previous formula, without the leading `=`.
  public internal(set) var oldFormula: String?
  public internal(set) var new: CellValue
  /// The restored formula, without the leading `=`.
  public internal(set) var newFormula: String?
  /// Whether the cell was restored to what the tool computes.
  public let restoresFormula: Bool

  let type: ColumnType?
  let dateSystem: DateSystem

  /// The old value as shown to people.
  public var oldText: String {
    oldFormula.map { "=\($0)" } ?? ShownValue.found(old, type: type, system: dateSystem)
  }

  /// The new value as shown to people; a date as `2026-03-31`.
  public var newText: String { ShownValue.found(new, type: type, system: dateSystem) }

  /// The new value if it is shown as a number.
  public var newNumber: Double? { type == .date ? nil : new.number }
}

/// A problem that could be repaired if its cell allowed it.
public struct UnmadeRepair: Sendable {
  public let rule: String
  public let sheet: String
  public let cell: CellReference
  public let reason: Reason

  public enum Reason: Sendable {
    /// The value comes from a formula of the team's.
    case formula
    /// A column in another unit has formulas in these cells, and it is unclear whether they scale with it.
    case formulaInColumn(CellReference)
    /// A column in another unit has a text in this cell that cannot be read, or can be read in two ways: it would be left in the old unit.
    case unreadInColumn(CellReference, String)
    /// A number is so much larger than the others that it may be in 元 already, beside others in 萬元.
    case numberOfOtherUnit(CellReference, String)
    /// These read the column in its present unit; what else states it is named with them.
    case readElsewhere([OutsideReader])
    /// Texts state the unit and would be false afterwards; a repair of everything converts the column and names them.
    case statedElsewhere([OutsideReader])
    /// A formula in the column cannot be converted, so none of the column's numbers are.
    case formulaInPercentColumn(CellReference)
    /// The header has no unit in brackets to change.
    case header
    /// A column without a unit has numbers as large, so the unit is likely that of both.
    case sameNumbers(String)
    /// A text beside the table states the unit, perhaps for other columns as well.
    case unitLine(UnitLine)
    /// The rows stand on several tabs that are read as one sheet.
    case severalTabs([String])
    /// The file does not allow the change.
    case refused(EditError)
  }
}

extension UnmadeRepair.Reason: CustomStringConvertible {
  public var description: String { words.english }

  /// A clause that says why.
  public var words: Localized {
    switch self {
    case .formula:
      Localized(
        traditionalChinese: "這個值來自公式", simplifiedChinese: "这个值来自公式", english: "the value comes from a formula")
    case .formulaInColumn(let cell):
      Localized(
        traditionalChinese: "\(cell) 是公式，無法判斷是否也要換算", simplifiedChinese: "\(cell) 是公式，无法判断是否也要换算",
        english: "\(cell) is a formula, so it is unclear whether it should be converted too")
    case .unreadInColumn(let cell, let text):
      Localized(
        traditionalChinese: "\(cell) 的「\(text)」讀不出是多少，會留在原單位；請先把它改成數字",
        simplifiedChinese: "\(cell) 的“\(text)”读不出是多少，会留在原单位；请先把它改成数字",
        english: "“\(text)” in \(cell) cannot be read and would stay in the old unit; make it a number first")
    case .numberOfOtherUnit(let cell, let number):
      Localized(
        traditionalChinese: "\(cell) 的 \(number) 比其他數字大得多，單位可能不同；請先核對",
        simplifiedChinese: "\(cell) 的 \(number) 比其他数字大得多，单位可能不同；请先核对",
        english: "\(number) in \(cell) is so much larger than the others that it may be in another unit; check it first"
      )
    case .readElsewhere(let readers):
      Localized(
        traditionalChinese: "這些地方以這一欄的原單位為準：\(told(readers).traditionalChinese)；請連同這一欄自行換算",
        simplifiedChinese: "这些地方以这一列的原单位为准：\(told(readers).simplifiedChinese)；请连同这一列自行换算",
        english:
          "these depend on the column’s current unit: \(told(readers).english); convert the column by hand together with them"
      )
    case .statedElsewhere(let places):
      Localized(
        traditionalChinese: "這些地方寫明這一欄的原單位：\(told(places).traditionalChinese)；連同它們一起改，或用 --repair all 換算後再改這些地方",
        simplifiedChinese: "这些地方写明这一列的原单位：\(told(places).simplifiedChinese)；连同它们一起改，或用 --repair all 换算后再改这些地方",
        english:
          "these state the column’s current unit: \(told(places).english); change them together with the column, or let --repair all convert it and change them afterwards"
      )
    case .formulaInPercentColumn(let cell):
      Localized(
        traditionalChinese: "\(cell) 是公式，也得除以 100", simplifiedChinese: "\(cell) 是公式，也得除以 100",
        english: "\(cell) is a formula that would have to be divided by 100 as well")
    case .header:
      Localized(
        traditionalChinese: "欄名的單位不只一種讀法，或不在末尾的括號裡；請自行換算，並改欄名",
        simplifiedChinese: "列名的单位不止一种读法，或不在末尾的括号里；请自行换算，并改列名",
        english:
          "the unit in the header can be read in two ways, or does not stand in brackets at its end; convert the numbers and change the header by hand"
      )
    case .sameNumbers(let header):
      Localized(
        traditionalChinese: "「\(header)」沒有寫單位而數字一樣大，可能是同一單位：請在欄名寫明單位",
        simplifiedChinese: "“\(header)”没有写单位而数字一样大，可能是同一单位：请在列名写明单位",
        english:
          "“\(header)” states no unit and has numbers as large, perhaps in the same one: write its unit in its header")
    case .unitLine(let line) where line.isOfSeveralCurrencies:
      Localized(
        traditionalChinese: "「\(line.text)」寫有多種幣別或單位（\(line.unit(in: .traditionalChinese))），如何換算須由團隊決定",
        simplifiedChinese: "“\(line.text)”写有多种币种或单位（\(line.unit(in: .simplifiedChinese))），如何换算须由团队决定",
        english:
          "“\(line.text)” names several currencies or units (\(line.unit(in: .english))), and only the team knows how to convert them"
      )
    case .unitLine(let line):
      Localized(
        traditionalChinese: "單位由這段文字說明：「\(line.text)」，請連同數值一起改",
        simplifiedChinese: "单位由这段文字说明：“\(line.text)”，请连同数值一起改",
        english: "the unit is stated by the text “\(line.text)”: change it together with the numbers")
    case .severalTabs(let tabs):
      Localized(
        traditionalChinese: "這一欄分在多個工作表（\(tabs.joined(separator: "、"))），--repair 不改它的單位和公式；請自行在各工作表修正",
        simplifiedChinese: "这一列分在多个工作表（\(tabs.joined(separator: "、"))），--repair 不改它的单位和公式；请自行在各工作表修正",
        english:
          "the column stands on several tabs (\(tabs.joined(separator: ", "))), and --repair leaves its unit and formulas alone; correct each tab by hand"
      )
    case .refused(let error): error.reason.words
    }
  }

  private func told(_ readers: [OutsideReader]) -> Localized { readers.map(\.words).joined("、", ", ") }
}
