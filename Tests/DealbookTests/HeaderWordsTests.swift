// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@testable import Dealbook

@Suite struct `The words of a header` {
  /// Most words take the fast path. Empty brackets force the slow one.
  @Test func `are the same whichever way they are read`() {
    var read = 0
    for word in Playbook.builtIn.vocabulary.headers.map(\.word.text) {
      #expect(HeaderWords(word) == HeaderWords(word + "()"), "\(word)")
      read += 1
    }
    #expect(read > 1000)
    for word in ["Close Date", "AEs", "CRMName", "N Deals", "Sales  rep", "", " ", "合約金額", "Größe"] {
      #expect(HeaderWords(word) == HeaderWords(word + "()"), "\(word)")
    }
  }

  @Test func `have the same hash whether strings are made of them or not`() {
    let vocabulary = Playbook.builtIn.vocabulary
    let texts = vocabulary.headers.map(\.word.text) + vocabulary.leftAlone.map(\.word.text)
    for text in texts + ["Sales sales", "classes", "boxes", "N", "n deals", "bus", "gas ties", "dies", "Closed ATT"] {
      #expect(WordHash(text) == WordHash(HeaderWords(text)), "\(text)")
    }
    #expect(WordHash("date of sale").inAnyOrder == WordHash("Sales date").inAnyOrder)
    #expect(WordHash("date of sale").inOrder != WordHash("Sales date").inOrder)
    #expect(WordHash("close date") != WordHash("close data") && WordHash(" ").inOrder == nil)
  }

  @Test func `of other ways of writing in Chinese are the usual ones, all that a header has`() {
    #expect(HeaderWords("合約號碼").words == HeaderWords("合同编号").words)
    #expect(HeaderWords("專案編碼聯絡時間").words == HeaderWords("项目编号联系日期").words)
    #expect(HeaderWords("帳號臺帳").words == ["账号台账"])
    #expect(HeaderWords("時間時間").words == ["日期日期"] && HeaderWords("時").words == ["时"])
  }
}
