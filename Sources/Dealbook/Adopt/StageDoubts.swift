// SPDX-License-Identifier: Apache-2.0

import Playbook

extension AdoptedLabel {
  /// The share that the deals of a stage have in common, if enough of them have one and they agree. One or two cells of many, or cells
  /// that say everything between 0 and 1, say nothing of the stage.
  ///
  /// - Parameter count: the number of deals of the stage.
  static func commonShare(_ shares: [Double], of count: Int) -> Double? {
    guard !shares.isEmpty, shares.count * 2 >= count, shares.count >= 3 || shares.count == count else { return nil }
    let sorted = shares.sorted()
    let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    let isMany = shares.count >= 8
    let near = shares.count { abs($0 - middle) < (isMany ? 0.1501 : 0.1001) }
    return near * 4 >= shares.count * (isMany ? 2 : 3) ? middle : nil
  }

  /// Takes the share of the team's own column of chances for the stage, or notes that it says nothing.
  mutating func takeChance(of shares: [Double]) {
    let share = Self.commonShare(shares, of: count)
    hasDoubtfulChances = share == nil && !shares.isEmpty && outcome == .open
    takeChance(share)
  }

  /// Takes the share that the team's own column of chances has for the stage, if it is one of an open deal.
  ///
  /// For a label that is not known, 0 and 1 say nothing: such deals may be open or closed.
  mutating func takeChance(_ share: Double?) {
    guard let share, outcome == .open, (0...1).contains(share), !isDoubtful || share > 0 && share < 1 else { return }
    // A share given in hundredths has two decimals, perhaps one more.
    chance = (share * 100_000).rounded() / 100_000
  }
}

extension AdoptedLabel {
  /// That a deal is not over, in the form of ``TextFolding/headerWord(_:)``.
  static let merelyOpen: Set<String> = [
    "open", "inprogress", "inprocess", "active", "offen", "pending", "ongoing", "laufend", "aktiv", "inbearbeitung",
    "inarbeit",
    "进行中", "跟进中", "未结案", "开放",
  ]

  /// That something is over, in the form of ``TextFolding/headerWord(_:)``.
  static let ends: Set<String> = ["closed", "closeout", "abgeschlossen", "结案", "已结案"]
  static let awards: Set<String> = ["中标", "已中标"]
}

extension [AdoptedLabel] {
  /// Stages that are all percentages (10%, 30%, 90%) are their own chances. 0% is left in doubt: a deal may be new or lost.
  mutating func readShares() {
    let shares = map { Self.share($0.text) }
    guard count > 1, !shares.contains(nil) else { return }
    for (place, share) in zip(indices, shares) {
      guard let share, self[place].isDoubtful, share > 0, share < 1 else { continue }
      self[place].chance = share
      self[place].order = share * 100
      self[place].isDoubtful = false
    }
  }

  /// 30% as 0.3; nil for any other text.
  private static func share(_ text: String) -> Double? {
    let folded = StraySpace.trimmed(TextFolding.folded(text))
    guard folded.hasSuffix("%"), let number = Double(StraySpace.trimmed(String(folded.dropLast()))),
      (0...100).contains(number)
    else { return nil }
    return number / 100
  }

  /// Leaves in doubt what says only that a deal is over, or awarded but perhaps not signed, where the other stages do not tell which.
  ///
  /// ‘Closed’ is won beside ‘Lost’, and may be anything beside ‘Closed won’; 中標 is won, and may be still unsigned beside 已簽約.
  mutating func doubtEnds() {
    for place in indices where self[place].outcome != .open && !self[place].isDoubtful && !self[place].isOwn {
      let word = TextFolding.headerWord(LabelMeanings.withoutNumber(self[place].text))
      if Self.over.contains(Simplified.text(word)) { leaveInDoubt(place) }
    }
    let lost = contains { $0.outcome == .lost && !$0.isDoubtful }
    for place in indices where self[place].outcome == .won && !self[place].isDoubtful && !self[place].isOwn {
      let word = TextFolding.headerWord(LabelMeanings.withoutNumber(self[place].text))
      let others = indices.filter { $0 != place && self[$0].outcome == .won && !self[$0].isDoubtful }
      let isUnclear =
        if AdoptedLabel.ends.contains(word) {
          !lost || others.contains { !AdoptedLabel.ends.contains(TextFolding.headerWord(self[$0].text)) }
        } else if Self.phases.contains(Simplified.text(word)) {
          // The phase in which a contract is signed, where another label says in so many words which deals are won.
          others.contains { OutcomeColumn.saysWonOrLost(self[$0].text) }
        } else if AdoptedLabel.awards.contains(word) {
          others.contains { other in
            Self.signed.contains { TextFolding.headerWord(self[other].text).contains($0) }
          }
        } else {
          false
        }
      if isUnclear { leaveInDoubt(place) }
    }
  }

