// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension ReportPage {
  /// A self-contained page without scripts or external resources, legible on a phone, in print and in dark mode.
  public func html() -> String { Self.html([self]) }

  /// One page for several workbooks, one below the other.
  public static func html(_ pages: [ReportPage]) -> String {
    let first = pages.first
    let body = pages.map { $0.article(isAlone: pages.count == 1) }.joined()
    return """
      <!DOCTYPE html>
      <html lang="\(first?.language ?? "en")">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <meta name="referrer" content="no-referrer">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(first?.title ?? ""))</title>
      <style>\(style)</style>
      </head>
      <body>
      <main>
      \(body)</main>
      </body>
      </html>

      """
  }

  private func article(isAlone: Bool) -> String {
    var text = "<article>\n<header><h1>\(Self.escaped(title))</h1>\n"
    text +=
      "<p class=\"quiet\">\([subtitle, file].filter { !$0.isEmpty }.map(Self.shown).joined(separator: " · "))</p></header>\n"
    if !figures.isEmpty {
      text += "<dl class=\"cards\">\n"
      for figure in figures where !figure.isDetail {
        text += "<div\(figure.isBad ? " class=\"bad\"" : "")><dt>\(Self.escaped(figure.title))</dt>"
        text += "<dd><b>\(Self.shown(numbers.text(figure.value, figure.kind)))</b>"
        text += figure.note.isEmpty ? "</dd></div>\n" : "<small>\(Self.shown(figure.note))</small></dd></div>\n"
      }
      text += "</dl>\n"
    }
    text += "<div class=\"tiles\">\n"
    for section in sections { text += html(of: section) }
    text += "</div>\n"
    for note in notes { text += "<p class=\"quiet\">\(Self.shown(note))</p>\n" }
    return text + "</article>\n"
  }

  private func html(of section: Section) -> String {
    let setting = TableSetting(section, numbers)
    var text = "<section\(setting.spansPage ? " class=\"whole\"" : "")>"
    text += "<h2>\(Self.shown(section.message.isEmpty ? section.title : section.message))</h2>\n"
    let label = [section.id, section.title].filter { !$0.isEmpty }.joined(separator: " ")
    if !section.message.isEmpty { text += "<p class=\"quiet\">\(Self.escaped(label))</p>\n" }
    guard !section.rows.isEmpty else { return text + "</section>\n" }
    text += "<div class=\"wide\" role=\"region\" aria-label=\"\(Self.escaped(label))\" tabindex=\"0\">"
    text += "<table\(setting.tableClass)><thead><tr>"
    let titles = section.columns.map { Self.escaped($0.title) }
    let classes = setting.classes.map { $0.isEmpty ? "" : " class=\"\($0)\"" }
    for (place, title) in titles.enumerated() { text += "<th scope=\"col\"\(classes[place])>\(title)</th>" }
    if section.bar != nil { text += "<td></td>" }
    text += "</tr></thead>\n<tbody>\n"
    for row in section.rows {
      text += "<tr>"
      for (place, value) in row.enumerated() {
        let shown = Self.shown(numbers.text(value, section.columns[place].kind))
        if place == 0 {
          text += "<th scope=\"row\"\(classes[place])>\(shown)</th>"
        } else {
          // On a telephone each cell is a line, which its column's title begins.
          let name = setting.stacks && !shown.isEmpty ? " data-l=\"\(titles[place])\"" : ""
          let form = [setting.classes[place], section.mark(row[place]) ?? ""].filter { !$0.isEmpty }
          text += "<td\(form.isEmpty ? "" : " class=\"\(form.joined(separator: " "))\"")\(name)>\(shown)</td>"
        }
      }
      if let picture = section.picture(of: row) { text += "<td class=\"bar\">\(picture)</td>" }
      text += "</tr>\n"
    }
    return text + "</tbody></table></div></section>\n"
  }

  /// Escaped, with days kept on one line.
  private static func shown(_ text: String) -> String { PageLook.keepingWhole(escaped(text)) }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }

  private static let style =
    PageLook.base + PageLook.bars + """
      *{box-sizing:border-box}body{font:15px/1.5 system-ui,"Noto Sans CJK TC","Microsoft JhengHei","Microsoft YaHei",sans-serif;\
      margin:0;color:var(--ink);background:var(--paper)}main{max-width:80rem;margin:0 auto;padding:1rem}\
      h1{margin:0;color:var(--navy);font-size:1.6rem}h2{font-size:1.05rem;margin:0;border-top:1px solid var(--rule);padding-top:.4rem}\
      .quiet{color:var(--quiet);margin:.1rem 0 .6rem;font-size:.85rem;overflow-wrap:anywhere}\
      .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:.6rem;margin:0 0 1rem}\
      .cards div{background:var(--wash);border-left:4px solid var(--navy);padding:.4rem .6rem}.cards .bad{border-color:var(--orange)}dt{font-size:.8rem}dd{margin:0}\
      dd b{display:block;font-size:1.35rem}small{color:var(--quiet)}\
      .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));grid-auto-flow:dense;gap:1.2rem}\
      section{min-width:0}.whole{grid-column:1/-1}\
      .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.85rem}th,td{padding:.15rem .4rem;text-align:left;\
      border-bottom:1px solid var(--rule);font-weight:400;vertical-align:top}thead th{color:var(--quiet);word-break:keep-all}\
      .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.whole .n{padding-right:1rem}.d{white-space:nowrap}thead .n,thead .d{white-space:normal}.m{text-align:center}.w{min-width:7em}\
      .bar{width:30%;min-width:5rem}.dense th,.dense td{padding:.15rem}.dense .bar{width:15%}\
      svg{display:block;width:100%;height:.8rem;margin-top:.25rem}td.g,td.h,td.x{text-align:center}.g{background:var(--navy);color:var(--paper)}.h{background:var(--pale)}.x{background:var(--orange);color:var(--paper)}\
      @media screen and (max-width:40rem){.bar{min-width:2.5rem}.stack thead{position:absolute;left:-99rem}\
      .stack,.stack tbody,.stack tr,.stack th[scope=row],.stack td{display:block}.stack tr{border-bottom:1px solid var(--rule);padding:.4rem 0}\
      .stack th[scope=row]{border:0;font-weight:600;text-align:left;padding:.1rem 0}\
      .stack td{border:0;display:flow-root;text-align:right;padding:.1rem 0;min-width:0}.stack td:empty{display:none}\
      .stack td::before{content:attr(data-l);color:var(--quiet);float:left;margin-right:1rem}\
      .stack td.m{display:inline-block;margin-right:1rem}.stack td.m::before{margin-right:.3rem}.stack td.bar{width:auto}}\
      @media print{body{font-size:10px}main{max-width:none;padding:0}tr{break-inside:avoid}h2{break-after:avoid}.wide{overflow:visible}\
      .cards{grid-template-columns:none;grid-auto-flow:column;grid-auto-columns:1fr}\
      .tiles{grid-template-columns:1fr 1fr}@page{size:A4 landscape;margin:10mm}}
      """
}
