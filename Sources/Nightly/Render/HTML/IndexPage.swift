// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

/// The first page of the report. It is built one workbook at a time; only counts and what it lists are in memory.
struct IndexPage {
  private struct Book {
    var file: String
    var headline: Headline
    var confidence: Double
    var currency: String
    var errors: Int
    var warnings: Int
    var news: Int

    var isAtRisk: Bool { headline.chance.map { $0 < confidence } ?? false }
    var hasOverdue: Bool { (headline.overdue ?? 0) > 0 }
  }

  private struct Person {
    var file: String
    var owner: BookPeople.Owner
    var first: [Work]
    /// HTML.
    var link: String
  }

  /// A cause across all workbooks.
  private struct Cause {
    var rule: String
    var severity: String
    var count = 0
    var following = 0
    var new = 0
    var message: String
    var remedy: String
    var books: [(file: String, count: Int, cells: String)] = []
    var bookCount = 0
  }

  static let listed = 100
  /// The rows of a list that are open; the others are folded.
  static let first = 10
  /// With more workbooks than this, the page shows lines instead of cards.
  private static let cards = 150

  /// The number of workbooks to list under a cause.
  private var booksOfCause: Int { night.books.count > Self.cards ? 5 : 20 }

  private let night: NightlyRun
  let words: PageWords
  let links: PageLinks
  private let figures: FigureTrend
  private var books: [Book] = []
  private var people: [Person] = []
  private var peopleCount = 0
  private var causes: [String: Cause] = [:]
  /// The open findings in ``causes`` by severity.
  private var open: [String: Int] = [:]
  private var over: [NightFinding] = []
  private var overCounts = (fixed: 0, notAsked: 0)
  private var waived = 0
  private var currencies: [String: String] = [:]
  private var pages: Set<String> = []

  init(_ night: NightlyRun, _ words: PageWords, _ links: PageLinks, _ figures: FigureTrend) {
    self.night = night
    self.words = words
    self.links = links
    self.figures = figures
  }

  // MARK: Taking in

