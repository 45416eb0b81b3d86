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

  @Test func `have a hash that says whether they are equal`() {
    func hash(_ text: String) -> WordHash { WordHash(HeaderWords(text)) }
    #expect(hash("date of sale").inAnyOrder == hash("Sales date").inAnyOrder)
    #expect(hash("date of sale").inOrder != hash("Sales date").inOrder)
    #expect(hash("close date") != hash("close data") && hash(" ").inOrder == nil && hash("date").inAnyOrder == nil)
  }

  @Test func `of a German compound with a number are those of its parts`() {
    for text in ["Angebotsnr.", "Angebots-Nr.", "Angebotsnummer", "ANGEBOTSNR"] {
      #expect(HeaderWords(text).words == ["angebot", "no"], "\(text)")
    }
    #expect(HeaderWords("Nummer").words == ["no"] && HeaderWords("Nr").words == ["no"])
    #expect(HeaderWords("xnr").words == ["xnr"])
  }

  @Test(
    arguments: [
      ("Auftragswert netto", "Auftragswert"), ("Amount excl. VAT", "Amount"), ("Betrag brutto inkl. MwSt.", "Betrag"),
      ("Wahrscheinlichkeit in %", "Wahrscheinlichkeit"),
    ])
  func `end before what only says how an amount is counted`(text: String, core: String) {
    #expect(HeaderWords(text).withoutQualifiers == HeaderWords(core))
  }

  @Test(arguments: ["Net", "Amount", "Invoice VAT", "Amount %", "Paid in"])
  func `are all needed where the end says what a column is`(text: String) {
    #expect(HeaderWords(text).withoutQualifiers == nil)
  }

  @Test func `of other ways of writing in Chinese are the usual ones, all that a header has`() {
    #expect(HeaderWords("合約號碼").words == HeaderWords("合同编号").words)
    #expect(HeaderWords("專案編碼聯絡時間").words == HeaderWords("项目编号联系日期").words)
    #expect(HeaderWords("帳號臺帳").words == ["账号台账"])
    #expect(HeaderWords("時間時間").words == ["日期日期"] && HeaderWords("時").words == ["时"])
  }
}
