// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

/// One page of a report: plain HTML that needs no scripts, prints well and works with screen readers.
struct HTMLPage {
  /// A headline figure.
  struct Card {
    var title: String
    /// Text.
    var value: String
    var note = ""
    /// HTML: a picture.
    var drawing = ""
    var isBad = false
  }

  /// What fits on a card in large type.
  private static let shortValue = 9

  let words: PageWords
  private let title: String
  private var head = ""
  private(set) var body = ""
  /// How many tables have a caption: two regions may not have the same name.
  private var captions: [String: Int] = [:]
  /// CSS for this page only.
  var style = ""
  private let room: Room
  /// The rows that the last table had no room for.
  private var cut = 0

  /// How long a page and each of its tables may be, in bytes. Rows beyond that are only counted.
  struct Room {
    var page: Int
    var table: Int

    static let index = Room(page: 8 << 20, table: 128 << 10)
    static let book = Room(page: 1 << 20, table: 256 << 10)
    static let person = Room(page: 384 << 10, table: 128 << 10)
  }

  init(_ title: String, _ words: PageWords, _ room: Room) {
    self.title = title
    self.words = words
    self.room = room
  }

  /// - Parameter markup: HTML. Text must be passed through ``Markup/escaped(_:)`` first.
  mutating func raw(_ markup: String) {
    if cut > 0 { more(0) }
    body += markup
    body += "\n"
  }

  /// Begins the page: its title, what it is about, and links to other pages.
  ///
  /// - Parameter links: each as HTML.
  mutating func top(_ title: String, about: [String], links: [String]) {
    head = "<h1>\(Markup.shown(title))</h1>\n"
    let about = about.filter { !$0.isEmpty }.map(Markup.shown).joined(separator: " · ")
    if !about.isEmpty { head += "<p class=\"quiet\">\(about)</p>\n" }
    guard !links.isEmpty else { return }
    head += "<nav aria-label=\"\(Markup.escaped(words.ways))\"><ul>"
    head += links.map { "<li>\($0)</li>" }.joined() + "</ul></nav>\n"
  }

