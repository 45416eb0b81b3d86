// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Tests whether the cells of a column match a column of the playbook.
struct Fit {
  let words: WordIndex

  /// The factor by which the confidence from the header's word is multiplied.
  static func factor(_ cells: Evidence.Cells) -> Double {
    switch cells {
    case .agree: 1
    case .few: 0.93
    case .doubtful: 0.85
    case .disagree: 0.3
    }
  }

  /// - Parameter isNumbered: whether the header says that its texts are numbers of documents, which may look like those of telephones.
  func cells(_ contents: ColumnContents, as column: ColumnDefinition, isNumbered: Bool = false) -> Evidence.Cells {
    let filled = contents.filled
    guard filled > 0 else { return .few }
    func share(_ part: Int) -> Double { contents.share(part) }
    let numeric = share(contents.numbers + contents.numberTexts)
    let dates = share(contents.dates)
    let variety = Double(contents.distinct) / Double(filled)
    let decimals = share(contents.numbers - contents.integers)
    let enough = filled >= 3
    let phones = isNumbered ? 0 : share(contents.phones)
    switch column.type {
    case .date:
      if dates >= 0.6 { return .agree }
      if dates >= 0.1 { return .doubtful }
      return enough || numeric == 1 ? .disagree : .few
    case .money, .number, .ratio, .score, .integer:
      if dates > 0.3 { return .disagree }
      if share(contents.phones) > 0.5, share(contents.numberTexts) > 0.5 { return .disagree }
      if isBeyondRange(contents, column) { return .disagree }
      if numeric >= 0.6 { return .agree }
      // Amounts may be texts with a currency; ‘Net 30’ are terms, and no number of days.
      if numeric >= 0.15 || column.type != .integer && share(contents.digitTexts) >= 0.5 { return .doubtful }
      return enough ? .disagree : .few
    case .percent:
      if dates > 0.3 { return .disagree }
      if numeric >= 0.6 { return contents.largest > 100 && contents.numbers > 0 ? .doubtful : .agree }
      if numeric >= 0.15 { return .doubtful }
      // Names that differ in every row may hold digits too: Hall 3.
      let areNames = filled > 3 && variety >= 0.9
      return share(contents.digitTexts) >= 0.5 && !areNames ? .doubtful : enough ? .disagree : .few
    case .id:
      // 2026-001 and 20261101 are numbers of documents where each stands once.
      let areDays = dates > 0.3 && (contents.shownDates > 0 || variety < 0.95)
      if areDays || decimals > 0.1 || share(contents.longTexts) > 0.5 || share(contents.emails) > 0.3 {
        return .disagree
      }
      if filled < 4 { return .agree }
      if variety >= 0.95 { return .agree }
      return variety >= 0.5 ? .doubtful : filled >= 12 ? .doubtful : .few
    case .key:
      if dates > 0.3 || decimals > 0.1 || share(contents.longTexts) > 0.5 { return .disagree }
      if isPerson(column) {
        // Plain numbers count people; only where the header says so are they those by which people are known.
        if !isNumbered, enough, share(contents.numbers) > 0.6 { return .disagree }
        if share(contents.phones) > 0.5 || numeric > 0.9 && enough && contents.largest > 1e6 { return .disagree }
        return share(contents.digitTexts) > 0.6 && numeric < 0.3 && share(contents.emails) < 0.3 ? .doubtful : .agree
      }
      return share(contents.emails) > 0.5 || phones > 0.5 ? .disagree : .agree
    case .list:
      // 聯絡方式 is a way of getting in touch, or the number for it.
      if dates > 0.3 || decimals > 0.1 || share(contents.longTexts) > 0.3 || share(contents.emails) > 0.3
        || contents.phones * 2 > filled && !isKnownLabel(contents, column)
      {
        return .disagree
      }
      if isKnownLabel(contents, column) { return .agree }
      if numeric > 0.8 { return .doubtful }
      return filled >= 12 && variety > 0.9 ? .doubtful : .agree
    case .tick:
      return numeric > 0.8 && contents.largest > 1 || dates > 0.3 || contents.distinct > 6 ? .disagree : .agree
    case .text:
      if dates > 0.6 || decimals > 0.3 { return .disagree }
      if phones > 0.6 || share(contents.emails) > 0.6 { return .disagree }
      if column.key == "name", share(contents.numbers) > 0.8 { return .disagree }
      return numeric > 0.8 ? .doubtful : .agree
    }
  }

  /// Whether every number is above what the column may hold, or some are above and some below: budgets, or -100 to 100, in a column of
  /// points.
  private func isBeyondRange(_ contents: ColumnContents, _ column: ColumnDefinition) -> Bool {
    guard case .range(let range) = column.allowed, case .number(let most)? = range.maximum?.value else { return false }
    if contents.numbers > 2, case .number(let least)? = range.minimum?.value, contents.smallest < least,
      contents.largest > most
    {
      return true
    }
    return contents.numbers > 2 && contents.smallest > most
  }

  private func isPerson(_ column: ColumnDefinition) -> Bool {
    if case .reference(let reference) = column.allowed { return reference.sheet == "pe" }
    return false
  }

  /// Whether most labels of the column are known labels of the list.
  func isKnownLabel(_ contents: ColumnContents, _ column: ColumnDefinition) -> Bool {
    guard case .list(let prefix) = column.allowed, contents.distinct > 0 else { return false }
    let known = contents.values.count { words.isLabel($0, of: prefix) }
    return known * 2 >= contents.distinct
  }
}
