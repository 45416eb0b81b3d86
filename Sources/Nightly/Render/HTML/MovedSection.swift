// SPDX-License-Identifier: Apache-2.0

import Playbook

/// What has moved since the previous run: deals that went forward, back or slipped, payments received and payments newly
/// overdue.
struct MovedSection {
  let night: NightlyRun
  let words: PageWords
  let links: PageLinks
  /// The currency of each workbook.
  let currencies: [String: String]
  /// The workbooks that have a page.
  let pages: Set<String>

  /// Lists longer than this are cut off and their length given.
  private static let listed = 30

  private struct Lines<T> {
    var rows: [T] = []
    var count = 0

    mutating func add(_ row: T) {
      count += 1
      if count <= MovedSection.listed { rows.append(row) }
    }
  }

  func write(on page: inout HTMLPage) {
    page.heading(2, words.moved, id: "moved")
    guard night.previousAsOf != nil else { return page.paragraph(words.firstNight) }
    let digest = night.digest
    var forward = Lines<Digest.DealChange>()
    var back = Lines<Digest.DealChange>()
    for change in digest.dealsMoved where forward.rows.count < Self.listed || back.rows.count < Self.listed {
      if change.forward == false { back.add(change) } else { forward.add(change) }
    }
    // With those that the list leaves out.
    forward.count = digest.dealsMoved.count - digest.movedBack
    back.count = digest.movedBack
    let counts = [
      (words.forward, forward.count, false), (words.back, back.count, true),
      (words.slipped, digest.dealsSlipped.count, true),
      (words.digest.stalled, digest.dealsStalled.count, true),
      (words.digest.dealsAdded, digest.dealsAdded.count, false),
      (words.digest.dealsRemoved, digest.dealsRemoved.count, true),
      (words.digest.changes, digest.changes.count, false),
    ].filter { $0.1 > 0 }
    var cards = counts.map { HTMLPage.Card(title: $0.0, value: "\($0.1)", isBad: $0.2) }
    for (title, count, sums, isBad) in [
      (words.digest.lost, digest.dealsLost.count, digest.lostTotals, true),
      (words.digest.onHold, digest.dealsHeld.count, digest.heldTotals, true),
    ] where count > 0 {
      cards.append(HTMLPage.Card(title: title, value: told(sums), note: words.deals(count), isBad: isBad))
    }
    for (title, count, sums, isBad) in [
      (words.received, digest.moneyReceived.count, digest.receivedTotals, false),
      (words.newlyOverdue, digest.newlyOverdue.count, digest.newlyOverdueTotals, true),
    ] where count > 0 {
      cards.append(HTMLPage.Card(title: title, value: told(sums), note: words.lines("\(count)"), isBad: isBad))
    }
    guard !cards.isEmpty else { return page.paragraph(words.nothingMoved) }
    page.cards(cards)
    ended(words.digest.lost, digest.dealsLost, &page)
    ended(words.digest.onHold, digest.dealsHeld, &page)
    deals(words.forward, forward, &page)
    deals(words.back, back, &page)
    let slipped = Array(digest.dealsSlipped.prefix(Self.listed))
    table(
      words.slipped, digest.dealsSlipped.count, [words.before, words.now, words.later], numbers: [2],
      slipped.map { ($0.file, $0.deal, [Markup.escaped($0.before), Markup.escaped($0.after), "\($0.days ?? 0)"]) },
      &page)
    table(
      words.digest.stalled, digest.dealsStalled.count, [words.digest.stage, words.stalled], numbers: [1],
      digest.dealsStalled.prefix(Self.listed).map {
        ($0.file, $0.deal, [Markup.escaped($0.deal.stage), Shown.money($0.deal.stalledDays)])
      }, &page)
    lines(words.digest.dealsRemoved, digest.dealsRemoved, &page)
    lines(words.digest.dealsAdded, digest.dealsAdded, &page)
    changes(digest.changes, &page)
    money(words.received, digest.moneyReceived, &page)
    money(words.newlyOverdue, digest.newlyOverdue, &page)
  }

  /// The sum in each currency.
  private func told(_ sums: [String: Double]) -> String {
    sums.sorted { $0.key < $1.key }.map { currency, sum in
      let amount = words.short(sum)
      return hasMany && !currency.isEmpty ? "\(amount) \(currency)" : amount
    }.joined(separator: " + ")
  }

