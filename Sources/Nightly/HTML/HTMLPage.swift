import Playbook

/// One page of a report: plain HTML that needs no script, prints, and reads aloud.
struct HTMLPage {
  private let words: DigestWords
  private let title: String
  private(set) var body = ""
  private var figures = 0

  init(_ title: String, _ words: DigestWords) {
    self.title = title
    self.words = words
  }

  /// - Parameter markup: HTML; texts go through ``Markup/escaped(_:)`` first.
  mutating func raw(_ markup: String) { body += markup + "\n" }

  mutating func heading(_ level: Int, _ text: String) { raw("<h\(level)>\(Markup.escaped(text))</h\(level)>") }

  mutating func paragraph(_ text: String) { raw("<p>\(Markup.escaped(text))</p>") }

  /// - Parameter cells: HTML; the first of each row is its header.
  mutating func table(_ caption: String, _ header: [String], _ rows: [[String]], figures: Set<Int> = []) {
    guard !rows.isEmpty else { return }
    var text = "<div class=\"wide\" role=\"region\" aria-label=\"\(Markup.escaped(caption))\" tabindex=\"0\"><table>"
    text += "<caption>\(Markup.escaped(caption))</caption>\n<thead><tr>"
    for title in header { text += "<th scope=\"col\">\(Markup.escaped(title))</th>" }
    text += "</tr></thead>\n<tbody>\n"
    for row in rows {
      text += "<tr>"
      for (index, cell) in row.enumerated() {
        let mark = figures.contains(index) ? " class=\"n\"" : ""
        text += index == 0 ? "<th scope=\"row\"\(mark)>\(cell)</th>" : "<td\(mark)>\(cell)</td>"
      }
      text += "</tr>\n"
    }
    raw(text + "</tbody></table></div>")
  }

  /// A picture with its numbers as a table below, for those who cannot see it and those who want them exact.
  ///
  /// - Parameter about: the picture in words; without it the table's.
  mutating func figure(
    _ title: String, _ drawing: SVG, _ header: [String], _ rows: [[String]], about: [String]? = nil
  ) {
    figures += 1
    let id = "f\(figures)"
    let about = (about ?? rows.map { $0.joined(separator: " ") }).joined(separator: "; ")
    raw("<figure>")
    raw(
      "<svg role=\"img\" aria-labelledby=\"\(id)t \(id)d\" viewBox=\"0 0 \(drawing.width) \(drawing.height)\">"
        + "<title id=\"\(id)t\">\(Markup.escaped(title))</title><desc id=\"\(id)d\">\(Markup.escaped(about))</desc>")
    raw(drawing.shapes + "</svg>")
    raw("<details><summary>\(Markup.escaped(words.asTable))</summary>")
    table(title, header, rows.map { $0.map(Markup.escaped) }, figures: Set(1..<max(2, header.count)))
    raw("</details>\n</figure>")
  }

  var bytes: [UInt8] {
    let head = """
      <!DOCTYPE html>
      <html lang="\(words.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <meta name="referrer" content="no-referrer">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Markup.escaped(title))</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <a class="skip" href="#main">\(Markup.escaped(words.skip))</a>
      <main id="main">

      """
    return Array((head + body + "</main>\n</body>\n</html>\n").utf8)
  }

  private static let style = """
    body{font:16px/1.5 system-ui,"Noto Sans CJK TC","Microsoft JhengHei",sans-serif;margin:0 auto;max-width:72rem;padding:1rem;\
    color:#1a1a1a;background:#fff}
    h1,h2{line-height:1.2}h2{margin-top:2rem;border-bottom:2px solid #1f4e79}a{color:#0b4f8a}
    table{border-collapse:collapse;font-size:.9rem}caption{text-align:left;font-weight:600;padding:.25rem 0}
    th,td{border:1px solid #b5b5b5;padding:.2rem .5rem;text-align:left;vertical-align:top}thead th{background:#e8eef5}
    .n{text-align:right;font-variant-numeric:tabular-nums}.wide{overflow-x:auto}figure{margin:1rem 0}svg{max-width:100%;height:auto}
    .error,.bad{background:#fbe3e0}.warning,.soon{background:#fff3d1}.fixed,.good{background:#e0f2e3}.wait{background:#f1f1f1}
    .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:0;background:#fff;padding:.5rem}
    @media print{body{max-width:none;font-size:11px}.skip{display:none}h2,figure,tr{break-inside:avoid}}
    """
}

