// SPDX-License-Identifier: Apache-2.0

package import Formula

/// Why a formula is refused, in the language of the refusals.
extension Spoken {
  package func text(_ error: FormulaError) -> String {
    guard language != .english else { return error.description }
    switch error {
    case .syntax(let formula, let position, let found, let expected):
      let excerpt = FormulaError.excerpt(formula, around: position)
      return self(
        "公式第 \(position) 個字元：應為\(expectation(expected))，卻是\(this(found))，見\(quoted(excerpt))", "")
    case .tooLong(let length, let limit): return self("公式有 \(length) 個字元，最多只能有 \(limit) 個", "")
    case .tooDeep(let formula, let position, _, let limit):
      return self(
        "公式第 \(position) 個字元：層層相套超過 \(limit) 層，見\(quoted(FormulaError.excerpt(formula, around: position)))", "")
    case .unknownFunction(let name, let nearest): return self("沒有函數 \(name)", "") + self.nearest(nearest)
    case .forbiddenFunction(let name, let reason): return self("這裡不能用函數 \(name)：\(self.reason(reason))", "")
    case .argumentCount(let function, let found, let expected): return arguments(of: function, expected, not: found)
    case .unknownName(let name, let nearest): return self("沒有叫 \(name) 的設定、清單或欄", "") + self.nearest(nearest)
    case .cannotEvaluate(let what, let reason): return self("\(part(what)) 算不出來：\(self.reason(reason))", "")
    case .cycle(let columns):
      return self("互相引用的欄：\((columns + columns.prefix(1)).joined(separator: " → "))", "")
    }
  }

  /// A mistake at a place in a formula.
  package func atCharacter(_ position: Int, _ text: String) -> String {
    self("公式第 \(position) 個字元：\(text)", "formula, character \(position): \(text)")
  }

  /// `IF takes 2 or 3 arguments, not 1`.
  package func arguments(of function: String, _ expected: String, not found: Int) -> String {
    let count = expected.replacing("at least ", with: self("至少 ", "")).replacing(
      "at most ", with: self("至多 ", "")
    ).replacing(" or ", with: self(" 或 ", "")).replacing(" to ", with: self(" 到 ", ""))
    return self(
      "\(function) 須有 \(count) 個引數，不是 \(found) 個",
      "\(function) takes \(expected) \(expected == "1" ? "argument" : "arguments"), not \(found)")
  }

  private func this(_ found: String) -> String {
    if found == "the end" { return self("結尾", "") }
    return found.hasPrefix("‘") && found.hasSuffix("’") ? quoted(String(found.dropFirst().dropLast())) : found
  }

  /// What the parser expected.
  private func expectation(_ expected: String) -> String {
    Self.expectations.said(expected, in: language) { $0 == "the space" ? self("空格", "") : this($0) } ?? expected
  }

  private func reason(_ reason: String) -> String { Self.reasons.said(reason, in: language) ?? reason }

  private func part(_ what: String) -> String { Self.parts.said(what, in: language) ?? what }

  private static let expectations = PhraseBook([
    "a value or a reference": "值或參照", "a reference": "參照", "a reference before ‘#’": "「#」前的參照",
    "a reference on each side of {sign}": "{sign}兩邊都是參照",
    "a number up to 1.79E+308": "不超過 1.79E+308 的數字", "a reference or a name behind the sheet’s name": "工作表名稱後的參照或名稱",
    "‘,’ between arguments": "引數之間的「,」", "a cell of a worksheet": "工作表的儲存格", "whole columns or rows": "整欄或整列",
    "a key of small letters, digits and ‘_’": "由小寫字母、數字和「_」組成的代號",
    "a text of at most 255 characters": "至多 255 個字元的文字",
    "a key, ‘{key}’ or ‘{^key}’": "代號，寫作 {key} 或 {^key}",
    "as many values as in the first row of the array": "與陣列第一列一樣多的值",
    "‘,’, ‘;’ or ‘}’": "「,」「;」或「}」", "a number": "數字",
    "a number, a text, TRUE, FALSE or an error": "數字、文字、TRUE、FALSE 或錯誤值",
    "a text that ends with a quotation mark": "以引號結尾的文字", "a sheet’s name that ends with ‘'!’": "以「'!」結尾的工作表名稱",
    "a bracket that is closed": "成對的括號", "‘)’": "「)」", "‘}’": "「}」", "an operator or the end": "運算子或結尾",
    "an operator or ‘)’": "運算子或「)」", "an operator, ‘,’ or ‘)’": "運算子、「,」或「)」",
  ])

  private static let reasons = PhraseBook([
    "cells of several rows are used where one value is needed": "需要單一的值，這裡卻是多列的儲存格",
    "a name that belongs to one sheet cannot be used in a column's formula": "屬於單一工作表的名稱在欄的公式裡沒有意義",
    "rows may move; name the column ({key}) or the setting instead": "列會移動；請改寫欄的代號 {key} 或設定的名稱",
    "not every program reads table references; write {key} instead": "不是每個程式都讀得懂表格參照；請改寫 {key}",
    "not every program reads them in the same way": "各程式的讀法不同",
    "a whole column is used where one value is needed": "需要單一的值，這裡卻是整欄",
    "it is newer than Excel 2007, and other programs do not support it": "它比 Excel 2007 新，其他程式不認得",
    "it came with {version}, and not all other programs support it; write {other} instead":
      "它從 {version} 才有，其他程式不一定認得；請改用 {other}",
    "it came with {version}, and not all other programs support it": "它從 {version} 才有，其他程式不一定認得",
    "the formulas of a playbook do not have it; write {other} instead": "規則手冊的公式沒有這個函數；請改用 {other}",
    "the formulas of a playbook do not have it": "規則手冊的公式沒有這個函數",
    "not all programs compute it in the same way": "各程式對它的算法不一致",
    "its result depends on more than the cells it is given, so the same workbook would not give the same values; write {other} instead":
      "它的結果不只取決於引用的儲存格，同一份工作簿會算出不同的值；請改用 {other}",
    "its result depends on more than the cells it is given, so the same workbook would not give the same values":
      "它的結果不只取決於引用的儲存格，同一份工作簿會算出不同的值",
    "references cannot be combined in a column's formula": "欄的公式不能合併參照",
    "this function is not computed here": "這裡不計算這個函數",
    "inside SUMPRODUCT it would need array entry; multiply by the condition instead": "在 SUMPRODUCT 裡要用陣列公式；請改為乘上條件",
    "argument {n} must be a whole column": "第 {n} 個引數必須是整欄",
    "it gives one value, not one for each cell of a column": "它只給一個值，不是每格各一個",
    "cells down to this row cannot be used together with whole columns": "「截至這一列」的儲存格不能與整欄一起使用",
  ])

  private static let parts = PhraseBook(["cell reference": "儲存格參照", "array constant": "陣列常數"])
}
