// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

/// The first page of the report. It is built one workbook at a time; only counts and what it lists are in memory.
struct IndexPage {
  private struct Person {
    var file: String
    var owner: BookPeople.Owner
    var first: [Work]
    /// HTML.
    var link: String
  }

  static let listed = 100
  /// The rows of a list that are open; the others are folded.
  static let first = 10
  /// With more workbooks than this, the page shows lines instead of cards, and fewer of them under a cause.
  static let cards = 150

  private let night: NightlyRun
  let words: PageWords
  let links: PageLinks
  private let figures: FigureTrend
  private var books: [IndexBooks.Book] = []
  private var people: [Person] = []
  private var peopleCount = 0
  private var findings: IndexFindings
  private var currencies: [String: String] = [:]
  private var pages: Set<String> = []
  private let copies: Set<String>

  init(_ night: NightlyRun, _ words: PageWords, _ links: PageLinks, _ figures: FigureTrend) {
    self.night = night
    self.words = words
    self.links = links
    self.figures = figures
    copies = Set(night.digest.files.copies.map(\.file))
    findings = IndexFindings(night, words)
  }

  // MARK: Taking in

  mutating func take(_ file: String, _ seen: Observation, _ groups: CauseGroups, _ people: BookPeople) {
    pages.insert(file)
    currencies[file] = seen.currency
    findings.take(file, groups)
    let tally = night.findings.tally(of: file)
    let isCopy = copies.contains(file)
    books.append(
      IndexBooks.Book(
        file: file, isCopy: isCopy, headline: seen.headline, confidence: seen.confidence, currency: seen.currency,
        errors: groups.counts["error"] ?? 0, warnings: groups.counts["warning"] ?? 0,
        news: tally.count(.new) + tally.count(.reopened) + tally.count(.fixed)))
    for owner in people.owners where owner.weight > 0 && !isCopy {
      peopleCount += 1
      // Most owners will not make it into the list. Their first task is looked up only if they might.
      let isListed = self.people.count < Self.listed || owner.weight > (self.people.last?.owner.weight ?? 0)
      guard isListed else { continue }
      let first = seen.work.lazy.filter { $0.owner == owner.name && ($0.isLate || $0.isThisWeek) }.prefix(3)
      let name = owner.name.isEmpty ? Markup.escaped(words.nobody) : people.owner(owner.name)
      let person = Person(file: file, owner: owner, first: Array(first), link: name)
      let place = self.people.firstIndex { $0.owner.weight < owner.weight } ?? self.people.count
      self.people.insert(person, at: place)
      if self.people.count > Self.listed { self.people.removeLast() }
    }
  }

  /// Takes in the findings of a workbook of which nothing else is known.
  mutating func take(_ file: String, _ groups: CauseGroups) { findings.take(file, groups) }

  // MARK: Writing

  func bytes(_ trend: NightTrend) throws(NightlyError) -> [UInt8] {
    let digest = words.digest
    var page = HTMLPage("\(digest.report) \(night.asOf)", words, .index)
    page.top(
      "\(digest.report) \(night.asOf)",
      about: [
        night.previousAsOf.map { "\(digest.since) \($0)" } ?? digest.first,
        digest.workbooks("\(night.digest.files.checked)", night.digest.files.checked),
      ],
      links: [
        ("#moved", words.moved), ("#week", words.week), ("#books", words.books), ("#findings", words.findings),
      ].map { PageLinks.link($0, $1) })
    unchecked(&page)
    restored(&page)
    copies(&page)
    headlines(&page)
    MovedSection(night: night, words: words, links: links, currencies: currencies, pages: pages).write(on: &page)
    week(&page)
    targets(&page)
    IndexBooks(books: books, words: words, figures: figures, tellsCurrency: manyCurrencies).write(on: &page, link: link)
    try findings.write(on: &page, trend, link: link)
    others(&page)
    try HistorySection(words: words, trend: trend, asOf: night.asOf).write(on: &page, link: link)
    page.decides(night.authorities)
    return page.bytes
  }

  private func link(_ file: String) -> String { PageLinks.name(file, pages: pages) }

  /// What could not be checked comes first.
  private func unchecked(_ page: inout HTMLPage) {
    let files = night.unchecked
    guard !files.isEmpty else { return }
    page.heading(2, words.titled(words.digest.notChecked, files.count))
    outcomes(words.digest.notChecked, files, &page)
  }

  /// An old state that stands where the last run saw a newer one: whose figures go back, the figures do not say.
  private func restored(_ page: inout HTMLPage) {
    let digest = words.digest
    files(digest.restored, night.digest.files.restored, digest.outcome, &page) { Markup.escaped(digest.as(of: $0.why)) }
  }

  /// What is left out of all figures, because another workbook holds the same rows.
  private func copies(_ page: inout HTMLPage) {
    files(words.digest.copies, night.digest.files.copies, words.countedInstead, &page) { link($0.why) }
  }

