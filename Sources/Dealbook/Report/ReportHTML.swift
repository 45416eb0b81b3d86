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
      <title>\(PageLook.escaped(first?.title ?? ""))</title>
      <style>\(style)\(pages.allSatisfy(\.isPortrait) ? portrait : "")</style>
      </head>
      <body>
      <main>
      \(body)</main>
      </body>
      </html>

      """
  }

  private func article(isAlone: Bool) -> String {
    var text = "<article>\n<header><h1>\(PageLook.escaped(title))</h1>\n"
    text +=
      "<p class=\"quiet\">\([subtitle, file].filter { !$0.isEmpty }.map(PageLook.shown).joined(separator: " · "))</p></header>\n"
    if !figures.isEmpty {
      text += "<dl class=\"cards\">\n"
      for figure in figures where !figure.isDetail {
        text += "<div\(figure.isBad ? " class=\"bad\"" : "")><dt>\(PageLook.escaped(figure.title))</dt>"
        text += "<dd><b>\(PageLook.shown(numbers.text(figure.value, figure.kind)))</b>"
        text += figure.note.isEmpty ? "</dd></div>\n" : "<small>\(PageLook.shown(figure.note))</small></dd></div>\n"
      }
      text += "</dl>\n"
    }
    text += Self.tiles(sections, numbers)
    for note in notes { text += "<p class=\"quiet\">\(PageLook.shown(note))</p>\n" }
    return text + "</article>\n"
  }

  private static let portrait =
    "@media print{.tiles{grid-template-columns:1fr 1fr;gap:.6rem 1.2rem}@page{size:A4 portrait;margin:10mm}}"

  private static let style =
    PageLook.base + PageLook.bars + PageLook.tables + """
      *{box-sizing:border-box}body{font:15px/1.5 system-ui,"Noto Sans CJK TC","Microsoft JhengHei","Microsoft YaHei",sans-serif;\
      margin:0;color:var(--ink);background:var(--paper)}main{max-width:80rem;margin:0 auto;padding:1rem}\
      h1{margin:0;color:var(--navy);font-size:1.6rem}.quiet{color:var(--quiet);margin:.1rem 0 .6rem;font-size:.85rem;overflow-wrap:anywhere}\
      .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:.6rem;margin:0 0 1rem}\
      .cards div{background:var(--wash);border-left:4px solid var(--navy);padding:.4rem .6rem}.cards .bad{border-color:var(--orange)}dt{font-size:.8rem}dd{margin:0}\
      dd b{display:block;font-size:1.35rem}small{color:var(--quiet)}\
      @media print{html{font-size:11px}body{font-size:.95rem}main{max-width:none;padding:0}\
      .cards{grid-template-columns:none;grid-auto-flow:column;grid-auto-columns:1fr}@page{size:A4 landscape;margin:10mm}}
      """
}
