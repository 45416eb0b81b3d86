// SPDX-License-Identifier: Apache-2.0

internal import Base
public import Playbook

extension Digest {
  /// Lists longer than this are cut off and their length given. The JSON has everything.
  private static let listed = 20
  /// How many findings of an owner are looked at for those that follow from others.
  private static let folded = 1000

  /// The digest as a page for reading or mailing.
  ///
  /// - Parameter authorities: what the night was based on, and what was ignored.
  public func markdown(_ language: Language, _ authorities: [Authority] = []) -> String {
    let words = DigestWords(language: language)
    var page = Page(limit: Self.listed, more: words.more)
    page.line("# \(words.title) \(asOf)")
    page.line(previousAsOf.map { "\(words.since) \($0)" } ?? words.first)
    var summary = words.workbooks("**\(files.checked)**", files.checked)
    if !files.notTeamWorkbooks.isEmpty {
      summary += words.comma + "\(files.notTeamWorkbooks.count) \(words.notTeamWorkbooks)"
    }
    summary += words.semicolon
    summary += [
      "+\(counts.new) \(words.new)", "\(counts.reopened) \(words.reopened)", "\(counts.fixed) \(words.fixed)",
      "\(counts.persisting) \(words.persisting)"
        + (counts.persisting > 0 ? counts.oldest.map { words.inBrackets("\(words.oldest) \($0)") } ?? "" : ""),
      "\(counts.waived) \(words.waived)",
    ].joined(separator: words.comma)
    if counts.notAsked > 0 { summary += words.comma + "\(counts.notAsked) \(words.notAsked)" }
    page.line(summary)
    page.list("## \(words.notChecked)", files.notChecked) {
      "\(Page.code($0.file)) — \(Page.plain(Cause.told($0.cause, $0.why, words)))\(words.inBrackets(words.outcome($0.outcome)))"
    }
    page.list("## \(words.gone)", files.gone) { "\(Page.code($0))" }
    page.list("## \(words.copies)", files.copies) {
      "\(Page.code($0.file)) — \(words.copy(of: Page.code($0.why)))"
    }
    page.list("## \(words.renamed)", files.moved) { "\(Page.code($0.why)) → \(Page.code($0.file))" }
    page.list("## \(words.restored)", files.restored) { "\(Page.code($0.file)) — \(words.as(of: $0.why))" }
    page.list("## \(words.added)", files.added) { "\(Page.code($0))" }
    writeTargets(words, &page)
    writeDeals(words, &page)
    writeMoney(words, &page)
    page.list("## \(words.renewals)", renewalsDue) {
      Page.words(
        $0.renewal.expiry, Page.plain($0.renewal.id), Page.plain($0.renewal.account), money($0.renewal.amount, $0.file))
        + " — "
        + words.facts([Page.plain($0.renewal.owner), Page.plain($0.renewal.alert), words.left($0.renewal.daysLeft)])
    }
    page.list("## \(words.changes)", changes) {
      "\(Page.plain($0.rowId)) \(words.field($0.field))\(words.colon)\(Page.plain($0.before)) → \(Page.plain($0.after))\(words.inBrackets(Page.code($0.file)))"
        + ($0.repaired == true ? words.repaired : "")
    }
    writeFindings(words, &page)
    page.list("## \(words.decides)", authorities) {
      let (what, path, why) = $0.told(words)
      return "\(Page.plain(what))\(words.colon)\(Page.code(path))\(words.inBrackets(Page.plain(why)))"
    }
    return page.text
  }

  /// An amount, with its currency if the night has several.
  private func money(_ amount: Double?, _ file: String) -> String {
    let shown = Shown.money(amount)
    guard !shown.isEmpty, let currency = currencies[file], !currency.isEmpty else { return shown }
    return "\(shown) \(currency)"
  }

  /// The workbook of a row, if the night has several.
  private func book(_ file: String, _ words: DigestWords) -> String {
    files.checked > 1 ? words.inBrackets(Page.code(file)) : ""
  }

