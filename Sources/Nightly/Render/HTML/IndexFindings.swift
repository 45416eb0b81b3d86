// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

/// The findings of all workbooks by their causes, as the first page of the report lists them.
struct IndexFindings {
  /// A cause across all workbooks.
  private struct Cause {
    var rule: String
    var severity: String
    var count = 0
    var following = 0
    var new = 0
    /// What is said of it in the first workbook, and all that `check` says there.
    var message: String
    var sentence: String
    var remedy: String
    var books: [(file: String, count: Int, cells: String)] = []
    var bookCount = 0
  }

  private let night: NightlyRun
  private let words: PageWords
  /// By rule and kind of column.
  private var causes: [String: Cause] = [:]
  /// The open findings in ``causes`` by severity.
  private var open: [String: Int] = [:]
  private var over: [NightFinding] = []
  private var overCounts = (fixed: 0, notAsked: 0)

  init(_ night: NightlyRun, _ words: PageWords) {
    self.night = night
    self.words = words
  }

  /// The number of workbooks to list under a cause.
  private var booksOfCause: Int { night.books.count > IndexPage.cards ? 5 : 20 }

  mutating func take(_ file: String, _ groups: CauseGroups) {
    for group in groups.groups {
      let key = group.rule + "\u{1F}" + (group.kind ?? "")
      var cause =
        causes[key]
        ?? Cause(
          rule: group.rule, severity: group.severity, message: group.message, sentence: group.sentence,
          remedy: group.cause?.remedy ?? "")
      cause.count += group.count
      cause.following += group.following
      cause.new += group.new
      cause.bookCount += 1
      if cause.books.count < booksOfCause { cause.books.append((file, group.count, group.cells)) }
      if SeverityName.rank(group.severity) < SeverityName.rank(cause.severity) { cause.severity = group.severity }
      causes[key] = cause
    }
    open.merge(groups.counts, uniquingKeysWith: +)
    for finding in groups.over {
      if finding.state == .fixed { overCounts.fixed += 1 } else { overCounts.notAsked += 1 }
      if over.count < IndexPage.listed { over.append(finding) }
    }
  }

  func write(
    on page: inout HTMLPage, _ trend: NightTrend, link: (String) -> String
  ) throws(NightlyError) {
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
      (SeverityName.rank(a.severity), -a.count, a.rule, a.message) < (
        SeverityName.rank(b.severity), -b.count, b.rule, b.message
      )
    }
    if causes.isEmpty {
      page.paragraph(words.noFindings)
    } else {
      let total = causes.reduce(0) { $0 + $1.count + $1.following }
      page.paragraph(words.causes(causes.count, total), isQuiet: true)
      page.chooseSeverity(Set(causes.map(\.severity)))
      for cause in causes.prefix(IndexPage.first) { write(cause, &page, link) }
      let rest = causes.dropFirst(IndexPage.first)
      if !rest.isEmpty {
        page.folded(Markup.escaped(words.further(rest.count))) { page in
          for cause in rest.prefix(IndexPage.listed) { write(cause, &page, link) }
          page.more(rest.count - IndexPage.listed)
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

  private func write(_ cause: Cause, _ page: inout HTMLPage, _ link: (String) -> String) {
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
      cause.severity, cause.rule, cause.bookCount > 1 ? cause.message : cause.sentence, count: cause.count,
      following: cause.following,
      new: night.previousAsOf == nil ? 0 : cause.new)
      + (cause.bookCount > 1 ? " <span class=\"tag\">\(Markup.escaped(words.books(cause.bookCount)))</span>" : "")
  }
}