  /// Takes a label that is not known for a step of open deals where its number stands between those of two such steps, and gives it a
  /// chance between theirs.
  mutating func readPlaces() {
    let numbers = map { LabelMeanings.number(of: $0.text) }
    let known = indices.filter { numbers[$0] != nil && !self[$0].isDoubtful }
    let steps = known.filter { self[$0].outcome == .open && self[$0].chance != nil }
    for place in indices where self[place].isDoubtful && self[place].chance == nil {
      guard let number = numbers[place], numbers.count(where: { $0 == number }) == 1,
        let before = steps.filter({ (numbers[$0] ?? 0) < number }).max(by: { (numbers[$0] ?? 0) < (numbers[$1] ?? 0) }),
        let after = steps.filter({ (numbers[$0] ?? 0) > number }).min(by: { (numbers[$0] ?? 0) < (numbers[$1] ?? 0) }),
        let low = self[before].chance, let high = self[after].chance, low <= high,
        !known.contains(where: { self[$0].outcome != .open && (numbers[$0] ?? 0) < number }),
        !OutcomeColumn.saysWonOrLost(self[place].text), !self[place].text.contains(where: { "?？".contains($0) })
      else { continue }
      self[place].chance = ((low + high) / 2 * 1000).rounded() / 1000
      self[place].order = (self[before].order + self[after].order) / 2
    }
  }

  /// Takes a label that is not known for one of open deals where others say in so many words which are won and which are lost. How many
  /// of them are won is not known.
  ///
  /// - Parameter outcomesElsewhere: whether another column says how each deal stands.
  mutating func takeRestAsOpen(_ meanings: LabelMeanings, outcomesElsewhere: Bool) {
    let known = filter { !$0.isDoubtful }
    func isSaid(_ outcome: ValueMeaning.Outcome) -> Bool {
      known.contains { $0.outcome == outcome && ($0.isOwn || OutcomeColumn.saysWonOrLost($0.text)) }
    }
    // If few are known, the column is about something else.
    guard outcomesElsewhere || isSaid(.won) && isSaid(.lost), known.count * 2 >= count else { return }
    for place in indices where self[place].isDoubtful && self[place].chance == nil {
      let text = self[place].text
      self[place].isOpenByRest =
        meanings.meaning(of: text) == nil && !meanings.mayEnd(text) && !text.contains(where: { "?？".contains($0) })
    }
  }

  /// Leaves in doubt what all of the team's own chances say is never won, while they are more elsewhere: such deals are lost, or at a stage
  /// that says nothing of them. At the very beginning 0 may be meant.
  mutating func doubtWithoutChance(own: Set<String>) {
    let open = indices.filter { self[$0].outcome == .open && self[$0].chance != nil }
    guard open.contains(where: { self[$0].chance ?? 0 > 0 }) else { return }
    for place in open where self[place].chance == 0 && own.contains(self[place].text) && !self[place].isOwn {
      let word = TextFolding.headerWord(LabelMeanings.withoutNumber(self[place].text))
      if self[place].order > 5 || ["unqualified", "unqualifiziert", "nichtqualifiziert"].contains(word) {
        leaveInDoubt(place)
      }
    }
  }

  private mutating func leaveInDoubt(_ place: Int) {
    self[place].isDoubtful = true
    self[place].outcome = .open
    self[place].chance = nil
  }

  /// A list that says of all deals that are not over only that they are open does not say how likely they are to be won.
  mutating func leaveOpenWithoutChance(own: Set<String>) {
    let open = indices.filter { self[$0].outcome == .open && !self[$0].isDoubtful }
    guard let only = open.first, open.count == 1, !own.contains(self[only].text),
      AdoptedLabel.merelyOpen.contains(TextFolding.headerWord(self[only].text))
    else { return }
    self[only].chance = nil
  }

  /// That something is over, however it ended: a deal that is complete may be won, delivered, or put away.
  private static let over: Set<String> = [
    "complete", "completed", "converted", "done", "finished", "完成", "已完成", "关闭", "已关闭", "结束", "已结束",
  ]
  private static let signed = ["签", "合同"]
  /// What may be the phase before a deal is won as well as the end of it.
  private static let phases: Set<String> = [
    "签约", "合同签订", "签订合同", "签单", "签合同", "签订", "下单", "签约阶段", "signed", "contractsigned", "award", "awarded",
    "accepted", "abschluss", "vertragsabschluss", "unterschrieben", "firmato", "firmado", "signé",
  ]
}
