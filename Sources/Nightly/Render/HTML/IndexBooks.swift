// SPDX-License-Identifier: Apache-2.0

import Dealbook

/// The workbooks of a night as cards, or as lines if there are many, on the first page of the report.
struct IndexBooks {
  struct Book {
    var file: String
    var isCopy = false
    var headline: Headline
    var confidence: Double
    var currency: String
    var errors: Int
    var warnings: Int
    var news: Int

    var isAtRisk: Bool { !isCopy && headline.chance.map { $0 < confidence } ?? false }
    var hasOverdue: Bool { !isCopy && (headline.overdue ?? 0) > 0 }
  }

  let books: [Book]
  let words: PageWords
  let figures: FigureTrend
  /// Whether amounts are in several currencies.
  let tellsCurrency: Bool

  func write(on page: inout HTMLPage, link: (String) -> String) {
    guard !books.isEmpty else { return }
    page.heading(2, words.books, id: "books")
    let isShort = books.count > IndexPage.cards
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
      parts.append("\(words.title(.overdue)) \(words.short(overdue))\(tellsCurrency ? " \(book.currency)" : "")")
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
          words.title(key), figures.shown(key, value) + (key != .chance && tellsCurrency ? " \(book.currency)" : ""),
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