  mutating func take(_ file: String, _ seen: Observation, _ groups: CauseGroups, _ people: BookPeople) {
    pages.insert(file)
    currencies[file] = seen.currency
    take(file, groups, remedies: seen.remedies)
    let tally = night.findings.tally(of: file)
    books.append(
      Book(
        file: file, headline: seen.headline, confidence: seen.confidence, currency: seen.currency,
        errors: groups.counts["error"] ?? 0, warnings: groups.counts["warning"] ?? 0,
        news: tally.count(.new) + tally.count(.reopened) + tally.count(.fixed)))
    for owner in people.owners where owner.weight > 0 {
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

  mutating func take(_ file: String, _ groups: CauseGroups, remedies: [Remedy] = []) {
    for group in groups.groups {
      var cause =
        causes[group.rule]
        ?? Cause(
          rule: group.rule, severity: group.severity, message: group.example.message,
          remedy: remedies.first { $0.rule == group.rule }?.text ?? "")
      cause.count += group.count
      cause.following += group.following
      cause.new += group.new
      cause.bookCount += 1
      if cause.books.count < booksOfCause { cause.books.append((file, group.count, group.cells)) }
      if SeverityName.rank(group.severity) < SeverityName.rank(cause.severity) { cause.severity = group.severity }
      causes[group.rule] = cause
    }
    open.merge(groups.counts, uniquingKeysWith: +)
    waived += groups.waived.count
    for finding in groups.over {
      if finding.state == .fixed { overCounts.fixed += 1 } else { overCounts.notAsked += 1 }
      if over.count < Self.listed { over.append(finding) }
    }
  }

  // MARK: Writing

  func bytes(_ trend: NightTrend) throws(NightlyError) -> [UInt8] {
    let digest = words.digest
    var page = HTMLPage("\(digest.report) \(night.asOf)", words, .index)
    page.top(
      "\(digest.report) \(night.asOf)",
      about: [
        night.previousAsOf.map { "\(digest.since) \($0)" } ?? digest.first,
        "\(night.digest.files.checked) \(digest.workbooks(night.digest.files.checked))",
      ],
      links: [
        ("#moved", words.moved), ("#week", words.week), ("#books", words.books), ("#findings", words.findings),
      ].map { PageLinks.link($0, $1) })
    unchecked(&page)
    restored(&page)
    headlines(&page)
    MovedSection(night: night, words: words, links: links, currencies: currencies, pages: pages).write(on: &page)
    week(&page)
    targets(&page)
    list(&page)
    try findings(trend, &page)
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
    let files = night.digest.files.restored
    guard !files.isEmpty else { return }
    let digest = words.digest
    page.heading(2, words.titled(digest.restored, files.count))
    page.table(
      digest.restored, [digest.file, digest.outcome],
      files.prefix(Self.listed).map { [link($0.file), Markup.escaped(digest.as(of: $0.why))] })
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
    for book in books where !book.headline.isEmpty {
      let period = HeadlineRow.period(book.headline)
      let place = groups.firstIndex { $0.currency == book.currency && $0.period == period } ?? groups.count
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
            "\(Markup.shown(work.date)) \(Markup.escaped(work.what)) (\(links.place(work.place, in: person.file)))"
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

  // MARK: Findings

  private func findings(_ trend: NightTrend, _ page: inout HTMLPage) throws(NightlyError) {
    page.heading(2, words.findings, id: "findings")
    let digest = words.digest
    let counts = night.digest.counts
    page.cards(
      [
        (digest.errors, open["error"] ?? 0), (digest.warnings, open["warning"] ?? 0),
        (digest.notes, open["info"] ?? 0),
        (words.new, counts.new), (words.reopened, counts.reopened), (words.fixed, counts.fixed),
        (words.waived, counts.waived),
      ].filter { $0.1 > 0 }.map { HTMLPage.Card(title: $0.0, value: "\($0.1)", isBad: $0.0 == digest.errors) })
    let causes = self.causes.values.sorted { a, b in
      (SeverityName.rank(a.severity), -a.count, a.rule) < (SeverityName.rank(b.severity), -b.count, b.rule)
    }
    if causes.isEmpty {
      page.paragraph(words.noFindings)
    } else {
      let total = causes.reduce(0) { $0 + $1.count + $1.following }
      page.paragraph(words.causes(causes.count, total), isQuiet: true)
      page.chooseSeverity(Set(causes.map(\.severity)))
      for cause in causes.prefix(Self.first) { write(cause, &page) }
      let rest = causes.dropFirst(Self.first)
      if !rest.isEmpty {
        page.folded(Markup.escaped(words.further(rest.count))) { page in
          for cause in rest.prefix(Self.listed) { write(cause, &page) }
          page.more(rest.count - Self.listed)
        }
      }
    }
    if overCounts.fixed + overCounts.notAsked > 0 {
      let title = [
        overCounts.fixed > 0 ? words.fixed(overCounts.fixed) : "",
        overCounts.notAsked > 0 ? words.gone(overCounts.notAsked) : "",
      ].filter { !$0.isEmpty }.joined(separator: words("、", ", "))
      page.folded(Markup.escaped(title)) { page in
        page.table(
          title, [digest.row, digest.rule, digest.message, digest.file, digest.state],
          over.map { night in
            [
              Markup.escaped(night.finding.rowId), Markup.escaped(night.finding.rule),
              Markup.shown(night.finding.message), link(night.file), Markup.escaped(digest.word(night.state)),
            ]
          })
        page.more(overCounts.fixed + overCounts.notAsked - over.count)
      }
    }
    try FindingTrend(words: words, trend: trend).write(on: &page)
  }

  private func write(_ cause: Cause, _ page: inout HTMLPage) {
    let digest = words.digest
    page.folded(summary(cause), mark: "cause \(cause.severity)s") { page in
      if !cause.remedy.isEmpty { page.paragraph("\(words.remedy)\(words.colon)\(cause.remedy)") }
      page.table(
        cause.rule, [digest.file, digest.findingCount, words.cells],
        cause.books.map { [link($0.file), "\($0.count)", Markup.areas($0.cells)] }, figures: [1])
      page.more(cause.bookCount - cause.books.count)
    }
  }

  private func summary(_ cause: Cause) -> String {
    words.summary(
      cause.severity, cause.rule, cause.message, count: cause.count, following: cause.following,
      new: night.previousAsOf == nil ? 0 : cause.new)
      + (cause.bookCount > 1 ? " <span class=\"tag\">\(Markup.escaped(words.books(cause.bookCount)))</span>" : "")
  }

  // MARK: Workbooks

  private func list(_ page: inout HTMLPage) {
    guard !books.isEmpty else { return }
    page.heading(2, words.books, id: "books")
    let isShort = books.count > Self.cards
    func places(_ isBefore: (Book, Book) -> Bool) -> [String: Int] {
      let sorted = books.sorted(by: isBefore)
      return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element.file, $0.offset + 1) })
    }
    // The source order is by urgency: targets at risk, money overdue, then errors. Any other order is done in CSS, without scripts.
    let urgent = books.sorted { a, b in
      (a.isAtRisk ? a.headline.chance ?? 0 : 2, a.hasOverdue ? 0 : 1, -a.errors, a.file) < (
        b.isAtRisk ? b.headline.chance ?? 0 : 2, b.hasOverdue ? 0 : 1, -b.errors, b.file
      )
    }
    let byName = places { $0.file < $1.file }
    let byOverdue = places { (-($0.headline.overdue ?? 0), $0.file) < (-($1.headline.overdue ?? 0), $1.file) }
    let byChance = places { ($0.headline.chance ?? 2, $0.file) < ($1.headline.chance ?? 2, $1.file) }
    if books.count > 1 { page.chooseBooks() }
    var text = "<ul class=\"books\(isShort ? " short" : "")\">\n"
    for book in urgent {
      var marks: [String] = []
      if book.errors > 0 { marks.append("e") }
      if book.hasOverdue { marks.append("o") }
      if book.isAtRisk { marks.append("r") }
      if book.news > 0 { marks.append("m") }
      text += "<li class=\"\(marks.joined(separator: " "))\""
      if books.count > 1 {
        text +=
          " style=\"--n:\(byName[book.file] ?? 0);--o:\(byOverdue[book.file] ?? 0);--c:\(byChance[book.file] ?? 0)\""
      }
      text += ">\(link(book.file))" + (isShort ? line(book) : card(book)) + "</li>\n"
    }
    page.raw(text + "</ul>")
  }

  private func line(_ book: Book) -> String {
    var parts: [String] = []
    if let chance = book.headline.chance { parts.append("\(words.title(.chance)) \(Shown.percent(chance))") }
    if let overdue = book.headline.overdue, overdue > 0 {
      parts.append("\(words.title(.overdue)) \(words.short(overdue))\(manyCurrencies ? " \(book.currency)" : "")")
    }
    if book.errors > 0 { parts.append("\(words.digest.errors) \(book.errors)") }
    return parts.isEmpty ? "" : " <span class=\"quiet\">\(Markup.escaped(parts.joined(separator: " · ")))</span>"
  }

  private func card(_ book: Book) -> String {
    var facts: [(String, String, Bool)] = []
    for key in [HeadlineFigures.Key.won, .commit, .target, .chance, .overdue] {
      guard let value = book.headline[key] else { continue }
      facts.append(
        (
          words.title(key), figures.shown(key, value) + (key != .chance && manyCurrencies ? " \(book.currency)" : ""),
          key == .chance && book.isAtRisk || key == .overdue && value > 0
        ))
    }
    facts.append((words.digest.errors, "\(book.errors)", book.errors > 0))
    facts.append((words.digest.warnings, "\(book.warnings)", false))
    var text = ""
    if let won = book.headline.won, let target = book.headline.target, target > 0 {
      let commit = max(won, book.headline.commit ?? 0)
      let scale = max(target, commit)
      text += Bars.bar([
        .init(from: 0, to: commit / scale, mark: "soft"), .init(from: 0, to: won / scale, mark: "up"),
        Bars.tick(target / scale, "mark"),
      ])
    }
    text += "<dl class=\"facts\">"
    for (title, value, isBad) in facts {
      text += "<dt>\(Markup.escaped(title))</dt><dd\(isBad ? " class=\"bad\"" : "")>\(Markup.escaped(value))</dd>"
    }
    return text + "</dl>" + Drawing.spark(figures.values(.won, of: book.file))
  }
}
