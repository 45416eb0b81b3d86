// SPDX-License-Identifier: Apache-2.0

public import Playbook
import Spreadsheet

/// How the cells of a column are read: decided once from the playbook and the whole column, with the evidence for it.
public struct SettledConvention: Hashable, Sendable {
  /// Nil if unclear; nothing is then computed from the column.
  public internal(set) var percentScale: PercentScale? = .fractions
  var percentEvidence: Evidence = .nothing
  /// Whether the playbook says that 60 % is stored as 60 and formulas divide by 100; the cells are then right as they are.
  var isDivided = false
  var decimalMarks: DecimalMarks = .usual
  var markEvidence: Evidence = .nothing
  /// The currency of the column's amounts; nil if nothing states it.
  public internal(set) var currency: Currency?
  /// Nil if nothing states it: `3/4/2026` is then left as it is.
  public internal(set) var dateOrder: DateOrder?
  var dateEvidence: Evidence = .nothing

  /// The deciding evidence, for people who ask.
  enum Evidence: Hashable, Sendable {
    case nothing
    case playbook
    case header(String)
    case format(String)
    /// A cell that can only be read in one way.
    case cell(row: Int, text: String)
    /// How many of the nonzero numbers are above 1.
    case numbers(above: Int, of: Int)
    /// All numbers are whole, and the largest is this: points from 1 to 5 or from 0 to 10, or percentages.
    case points(most: Double)
    /// The header and the numbers contradict each other.
    case contradiction
  }
}

extension SettledConvention.Evidence {
  /// As part of a sentence: “the header “Probability (%)””.
  var words: Localized {
    switch self {
    case .nothing:
      Localized(traditionalChinese: "此欄沒有線索", simplifiedChinese: "此列没有线索", english: "nothing in the column tells")
    case .playbook:
      Localized(traditionalChinese: "規則手冊如此規定", simplifiedChinese: "规则手册如此规定", english: "the playbook says so")
    case .header(let text):
      Localized(
        traditionalChinese: "欄名是「\(text)」", simplifiedChinese: "列名是“\(text)”", english: "the header is “\(text)”")
    case .format(let code):
      Localized(
        traditionalChinese: "儲存格格式是「\(code)」", simplifiedChinese: "单元格格式是“\(code)”",
        english: "the cells have the format “\(code)”")
    case .cell(let row, let text):
      Localized(
        traditionalChinese: "第 \(row) 列的「\(text)」只有一種讀法", simplifiedChinese: "第 \(row) 行的“\(text)”只有一种读法",
        english: "“\(text)” in row \(row) can be read in one way only")
    case .numbers(let above, let count):
      Localized(
        traditionalChinese: "\(count) 個數字中有 \(above) 個大於 1", simplifiedChinese: "\(count) 个数字中有 \(above) 个大于 1",
        english: "\(above) of its \(count) numbers are above 1")
    case .points(let most):
      Localized(
        traditionalChinese: "都是整數，最大只有 \(CellValue.shown(most))，可能是評分",
        simplifiedChinese: "都是整数，最大只有 \(CellValue.shown(most))，可能是评分",
        english: "all its numbers are whole and none is above \(CellValue.shown(most)), as points are")
    case .contradiction:
      Localized(
        traditionalChinese: "欄名與數字互相矛盾", simplifiedChinese: "列名与数字互相矛盾",
        english: "header and numbers contradict each other")
    }
  }
}
