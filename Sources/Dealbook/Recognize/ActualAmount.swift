// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Tells apart two columns of amounts on a sheet of deals of which one says what a deal is expected to bring, and the other what it brought
/// once it was won.
enum ActualAmount {
  /// The column of the amounts of all deals,
  static let amount = "amount"
  /// and that of the actual amounts of deals that are won.
  static let key = "actual_amount"

  /// Finds the column of actual amounts among those of a reading.
  static func settle(_ reading: inout KindReading) {
    guard let place = reading.columns.firstIndex(where: { $0.key == amount }) else {
      // Without another amount, it is that of the deals.
      if let place = reading.columns.firstIndex(where: { $0.key == key }) { reading.columns[place].key = amount }
      return
    }
    guard !reading.columns.contains(where: { $0.key == key }) else { return }
    let bound = reading.columns[place]
    let own = AmountHeader(bound.header)
    func isFilled(_ contents: ColumnContents) -> Bool {
      contents.filled > 0 && contents.share(contents.numbers + contents.numberTexts) >= 0.6
    }
    let others = reading.leftAlone.indices.filter { isFilled(reading.leftAlone[$0].contents) }
    let headers = others.map { AmountHeader(reading.leftAlone[$0].header) }
    if let actual = zip(others, headers).first(where: { $0.1.isActual(beside: own) })?.0 {
      let left = reading.leftAlone.remove(at: actual)
      reading.columns.append(proposal(left.number, left.header, left.contents, as: key, like: bound))
    } else if let planned = zip(others, headers).first(where: { own.isActual(beside: $0.1) })?.0,
      isOfDeals(reading.leftAlone[planned].reason)
    {
      let left = reading.leftAlone.remove(at: planned)
      reading.columns[place] = proposal(bound.number, bound.header, bound.contents, as: key, like: bound)
      reading.columns.append(proposal(left.number, left.header, left.contents, as: amount, like: bound))
    } else {
      return
    }
    reading.columns.sort { $0.number < $1.number }
  }

  private static func isOfDeals(_ reason: LeftAloneReason) -> Bool { reason == .taken(key: amount) }

  private static func proposal(
    _ number: Int, _ header: String, _ contents: ColumnContents, as key: String, like other: ColumnProposal
  ) -> ColumnProposal {
    ColumnProposal(
      number: number, header: header, key: key, confidence: max(0.8, min(0.95, other.confidence)),
      evidence: Evidence(word: key == Self.key ? .actualAmounts : other.evidence.word, cells: .agree),
      contents: contents, isID: false, alternatives: [])
  }

  /// The same for a header in the playbook's own words.
  static func settle(_ plan: inout HeaderPlan, _ sample: SheetSample) {
    guard let place = plan.bound.firstIndex(where: { $0.key == amount }) else {
      if let place = plan.bound.firstIndex(where: { $0.key == key }) { plan.bound[place].key = amount }
      return
    }
    guard !plan.bound.contains(where: { $0.key == key }) else { return }
    let own = AmountHeader(plan.bound[place].header)
    let first = plan.firstDataRow
    func isFilled(_ number: Int) -> Bool {
      let contents = sample.contents(of: number, from: first, skipping: [])
      return contents.filled > 0 && contents.share(contents.numbers + contents.numberTexts) >= 0.6
    }
    let others = plan.unknown + plan.duplicates.filter { $0.key == amount }
    let evidence = Evidence(word: .actualAmounts, cells: .agree)
    if let actual = others.first(where: { AmountHeader($0.header).isActual(beside: own) && isFilled($0.column) }) {
      plan.bound.append(
        .init(key: key, number: actual.column, header: actual.header, evidence: evidence, confidence: 0.95))
      plan.forget(actual.column)
    } else if let planned = others.first(where: { other in
      (other.key == amount || plan.reasons[other.column] == .taken(key: amount))
        && own.isActual(beside: AmountHeader(other.header)) && isFilled(other.column)
    }) {
      plan.bound[place].key = key
      plan.bound[place].evidence = evidence
      plan.bound.append(.init(key: amount, number: planned.column, header: planned.header))
      plan.forget(planned.column)
    } else {
      return
    }
    plan.bound.sort { $0.number < $1.number }
  }
}

extension HeaderPlan {
  /// Takes a column out of those that have no meaning.
  fileprivate mutating func forget(_ column: Int) {
    unknown.removeAll { $0.column == column }
    duplicates.removeAll { $0.column == column }
    reasons[column] = nil
  }
}
