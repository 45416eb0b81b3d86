// SPDX-License-Identifier: Apache-2.0

public import Playbook

extension NightlyRun {
  /// The room for the pages of all owners and accounts of a night, in bytes, and what a workbook has of it at most and at least.
  private static var roomForPages: Int { 64 << 20 }
  private static var mostForPages: Int { 4 << 20 }
  private static var leastForPages: Int { 256 << 10 }
  /// The name of the page that leads to the others.
  public static var firstPage: String { "index.html" }

  /// Passes the pages of a static report to `body` with their file names, one at a time: one for each checked workbook, one for
  /// each of its owners and accounts, and finally `index.html`.
  ///
  /// - Parameter copies: the folder of annotated copies, relative to the pages; nil if there are none.
  public func forEachPage(
    _ language: Language, copies: String? = nil, _ body: (String, [UInt8]) throws(NightlyError) -> Void
  ) throws(NightlyError) {
    let words = PageWords(language: language)
    let trend = try NightTrend(books.store, upTo: run)
    let figures = FigureTrend(days: trend.days, figures: try trend.headlines(), words: words)
    let links = PageLinks(copies: copies)
    var index = IndexPage(self, words, links, figures)
    // Limits the number of pages of a kind, with a minimum per workbook. A folder of a hundred thousand files helps nobody, and a small
    // workbook must not fill the disk.
    let quota = max(2, min(1000, 4000 / max(1, books.count)))
    let room = max(Self.leastForPages, min(Self.mostForPages, Self.roomForPages / max(1, books.count)))
    for book in books {
      let groups = CauseGroups(findings.of(book.file), causes: book.seen.causes)
      var people = BookPeople(book.file, book.seen, quota: quota)
      let pages = PersonPages(
        words: words, links: links, asOf: asOf, file: book.file, seen: book.seen, people: people
      ).pages(groups, room: room)
      // No page may link to one that there is no room for.
      let missing = people.keep(owners: pages.owners, accounts: pages.accounts)
      index.take(book.file, book.seen, groups, people)
      let page = BookPage(
        night: self, words: words, links: links, figures: figures, file: book.file, seen: book.seen, groups: groups,
        people: people)
      try body(PageLinks.book(book.file), page.bytes(try trend.chances(of: book.file)))
      for page in pages.all {
        try body(page.name, missing.isEmpty ? page.bytes : PageLinks.without(missing, page.bytes))
      }
    }
    // These are findings of workbooks that are gone, and findings about the list of waivers.
    let known = Set(books.files)
    for file in findings.files where !known.contains(file) { index.take(file, CauseGroups(findings.of(file))) }
    try body(Self.firstPage, index.bytes(trend))
  }
}

/// The owners and accounts in a workbook, and which of them get a page.
struct BookPeople {
  struct Owner {
    var name: String
    var late = 0
    var week = 0
    /// Money that is overdue or due this week.
    var collect = 0.0
    var renewals = 0
    var drifting = 0

    /// Sorts those with the most to do first.
    var weight: Int { late * 4 + week * 2 + renewals + drifting }
  }

  /// Those with the most to do first.
  private(set) var owners: [Owner] = []
  /// The names of those with a page, in the same order, and the ids of the accounts with a page.
  private(set) var ownersWithPage: [String] = []
  private(set) var accountsWithPage: [String] = []
  private var ownerPages: Set<String> = []
  private var accountPages: Set<String> = []
  /// By lower-case id.
  private(set) var names: [String: String] = [:]
  private let file: String
  private var written = Written()

  /// What was written of owners and accounts before: each stands in many rows.
  private final class Written {
    var owners: [String: String] = [:]
    var accounts: [String: String] = [:]
  }

  /// - Parameter quota: how many owners, and how many accounts, get a page.
  init(_ file: String, _ seen: Observation, quota: Int) {
    self.file = file
    var owners: [String: Owner] = [:]
    for work in seen.work {
      var owner = owners[work.owner] ?? Owner(name: work.owner)
      if work.isLate { owner.late += 1 }
      if work.isThisWeek { owner.week += 1 }
      switch work.kind {
      case "money": owner.collect += work.amount ?? 0
      case "renewal": owner.renewals += 1
      case "drift": owner.drifting += 1
      default: break
      }
      owners[work.owner] = owner
    }
    for name in seen.deals.filter(\.isOpen).map(\.owner) + seen.targets.map(\.owner) where owners[name] == nil {
      owners[name] = Owner(name: name)
    }
    self.owners = owners.values.sorted { (-$0.weight, $0.name) < (-$1.weight, $1.name) }
    ownersWithPage = Array(self.owners.lazy.map(\.name).filter { !$0.isEmpty }.prefix(quota))
    let accounts = seen.accounts.enumerated().sorted { a, b in
      (Self.weight(b.element), a.offset) < (Self.weight(a.element), b.offset)
    }
    var known: Set<String> = []
    for account in accounts where accountsWithPage.count < quota {
      let id = account.element.id.lowercased()
      if known.insert(id).inserted { accountsWithPage.append(id) }
    }
    keep(owners: quota, accounts: quota)
    for account in seen.accounts { names[account.id.lowercased()] = account.name }
  }

