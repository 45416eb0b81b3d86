// SPDX-License-Identifier: Apache-2.0

import Formula
import TestSupport
import Testing

@testable import Playbook

@Suite struct `A mistake in a playbook, said in Chinese,` {
  static let chinese: [Language] = [.traditionalChinese, .simplifiedChinese]

  /// Three words of English beside each other, outside of quotes and examples: a sentence that was not translated.
  static func english(in text: String) -> String? {
    let plain = text.replacing(#/「[^」]*」|“[^”]*”|\{[^}]*\}|[A-Z]+\([^)]*\)/#, with: "")
    return plain.firstMatch(of: #/[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/#).map { String($0.output) }
  }

  @Test(arguments: Sweep.cases(Mistake.all)) func `has no English of ours in it`(mistake: Mistake) {
    for issue in overlay(mistake.yaml).issues {
      // The mistake of a formula is said where it is found.
      if [.formula, .function].contains(issue.kind), !issue.message.contains("a formula") { continue }
      for language in Self.chinese {
        let said = PlaybookIssueWords(words: Spoken(language: language)).said(issue.message)
        #expect(said != issue.message && Self.english(in: said) == nil, "\(issue.message) → \(said)")
      }
    }
  }

  @Test(arguments: [
    ("extends: key-account\nlists:\n\tst: {}", "不是 YAML"), ("extends: key-account\nx: [1, 2", "不是 YAML"),
    ("extends: key-account\nx: *y\n", "規則手冊不用別名"), ("", "檔案是空的"), ("- a\n", "卻是清單"),
    ("extends: other\n", "應為「extends: key-account」，卻是「other」"), ("extends: key-account\na: 1\na: 2\n", "第 2 行已有"),
  ])
  func `has no English of the file's reader either`(yaml: String, says: String) {
    let said = reading(yaml).issues.map {
      PlaybookIssueWords(words: Spoken(language: .traditionalChinese)).said($0.message)
    }
    #expect(said.contains { $0.contains(says) }, "\(said)")
    #expect(said.allSatisfy { Self.english(in: $0) == nil }, "\(said)")
  }

  @Test(arguments: [
    (
      "‘tilte’ is not a key of a column; did you mean ‘title’?", "欄沒有「tilte」這個鍵；是不是「title」？",
      "列没有“tilte”这个键；是不是“title”？"
    ),
    ("expected a mapping for the rule A-1, found an empty list", "規則 A-1 應為一組鍵值，卻是空清單", "规则 A-1 应为一组键值，却是空清单"),
    (
      "‘x’ is not a severity; there are info, warning, error", "「x」不是嚴重程度；現有：info、warning、error",
      "“x”不是严重程度；现有：info、warning、error"
    ),
    (
      "DEA-1: there is no column {x} in the sheet de; did you mean {y}?", "DEA-1：工作表 de 沒有欄 {x}；是不是「{y}」？",
      "DEA-1：工作表 de 没有列 {x}；是不是“{y}”？"
    ),
  ])
  func `says what it says in English`(english: String, traditional: String, simplified: String) {
    #expect(PlaybookIssueWords(words: Spoken(language: .english)).said(english) == english)
    #expect(PlaybookIssueWords(words: Spoken(language: .traditionalChinese)).said(english) == traditional)
    #expect(PlaybookIssueWords(words: Spoken(language: .simplifiedChinese)).said(english) == simplified)
  }
}

@Suite struct `A formula that is refused in Chinese` {
  static let unparsable = [
    "=1+", "=SUM(1,2", "=1)", "=\"abc", "='Sheet 1", "=[Qty", "=1 2", "=(1 2)", "=SUM(1 2)", "=SUM(1;2)", "={1,2;3}",
    "={1,A1}", "={1,-a}", "={1", "=A1#b", "=1#", "=1:2:a", "=A1:2", "=(1) (2)", "=1e999", "=Sheet1!", "=Sheet1!1",
    "=\(String(repeating: "(", count: 200))1", "=\"\(String(repeating: "x", count: 300))\"", "=*2", "=\u{1}",
  ]

  @Test(arguments: unparsable) func `leaves no English of ours, however it is wrong`(formula: String) {
    do throws(FormulaError) {
      _ = try ParsedFormula(formula)
    } catch {
      let said = Spoken(language: .traditionalChinese).text(error)
      #expect(`A mistake in a playbook, said in Chinese,`.english(in: said) == nil, "\(said)")
      #expect(!said.contains("  ") && !said.contains("見 「"), "\(said)")
    }
  }

  @Test(arguments: [
    "=TODAY()", "=XLOOKUP(1,{amount},{amount})", "=de_amount+1", "=A1+1", "=[Qty]", "={1,2}", "=Plan!x",
    "=SUM({amount})",
    "=@{amount}", "=SUMPRODUCT(IF(de_amount>1,1,0))", "=MATCH(1,{amount},0)", "=de_amount:de_stage", "=CELL(\"row\")",
    "=SUMPRODUCT(N(de_amount))", "=SUM({^amount})+{^amount}", "=FOO(1)", "=IF(1)", "=Nothing+1",
  ])
  func `as a column's leaves none either`(formula: String) {
    let yaml =
      "sheets:\n  de:\n    columns:\n      extra:\n        title: X\n        type: money\n        formula: '\(formula.replacing("'", with: "''"))'\n"
    guard let parsed = try? FormulaTemplate(formula).formula else { return }
    let spoken = Spoken(language: .simplifiedChinese)
    for (_, error) in FunctionCatalogue.problems(in: parsed, allowed: FunctionCatalogue.everywhere) {
      #expect(
        `A mistake in a playbook, said in Chinese,`.english(in: spoken.text(error)) == nil, "\(spoken.text(error))")
    }
    var environment = Environment()
    for name in ["de_amount", "de_stage"] { environment.declare(name, isColumn: true) }
    do throws(FormulaError) {
      _ = try BoundFormula(parsed.expression, sheet: "row", in: environment)
    } catch {
      #expect(
        `A mistake in a playbook, said in Chinese,`.english(in: spoken.text(error)) == nil, "\(spoken.text(error))")
    }
    #expect(!overlay(yaml).issues.isEmpty || formula == "=SUM({amount})")
  }
}

@Suite struct `A book of phrases` {
  private let book = PhraseBook([
    "the row {row} of {list} is gone": "清單 {list} 少了 {row} 列", "the row {row} is gone": "少了 {row} 列", "nothing": "空的",
  ])

  @Test func `puts what was found where the other language has it`() {
    #expect(book.said("the row 7 of Stages is gone", in: .traditionalChinese) == "清單 Stages 少了 7 列")
    #expect(book.said("the row 7 of Stages is gone", in: .simplifiedChinese) == "清单 Stages 少了 7 行")
    #expect(book.said("the row 7 is gone", in: .traditionalChinese) { "<\($0)>" } == "少了 <7> 列")
  }

  @Test func `says English as it is, and nothing that it does not have`() {
    #expect(book.said("anything", in: .english) == "anything")
    #expect(book.said("the row 7 is here", in: .traditionalChinese) == nil)
    #expect(book.said("nothing", in: .simplifiedChinese) == "空的")
  }

  @Test func `does not translate what somebody wrote`() {
    #expect(book.said("the row 欄 is gone", in: .simplifiedChinese) == "少了 欄 行")
  }
}