  /// The total in each currency.
  private func told(_ totals: [String: Double]) -> String {
    guard totals.count > 1 else { return Shown.money(totals.values.first ?? 0) }
    return totals.sorted { $0.key < $1.key }.map { currency, amount in
      currency.isEmpty ? Shown.money(amount) : "\(Shown.money(amount)) \(Page.plain(currency))"
    }.joined(separator: " + ")
  }

  private func writeTargets(_ words: DigestWords, _ page: inout Page) {
    func row(_ line: TargetLine) -> [String] {
      let target = line.target
      let before =
        line.probabilityBefore.map { $0 == target.probability ? "" : words.inBrackets(Shown.percent($0)) } ?? ""
      return [
        target.owner, "\(target.start)…\(target.end)", money(target.target, line.file), money(target.won, line.file),
        money(target.open, line.file), Shown.percent(target.probability) + before, money(target.p10, line.file),
        money(target.p50, line.file), money(target.p90, line.file), money(target.committable, line.file), line.file,
      ]
    }
    let header = [
      words.owner, words.period, words.target, words.won, words.open, words.chance, "P10", "P50", "P90",
      words.committable, words.file,
    ]
    page.table("## \(words.targets)", header, targetsAtRisk, row)
    page.table("## \(words.chances)", header, chancesMoved, row)
  }

  private func writeDeals(_ words: DigestWords, _ page: inout Page) {
    func name(_ deal: Deal, _ file: String) -> String {
      words.facts([
        Page.words(Page.plain(deal.id), Page.plain(deal.name)), Page.plain(deal.owner), money(deal.amount, file),
      ]) + book(file, words)
    }
    page.list("## \(words.deals)\(words.colon)\(words.moved)", dealsMoved) {
      "\(name($0.deal, $0.file))\(words.colon)\(Page.plain($0.before)) → \(Page.plain($0.after))"
    }
    for (title, list, sums) in [(words.lost, dealsLost, lostTotals), (words.onHold, dealsHeld, heldTotals)] {
      page.list("## \(words.deals)\(words.colon)\(title) \(told(sums))", list) {
        "\(name($0.deal, $0.file))\(words.colon)"
          + words.facts(["\(Page.plain($0.before)) → \(Page.plain($0.after))", Page.plain($0.deal.reason ?? "")])
      }
    }
    page.list("## \(words.deals)\(words.colon)\(words.slipped)", dealsSlipped) {
      "\(name($0.deal, $0.file))\(words.colon)\($0.before) → \($0.after)"
        + words.inBrackets("+" + words.days("\($0.days ?? 0)"))
    }
    page.list("## \(words.deals)\(words.colon)\(words.stalled)", dealsStalled) {
      name($0.deal, $0.file) + words.colon
        + words.facts([Page.plain($0.deal.stage), words.days(Shown.money($0.deal.stalledDays))])
    }
    page.list("## \(words.deals)\(words.colon)\(words.dealsAdded)", dealsAdded) {
      "\(name($0.deal, $0.file))\(words.colon)\(Page.plain($0.deal.stage))"
    }
    page.list("## \(words.deals)\(words.colon)\(words.dealsRemoved)", dealsRemoved) { name($0.deal, $0.file) }
  }

  private func writeMoney(_ words: DigestWords, _ page: inout Page) {
    func text(_ line: PaymentLine) -> String {
      let payment = line.payment
      return words.facts([
        Page.words(
          money(line.amount, line.file), Page.plain(payment.id), Page.plain(payment.contract), Page.plain(payment.stage)
        ),
        Page.plain(payment.owner), payment.due.isEmpty ? "" : words.due(payment.due),
        payment.daysOverdue > 0 ? words.late(words.days(Shown.money(payment.daysOverdue))) : "",
      ]) + book(line.file, words)
    }
    page.list("## \(words.money)\(words.colon)\(words.received)", moneyReceived, text)
    page.list("## \(words.money)\(words.colon)\(words.newlyOverdue)", newlyOverdue, text)
    page.list("## \(words.money)\(words.colon)\(words.overdue) \(told(overdueTotals))", overdue, text)
  }

