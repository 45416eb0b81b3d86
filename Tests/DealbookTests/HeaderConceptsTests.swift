// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@testable import Dealbook

@Suite struct `What a header says` {
  private static let words = WordIndex(.builtIn)

  /// The column of a kind of sheet that a header stands for by what it says.
  private func key(_ header: String, _ prefix: String, isDate: Bool = false) -> String? {
    Self.words.meanings(byConceptsOf: HeaderWords(header, keepsBrackets: false), isDate: isDate).first {
      $0.meaning.prefix == prefix
    }?.meaning.key
  }

  @Test(
    arguments: [
      ("LY quota", "Soll Vorjahr"), ("去年責任額", "上年指标(万)"), ("LY quota", "去年責任額"), ("Chased by", "人員 主責"),
      ("Verlängerungsstand", "續約狀況"), ("Grund Verzug", "逾期說明"), ("Kundenname", "客戶"),
    ])
  func `is the same in other words, orders and languages`(one: String, other: String) throws {
    let said = try #require(HeaderConcepts(HeaderWords(one, keepsBrackets: false)))
    #expect(said == HeaderConcepts(HeaderWords(other, keepsBrackets: false)), "\(said.names)")
  }

  @Test(arguments: ["Belegfeld 1", "Why it is stuck", "推進到哪一步", "Xyzzy date", "", "%%%x", "Zahlungszyx"])
  func `is not read in part`(header: String) { #expect(HeaderConcepts(HeaderWords(header)) == nil) }

  @Test func `is something else with another word`() {
    func said(_ header: String) -> HeaderConcepts? { HeaderConcepts(HeaderWords(header)) }
    #expect(said("Expected close date") != said("Actual close date") && said("Our contact") != said("Contact"))
    #expect(said("客戶編號") != said("客戶名稱") && said("Delivered")?.dated == said("Delivery date"))
  }

  @Test(
    arguments: [
      ("Soll Vorjahr", "tg", "prev_target"), ("LY booked", "tg", "prev_actual"), ("最低門檻", "tg", "floor"),
      ("無效說明", "le", "drop_reason"), ("續約報價", "re", "amount"), ("專案代號", "vi", "deal_id"), ("合約字號", "co", "contract_id"),
      ("Grund Verzug", "pa", "delay_reason"), ("專責業務", "acc", "owner"), ("下步措施", "pa", "next_action"),
    ])
  func `tells the column where the vocabulary has it in other words`(header: String, prefix: String, wanted: String) {
    #expect(key(header, prefix) == wanted)
  }

  /// ‘Unser Kontakt’ is one of ours and ‘Kontakt’ is theirs; a closing date is expected on one team's sheet and past on another's.
  @Test(
    arguments: [
      ("Kontakt", "de"), ("結案日", "de"), ("Geschäftsbereich", "de"), ("Annual Revenue", "pa"), ("Grund", "pa"),
      ("Nr.", "le"), ("Wann", "vi"),
    ])
  func `tells nothing where it may be two columns, none, or has been said once`(header: String, prefix: String) {
    #expect(key(header, prefix) == nil)
  }

  @Test func `of a word is one thing`() {
    var seen: [String: String] = [:]
    for (concept, words) in ConceptWords.entries {
      for word in words.split(separator: " ").map(String.init) {
        let one = HeaderWords(word).words
        #expect(one.count == 1, "\(word) is not one word")
        #expect(seen[word] == nil, "\(word) says \(concept) and \(seen[word] ?? "")")
        seen[word] = concept
      }
    }
    #expect(seen.count > 500)
  }
}
