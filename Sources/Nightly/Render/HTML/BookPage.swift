// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet

/// The page with everything that a night knows about one workbook.
struct BookPage {
  let night: NightlyRun
  let words: PageWords
  let links: PageLinks
  let figures: FigureTrend
  let file: String
  let seen: Observation
  let groups: CauseGroups
  let people: BookPeople

  /// The number of findings to list; the rest are only counted, so that the page opens quickly. The JSON and the CSV have them
  /// all.
  private static let listed = 300

  func bytes(_ chances: [NightTrend.Chances]) -> [UInt8] {
    let digest = words.digest
    var page = HTMLPage("\(file) \(night.asOf)", words, .book)
    var ways = [PageLinks.link("index.html", digest.index), PageLinks.link("#findings", words.findings)]
    if !seen.accounts.isEmpty { ways.append(PageLinks.link("#accounts", words.accounts)) }
    if let copy = links.copy(of: file) { ways.append(PageLinks.link(copy, words.copy)) }
    page.top(
      file,
      about: [
        "\(words.asOf) \(seen.asOf)",
        seen.headline.start.isEmpty ? "" : "\(words.period) \(seen.headline.start) – \(seen.headline.end)",
        seen.currency.isEmpty ? "" : words.currency(seen.currency),
        night.previousAsOf.map { "\(digest.since) \($0)" } ?? digest.first,
      ], links: ways)
    if let line = night.digest.files.restored.first(where: { $0.file == file }) {
      page.paragraph("\(digest.restored)\(words.colon)\(digest.as(of: line.why))")
    }
    page.cards(figures.cards(file, seen.headline, confidence: seen.confidence))
    if let missing = figures.missing(seen.headline, reports: seen.reports) { page.paragraph(missing, isQuiet: true) }
    if !seen.headline.isEmpty {
      let group = FigureTrend.Group(
        currency: seen.currency, period: HeadlineRow.period(seen.headline),
        files: [(file, seen.headline, seen.confidence)])
      figures.table(group, on: &page)
    }
    owners(&page)
    let numbers = ReportNumbers(language: words.language, system: .year1900)
    page.raw(ReportPage.tiles(seen.reports.filter { !$0.isLeftOut }.map(\.section), numbers))
    page.chances(chances, nights: figures.days.count)
    causes(&page)
    accounts(&page)
    page.decides(night.authorities)
    return page.bytes
  }

  // MARK: Findings

  private func causes(_ page: inout HTMLPage) {
    page.heading(2, words.findings, id: "findings")
    if groups.groups.isEmpty {
      page.paragraph(words.noFindings)
    } else {
      page.paragraph(words.causes(groups.groups.count, groups.total), isQuiet: true)
      page.chooseSeverity(Set(groups.groups.map(\.severity)))
    }
    var room = Self.listed
    for group in groups.groups {
      let isNews = group.new > 0 && night.previousAsOf != nil
      let summary = words.summary(
        group.severity, group.rule, group.sentence, count: group.count, following: group.following,
        new: isNews ? group.new : 0)
      page.folded(summary, mark: "cause \(group.severity)s", isOpen: isNews) { page in
        if let remedy = group.cause?.remedy, !remedy.isEmpty {
          page.paragraph("\(words.remedy)\(words.colon)\(remedy)")
        }
        page.paragraph("\(words.cells)\(words.colon)\(group.cells)", isQuiet: true)
        let shown = group.findings.prefix(max(0, room))
        room -= shown.count
        table(group.rule, shown, &page)
        page.more(group.findings.count - shown.count)
      }
    }
    let fixed = groups.over.filter { $0.state == .fixed }
    let gone = groups.over.filter { $0.state != .fixed }
    for (title, findings) in [
      (words.fixed(fixed.count), fixed), (words.gone(gone.count), gone),
      (words.waived(groups.waived.count), groups.waived),
    ] where !findings.isEmpty {
      page.folded(Markup.escaped(title)) { page in
        table(title, findings.prefix(Self.listed), &page)
        page.more(findings.count - Self.listed)
      }
    }
  }

  private func table(_ title: String, _ findings: some Collection<NightFinding>, _ page: inout HTMLPage) {
    let digest = words.digest
    page.table(
      title, [digest.place, digest.row, digest.owner, digest.message, digest.state, digest.firstSeen],
      findings.map { night in
        let finding = night.finding
        let place = finding.sheet + (finding.cell.map { "!\($0)" } ?? "")
        return [
          links.place(place, in: file), Markup.escaped(finding.rowId),
          finding.owner.isEmpty ? "" : people.owner(finding.owner), Markup.shown(finding.message),
          Markup.escaped(night.reason.map { "\(digest.waived): \($0)" } ?? digest.word(night.state)), night.firstSeen,
        ]
      }, kept: findings.first?.state == .waived ? [0, 1, 5] : [0, 1, 4, 5])
  }

  // MARK: People

  private func owners(_ page: inout HTMLPage) {
    let owners = people.owners.filter { !$0.name.isEmpty }
    guard !owners.isEmpty else { return }
    page.heading(2, words.owners)
    page.table(
      words.owners, [words.digest.owner, words.late, words.thisWeek, words.toCollect, words.renewals, words.drifting],
      owners.prefix(Self.listed).map { owner in
        [
          people.owner(owner.name), Markup.bad(Shown.count(owner.late)), Shown.count(owner.week),
          Shown.money(owner.collect == 0 ? nil : owner.collect), Shown.count(owner.renewals),
          Shown.count(owner.drifting),
        ]
      }, figures: [1, 2, 3, 4, 5])
    page.more(owners.count - Self.listed)
    let without = owners.count { !people.hasPage(owner: $0.name) }
    if without > 0 { page.paragraph(words.ownersWithoutPage(without), isQuiet: true) }
  }

  private func accounts(_ page: inout HTMLPage) {
    guard !seen.accounts.isEmpty else { return }
    page.heading(2, words.accounts, id: "accounts")
    page.table(
      words.accounts,
      [
        words.account, words.digest.owner, words.lastVisit, words.openDeals, words.owed, words.overdue, words.drift,
        words.place,
      ],
      seen.accounts.prefix(Self.listed).map { account in
        [
          people.account(account.id), account.owner.isEmpty ? "" : people.owner(account.owner),
          Markup.escaped(account.lastVisit), account.deals == 0 ? "" : Shown.money(account.open),
          (account.owed ?? 0) > 0 ? Shown.money(account.owed) : "",
          (account.overdue ?? 0) > 0 ? Markup.bad(Shown.money(account.overdue)) : "",
          account.driftLevel == 3 ? Markup.bad(Markup.escaped(account.drift)) : Markup.escaped(account.drift),
          links.place(account.place, in: file),
        ]
      }, figures: [3, 4, 5], kept: [6, 7])
    page.more(seen.accounts.count + seen.accountsLeftOut - min(Self.listed, seen.accounts.count))
    let without = seen.accountsLeftOut + seen.accounts.count { !people.hasPage(account: $0.id) }
    if without > 0 { page.paragraph(words.accountsWithoutPage(without), isQuiet: true) }
  }
}
