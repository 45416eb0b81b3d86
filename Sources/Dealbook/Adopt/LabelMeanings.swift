// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Determines what labels mean from the words of the vocabulary.
struct LabelMeanings {
  private var whole: [String: ValueMeaning] = [:]
  private var parts: [(words: String, meaning: ValueMeaning)] = []
  /// The words that are not weak, as in `whole`.
  private var strong: Set<String> = []
  /// Whether each label says one thing about a person or a customer, which a further word may turn around: ‘no longer active’, 非決策者.
  private let saysOneThing: Bool

  init(_ vocabulary: Vocabulary, list: String) {
    saysOneThing = ["cs", "br", "lc"].contains(list)
    for value in vocabulary.values where value.list == list {
      let key = TextFolding.headerWord(value.word.text)
      if !value.word.isWeak || whole[key] == nil { whole[key] = whole[key] ?? value.meaning }
      guard !value.word.isWeak, key.count >= 2 else { continue }
      strong.insert(key)
      parts.append((Self.words(value.word.text), value.meaning))
    }
    // Longer phrases are more specific: ‘closed lost’ before ‘closed’.
    parts.sort { ($0.words.count, $1.words) > ($1.words.count, $0.words) }
  }

  /// The words for stages, made once for all workbooks that are read with the playbook.
  static func ofStages(_ playbook: Playbook) -> LabelMeanings {
    playbook.memo.value { LabelMeanings(playbook.vocabulary, list: AdoptedList.stages) }
  }

  /// - Returns: the meaning, and whether the whole label is a vocabulary word. Nil for a label that is not known, or that says itself that
  ///   it is not sure (‘Won?’, ‘Almost won’).
  ///
  /// What ends a deal has to be said by the label as a whole: ‘Kein Auftrag’, ‘Signed NDA’ and 赢单待审批 only contain such a word.
  func meaning(of label: String) -> (meaning: ValueMeaning, isWhole: Bool)? {
    if label.contains(where: { "?？".contains($0) }) { return nil }
    if let meaning = whole[TextFolding.headerWord(label)] { return (meaning, true) }
    let bare = Self.withoutNumber(label)
    if let meaning = whole[TextFolding.headerWord(bare)] { return (meaning, true) }
    let words = Self.words(bare)
    func holds(_ part: String) -> Bool { Self.holds(words, part) }
    guard let open = parts.first(where: { !Self.isEnd($0.meaning.outcome) && holds($0.words) }) else {
      return end(of: bare).map { ($0, false) }
    }
    if let meaning = end(of: bare) { return (meaning, false) }
    if saysOneThing {
      let rest = words.replacing(Self.inner(open.words, of: words), with: " ")
      let isOther = parts.contains { $0.meaning.code != open.meaning.code && Self.holds(rest, $0.words) }
      return isOther || OutcomeWords.turnAround(rest) ? nil : (open.meaning, false)
    }
    // ‘Proposal rejected’ is an open deal for one team and a lost one for another; ‘verbal win’ is one phrase.
    if open.meaning.outcome != nil {
      let rest = words.replacing(Self.inner(open.words, of: words), with: " ")
      if OutcomeWords.negate(words) || OutcomeWords.deny(words) { return nil }
      if parts.contains(where: { Self.isEnd($0.meaning.outcome) && Self.holds(rest, $0.words) }) { return nil }
    }
    return (open.meaning, false)
  }

  /// What a label says that is the word for an end but for ‘closed’, the word for a deal, or a remark behind it: ‘Deal lost’, ‘Won - upsell’.
  private func end(of label: String) -> ValueMeaning? {
    if let meaning = strongEnd(label) { return meaning }
    for place in OutcomeWords.remarks(in: label) {
      guard let meaning = strongEnd(String(label[..<place])) else { continue }
      let remark = Self.words(String(label[place...]))
      if OutcomeWords.doubt(remark, isLost: meaning.outcome == .lost) { return nil }
      // ‘Won / lost’ names both.
      let other = meaning.outcome == .won ? ValueMeaning.Outcome.lost : .won
      if meaning.outcome != .onHold,
        parts.contains(where: { $0.meaning.outcome == other && Self.holds(remark, $0.words) })
      {
        return nil
      }
      return meaning
    }
    return nil
  }

  /// The meaning of the text without the words for a deal, if it is one that ends a deal and sure.
  private func strongEnd(_ text: String) -> ValueMeaning? {
    for key in [TextFolding.headerWord(text), OutcomeWords.withoutDeal(Self.words(text))] {
      if strong.contains(key), let meaning = whole[key], Self.isEnd(meaning.outcome) { return meaning }
    }
    return nil
  }

