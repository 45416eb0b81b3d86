// SPDX-License-Identifier: Apache-2.0

/// The words beside ‘won’ or ‘lost’ in a label that leave its meaning as it is, or make it doubtful. Texts are folded, simplified, and have a
/// space around each word.
enum OutcomeWords {
  /// The text without the words for a deal, for ‘closed’ and for the year, in the form of ``TextFolding/headerWord(_:)``.
  static func withoutDeal(_ words: String) -> String {
    let kept = words.split(separator: " ").filter { !deal.contains(String($0)) && !$0.allSatisfy(\.isNumber) }
    var text = kept.joined()
    for word in chineseDeal where text.count > word.count + 1 && text.hasPrefix(word) { text.removeFirst(word.count) }
    for word in chineseEnds where text.count > word.count + 1 && text.hasSuffix(word) { text.removeLast(word.count) }
    return text
  }

  /// Where a remark behind a label may begin, last place first.
  static func remarks(in label: String) -> [String.Index] {
    var places: [String.Index] = []
    var before: Character?
    for place in label.indices {
      let character = label[place]
      let isDash = "-–—".contains(character)
      let next = label.index(after: place)
      // ‘Win-back’ is one word.
      if isDash, before == " " || next < label.endIndex && label[next] == " " { places.append(place) }
      if ":：(（[［/／,，;；|".contains(character) { places.append(place) }
      if character == " ", reasons.contains(where: { label[next...].lowercased().hasPrefix($0) }) {
        places.append(place)
      }
      before = character
    }
    return places.reversed()
  }

  /// Whether a remark makes doubtful what it is a remark on. The reason of a loss may be that there was no budget.
  static func doubt(_ remark: String, isLost: Bool) -> Bool {
    if doubts.contains(where: { remark.contains($0) }) || chineseDoubts.contains(where: { remark.contains($0) }) {
      return true
    }
    return !isLost
      && (negate(remark) || intents.contains(where: { remark.contains($0) }) || rivals.contains { remark.contains($0) })
  }

  /// Whether a text says that something is not so, or not yet.
  static func negate(_ words: String) -> Bool { negations.contains { words.contains($0) } }

  /// Whether a text says that what it names came to nothing: 談判破裂, ‘Verhandlung gescheitert’, ‘Quote expired’.
  static func deny(_ words: String) -> Bool {
    denials.contains { words.contains($0) } || chineseDenials.contains { words.contains($0) }
  }

  private static let denials = [
    " gescheitert", " gekündigt", " abgelaufen", " geplatzt", " abgebrochen", " abgewiesen", " zurückgewiesen",
    " failed", " expired", " collapsed", " broken ", " broke ", " fell through", " terminated", " revoked",
    " turned down",
  ]
  private static let chineseDenials = [
    "被拒", "被否", "否决", "未通过", "不通过", "淘汰", "破裂", "破局", "过期", "失效", "作废", "落空", "告吹", "谈崩", "中止", "终止", "战败", "停案",
    "飞单",
  ]

  /// Whether the words beside what a label says of a person turn it around, or put it into the past or the future.
  static func turnAround(_ words: String) -> Bool {
    negate(words) || past.contains { words.contains($0) } || chineseTurns.contains { words.contains($0) }
  }

  private static let past = [
    " former ", " formerly ", " ex ", " previous ", " previously ", " past ", " future ", " acting ", " longer ",
    " ehemalig ", " ehemaliger ", " ehemalige ", " früher ", " früherer ", " bisher ", " bald ", " künftig ", " mehr ",
    " maybe ", " possible ", " potential ", " unknown ", " unbekannt ", " unklar ",
  ]
  private static let chineseTurns = ["不", "非", "未", "无", "没", "前", "原", "曾", "已", "待", "拟", "将", "可能", "潜在", "疑"]

  private static let deal: Set<String> = [
    "closed", "close", "deal", "deals", "opportunity", "opportunities", "opp", "project", "projects", "customer",
    "client",
    "account",
    "stage", "status", "kunde", "projekt", "chance", "verkaufschance", "and", "und", "geschlossen", "abgeschlossen",
    "结案",
  ]
  private static let chineseDeal = ["项目", "商机", "订单", "机会", "客户", "专案", "结案", "关闭", "已"]
  /// What may follow the word for an end: 赢单关闭, 中标签约.
  private static let chineseEnds = ["关闭", "签约", "结案"]

  /// ‘Lost to Acme’, ‘Lost due to price’.
  private static let reasons = [
    "to ", "due to ", "because ", "against ", "an ", "wegen ", "gegen ", "por ", "par ", "per ",
  ]

  private static let negations = [
    " no ", " not ", " never ", " without ", " un ", " non ", " kein ", " keine ", " keinen ", " nicht ", " ohne ",
    " pas ", " sin ", " senza ", " sans ", " qualified out ", " unqualified ",
  ]

  /// Words that make a deal that is won or lost one that may be.
  private static let doubts = [
    " almost ", " nearly ", " maybe ", " perhaps ", " possibly ", " possible ", " probably ", " probable ", " likely ",
    " potential ", " potentially ", " soon ", " about to ", " to be ", " expected ", " should ", " hopefully ", " if ",
    " at risk ", " risk ", " yet ", " still ", " pending ", " awaiting ", " waiting ", " tbc ", " tbd ", " partial ",
    " partially ", " partly ", " plan ", " planned ", " forecast ", " subject to ", " back ", " fast ", " beinahe ",
    " bald ", " vielleicht ", " wahrscheinlich ", " voraussichtlich ", " erwartet ", " geplant ", " droht ", " noch ",
    " teilweise ", " offen ", " casi ", " presque ", " quasi ", " probablement ",
  ]
  /// What is signed before the contract is.
  private static let intents = [
    " nda ", " loi ", " mou ", " intent ", " verbal ", " approval ", " proposal ", " quote ", " draft ", " mündlich ",
    " absichtserklärung ", " vorvertrag ",
  ]
  /// Who won it, if the team did not.
  private static let rivals = [
    " competitor ", " competitors ", " competition ", " rival ", " another ", " other ", " others ", " wettbewerb ",
    " wettbewerber ", " konkurrenz ", " mitbewerber ", " anderen ",
  ]
  private static let chineseDoubts = [
    "可能", "即将", "将要", "预计", "预期", "有望", "快要", "差不多", "几乎", "待", "拟", "疑似", "是否", "风险", "率", "意向", "审批",
    "部分", "计划", "尚未", "还未", "未签", "口头", "确认中",
  ]
}
