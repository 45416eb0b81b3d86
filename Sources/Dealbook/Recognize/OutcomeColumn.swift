// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Tells apart two columns that say how a deal stands. Some CRMs keep the stage of a deal as it was and say in another column that it is
/// won or lost: whether it is then comes from that column, and how far it came from the stage.
struct OutcomeColumn {
  static let sheet = "de"
  /// The column of the stages,
  static let stage = "stage"
  /// and the column that says which deals are open, won and lost.
  static let key = "outcome"
  /// The list of its labels.
  static let list = "oc"

  private let meanings: LabelMeanings

  init(_ playbook: Playbook) { meanings = LabelMeanings.ofStages(playbook) }

  /// Whether the labels say which deals are won or lost, and of all others only that they are open.
  ///
  /// - Parameter stage: the column beside it that may say so too. Where it does not, all that ends a deal counts: what is cancelled, completed.
  func saysOutcome(_ contents: ColumnContents, beside stage: ColumnContents) -> Bool {
    guard contents.filled > 0, contents.distinct <= 12, contents.numbers + contents.dates == 0 else { return false }
    var ends: Set<ValueMeaning.Outcome> = []
    var (explicit, unknown) = (0, 0)
    for label in contents.values {
      guard let outcome = Self.outcome(of: label, meanings) else {
        // A step on the way, and not a word that is not known.
        if meanings.meaning(of: label)?.meaning.outcome == .open { return false }
        unknown += 1
        continue
      }
      if outcome == .won || outcome == .lost {
        ends.insert(outcome)
        if Self.saysWonOrLost(label) { explicit += 1 }
      }
    }
    if explicit > 0 { return unknown * 3 <= contents.distinct }
    let known = Set(stage.values.compactMap { meanings.meaning(of: $0)?.meaning.outcome })
    return unknown == 0 && !ends.subtracting(known).isEmpty
  }

  /// Whether each label says whether a deal is open, won or lost.
  private func saysAll(_ contents: ColumnContents) -> Bool {
    contents.values.allSatisfy { Self.outcome(of: $0, meanings) != nil }
  }

  /// Whether a second column that says how deals end says it better than the stages, of which some are steps that are not known, or
  /// which say why: ‘Status’ beside ‘Status Reason’.
  private func saysMore(_ contents: ColumnContents, than stage: ColumnContents, under header: String) -> Bool {
    contents.distinct > 1 && saysOutcome(contents, beside: ColumnContents()) && saysAll(contents)
      && (!saysAll(stage) || Self.reasons.contains { TextFolding.folded(header).contains($0) })
  }

  private static let reasons = ["reason", "grund", "原因", "motivo", "raison"]

  /// What a label says of a deal's end; nil for a label that is not understood, or that is a step.
  static func outcome(of label: String, _ meanings: LabelMeanings) -> ValueMeaning.Outcome? {
    let word = TextFolding.headerWord(label)
    if AdoptedLabel.merelyOpen.contains(word) { return .open }
    guard let outcome = meanings.meaning(of: label)?.meaning.outcome, outcome != .open,
      outcome != .won || !AdoptedLabel.ends.contains(word) && !AdoptedLabel.awards.contains(word)
    else { return nil }
    return outcome
  }

  /// Finds the column of outcomes among those of a reading.
  func settle(_ reading: inout KindReading) {
    guard let place = reading.columns.firstIndex(where: { $0.key == Self.stage }) else {
      // Without stages, the outcome is all that is known of them.
      if let place = reading.columns.firstIndex(where: { $0.key == Self.key }) {
        reading.columns[place].key = Self.stage
      }
      return
    }
    guard !reading.columns.contains(where: { $0.key == Self.key }) else { return }
    let stage = reading.columns[place]
    let isSaidBetter = reading.leftAlone.contains { column in
      column.reason == .taken(key: Self.stage) && Self.names(column.header)
        && saysMore(column.contents, than: stage.contents, under: stage.header)
    }
    let stageSaysIt = !isSaidBetter && saysOutcome(stage.contents, beside: ColumnContents())
    guard
      let other = reading.leftAlone.firstIndex(where: { column in
        // The same header again is that of another table.
        if TextFolding.headerWord(column.header) == TextFolding.headerWord(stage.header) { return false }
        // Of two columns of which neither has steps, the better one is the stage.
        if stageSaysIt {
          return column.reason == .taken(key: Self.stage) && Self.names(stage.header) && Self.names(column.header)
            && !saysOutcome(column.contents, beside: stage.contents) && column.contents.filled > 0
        }
        return Self.names(column.header) && saysOutcome(column.contents, beside: stage.contents)
      })
    else { return }
    let left = reading.leftAlone.remove(at: other)
    func proposal(_ number: Int, _ header: String, _ contents: ColumnContents, isOutcome: Bool) -> ColumnProposal {
      ColumnProposal(
        number: number, header: header, key: isOutcome ? Self.key : Self.stage,
        confidence: isOutcome ? 0.95 : max(0.8, min(0.95, stage.confidence)),
        evidence: isOutcome ? Evidence(word: .outcomes, cells: .agree) : stage.evidence, contents: contents,
        isID: false, alternatives: [])
    }
    if stageSaysIt {
      reading.columns[place] = proposal(stage.number, stage.header, stage.contents, isOutcome: true)
      reading.columns.append(proposal(left.number, left.header, left.contents, isOutcome: false))
    } else {
      reading.columns.append(proposal(left.number, left.header, left.contents, isOutcome: true))
    }
    reading.columns.sort { $0.number < $1.number }
  }