/// Shapes on a plane, in units that a page scales.
struct SVG {
  let width: Int
  var height: Int
  var shapes = ""

  init(width: Int = 720, rows: Int) {
    self.width = width
    height = rows * Self.rowHeight + 8
  }

  static let rowHeight = 26
  static let labelWidth = 190.0
  static let valueWidth = 150.0

  mutating func text(_ x: Double, row: Int, _ text: String, anchor: String = "start") {
    let y = row * Self.rowHeight + 20
    let short = text.count > 24 && anchor == "end" ? text.prefix(23) + "…" : text[...]
    shapes +=
      "<text x=\"\(Self.number(x))\" y=\"\(y)\" font-size=\"13\" text-anchor=\"\(anchor)\" fill=\"#1a1a1a\">"
      + "\(Markup.escaped(String(short)))</text>\n"
  }

  mutating func bar(_ x: Double, row: Int, width: Double, color: String, inset: Int = 5) {
    shapes +=
      "<rect x=\"\(Self.number(x))\" y=\"\(row * Self.rowHeight + inset)\" width=\"\(Self.number(max(0, width)))\" "
      + "height=\"\(Self.rowHeight - 2 * inset + 4)\" fill=\"\(color)\"/>\n"
  }

  mutating func line(_ x: Double, row: Int, color: String, thickness: Int, dashed: Bool = false) {
    let y = row * Self.rowHeight + 2
    shapes +=
      "<line x1=\"\(Self.number(x))\" x2=\"\(Self.number(x))\" y1=\"\(y)\" y2=\"\(y + Self.rowHeight - 2)\" "
      + "stroke=\"\(color)\" stroke-width=\"\(thickness)\"\(dashed ? " stroke-dasharray=\"4 2\"" : "")/>\n"
  }

  /// A line through shares of 0 to 1 at equal distances, broken where there is none; its end is a dot.
  mutating func spark(_ values: [Double?], row: Int, color: String) {
    let (top, height) = (Double(row * Self.rowHeight + 5), Double(Self.rowHeight - 8))
    func point(_ index: Int, _ value: Double) -> (x: String, y: String) {
      let x = Self.labelWidth + span * Double(index) / Double(max(1, values.count - 1))
      return (Self.number(x), Self.number(top + height * (1 - min(max(value, 0), 1))))
    }
    let base = Self.number(top + height)
    shapes +=
      "<line x1=\"\(Self.number(Self.labelWidth))\" x2=\"\(Self.number(Self.labelWidth + span))\" y1=\"\(base)\" "
      + "y2=\"\(base)\" stroke=\"#b5b5b5\"/>\n"
    var line: [String] = []
    func finish(_ line: [String]) -> String {
      line.count < 2
        ? ""
        : "<polyline points=\"\(line.joined(separator: " "))\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"2\"/>\n"
    }
    for (index, value) in values.enumerated() {
      guard let value else {
        shapes += finish(line)
        line = []
        continue
      }
      let place = point(index, value)
      line.append("\(place.x),\(place.y)")
      let isLonely = line.count == 1 && (index + 1 == values.count || values[index + 1] == nil)
      if isLonely || index == values.count - 1 {
        shapes += "<circle cx=\"\(place.x)\" cy=\"\(place.y)\" r=\"3\" fill=\"\(color)\"/>\n"
      }
    }
    shapes += finish(line)
  }

  /// Room for bars, in units.
  var span: Double { Double(width) - Self.labelWidth - Self.valueWidth }

  /// One decimal: a finer place nobody sees.
  private static func number(_ value: Double) -> String {
    guard let tenths = Int(exactly: (value * 10).rounded()) else { return "0" }
    let sign = tenths < 0 ? "-" : ""
    return abs(tenths) % 10 == 0 ? "\(sign)\(abs(tenths) / 10)" : "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