  mutating func heading(_ level: Int, _ text: String, id: String? = nil) {
    raw("<h\(level)\(id.map { " id=\"\($0)\"" } ?? "")>\(Markup.shown(text))</h\(level)>")
  }

  mutating func paragraph(_ text: String, isQuiet: Bool = false) {
    raw("<p\(isQuiet ? " class=\"quiet\"" : "")>\(Markup.shown(text))</p>")
  }

  mutating func cards(_ cards: [Card]) {
    guard !cards.isEmpty else { return }
    var text = "<dl class=\"cards\">\n"
    for card in cards {
      text += "<div\(card.isBad ? " class=\"bad\"" : "")><dt>\(Markup.shown(card.title))</dt>"
      text += "<dd><b\(card.value.count > Self.shortValue ? " class=\"s\"" : "")>\(Markup.shown(card.value))</b>"
      if !card.note.isEmpty { text += "<small>\(Markup.shown(card.note))</small>" }
      text += card.drawing + "</dd></div>\n"
    }
    raw(text + "</dl>")
  }

  /// - Parameters:
  ///   - cells: HTML; the first cell of each row is its header.
  ///   - figures: the columns that hold numbers.
  ///   - bar: the column that holds pictures.
  ///   - kept: the columns with short texts that stay on one line, such as a place. Days do so anyway.
  mutating func table(
    _ caption: String, _ header: [String], _ rows: [[String]], figures: Set<Int> = [], bar: Int? = nil,
    kept: Set<Int> = []
  ) {
    guard !rows.isEmpty else { return }
    let titles = header.map(Markup.escaped)
    // Omit empty columns.
    let columns = header.indices.filter { column in column == 0 || rows.contains { !$0[column].isEmpty } }
    let alike = captions[caption, default: 0] + 1
    captions[caption] = alike
    let name = Markup.escaped(alike == 1 ? caption : "\(caption) \(alike)")
    var text = "<div class=\"wide\" role=\"region\" aria-label=\"\(name)\" tabindex=\"0\"><table class=\"list stack\">"
    text += "<caption>\(Markup.escaped(caption))</caption>\n<thead><tr>"
    for index in columns {
      let title = titles[index]
      // An empty header cell must not be marked as a header.
      text +=
        title.isEmpty ? "<td></td>" : "<th scope=\"col\"\(figures.contains(index) ? " class=\"n\"" : "")>\(title)</th>"
    }
    text += "</tr></thead>\n<tbody>\n"
    let tags = columns.map { index in
      let line = kept.contains(index) ? " class=\"k\"" : ""
      if index == 0 {
        let start = "<th scope=\"row\"\(line)>"
        return (column: index, empty: start, filled: start, end: "</th>")
      }
      let mark = index == bar ? " class=\"bar\"" : figures.contains(index) ? " class=\"n\"" : line
      let title = titles[index].isEmpty ? "" : " data-l=\"\(titles[index])\""
      return (column: index, empty: "<td\(mark)>", filled: "<td\(mark)\(title)>", end: "</td>")
    }
    // A table that comes late on a long page still has its first rows.
    let most = max(8 << 10, min(room.table, room.page - body.utf8.count))
    var left = 0
    for (position, row) in rows.enumerated() {
      guard position == 0 || text.utf8.count < most else {
        left = rows.count - position
        break
      }
      text += "<tr>"
      for tag in tags {
        let cell = row[tag.column]
        text += cell.isEmpty ? tag.empty : tag.filled
        // Tags may have days in their attributes.
        text += cell.utf8.contains(UInt8(ascii: "<")) ? cell : PageLook.keepingWhole(cell)
        text += tag.end
      }
      text += "</tr>\n"
    }
    raw(text + "</tbody></table></div>")
    cut = left
  }

  /// A table of which only the first rows are open.
  mutating func longTable(
    _ caption: String, _ header: [String], _ rows: [[String]], figures: Set<Int> = [], kept: Set<Int> = []
  ) {
    table(caption, header, Array(rows.prefix(IndexPage.first)), figures: figures, kept: kept)
    let rest = Array(rows.dropFirst(IndexPage.first))
    guard !rest.isEmpty else { return }
    folded(Markup.escaped(words.further(rest.count))) { page in
      page.table(caption, header, rest, figures: figures, kept: kept)
    }
  }

  /// Adds a section that can be expanded.
  ///
  /// - Parameter summary: HTML.
  mutating func folded(
    _ summary: String, mark: String = "", isOpen: Bool = false, _ content: (inout HTMLPage) throws -> Void
  ) rethrows {
    raw("<details\(mark.isEmpty ? "" : " class=\"\(mark)\"")\(isOpen ? " open" : "")><summary>\(summary)</summary>")
    try content(&self)
    raw("</details>")
  }

  /// Says how many more there are than the table before shows.
  ///
  /// - Parameter count: how many it was not given.
  mutating func more(_ count: Int) {
    let all = max(0, count) + cut
    cut = 0
    if all > 0 { paragraph(words.more(all), isQuiet: true) }
  }

  var bytes: [UInt8] {
    var page = self
    if cut > 0 { page.more(0) }
    return page.whole
  }

  private var whole: [UInt8] {
    let start = """
      <!DOCTYPE html>
      <html lang="\(words.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <meta name="referrer" content="no-referrer">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Markup.escaped(title))</title>
      <style>\(PageStyle.css)\(style)</style>
      </head>
      <body>
      <a class="skip" href="#main">\(Markup.escaped(words.skip))</a>
      <header>
      \(head)</header>
      <main id="main">

      """
    let end = "</main>\n</body>\n</html>\n"
    var bytes: [UInt8] = []
    bytes.reserveCapacity(start.utf8.count + body.utf8.count + end.utf8.count)
    for part in [start, body, end] { bytes += part.utf8 }
    return bytes
  }
}