  /// Leaves only the first ones a page, and returns the names of the pages of the others.
  @discardableResult
  mutating func keep(owners: Int, accounts: Int) -> Set<String> {
    let missing =
      ownersWithPage.dropFirst(owners).map { PageLinks.owner($0, in: file) }
      + accountsWithPage.dropFirst(accounts).map { PageLinks.account($0, in: file) }
    ownersWithPage = Array(ownersWithPage.prefix(owners))
    accountsWithPage = Array(accountsWithPage.prefix(accounts))
    ownerPages = Set(ownersWithPage)
    accountPages = Set(accountsWithPage)
    written = Written()
    return Set(missing)
  }

  private static func weight(_ account: Account) -> Double {
    (account.driftLevel == 3 ? 1 : 0) + ((account.overdue ?? 0) > 0 ? 2 : 0) + ((account.owed ?? 0) > 0 ? 1 : 0)
      + (account.deals > 0 ? 1 : 0)
  }

  func hasPage(owner: String) -> Bool { ownerPages.contains(owner) }
  func hasPage(account: String) -> Bool { accountPages.contains(account.lowercased()) }

  /// HTML, with a link if there is a page.
  func owner(_ name: String) -> String {
    if let known = written.owners[name] { return known }
    let markup = hasPage(owner: name) ? PageLinks.link(PageLinks.owner(name, in: file), name) : Markup.escaped(name)
    written.owners[name] = markup
    return markup
  }

  /// Id and name as HTML, with a link if there is a page.
  func account(_ id: String) -> String {
    if let known = written.accounts[id] { return known }
    let name = names[id.lowercased()] ?? ""
    let text = name.isEmpty ? id : "\(id) \(name)"
    let markup = hasPage(account: id) ? PageLinks.link(PageLinks.account(id, in: file), text) : Markup.escaped(text)
    written.accounts[id] = markup
    return markup
  }
}

/// The pages of the owners and accounts of one workbook.
private struct PersonPages {
  let words: PageWords
  let links: PageLinks
  let asOf: String
  let file: String
  let seen: Observation
  let people: BookPeople

  /// Those with the most to do first, until there is no more room.
  ///
  /// - Parameter room: in bytes.
  func pages(
    _ groups: CauseGroups, room: Int
  ) -> (all: [(name: String, bytes: [UInt8])], owners: Int, accounts: Int) {
    var all: [(name: String, bytes: [UInt8])] = []
    var used = 0
    /// Returns whether there was room for the page.
    func add(_ name: String, _ bytes: [UInt8], _ room: Int) -> Bool {
      guard used + bytes.count <= room else { return false }
      used += bytes.count
      all.append((name, bytes))
      return true
    }
    var (owners, accounts) = (0, 0)
    let ownerPage = OwnerPage(
      words: words, links: links, asOf: asOf, file: file, seen: seen, people: people,
      findings: Dictionary(grouping: groups.groups.flatMap(\.findings), by: \.finding.owner))
    let half = people.accountsWithPage.isEmpty ? room : room / 2
    for owner in people.owners where people.hasPage(owner: owner.name) {
      guard add(PageLinks.owner(owner.name, in: file), ownerPage.bytes(owner), half) else { break }
      owners += 1
    }
    let accountPage = AccountPage(words: words, links: links, asOf: asOf, file: file, seen: seen, people: people)
    let byID = Dictionary(seen.accounts.map { ($0.id.lowercased(), $0) }) { first, _ in first }
    for id in people.accountsWithPage {
      guard let account = byID[id] else { continue }
      guard add(PageLinks.account(id, in: file), accountPage.bytes(account), room) else { break }
      accounts += 1
    }
    return (all, owners, accounts)
  }
}
