// SPDX-License-Identifier: Apache-2.0

import Base
import Calculation
import Dealbook
import Playbook
import Spreadsheet

/// The result of `recalc` as text.
struct RecalcText {
  let text: String

  /// How many formulas to list for one reason; the rest are counted.
  private static let most = 20

  init(_ result: CalculatedWorkbook, _ workbook: Workbook, path: String, language: Language = .english) {
    let (formulas, changes, kept) = (result.formulaCount, result.changes.count, result.kept.count)
    let colon = language == .english ? ": " : "："
    let head = Localized(
      traditionalChinese: "\(formulas) 個公式，\(changes) 個值有變，\(kept) 個保留原值",
      simplifiedChinese: "\(formulas) 个公式，\(changes) 个值有变，\(kept) 个保留原值",
      english: "\(formulas) formulas, \(changes) values changed, \(kept) kept as they were")
    var lines = ["\(path)\(colon)\(head[language])"]
    for kept in result.kept.prefix(Self.most) {
      lines.append("  \(workbook.sheets[kept.sheet].name)!\(kept.cell)\(colon)\(kept.reason.words[language])")
    }
    let rest = kept - Self.most
    if rest > 0 {
      lines.append(
        Localized(
          traditionalChinese: "  另有 \(rest) 個", simplifiedChinese: "  另有 \(rest) 个", english: "  and \(rest) more")[
            language])
    }
    text = lines.map { Printable.text($0) + "\n" }.joined()
  }

  /// The consequences of setting cells, such as `, 3 formulas calculated anew`; empty if there are none.
  static func consequences(_ result: CalculatedWorkbook, _ workbook: Workbook, language: Language) -> String {
    let words = SetWords(language: language)
    var text = result.changes.isEmpty ? "" : words.calculated(result.changes.count)
    if let first = result.kept.first {
      text += words.notCalculated(
        result.kept.count, first: "\(workbook.sheets[first.sheet].name)!\(first.cell)",
        why: first.reason.words[language])
    }
    if let first = result.blocked.first {
      text += words.inTheWay(
        first.merged.map { "\($0)" } ?? first.table ?? first.obstacle.map { "\($0)" },
        of: "\(workbook.sheets[first.sheet].name)!\(first.cell)")
    }
    return text
  }

  /// A line for each cell that would change.
  static func differences(
    _ result: CalculatedWorkbook, _ workbook: Workbook, language: Language = .english
  ) -> String {
    result.changes.map { change in
      let (old, new) = (shown(change.old, language), shown(change.new, language))
      return Printable.text("\(workbook.sheets[change.sheet].name)!\(change.cell): \(old) → \(new)") + "\n"
    }.joined()
  }

  private static func shown(_ value: CellValue, _ language: Language) -> String {
    switch value {
    case .blank:
      Localized(traditionalChinese: "（沒有值）", simplifiedChinese: "（没有值）", english: "(no value)")[language]
    case .number(let number): "\(number)"
    case .text(let text): "\"\(text)\""
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .error(let error): error.code
    }
  }
}