  private func writeFindings(_ words: DigestWords, _ page: inout Page) {
    guard !owners.isEmpty else { return }
    page.line("## \(words.findings)")
    for owner in owners where owner.new.count + owner.reopened.count + owner.fixed.count > 0 {
      let name = owner.owner.isEmpty ? words.nobody : Page.plain(owner.owner)
      page.line(
        "### \(name)\(words.colon)"
          + [
            "+\(owner.new.count) \(words.new)", "\(owner.reopened.count) \(words.reopened)",
            "\(owner.fixed.count) \(words.fixed)", "\(owner.persisting) \(words.persisting)",
          ].joined(separator: words.comma))
      for (list, state) in [(owner.new, words.new), (owner.reopened, words.reopened)] {
        // A line is needed for as many as are listed; of a hundred thousand findings, the first are enough to know them.
        let first = FoldedConsequences.fold(list.prefix(Self.folded))
        page.list(nil, first, count: list.count > Self.folded ? list.count : nil) {
          Self.line($0.finding, state, words) + words.following($0.following)
        }
      }
      page.list(nil, Self.byRule(owner.fixed)) { fixed in
        Self.line(fixed.first, words.fixed, words)
          + (fixed.count > 1 ? words.comma + words.andMore(fixed.count - 1) : "")
      }
    }
  }

  /// What is over is told once for each rule and workbook: there is nothing left to do about it.
  private static func byRule(_ lines: some Sequence<FindingLine>) -> [(first: FindingLine, count: Int)] {
    var groups: [(first: FindingLine, count: Int)] = []
    var places: [[String]: Int] = [:]
    for line in lines {
      if let place = places[[line.file, line.rule]] {
        groups[place].count += 1
      } else {
        places[[line.file, line.rule]] = groups.count
        groups.append((line, 1))
      }
    }
    return groups
  }

  private static func line(_ finding: FindingLine, _ state: String, _ words: DigestWords) -> String {
    let place = finding.sheet + (finding.cell.map { "!\($0)" } ?? "")
    return "**\(state)** \(words.severity(finding.severity)) \(finding.rule) "
      + (finding.rowId.isEmpty ? "" : Page.plain(finding.rowId) + " ")
      + Page.plain(finding.message)
      + words.inBrackets("\(Page.code(finding.file))\(place.isEmpty ? "" : " \(Page.plain(place))")")
  }
}

/// Builds Markdown from beginning to end.
private struct Page {
  let limit: Int
  let more: String
  private(set) var text = ""

  init(limit: Int, more: String) {
    self.limit = limit
    self.more = more
  }

  mutating func line(_ line: String) { text += line + "\n\n" }

  /// Writes nothing if there are no items.
  mutating func list<Items: CountedSequence>(
    _ title: String?, _ items: Items, count: Int? = nil, _ text: (Items.Element) -> String
  ) {
    guard items.count > 0 else { return }
    let count = count ?? items.count
    if let title { line(title) }
    for item in items.prefix(limit) { self.text += "- \(text(item))\n" }
    if count > limit { self.text += "- … \(count - limit) \(more)\n" }
    self.text += "\n"
  }

  mutating func table<Items: CountedSequence>(
    _ title: String, _ header: [String], _ items: Items, _ row: (Items.Element) -> [String]
  ) {
    guard items.count > 0 else { return }
    line(title)
    text += "| " + header.joined(separator: " | ") + " |\n|" + String(repeating: " --- |", count: header.count) + "\n"
    for item in items.prefix(limit) { text += "| " + row(item).map(Self.plain).joined(separator: " | ") + " |\n" }
    if items.count > limit { text += "\n… \(items.count - limit) \(more)\n" }
    text += "\n"
  }

  /// What is not empty, with spaces between.
  static func words(_ words: String...) -> String { words.filter { !$0.isEmpty }.joined(separator: " ") }

  /// The content of a cell is text, not Markdown. It must not become a link, a picture or markup.
  static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "!", "~", "&": result += "\\\(scalar)"
      case _ where scalar.isControl: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A name verbatim on one line, between more backticks than it contains (CommonMark, 6.1).
  static func code(_ text: String) -> String {
    var (name, run, longest) = ("", 0, 0)
    for scalar in text.unicodeScalars {
      name.unicodeScalars.append(scalar.isControl ? " " : scalar)
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let space = longest > 0 ? " " : ""
    return fence + space + name + space + fence
  }
}
