// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension ReportPage {
  /// The reports of a page, side by side where they are narrow enough: the same on the page of a report and on those of a night.
  package static func tiles(_ sections: [Section], _ numbers: ReportNumbers) -> String {
    sections.isEmpty ? "" : "<div class=\"tiles\">\n\(sections.map { $0.html(numbers) }.joined())</div>\n"
  }
}

extension ReportPage.Section {
  func html(_ numbers: ReportNumbers) -> String {
    let setting = TableSetting(self, numbers)
    var text = "<section\(setting.spansPage ? " class=\"whole\"" : "")>"
    text += "<h2>\(PageLook.shown(message.isEmpty ? title : message))</h2>\n"
    let label = PageLook.escaped([id, title].filter { !$0.isEmpty }.joined(separator: " "))
    let about = (message.isEmpty ? [] : [label]) + (note.isEmpty ? [] : [PageLook.shown(note)])
    if !about.isEmpty { text += "<p class=\"quiet\">\(about.joined(separator: " · "))</p>\n" }
    guard !rows.isEmpty else { return text + "</section>\n" }
    text += "<div class=\"wide\" role=\"region\" aria-label=\"\(label)\" tabindex=\"0\">"
    text += "<table\(setting.tableClass)><caption>\(label)</caption><thead><tr>"
    let titles = columns.map { PageLook.escaped($0.title) }
    let classes = setting.classes.map { $0.isEmpty ? "" : " class=\"\($0)\"" }
    for (place, title) in titles.enumerated() { text += "<th scope=\"col\"\(classes[place])>\(title)</th>" }
    if bar != nil { text += "<td></td>" }
    text += "</tr></thead>\n<tbody>\n"
    for row in rows {
      text += "<tr>"
      for (place, value) in row.enumerated() {
        let shown = PageLook.shown(numbers.text(value, columns[place].kind))
        if place == 0 {
          text += "<th scope=\"row\"\(classes[place])>\(shown)</th>"
        } else {
          // On a telephone each cell is a line, which its column's title begins.
          let name = setting.stacks && !shown.isEmpty ? " data-l=\"\(titles[place])\"" : ""
          let form = [setting.classes[place], mark(row[place]) ?? ""].filter { !$0.isEmpty }
          text += "<td\(form.isEmpty ? "" : " class=\"\(form.joined(separator: " "))\"")\(name)>\(shown)</td>"
        }
      }
      if let picture = picture(of: row) { text += "<td class=\"bar\">\(picture)</td>" }
      text += "</tr>\n"
    }
    return text + "</tbody></table></div></section>\n"
  }
}