  private var hasMany: Bool { Set(currencies.values).count > 1 }

  private func money(_ amount: Double?, _ file: String) -> String {
    let text = Shown.money(amount)
    return text.isEmpty || !hasMany ? text : Markup.escaped("\(text) \(currencies[file] ?? "")")
  }

  private func book(_ file: String) -> String { PageLinks.name(file, pages: pages) }

  private func deals(_ title: String, _ lines: Lines<Digest.DealChange>, _ page: inout HTMLPage) {
    table(
      title, lines.count, [words.before, words.now], numbers: [],
      lines.rows.map { ($0.file, $0.deal, [Markup.escaped($0.before), Markup.escaped($0.after)]) }, &page)
  }

  /// Deals that were lost or put on hold, with the reason.
  private func ended(_ title: String, _ list: DiskBackedList<Digest.DealChange>, _ page: inout HTMLPage) {
    table(
      title, list.count, [words.before, words.now, words.why], numbers: [],
      list.prefix(Self.listed).map {
        (
          $0.file, $0.deal,
          [Markup.escaped($0.before), Markup.escaped($0.after), Markup.escaped($0.deal.reason ?? "")]
        )
      }, &page)
  }

  /// Deals that are new or no longer there.
  private func lines(_ title: String, _ list: DiskBackedList<Digest.DealLine>, _ page: inout HTMLPage) {
    table(
      title, list.count, [words.digest.stage], numbers: [],
      list.prefix(Self.listed).map { ($0.file, $0.deal, [Markup.escaped($0.deal.stage)]) }, &page)
  }

  private func changes(_ list: DiskBackedList<Digest.Change>, _ page: inout HTMLPage) {
    guard !list.isEmpty else { return }
    let digest = words.digest
    page.heading(3, words.titled(digest.changes, list.count))
    page.longTable(
      digest.changes, [words.id, words.what, words.before, words.now, digest.file],
      list.prefix(Self.listed).map { change in
        [
          Markup.escaped(change.rowId),
          Markup.escaped(digest.field(change.field) + (change.repaired == true ? digest.repaired : "")),
          Markup.shown(change.before), Markup.shown(change.after), book(change.file),
        ]
      }, figures: [])
    page.more(list.count - min(list.count - list.leftOut, Self.listed))
  }

  /// A table of deals and how they have changed.
  ///
  /// - Parameters:
  ///   - columns: the titles of the columns for the changes.
  ///   - numbers: which of these hold numbers, from 0.
  private func table(
    _ title: String, _ count: Int, _ columns: [String], numbers: Set<Int>, _ rows: [(String, Deal, [String])],
    _ page: inout HTMLPage
  ) {
    guard count > 0 else { return }
    page.heading(3, words.titled(title, count))
    page.longTable(
      title,
      [words.deal, words.digest.owner, words.amount] + columns + [words.place, words.digest.file],
      rows.map { file, deal, changes in
        [
          Markup.escaped("\(deal.id) \(deal.name)"), Markup.escaped(deal.owner), money(deal.amount, file),
        ] + changes + [links.place(deal.place, in: file), book(file)]
      }, figures: Set([2] + numbers.map { $0 + 3 }), kept: [columns.count + 3])
    page.more(count - rows.count)
  }

  private func money(_ title: String, _ lines: DiskBackedList<Digest.PaymentLine>, _ page: inout HTMLPage) {
    guard !lines.isEmpty else { return }
    page.heading(3, words.titled(title, lines.count))
    page.longTable(
      title, [words.payment, words.digest.owner, words.amount, words.due, words.place, words.digest.file],
      lines.prefix(Self.listed).map { line in
        let payment = line.payment
        return [
          Markup.escaped("\(payment.id) \(payment.contract) \(payment.stage)"), Markup.escaped(payment.owner),
          money(line.amount, line.file), Markup.escaped(payment.due), links.place(payment.place, in: line.file),
          book(line.file),
        ]
      }, figures: [2], kept: [4])
    page.more(lines.count - min(lines.count - lines.leftOut, Self.listed))
  }
}
