// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension ReportPage {
  /// The page for a terminal, with bars.
  ///
  /// - Parameter width: the number of letters in a line, of which a Chinese character takes two; nil for as many as needed. Bars become
  ///   shorter first, then texts wrap, and what still has no room stands below its row.
  public func text(width: Int? = nil) -> String {
    func wrapped(_ text: String) -> [String] {
      width.map { TextWidth.wrapped(text, in: Double($0), indent: 2) } ?? [text]
    }
    var lines = [title, subtitle, file].filter { !$0.isEmpty }.flatMap(wrapped)
    if !figures.isEmpty {
      lines.append("")
      let titles = figures.map { TextWidth.units($0.title) }.max() ?? 0
      for figure in figures where !figure.isDetail {
        let value = numbers.text(figure.value, figure.kind)
        lines += wrapped("  \(padded(figure.title, titles))  \(padded(value, 12))  \(figure.note)".trimmedEnd)
      }
    }
    for section in sections {
      let head = section.id.isEmpty ? section.title : "\(section.id)  \(section.title)"
      lines += [""] + wrapped(section.message.isEmpty ? head : "\(head) — \(section.message)")
      lines += TextTable(section, numbers, width: width).lines
    }
    if !notes.isEmpty { lines += [""] + notes.flatMap(wrapped) }
    return lines.map { $0 + "\n" }.joined()
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

extension String {
  var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
