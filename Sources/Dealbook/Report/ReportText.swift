// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension ReportPage {
  private static let barWidth = 24

  /// The page for a terminal, with bars.
  public func text() -> String {
    var lines = [title, subtitle, file].filter { !$0.isEmpty }
    if !figures.isEmpty {
      lines.append("")
      let width = figures.map { TextWidth.units($0.title) }.max() ?? 0
      for figure in figures where !figure.isDetail {
        let value = numbers.text(figure.value, figure.kind)
        lines.append("  \(padded(figure.title, width))  \(padded(value, 12))  \(figure.note)".trimmedEnd)
      }
    }
    for section in sections { lines += [""] + text(of: section) }
    if !notes.isEmpty { lines += [""] + notes }
    return lines.map { $0 + "\n" }.joined()
  }

  private func text(of section: Section) -> [String] {
    let head = section.id.isEmpty ? section.title : "\(section.id)  \(section.title)"
    var lines = [section.message.isEmpty ? head : "\(head) — \(section.message)"]
    let cells = section.rows.map { row in
      zip(row, section.columns).map { numbers.text($0, $1.kind) }
    }
    let widths = section.columns.indices.map { place in
      ([section.columns[place].title] + cells.map { $0[place] }).map(TextWidth.units).max() ?? 0
    }
    func line(_ texts: [String]) -> String {
      texts.enumerated().map { place, text in
        padded(text, widths[place], isNumber: ![.text, .date].contains(section.columns[place].kind))
      }.joined(separator: "  ")
    }
    guard !cells.isEmpty else { return lines }
    lines.append("  " + line(section.columns.map(\.title)).trimmedEnd)
    let scale = section.scale
    for (row, texts) in zip(section.rows, cells) {
      var text = "  " + line(texts)
      if let bar = section.bar, let value = row[bar].number, scale > 0 { text += "  " + Self.bar(value / scale) }
      lines.append(text.trimmedEnd)
    }
    return lines
  }

  private static func bar(_ share: Double) -> String {
    let filled = min(barWidth, max(0, Int((share.magnitude * Double(barWidth)).rounded())))
    return String(repeating: share < 0 ? "▒" : "█", count: filled)
      + String(repeating: "░", count: barWidth - filled)
  }

  private func padded(_ text: String, _ width: Double, isNumber: Bool = false) -> String {
    let room = String(repeating: " ", count: max(0, Int(width - TextWidth.units(text))))
    return isNumber ? room + text : text + room
  }

  // MARK: Markdown

  public func markdown() -> String {
    var lines = ["# \(Self.plain(title))", "", Self.plain(subtitle), ""]
    if !figures.isEmpty {
      for figure in figures where !figure.isDetail {
        let note = figure.note.isEmpty ? "" : " (\(Self.plain(figure.note)))"
        lines.append("- \(Self.plain(figure.title)): **\(Self.plain(numbers.text(figure.value, figure.kind)))**\(note)")
      }
      lines.append("")
    }
    for section in sections {
      lines += ["## \(Self.plain([section.id, section.title].filter { !$0.isEmpty }.joined(separator: " ")))", ""]
      if !section.message.isEmpty { lines += [Self.plain(section.message), ""] }
      guard !section.rows.isEmpty else { continue }
      lines.append("| " + section.columns.map { Self.plain($0.title) }.joined(separator: " | ") + " |")
      lines.append("|" + section.columns.map { $0.kind == .text ? " --- |" : " ---: |" }.joined())
      for row in section.rows {
        let cells = zip(row, section.columns).map { Self.plain(numbers.text($0, $1.kind)) }
        lines.append("| " + cells.joined(separator: " | ") + " |")
      }
      lines.append("")
    }
    lines += notes.map(Self.plain)
    return lines.map { $0 + "\n" }.joined()
  }

  /// The text of a cell with all markup characters escaped.
  private static func plain(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_{}[]<>#|~!".contains(character) { result.append("\\") }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }
}

extension ReportPage.Section {
  /// The value of a full bar: the whole if the column is a share, otherwise the largest figure.
  var scale: Double {
    guard let bar else { return 0 }
    let most = rows.compactMap { $0[bar].number?.magnitude }.max() ?? 0
    return columns[bar].kind == .percent ? max(1, most) : most
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
