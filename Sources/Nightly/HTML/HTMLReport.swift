public import Playbook

extension Night {
  /// More findings than this a page counts only: the JSON and the CSV have them all, and a page stays quick to open.
  private static let listed = 300

  /// Hands over the pages of a static report with their file names, one at a time: `index.html`, and one for each workbook
  /// that was checked.
  public func forEachPage(
    _ language: Language, _ body: (String, [UInt8]) throws(NightlyError) -> Void
  ) throws(NightlyError) {
    let words = DigestWords(language: language)
    try body("index.html", index(words))
    for book in books { try body(Self.page(of: book.file), page(book.file, book.seen, findings.of(book.file), words)) }
  }

  /// A name that any file system takes, and that stays the same.
  private static func page(of file: String) -> String { "book-\(SHA256.hex(file).prefix(16)).html" }

  private func index(_ words: DigestWords) -> [UInt8] {
    var page = HTMLPage("\(words.report) \(asOf)", words)
    page.heading(1, "\(words.report) \(asOf)")
    page.paragraph(previousAsOf.map { "\(words.since) \($0)" } ?? words.first)
    let counts = digest.counts
    page.table(
      words.exceptions, [words.state, words.count],
      [
        [words.new, "\(counts.new)"], [words.reopened, "\(counts.reopened)"], [words.fixed, "\(counts.fixed)"],
        [words.persisting, "\(counts.persisting)"], [words.waived, "\(counts.waived)"],
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
    page.heading(2, words.index)
    page.table(
      words.index,
      [words.file, words.outcome, words.errors, words.warnings, words.notes, words.new, words.reopened, words.fixed],
      files.map { file in
        let mine = findings.tally(of: file.path)
        let why = file.why.isEmpty ? "" : ": \(Markup.escaped(file.why))"
        return [
          file.outcome == .checked ? link(file.path) : Markup.escaped(file.path),
          Markup.escaped(words.word(file.outcome)) + why, "\(mine.open("error"))", "\(mine.open("warning"))",
          "\(mine.open("info"))", "\(mine.count(.new))", "\(mine.count(.reopened))", "\(mine.count(.fixed))",
        ]
      }, figures: [2, 3, 4, 5, 6, 7])
    return page.bytes
  }

  private func link(_ file: String) -> String { "<a href=\"\(Self.page(of: file))\">\(Markup.escaped(file))</a>" }

  private func page(
    _ file: String, _ seen: Observation, _ findings: [NightFinding], _ words: DigestWords
  ) -> [UInt8] {
    var page = HTMLPage("\(file) \(asOf)", words)
    page.raw("<nav><a href=\"index.html\">\(Markup.escaped(words.index))</a></nav>")
    page.heading(1, file)
    page.paragraph("\(asOf); \(previousAsOf.map { "\(words.since) \($0)" } ?? words.first)")
    let news = findings.filter { $0.state == .new || $0.state == .reopened || $0.state == .fixed }
    page.heading(2, words.exceptions)
    if news.isEmpty { page.paragraph(words.nothing) }
    table(words.exceptions, news, words, &page)
    HTMLPictures(words: words, seen: seen).draw(on: &page)
    let still = findings.filter { $0.state == .persisting || $0.state == .waived }
    if !still.isEmpty {
      page.heading(2, words.still)
      table(words.still, still, words, &page)
    }
    return page.bytes
  }

  /// The worst first; equals stay in the order of the sheets.
  private func table(
    _ title: String, _ findings: [NightFinding], _ words: DigestWords, _ page: inout HTMLPage
  ) {
    let ranked = ["error", "warning", "info"].flatMap { severity in findings.filter { $0.finding.severity == severity }
    }
    page.table(
      title,
      [words.state, words.severity, words.rule, words.place, words.row, words.owner, words.message, words.firstSeen],
      ranked.prefix(Self.listed).map { night in
        let finding = night.finding
        let place = finding.sheet + (finding.cell.map { "!\($0)" } ?? "")
        let state = night.reason.map { "\(words.waived): \($0)" } ?? words.word(night.state)
        let mark = night.state == .fixed ? "fixed" : finding.severity
        return [
          Markup.escaped(state), "<span class=\"\(mark)\">\(finding.severity)</span>", Markup.escaped(finding.rule),
          Markup.escaped(place), Markup.escaped(finding.rowId), Markup.escaped(finding.owner),
          Markup.escaped(finding.message), night.firstSeen,
        ]
      })
    if ranked.count > Self.listed { page.paragraph("… \(ranked.count - Self.listed) \(words.more)") }
  }
}
