// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet

/// The headline figures as cards, each with its values in the previous runs.
struct FigureTrend {
  /// The nights, oldest first, ending with this one.
  let days: [String]
  /// By workbook, night by night.
  let figures: [String: [HeadlineRow?]]
  let words: PageWords

  static let shown: [HeadlineFigures.Key] = [.target, .won, .commit, .best, .chance, .overdue, .due90, .alerts]

  static func place(_ key: HeadlineFigures.Key) -> Int {
    Headline.places.firstIndex { $0.key == key } ?? 0
  }

  /// The values of a figure in one workbook over the nights, of those that had the currency and the period of the last one.
  func values(_ key: HeadlineFigures.Key, of file: String) -> [Double?] {
    let place = Self.place(key)
    guard let rows = figures[file], let last = rows.last?.flatMap(\.self) else { return [] }
    return rows.map { row in
      row.flatMap { $0.currency == last.currency && $0.period == last.period ? $0.values[place] : nil }
    }
  }

  /// Whether the workbook had another period in the night before.
  private func beganPeriod(_ file: String) -> Bool {
    guard let rows = figures[file], rows.count > 1, let last = rows[rows.count - 1], let before = rows[rows.count - 2]
    else { return false }
    return before.isThere && last.period != before.period
  }

  // MARK: One workbook

  func cards(_ file: String, _ headline: Headline, confidence: Double) -> [HTMLPage.Card] {
    Self.shown.compactMap { key in
      guard let value = headline[key] else { return nil }
      var card = card(key, value, values(key, of: file), target: headline.target)
      switch key {
      case .target, .won:
        if beganPeriod(file) { card.note = join(words.newPeriod, card.note) }
      case .chance:
        if let low = headline.p10, let middle = headline.p50, let high = headline.p90 {
          card.note = join("P10 \(words.short(low)) · P50 \(words.short(middle)) · P90 \(words.short(high))", card.note)
        }
        card.isBad = value < confidence
      case .overdue:
        card.note = join(headline.overdueLines.map { words.lines(Shown.money($0)) } ?? "", card.note)
        card.isBad = value > 0
      case .due90:
        if let first = headline.due30, let second = headline.due60 {
          card.value = "\(Shown.money(first)) / \(Shown.money(second)) / \(Shown.money(value))"
          card.note = join(words.dueWithin, card.note)
        }
      case .alerts:
        card.note = join(headline.watches.map { words.toWatch(Shown.money($0)) } ?? "", card.note)
        card.isBad = value > 0
      default: break
      }
      return card
    }
  }

  /// Which figures and reports are missing, and why; and which rows the others leave out.
  func missing(_ headline: Headline, reports: [BookReport] = []) -> String? {
    // What is missing for one reason stands together.
    var parts: [(reason: String, titles: [String])] = []
    func add(_ title: String, _ reason: String) {
      if let place = parts.firstIndex(where: { $0.reason == reason }) {
        parts[place].titles.append(title)
      } else {
        parts.append((reason, [title]))
      }
    }
    for key in Self.shown where headline[key] == nil {
      if let reason = headline.reason(key) { add(words.title(key), reason) }
    }
    for report in reports where report.isLeftOut { add(report.title, report.message) }
    let missing =
      parts.isEmpty ? [] : [words.notComputed(parts.map { words.reason(words.list($0.titles), $0.reason) })]
    let told = missing + headline.reasons.filter(\.key.isEmpty).map(\.text)
    return told.isEmpty ? nil : told.joined(separator: words.semicolon)
  }

  /// - Parameter lastTwo: the values of this night and the one before that are compared, if they are not the last of `past`.
  private func card(
    _ key: HeadlineFigures.Key, _ value: Double, _ past: [Double?], since lastTwo: [Double?]? = nil, target: Double?
  ) -> HTMLPage.Card {
    var note = change(key, lastTwo ?? past)
    if [.won, .commit, .best].contains(key), let target, target > 0 {
      note = join(words.ofTarget(Shown.percent((value / target * 100).rounded() / 100)), note)
    }
    return HTMLPage.Card(title: words.title(key), value: shown(key, value), note: note, drawing: Drawing.spark(past))
  }

  /// The change since the previous run.
  private func change(_ key: HeadlineFigures.Key, _ past: [Double?]) -> String {
    guard past.count > 1, let now = past[past.count - 1], let before = past[past.count - 2] else { return "" }
    let difference = now - before
    guard abs(difference) > 1e-9 else { return "" }
    // The arrow stays with its figure.
    let sign = difference > 0 ? "▲\u{A0}+" : "▼\u{A0}−"
    let size = key == .chance ? words.points(abs(difference)) : shown(key, abs(difference))
    return words.since(sign + size)
  }

