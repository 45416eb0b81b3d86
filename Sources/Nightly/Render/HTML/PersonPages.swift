// SPDX-License-Identifier: Apache-2.0

import Playbook

/// R17: the page of one owner in a workbook.
struct OwnerPage {
  let words: PageWords
  let links: PageLinks
  let asOf: String
  let file: String
  let seen: Observation
  let people: BookPeople
  /// Of all owners.
  let findings: [String: [NightFinding]]

  private static let listed = 300
  /// With more periods than this, nobody could read the figures.
  private static let targets = 24

  func bytes(_ owner: BookPeople.Owner) -> [UInt8] {
    let digest = words.digest
    var page = HTMLPage("\(owner.name) \(asOf)", words, .person)
    page.top(
      owner.name,
      about: ["\(words.asOf) \(seen.asOf)", file, seen.currency.isEmpty ? "" : words.currency(seen.currency)],
      links: [PageLinks.link("index.html", digest.index), PageLinks.link(PageLinks.book(file), file)])
    let lists = PersonLists(words: words, links: links, file: file, people: people)
    let deals = seen.deals.filter { $0.isOpen && $0.owner == owner.name }
    let payments = seen.payments.filter { $0.outstanding > 0 && $0.owner == owner.name }
    var cards: [HTMLPage.Card] = [
      .init(title: words.late, value: "\(owner.late)", isBad: owner.late > 0),
      .init(title: words.thisWeek, value: "\(owner.week)"),
      .init(title: words.openDeals, value: words.sum(deals.map(\.amount)), note: words.deals(deals.count)),
      .init(
        title: words.owed, value: words.sum(payments.map(\.outstanding)), note: words.lines("\(payments.count)")),
    ]
    for target in seen.targets.lazy.filter({ $0.owner == owner.name }).prefix(Self.targets) {
      cards.append(
        .init(
          title: "\(digest.chance) \(target.start.prefix(7)) – \(target.end.prefix(7))",
          value: target.probability == nil ? "—" : Shown.percent(target.probability),
          note: "\(digest.won) \(words.short(target.won)) / \(words.short(target.target))",
          isBad: target.probability.map { $0 < seen.confidence } ?? false))
    }
    page.cards(cards)
    let work = seen.work.filter { $0.owner == owner.name }
    lists.work(words.late, work.filter(\.isLate), &page)
    lists.work(words.thisWeek, work.filter(\.isThisWeek), &page)
    lists.work(words.afterwards, work.filter { !$0.isLate && !$0.isThisWeek && !$0.date.isEmpty }, &page)
    lists.work(words.noDate, work.filter { $0.date.isEmpty }, &page)
    if work.isEmpty { page.paragraph(words.nothingToDo) }
    lists.deals(deals, &page)
    lists.payments(payments, &page)
    lists.renewals(seen.renewals.filter { !$0.alert.isEmpty && $0.owner == owner.name }, &page)
    list(findings[owner.name] ?? [], &page)
    return page.bytes
  }

  private func list(_ own: [NightFinding], _ page: inout HTMLPage) {
    guard !own.isEmpty else { return }
    let digest = words.digest
    page.heading(2, words.titled(words.findings, own.count))
    let folded = own.folded
    page.table(
      words.findings, [digest.place, digest.severity, digest.row, digest.message, digest.state],
      folded.prefix(Self.listed).map { night, following in
        let finding = night.finding
        return [
          links.place(finding.sheet + (finding.cell.map { "!\($0)" } ?? ""), in: file),
          "<span class=\"\(finding.severity)\">\(digest.severity(finding.severity))</span>",
          Markup.escaped(finding.rowId), Markup.escaped(finding.message + digest.following(following)),
          Markup.escaped(digest.word(night.state)),
        ]
      }, kept: [0, 1, 2, 4])
    page.more(folded.count - Self.listed)
  }
}

/// R16: the page of one account in a workbook, before a meeting.
struct AccountPage {
  let words: PageWords
  let links: PageLinks
  let asOf: String
  let file: String
  let seen: Observation
  let people: BookPeople

  func bytes(_ account: Account) -> [UInt8] {
    let name = account.name.isEmpty ? account.id : "\(account.id) \(account.name)"
    var page = HTMLPage("\(name) \(asOf)", words, .person)
    var ways = [PageLinks.link("index.html", words.digest.index), PageLinks.link(PageLinks.book(file), file)]
    if people.hasPage(owner: account.owner) { ways.append(people.owner(account.owner)) }
    page.top(
      name, about: ["\(words.asOf) \(seen.asOf)", file, seen.currency.isEmpty ? "" : words.currency(seen.currency)],
      links: ways)
    let key = account.id.lowercased()
    let lists = PersonLists(words: words, links: links, file: file, people: people, isOfAccount: true)
    let deals = seen.deals.filter { $0.isOpen && $0.account.lowercased() == key }
    let payments = seen.payments.filter { $0.outstanding > 0 && $0.account.lowercased() == key }
    var cards: [HTMLPage.Card] = []
    if let open = account.open {
      cards.append(.init(title: words.openDeals, value: words.short(open), note: words.deals(account.deals)))
    }
    if let owed = account.owed { cards.append(.init(title: words.owed, value: words.short(owed))) }
    if let overdue = account.overdue {
      cards.append(.init(title: words.overdue, value: words.short(overdue), isBad: overdue > 0))
    }
    if let relation = account.relation { cards.append(.init(title: words.relation, value: Shown.number(relation))) }
    if !account.drift.isEmpty {
      cards.append(.init(title: words.drift, value: account.drift, isBad: account.driftLevel == 3))
    }
    if !account.lastVisit.isEmpty {
      let days = account.daysWithoutVisit.map { words.days(Shown.money($0)) } ?? ""
      cards.append(.init(title: words.lastVisit, value: account.lastVisit, note: days))
    }
    page.cards(cards)
    let facts = [
      (words.digest.owner, account.owner), (words.level, account.level), (words.lifecycle, account.lifecycle),
      (words.strategy, account.strategy),
    ].filter { !$0.1.isEmpty }.map { "\($0.0)\(words.colon)\($0.1)" }
    if !facts.isEmpty { page.paragraph(facts.joined(separator: words.semicolon)) }
    lists.people(account.people, &page)
    lists.visits(account.visits, &page)
    lists.deals(deals, &page)
    lists.payments(payments, &page)
    lists.renewals(seen.renewals.filter { $0.account.lowercased() == key }, &page)
    lists.work(words.nextStep, seen.work.filter { $0.kind == "step" && $0.account.lowercased() == key }, &page)
    page.paragraph("\(words.place)\(words.colon)\(account.place)", isQuiet: true)
    return page.bytes
  }
}