  private static func isEnd(_ outcome: ValueMeaning.Outcome?) -> Bool { outcome != nil && outcome != .open }

  /// Whether a text contains the words of a part. Between Chinese characters there are no spaces.
  private static func holds(_ words: String, _ part: String) -> Bool {
    part.unicodeScalars.contains { $0.value >= 0x3400 }
      ? part.count > 3 && words.contains(part.dropFirst().dropLast()) : words.contains(part)
  }

  private static func inner(_ part: String, of words: String) -> String {
    words.contains(part) ? part : String(part.dropFirst().dropLast())
  }

  /// Whether something in a label speaks of an end, of what is put off, or of what follows an end: it is not surely a step. An appointment may
  /// be booked as well as an order.
  func mayEnd(_ label: String) -> Bool {
    let words = Self.words(Self.withoutNumber(label))
    return OutcomeWords.negate(words) || OutcomeWords.deny(words) || !words.contains(where: \.isLetter)
      || words.hasPrefix(" booked ")
      || parts.contains { $0.words != " booked " && Self.isEnd($0.meaning.outcome) && Self.holds(words, $0.words) }
      || Self.endings.contains { words.contains($0) } || Self.chineseEndings.contains { words.contains($0) }
  }

  /// Beginnings of words.
  private static let endings = [
    " clos", " expire", " end", " cancel", " void", " archiv", " dead", " duplicat", " done", " complet", " finish",
    " reject", " declin", " disqual", " invalid", " churn", " stop", " hold", " pause", " postpon", " abgelaufen",
    " storn", " abge", " doppel", " dublette", " erledigt", " beendet", " geschlossen", " abgeschlossen", " ungültig",
    " ruht", " pausiert", " unknown ", " unbekannt ", " other ", " sonstige", " test ", " none ", " win", " won",
    " lost", " loss", " sign", " accept", " award", " order", " auftrag", " zusage", " angenommen", " bestell",
    " unterschr", " liefer", " deliver", " paid", " bezahlt", " rechnung", " invoic", " implement", " live", " projekt",
    " kunde", " customer", " client",
  ]
  private static let chineseEndings = [
    "过期", "失效", "作废", "取消", "终止", "结束", "关闭", "完成", "结案", "暂停", "搁置", "冻结", "重复", "其他", "未知", "测试", "不", "未", "无",
    "非", "签", "订单", "下单", "合同", "中标", "得标", "接受", "拒绝", "交付", "出货", "发货", "验收", "收款", "付款", "开票", "上线", "实施", "售后",
    "维护", "放弃", "转", "成交", "赢", "成单", "成功",
  ]

  /// The label without a leading number or a trailing share: `5 - Execution`, `S2: Offer`, `Proposal (60%)`.
  static func withoutNumber(_ label: String) -> String {
    var text = Substring(label)
    if let bracket = text.lastIndex(where: { $0 == "(" || $0 == "（" }),
      text[bracket...].contains(where: { $0 == "%" || $0.isNumber })
    {
      text = text[..<bracket]
    }
    let head = text.prefix { !$0.isWhitespace && !"-–:.、)_".contains($0) }
    if !head.isEmpty, head.count <= 3, head.contains(where: \.isNumber) { text = text.dropFirst(head.count) }
    if letter(of: label) != nil { text = text.dropFirst() }
    return String(text.drop { $0.isWhitespace || "-–:.、)_".contains($0) })
  }

  /// The place in the alphabet of the letter in front of a label: `B. Qualified`.
  private static func letter(of label: String) -> Double? {
    var rest = label.unicodeScalars.drop { $0 == " " }
    guard let first = rest.popFirst(), ("A"..."Z").contains(first), rest.popFirst() == ".", rest.first == " " else {
      return nil
    }
    return Double(first.value - 64)
  }

  /// The number or the letter in front of a label, which says its place.
  static func number(of label: String) -> Double? {
    if let letter = letter(of: label) { return letter }
    let digits = label.drop { !$0.isNumber }.prefix { $0.isNumber }
    guard label.prefix(3).contains(where: \.isNumber), digits.count <= 3 else { return nil }
    return Double(String(digits))
  }

  /// The words of the text with a space around each, so that whole words can be searched for.
  private static func words(_ text: String) -> String {
    let folded = Simplified.text(TextFolding.folded(text))
    return " " + folded.split { !($0.isLetter || $0.isNumber) }.joined(separator: " ") + " "
  }
}