  /// Workbooks, each with what there is to say of it.
  private func files(
    _ title: String, _ files: [Digest.FileLine], _ heading: String, _ page: inout HTMLPage,
    _ tell: (Digest.FileLine) -> String
  ) {
    guard !files.isEmpty else { return }
    page.heading(2, words.titled(title, files.count))
    page.table(
      title, [words.digest.file, heading], files.prefix(Self.listed).map { [link($0.file), tell($0)] })
    page.more(files.count - Self.listed)
  }

  /// Workbooks that are not a team's, and those that are gone, come last.
  private func others(_ page: inout HTMLPage) {
    let files = night.files.filter { $0.outcome != .checked && !$0.isUnchecked }
    guard !files.isEmpty else { return }
    page.folded(Markup.escaped(words.titled(words.others, files.count))) { page in outcomes(words.others, files, &page)
    }
  }

  private func outcomes(_ title: String, _ files: [NightFile], _ page: inout HTMLPage) {
    page.table(
      title, [words.digest.file, words.digest.outcome],
      files.prefix(Self.listed).map { file in
        let why = Markup.escaped(Nightly.Cause.told(file.cause, file.why, words.digest))
        return [
          Markup.escaped(file.path),
          Markup.escaped(words.digest.word(file.outcome)) + (why.isEmpty ? "" : words.colon + why),
        ]
      })
    page.more(files.count - Self.listed)
  }

  private func headlines(_ page: inout HTMLPage) {
    var groups: [FigureTrend.Group] = []
    for book in books where !book.headline.isEmpty && !book.isCopy {
      let period = HeadlineRow.period(book.headline)
      let place =
        Observation.canBeAdded(book.currency)
        ? groups.firstIndex { $0.currency == book.currency && $0.period == period } ?? groups.count : groups.count
      if place == groups.count { groups.append(.init(currency: book.currency, period: period, files: [])) }
      groups[place].files.append((book.file, book.headline, book.confidence))
    }
    guard !groups.isEmpty else { return }
    groups.sort { $0.files.count > $1.files.count }
    page.heading(2, words.figures)
    if groups.count > 1 { page.paragraph(words.notAdded, isQuiet: true) }
    for group in groups.prefix(6) {
      let about = [
        group.files.count == 1 ? group.files[0].file : words.books(group.files.count),
        group.period.isEmpty ? "" : "\(words.period) \(group.period.replacing("…", with: " – "))",
        group.currency.isEmpty ? "" : words.currency(group.currency),
      ].filter { !$0.isEmpty }.joined(separator: " · ")
      page.heading(3, about)
      page.cards(figures.cards(group))
      if let only = group.files.first, group.files.count == 1, let missing = figures.missing(only.headline) {
        page.paragraph(missing, isQuiet: true)
      }
      figures.table(group, on: &page)
    }
    page.more(groups.count - 6)
  }

  // MARK: This week

  private func week(_ page: inout HTMLPage) {
    page.heading(2, words.week, id: "week")
    guard !people.isEmpty else { return page.paragraph(words.nothingToDo) }
    let isOne = books.count == 1
    page.longTable(
      words.week,
      [words.digest.owner] + (isOne ? [] : [words.digest.file])
        + [words.late, words.thisWeek, words.toCollect, words.renewals, words.drifting, words.firstThings],
      people.map { person in
        let owner = person.owner
        let late = Markup.bad(Shown.count(owner.late))
        let collect = Shown.money(owner.collect == 0 ? nil : owner.collect)
        let currency = manyCurrencies && !collect.isEmpty ? " \(currencies[person.file] ?? "")" : ""
        let row = [
          late, Shown.count(owner.week), Markup.escaped(collect + currency), Shown.count(owner.renewals),
          Shown.count(owner.drifting),
          person.first.map { work in
            words.placed(
              "\(Markup.shown(work.date)) \(Markup.escaped(work.what))", links.place(work.place, in: person.file))
          }.joined(separator: "<br>"),
        ]
        return [person.link] + (isOne ? [] : [link(person.file)]) + row
      }, figures: isOne ? [1, 2, 3, 4, 5] : [2, 3, 4, 5, 6])
    page.more(peopleCount - people.count)
  }

  private var manyCurrencies: Bool { Set(currencies.values).count > 1 }

  private func targets(_ page: inout HTMLPage) {
    let digest = words.digest
    guard !night.digest.targetsAtRisk.isEmpty else { return }
    page.heading(2, digest.targets)
    page.longTable(
      digest.targets,
      [digest.owner, digest.period, digest.target, digest.won, digest.chance, digest.committable, digest.file],
      night.digest.targetsAtRisk.prefix(Self.listed).map { line in
        func money(_ amount: Double?) -> String {
          let text = Shown.money(amount)
          let currency = manyCurrencies && !text.isEmpty ? currencies[line.file] ?? "" : ""
          return currency.isEmpty ? text : text + " " + Markup.escaped(currency)
        }
        return [
          Markup.escaped(line.target.owner), Markup.escaped("\(line.target.start) – \(line.target.end)"),
          money(line.target.target), money(line.target.won), Shown.percent(line.target.probability),
          money(line.target.committable), link(line.file),
        ]
      }, figures: [2, 3, 4, 5])
    page.more(night.digest.targetsAtRisk.count - Self.listed)
  }

}