  /// The same for a header in the playbook's own words.
  static func settle(_ plan: inout HeaderPlan, _ sample: SheetSample, _ playbook: Playbook) {
    requireStage(&plan)
    guard let place = plan.bound.firstIndex(where: { $0.key == stage }) else { return }
    guard !plan.bound.contains(where: { $0.key == key }) else { return }
    let (bound, first) = (plan.bound[place], plan.firstDataRow)
    func contents(_ number: Int) -> ColumnContents { sample.contents(of: number, from: first, skipping: []) }
    let others = plan.unknown.indices.filter { names(plan.unknown[$0].header) }
    // Most workbooks have no such header, and need no words for what the cells under it say.
    guard !others.isEmpty else { return }
    let words = OutcomeColumn(playbook)
    let own = contents(bound.number)
    let isSaidBetter = others.contains { place in
      plan.reasons[plan.unknown[place].column] == .taken(key: stage)
        && words.saysMore(contents(plan.unknown[place].column), than: own, under: bound.header)
    }
    let stageSaysIt = !isSaidBetter && words.saysOutcome(own, beside: ColumnContents())
    guard
      let other = others.first(where: { place in
        let header = plan.unknown[place]
        if TextFolding.headerWord(header.header) == TextFolding.headerWord(bound.header) { return false }
        let cells = contents(header.column)
        if stageSaysIt {
          return plan.reasons[header.column] == .taken(key: stage) && cells.filled > 0
            && !words.saysOutcome(cells, beside: own)
        }
        return words.saysOutcome(cells, beside: own)
      })
    else { return }
    let left = plan.unknown.remove(at: other)
    plan.reasons[left.column] = nil
    let evidence = Evidence(word: .outcomes, cells: .agree)
    if stageSaysIt {
      plan.bound[place].key = key
      plan.bound[place].evidence = evidence
      plan.bound.append(
        .init(key: stage, number: left.column, header: left.header, evidence: evidence, confidence: 0.95))
    } else {
      plan.bound.append(.init(key: key, number: left.column, header: left.header, evidence: evidence, confidence: 0.95))
    }
    plan.bound.sort { $0.number < $1.number }
  }

  /// Without stages, the outcome is all that is known of them.
  static func requireStage(_ plan: inout HeaderPlan) {
    guard !plan.bound.contains(where: { $0.key == stage }) else { return }
    if let place = plan.bound.firstIndex(where: { $0.key == key }) { plan.bound[place].key = stage }
  }

  /// Whether a header may be that of outcomes: what the status of a payment, a contract or an approval is called says nothing of the deal.
  private static func names(_ header: String) -> Bool {
    let words = HeaderWords(header, keepsBrackets: false).words
    guard !words.isEmpty else { return false }
    var isNamed = false
    for word in words {
      if Self.words.contains(word) { isNamed = true } else if !ofDeals.contains(word) { return false }
    }
    return isNamed
  }

  /// In the form of ``HeaderWords``.
  private static let words: Set<String> = Set(
    [
      "status", "state", "won", "lost", "win", "loss", "outcome", "result", "stage", "phase", "ergebnis", "stato",
      "estado",
      "statut", "esito", "resultado", "résultat", "狀態", "結果", "成敗", "輸贏", "商機狀態", "商機結果", "機會狀態", "機會結果", "銷售狀態",
      "項目狀態", "案件狀態", "專案狀態", "階段", "商機階段", "銷售階段", "項目階段", "專案階段", "商機階段說明", "階段說明", "當前狀態", "目前狀態", "贏單狀態", "輸贏狀態",
      "成交狀態",
    ].flatMap { HeaderWords($0).words })
  private static let ofDeals: Set<String> = Set(
    ["deal", "opportunity", "opp", "oppty", "sales", "current", "and", "or", "type", "label"].flatMap {
      HeaderWords($0).words
    })

  /// Whether one of the labels says in so many words that something is won or lost; what is paid, completed or cancelled may be something
  /// else.
  static func saysWonOrLost(_ label: String) -> Bool {
    let text = Simplified.text(TextFolding.folded(label))
    if text.unicodeScalars.contains(where: { $0.value >= 0x3400 }) { return characters.contains { text.contains($0) } }
    return text.split { !$0.isLetter }.contains { word in explicit.contains { word.hasPrefix($0) } }
  }

  private static let characters = ["赢", "输", "丢单", "失单", "成交", "成单", "得标", "中标", "失标", "落标", "流失"]
  private static let explicit = [
    "won", "win", "lost", "loss", "closedwon", "closedlost", "gewonnen", "verloren", "vint", "vinc", "pers", "ganad",
    "perdid", "gagn", "perdu",
  ]
}
