// SPDX-License-Identifier: Apache-2.0

extension HeaderWords {
  /// Headers that say the same in other words, the likeliest first.
  var synonyms: [HeaderWords] {
    var found = respellings
    if let last = words.last, words.count > 1 {
      for group in Self.synonymWords where group.contains(last) {
        found += group.filter { $0 != last }.map { HeaderWords(words: words.dropLast() + [$0]) }
      }
      // Date quoted, quoted on, quoted at.
      let rest = words.filter { !["date", "on", "at"].contains($0) }
      if rest.count == words.count - 1, rest.count < 3, let event = rest.last.flatMap({ Self.events[$0] }) {
        found.append(HeaderWords(words: rest.dropLast() + [event, "date"]))
      }
    } else if words.count == 1, let word = words.first, !Self.isChinese(word) {
      for end in Self.synonymEnds where word.hasSuffix(end) && word.utf8.count > end.utf8.count + 3 {
        found += Self.synonymEnds.filter { $0 != end }.map { HeaderWords(words: [word.dropLast(end.count) + $0]) }
      }
    } else if words.count == 1, let word = words.first {
      for group in Self.synonymCharacters {
        guard let end = group.first(where: { word.hasSuffix($0) && word.count > $0.count + 1 }) else { continue }
        found += group.filter { $0 != end }.map { HeaderWords(words: [word.dropLast(end.count) + $0]) }
        break
      }
    }
    return found
  }

  /// The header with the umlauts that a database spells with an e, ‘zustaendig’, and without what stands behind it to say in which currency
  /// or of which type it is: `wert_eur`, `amount_in_home_currency`, `dispute_flag`, `lost_reason__c`.
  var respellings: [HeaderWords] {
    var found: [HeaderWords] = []
    if words.count > 1, let last = words.last, Self.currencies.contains(last) || Self.typeEnds.contains(last) {
      found.append(HeaderWords(words: words.dropLast()))
    }
    if let place = words.lastIndex(of: "in"), place > 0, place < words.count - 1,
      words[(place + 1)...].allSatisfy({ Self.currencies.contains($0) || Self.ownCurrency.contains($0) })
    {
      found.append(HeaderWords(words: Array(words[..<place])))
    }
    let respelled = words.map { word in
      word.utf8.count < 5
        ? word : zip(["ae", "oe", "ue"], ["a", "o", "u"]).reduce(word) { $0.replacing($1.0, with: $1.1) }
    }
    // Respelled, naechster has the ending that its noun asks for.
    if respelled != words { found.append(HeaderWords(words: respelled.flatMap(Self.written))) }
    return found
  }

  private static let currencies: Set<String> = [
    "usd", "eur", "gbp", "chf", "cny", "rmb", "twd", "ntd", "hkd", "jpy", "inr", "vnd", "sgd", "aud", "cad",
  ]

  /// What databases put behind a name.
  private static let typeEnds: Set<String> = ["c", "flag", "flg", "indicator"]
  private static let ownCurrency: Set<String> = [
    "home", "company", "local", "base", "group", "reporting", "corporate", "currency", "euro", "hauswahrung",
    "landeswahrung",
  ]

  private static let synonymWords = [["amount", "value", "total", "sum"], ["owner", "rep", "manager", "lead", "by"]]
  /// The ends of German compounds that are sums of money.
  private static let synonymEnds = ["wert", "summe", "betrag", "volumen"]
  /// The ends of Chinese headers, the longest first.
  private static let synonymCharacters = [
    ["总金额", "金额", "总额", "总价", "价格", "价款"], ["负责人", "经理", "业务员", "销售员", "人员", "人"], ["情况", "状态", "进度", "进展", "阶段"],
    ["理由", "原因", "因素"],
  ]
  /// The nouns of what has happened.
  private static let events = [
    "quoted": "quote", "ordered": "order", "invoiced": "invoice", "billed": "bill", "booked": "booking",
    "proposed": "proposal", "submitted": "submission", "visited": "visit", "called": "call", "delivered": "delivery",
    "renewed": "renewal", "enquired": "enquiry", "inquired": "inquiry", "contacted": "contact", "met": "meeting",
    "logged": "log", "entered": "entry", "tendered": "tender", "shipped": "ship",
  ]
}
