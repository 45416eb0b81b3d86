// SPDX-License-Identifier: Apache-2.0

/// A table of a report in lines of text.
struct TextTable {
  private static let longBar = 24
  /// A shorter bar says nothing.
  private static let shortBar = 8
  /// What a text that wraps needs.
  private static let narrow = 12.0
  private static let indent = 2
  private static let gap = 2

  private let section: ReportPage.Section
  private let cells: [[String]]
  private let width: Int?
  /// The width of each column that has one.
  private var widths: [Double]
  /// The length of the bars; 0 for none.
  private var bar = 0

  init(_ section: ReportPage.Section, _ numbers: ReportNumbers, width: Int?) {
    self.section = section
    self.width = width
    cells = section.rows.map { row in zip(row, section.columns).map { numbers.text($0, $1.kind) } }
    widths = []
    widths = section.columns.indices.map { place in
      ([section.columns[place].title] + cells.map { $0[place] }).map(TextWidth.units).max() ?? 0
    }
    bar = section.bar == nil || section.scale <= 0 ? 0 : Self.longBar
    if let width { fit(Double(width)) }
  }

  // MARK: Fitting

  private var used: Double {
    Double(Self.indent) + widths.reduce(0, +) + Double(Self.gap * max(0, widths.count - 1))
      + (bar > 0 ? Double(Self.gap + bar) : 0)
  }

  private mutating func fit(_ width: Double) {
    if used > width, bar > 0 {
      bar = max(0, bar - Int((used - width).rounded(.up)))
      if bar < Self.shortBar { bar = 0 }
    }
    // The widest gives room first.
    let least = section.columns.indices.map(leastWidth)
    while used > width {
      let able = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = able.max(by: { widths[$0] < widths[$1] }) else { break }
      let next = able.map { widths[$0] }.filter { $0 < widths[widest] }.max() ?? 0
      widths[widest] = max(next, widths[widest] - (used - width), least[widest])
    }
    // Without room for a column, it and those after it follow below each row.
    while used > width, widths.count > 1 { widths.removeLast() }
  }

  /// The width below which a column does not get: a figure or a day stays whole, and so does each word of its title.
  private func leastWidth(_ place: Int) -> Double {
    if section.columns[place].kind == .text { return min(Self.narrow, widths[place]) }
    let figure = cells.map { TextWidth.units($0[place]) }.max() ?? 0
    let word = section.columns[place].title.split(separator: " ").map { TextWidth.units(String($0)) }.max() ?? 0
    return max(figure, word)
  }

  // MARK: Lines

  var lines: [String] {
    guard !cells.isEmpty else { return [] }
    var lines = lines(of: section.columns.map(\.title))
    let scale = section.scale
    for (row, texts) in zip(section.rows, cells) {
      var own = self.lines(of: texts)
      if let place = section.bar, bar > 0, let value = row[place].number {
        own[0] =
          padded(own[0], used - Double(Self.gap + bar)) + String(repeating: " ", count: Self.gap) + drawn(value / scale)
      }
      lines += own + rest(of: texts)
    }
    return lines
  }

  private func lines(of texts: [String]) -> [String] {
    let parts = zip(texts, widths).map { text, room in
      width == nil ? [text] : TextWidth.wrapped(text, in: room)
    }
    return (0..<max(1, parts.map(\.count).max() ?? 1)).map { line in
      let columns = parts.indices.map { place in
        padded(
          line < parts[place].count ? parts[place][line] : "", widths[place],
          isNumber: ![.text, .date].contains(section.columns[place].kind))
      }
      return
        (String(repeating: " ", count: Self.indent) + columns.joined(separator: String(repeating: " ", count: Self.gap)))
        .trimmedEnd
    }
  }

  /// The columns that have no room, by name.
  private func rest(of texts: [String]) -> [String] {
    guard let width, widths.count < texts.count else { return [] }
    let parts = (widths.count..<texts.count).filter { !texts[$0].isEmpty }.map { place in
      "\(section.columns[place].title) \(texts[place])"
    }
    guard !parts.isEmpty else { return [] }
    let indent = 2 * Self.indent
    let text = String(repeating: " ", count: indent) + parts.joined(separator: " · ")
    return TextWidth.wrapped(text, in: Double(width), indent: indent)
  }

  private func drawn(_ share: Double) -> String {
    let filled = min(bar, max(0, Int((share.magnitude * Double(bar)).rounded())))
    // More than the whole has no room.
    if share.magnitude > 1.005 { return String(repeating: share < 0 ? "▒" : "█", count: bar - 1) + "▸" }
    return String(repeating: share < 0 ? "▒" : "█", count: filled) + String(repeating: "░", count: bar - filled)
  }

  private func padded(_ text: String, _ width: Double, isNumber: Bool = false) -> String {
    let room = String(repeating: " ", count: max(0, Int(width - TextWidth.units(text))))
    return isNumber ? room + text : text + room
  }
}
