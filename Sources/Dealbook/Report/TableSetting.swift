// SPDX-License-Identifier: Apache-2.0

/// How a page sets a table: the class of each column, and whether the table needs more room than a tile or a telephone has.
struct TableSetting {
  /// Figures stand below each other, days and short words stay on one line, marks are centred, and long texts wrap.
  private enum Form: String {
    case figure = "n"
    case oneLine = "d"
    case mark = "m"
    case wrapped = "w"
  }

  /// What fits next to two other tiles on a screen, in letters of the table's type. A telephone is about as wide.
  private static let tile = 56.0
  /// The space between two columns, and a bar.
  private static let gap = 2.0
  private static let bar = 13.0
  /// A text of at most so many letters is not wrapped; a longer one needs at least so much room.
  private static let shortText = 12.0
  private static let longText = 16.0
  private static let manyColumns = 10

  /// The class of each column; empty for none.
  let classes: [String]
  /// Whether its table is as wide as the page, instead of a tile among others.
  let spansPage: Bool
  /// Whether on a telephone its rows are cards, with a line for each cell.
  var stacks: Bool { spansPage }
  private let isDense: Bool

  init(_ section: ReportPage.Section, _ numbers: ReportNumbers) {
    var width = section.bar == nil ? 0 : Self.bar
    var forms: [Form] = []
    for (place, column) in section.columns.enumerated() {
      let longest = section.rows.lazy.map { TextWidth.units(numbers.text($0[place], column.kind)) }.max() ?? 0
      let form: Form =
        switch column.kind {
        case .money, .number, .percent: .figure
        case .date: .oneLine
        case .text: longest <= 2 ? .mark : longest <= Self.shortText ? .oneLine : .wrapped
        }
      forms.append(form)
      // A title breaks between its words only.
      let word = column.title.split(separator: " ").map { TextWidth.units(String($0)) }.max() ?? 0
      width += max(word, form == .wrapped ? min(longest, Self.longText) : longest) + Self.gap
    }
    classes = forms.map(\.rawValue)
    spansPage = width > Self.tile
    isDense = section.columns.count > Self.manyColumns
  }

  var tableClass: String {
    let names = [stacks ? "stack" : "", isDense ? "dense" : ""].filter { !$0.isEmpty }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }
}
