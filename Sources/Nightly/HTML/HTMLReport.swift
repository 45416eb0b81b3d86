public import Playbook

extension Night {
  /// More findings than this a page counts only: the JSON and the CSV have them all, and a page stays quick to open.
  private static let listed = 300
  private static let listedOnIndex = 100

  /// Hands over the pages of a static report with their file names, one at a time: `index.html`, and one for each workbook
  /// that was checked.
  public func forEachPage(
    _ language: Language, _ body: (String, [UInt8]) throws(NightlyError) -> Void
  ) throws(NightlyError) {
    let words = DigestWords(language: language)
    let trend = HTMLTrend(words: words, trend: try NightTrend(books.store, upTo: run))
    try body("index.html", index(words, trend))
    for book in books {
      try body(Self.page(of: book.file), page(book.file, book.seen, findings.of(book.file), words, trend))
    }
  }

  /// A name that any file system takes, and that stays the same.
  private static func page(of file: String) -> String { "book-\(SHA256.hex(file).prefix(16)).html" }

  private func index(_ words: DigestWords, _ trend: HTMLTrend) throws(NightlyError) -> [UInt8] {
    var page = HTMLPage("\(words.report) \(asOf)", words)
    page.heading(1, "\(words.report) \(asOf)")
    page.paragraph(previousAsOf.map { "\(words.since) \($0)" } ?? words.first)
    let counts = digest.counts
    page.table(
      words.findingCount, [words.state, words.number],
      [
        [words.new, "\(counts.new)"], [words.reopened, "\(counts.reopened)"], [words.fixed, "\(counts.fixed)"],
        [words.persisting, "\(counts.persisting)"], [words.waived, "\(counts.waived)"],
        [words.notAsked, "\(counts.notAsked)"],
      ], figures: [1])
    page.table(
      words.targets, [words.owner, words.period, words.target, words.won, words.chance, words.committable, words.file],
      digest.targetsAtRisk.prefix(Self.listed).map { line in
        [
          Markup.escaped(line.target.owner), Markup.escaped("\(line.target.start)…\(line.target.end)"),
          Shown.money(line.target.target), Shown.money(line.target.won), Shown.percent(line.target.probability),
          Shown.money(line.target.committable), link(line.file),
        ]
      }, figures: [2, 3, 4, 5])
    try trend.draw(on: &page, file: nil)
    page.heading(2, words.exceptions)
    exceptions(words, &page)
    page.heading(2, words.index)
    page.table(
      words.index,
      [words.file, words.outcome, words.errors, words.warnings, words.notes, words.new, words.reopened, words.fixed],
      files.map { file in
        let mine = findings.tally(of: file.path)
        let why = file.why.isEmpty ? "" : ": \(Markup.escaped(Cause.told(file.cause, file.why, words)))"
        return [
          file.outcome == .checked ? link(file.path) : Markup.escaped(file.path),
          Markup.escaped(words.word(file.outcome)) + why, "\(mine.open("error"))", "\(mine.open("warning"))",
          "\(mine.open("info"))", "\(mine.count(.new))", "\(mine.count(.reopened))", "\(mine.count(.fixed))",
        ]
      }, figures: [2, 3, 4, 5, 6, 7])
    decides(words, &page)
    return page.bytes
  }

  /// What is new, here again or fixed in all workbooks, the worst first.
  private func exceptions(_ words: DigestWords, _ page: inout HTMLPage) {
    let news = count(.new) + count(.reopened) + count(.fixed) + count(.notAsked)
    guard news > 0 else { return page.paragraph(words.nothing) }
    var bySeverity: [String: [NightFinding]] = [:]
    for finding in findings where [.new, .reopened, .fixed, .notAsked].contains(finding.state) {
      let severity = finding.finding.severity
      if bySeverity[severity]?.count ?? 0 < Self.listedOnIndex { bySeverity[severity, default: []].append(finding) }
    }
    let listed = ["error", "warning", "info"].flatMap { bySeverity[$0] ?? [] }.prefix(Self.listedOnIndex)
    page.table(words.exceptions, [words.file] + Self.header(words), listed.map { [link($0)] + Self.row($0, words) })
    if news > listed.count { page.paragraph("… \(news - listed.count) \(words.more)") }
  }

  /// The list of waivers, which findings may be about, has no page.
  private func link(_ finding: NightFinding) -> String {
    let hasPage = files.contains { $0.path == finding.file && $0.outcome == .checked }
    return hasPage ? link(finding.file) : Markup.escaped(finding.file)
  }

  private func link(_ file: String) -> String { "<a href=\"\(Self.page(of: file))\">\(Markup.escaped(file))</a>" }

  private func page(
    _ file: String, _ seen: Observation, _ findings: [NightFinding], _ words: DigestWords, _ trend: HTMLTrend
  ) throws(NightlyError) -> [UInt8] {
    var page = HTMLPage("\(file) \(asOf)", words)
    page.raw("<nav><a href=\"index.html\">\(Markup.escaped(words.index))</a></nav>")
    page.heading(1, file)
    page.paragraph("\(asOf); \(previousAsOf.map { "\(words.since) \($0)" } ?? words.first)")
    let news = findings.filter { $0.state == .new || $0.state == .reopened || $0.state.isOver }
    page.heading(2, words.exceptions)
    if news.isEmpty { page.paragraph(words.nothing) }
    table(words.exceptions, news, words, &page)
    HTMLPictures(words: words, seen: seen).draw(on: &page)
    try trend.draw(on: &page, file: file)
    let still = findings.filter { $0.state == .persisting || $0.state == .waived }
    if !still.isEmpty {
      page.heading(2, words.still)
      table(words.still, still, words, &page)
    }
    decides(words, &page)
    return page.bytes
  }

  /// By what was asked, and what was found and left aside.
  private func decides(_ words: DigestWords, _ page: inout HTMLPage) {
    guard !authorities.isEmpty else { return }
    page.heading(2, words.decides)
    for authority in authorities.prefix(Self.listedOnIndex) {
      let (what, path, why) = authority.told(words)
      page.paragraph("\(what): \(path) (\(why))")
    }
    if authorities.count > Self.listedOnIndex {
      page.paragraph("… \(authorities.count - Self.listedOnIndex) \(words.more)")
    }
  }

  /// The worst first; equals stay in the order of the sheets.
  private func table(
    _ title: String, _ findings: [NightFinding], _ words: DigestWords, _ page: inout HTMLPage
  ) {
    let ranked = ["error", "warning", "info"].flatMap { severity in findings.filter { $0.finding.severity == severity }
    }
    page.table(
      title, Self.header(words), ranked.prefix(Self.listed).map { Self.row($0, words) })
    if ranked.count > Self.listed { page.paragraph("… \(ranked.count - Self.listed) \(words.more)") }
  }

  private static func header(_ words: DigestWords) -> [String] {
    [words.state, words.severity, words.rule, words.place, words.row, words.owner, words.message, words.firstSeen]
  }

  private static func row(_ night: NightFinding, _ words: DigestWords) -> [String] {
    let finding = night.finding
    let place = finding.sheet + (finding.cell.map { "!\($0)" } ?? "")
    let state = night.reason.map { "\(words.waived): \($0)" } ?? words.word(night.state)
    let mark = night.state.isOver ? "fixed" : finding.severity
    return [
      Markup.escaped(state), "<span class=\"\(mark)\">\(words.severity(finding.severity))</span>",
      Markup.escaped(finding.rule), Markup.escaped(place), Markup.escaped(finding.rowId), Markup.escaped(finding.owner),
      Markup.escaped(finding.message), night.firstSeen,
    ]
  }
}