  func shown(_ key: HeadlineFigures.Key, _ value: Double) -> String {
    switch key {
    case .chance: Shown.wholePercent(value)
    case .target, .won, .commit, .best, .p10, .p50, .p90, .overdue: words.short(value)
    default: Shown.money(value)
    }
  }

  private func join(_ first: String, _ second: String) -> String {
    [first, second].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  // MARK: Several workbooks

  /// Workbooks whose figures can be added up, because they have the same currency and period.
  struct Group {
    var currency: String
    var period: String
    var files: [(file: String, headline: Headline, confidence: Double)]
  }

  func cards(_ group: Group) -> [HTMLPage.Card] {
    if let only = group.files.first, group.files.count == 1 {
      return cards(only.file, only.headline, confidence: only.confidence)
    }
    // What some workbooks have won is no share of what others want to win.
    let target = group.files.allSatisfy { $0.headline.target != nil } ? sum(.target, group) : nil
    return Self.shown.compactMap { key in
      let present = group.files.filter { $0.headline[key] != nil }
      guard !present.isEmpty else { return nil }
      let trend = GroupTrend(key, group, in: self)
      let past = trend.comparable
      let books = words.otherBooks(more: trend.more, fewer: trend.fewer)
      if key == .chance {
        let reached = present.filter { ($0.headline.chance ?? 0) >= $0.confidence }.count
        return HTMLPage.Card(
          title: words.confidentBooks, value: words.confident(reached, of: present.count),
          note: join(change(.alerts, trend.lastTwo), books), drawing: Drawing.spark(past),
          isBad: reached < present.count)
      }
      guard let value = sum(key, group) else { return nil }
      var card = card(
        key, value, past, since: trend.lastTwo, target: present.count == group.files.count ? target : nil)
      card.note = join(card.note, books)
      if key == .target || key == .won, present.contains(where: { beganPeriod($0.file) }) {
        card.note = join(words.newPeriod, card.note)
      }
      if present.count < group.files.count {
        card.note = join(words.among(present.count, group.files.count), card.note)
      }
      card.isBad = [.overdue, .alerts].contains(key) && value > 0
      if key == .target {
        // The next card says what was won by those of which that is known.
        let known = present.filter { $0.headline.won != nil }
        let rest = known.compactMap(\.headline.target).reduce(0, +)
        if !known.isEmpty, known.count < present.count {
          card.note = join(words.comparable(words.short(Self.cents(rest)), known.count), card.note)
        }
      }
      if key == .due90, let first = sum(.due30, group), let second = sum(.due60, group) {
        card.value = "\(Shown.money(first)) / \(Shown.money(second)) / \(Shown.money(value))"
        card.note = join(words.dueWithin, card.note)
      }
      return card
    }
  }

  private func sum(_ key: HeadlineFigures.Key, _ group: Group) -> Double? {
    let values = group.files.compactMap { $0.headline[key] }
    return values.isEmpty ? nil : Self.cents(values.reduce(0, +))
  }

  static func cents(_ sum: Double) -> Double { (sum * 100).rounded(.toNearestOrAwayFromZero) / 100 }

  /// The same data as a table, for readers who want the numbers.
  func table(_ group: Group, on page: inout HTMLPage) {
    guard days.count > 1 else { return }
    let keys = Self.shown.filter { key in group.files.contains { $0.headline[key] != nil } }
    let trends = keys.map { GroupTrend($0, group, in: self) }
    let columns = zip(keys, trends).map { key, trend in
      group.files.count == 1 ? values(key, of: group.files[0].file) : trend.sums
    }
    page.folded(Markup.escaped(words.trend)) { page in
      page.table(
        words.trend, [words.night] + keys.map(words.title),
        days.indices.reversed().map { night in
          [days[night]]
            + zip(keys, zip(columns, trends)).map { key, figures in
              let (column, trend) = figures
              guard night < column.count, let value = column[night] else { return "" }
              if group.files.count == 1 { return key == .chance ? Shown.percent(value) : Shown.money(value) }
              // A sum over fewer workbooks than tonight's says so.
              let count = trend.counts[night]
              return Shown.money(value)
                + (count == trend.counts.last ? "" : words.inBrackets(words.among(count, group.files.count)))
            }
        }, figures: Set(1...max(1, keys.count)))
    }
  }
}