/// Lists that the pages of owners and accounts share.
struct PersonLists {
  let words: PageWords
  let links: PageLinks
  let file: String
  let people: BookPeople
  /// On the page of an account, its own name would be redundant.
  var isOfAccount = false

  private static let listed = 300

  private func account(_ id: String) -> String { id.isEmpty || isOfAccount ? "" : people.account(id) }

  private func list<T>(
    _ title: String, _ header: [String], _ items: [T], figures: Set<Int> = [], kept: Set<Int> = [],
    _ page: inout HTMLPage, _ row: (T) -> [String]
  ) {
    guard !items.isEmpty else { return }
    page.heading(2, words.titled(title, items.count))
    page.table(title, header, items.prefix(Self.listed).map(row), figures: figures, kept: kept)
    page.more(items.count - Self.listed)
  }

  func work(_ title: String, _ work: [Work], _ page: inout HTMLPage) {
    list(
      title, [words.what, words.date, words.kind, words.id, words.account, words.amount, words.place], work,
      figures: [5], kept: [2, 3, 6], &page
    ) { item in
      [
        Markup.escaped(item.what),
        item.isLate ? Markup.bad(Markup.shown(item.date)) : Markup.escaped(item.date),
        Markup.escaped(words.kind(item.kind)),
        Markup.escaped(item.id), account(item.account), Shown.money(item.amount),
        links.place(item.place, in: file),
      ]
    }
  }

  func deals(_ deals: [Deal], _ page: inout HTMLPage) {
    list(
      words.openDeals,
      [
        words.deal, words.account, words.digest.stage, words.amount, words.probability, words.expected, words.stalled,
        words.place,
      ], deals, figures: [3, 4, 6], kept: [7], &page
    ) { deal in
      [
        Markup.escaped("\(deal.id) \(deal.name)"), account(deal.account),
        Markup.escaped(deal.stage), Shown.money(deal.amount), Shown.percent(deal.probability),
        Markup.escaped(deal.close),
        deal.stalledDays > 0 ? Markup.bad(Shown.money(deal.stalledDays)) : "",
        links.place(deal.place, in: file),
      ]
    }
  }

  func payments(_ payments: [Payment], _ page: inout HTMLPage) {
    list(
      words.owed,
      [words.payment, words.account, words.amount, words.due, words.daysOverdue, words.status, words.place],
      payments.sorted { ($1.daysOverdue, $0.id) < ($0.daysOverdue, $1.id) }, figures: [2, 4], kept: [5, 6], &page
    ) { payment in
      [
        Markup.escaped("\(payment.id) \(payment.contract) \(payment.stage)"),
        account(payment.account), Shown.money(payment.outstanding),
        Markup.escaped(payment.due),
        payment.daysOverdue > 0 ? Markup.bad(Shown.money(payment.daysOverdue)) : "",
        Markup.escaped(payment.status ?? ""), links.place(payment.place, in: file),
      ]
    }
  }

  func renewals(_ renewals: [Renewal], _ page: inout HTMLPage) {
    list(
      words.renewals, [words.id, words.account, words.amount, words.expiry, words.status, words.place], renewals,
      figures: [2], kept: [4, 5], &page
    ) { renewal in
      [
        Markup.escaped(renewal.id), account(renewal.account),
        Shown.money(renewal.amount), Markup.escaped(renewal.expiry), Markup.escaped(renewal.alert),
        links.place(renewal.place, in: file),
      ]
    }
  }

  func visits(_ visits: [Visit], _ page: inout HTMLPage) {
    list(
      words.lastVisits, [words.date, words.visitor, words.topic, words.result, words.nextStep, words.place], visits,
      kept: [5], &page
    ) { visit in
      [
        Markup.escaped(visit.date), Markup.escaped(visit.visitor), Markup.escaped(visit.topic),
        Markup.escaped(visit.result),
        Markup.shown([visit.nextDate, visit.next].filter { !$0.isEmpty }.joined(separator: " ")),
        links.place(visit.place, in: file),
      ]
    }
  }

  func people(_ people: [Person], _ page: inout HTMLPage) {
    list(
      words.people, [words.contact, words.post, words.role, words.influence, words.support, words.status, words.place],
      people, kept: [6], &page
    ) { person in
      [person.name, person.title, person.role, person.influence, person.support, person.status].map(Markup.escaped)
        + [links.place(person.place, in: file)]
    }
  }
}
