// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// A tab that holds rows of a ``RecordSheet``.
struct RecordTab: Sendable {
  /// Identifies the tab in all workbooks that are compared.
  var number: Int
  /// The index among the workbook's sheets.
  var sheetIndex: Int
  /// The name on the tab.
  var title: String
  /// The rows of its headers and of what explains them; nil if there are none.
  var header: ClosedRange<Int>?
  /// The rows that are hidden, if they were looked at.
  var hiddenRows: Set<Int>?

  var headerRow: Int? { header?.lowerBound }
}

extension RecordSheet {
  func tab(_ number: Int) -> RecordTab? { tabs.first { $0.number == number } }

  /// The tab of a row.
  func tab(ofRow row: Int) -> RecordTab { tab(rows[row].tab) ?? tabs[0] }

  /// The number of the row with the headers of a data sheet on a tab.
  func headerRow(ofTab number: Int) -> Int? { kind.isData ? tab(number)?.headerRow : nil }

  /// The same with other rows, or other numbers of tabs.
  func with(rows: [RecordRow]? = nil, tabs: [RecordTab]? = nil, columns: [RecordColumn]? = nil) -> RecordSheet {
    RecordSheet(
      kind: kind, sheetIndex: sheetIndex, title: title, columns: columns ?? self.columns, rows: rows ?? self.rows,
      tabs: tabs ?? self.tabs)
  }

  /// The row numbers on a tab.
  func numbers(onTab number: Int) -> [Int] { rows.compactMap { $0.tab == number ? $0.number : nil } }

  /// The same with its tabs numbered as given, in their order.
  fileprivate func renumbered(_ numbers: [Int]) -> RecordSheet {
    if zip(tabs, numbers).allSatisfy({ $0.number == $1 }) { return self }
    let new = Dictionary(zip(tabs.map(\.number), numbers), uniquingKeysWith: { first, _ in first })
    return with(
      rows: rows.map { $0.on(tab: new[$0.tab] ?? $0.tab) },
      tabs: zip(tabs, numbers).map { tab, number in
        var tab = tab
        tab.number = number
        return tab
      })
  }
}

/// Numbers the tabs of several workbooks alike: those of the same name, and renamed ones that hold much the same rows.
struct TabNumbers {
  private struct Known {
    var number: Int
    var title: String
    var keys: Set<String>
  }

  private var known: [Known]

  /// - Parameter first: the sheet whose tabs come first.
  init(_ first: RecordSheet?) {
    known = (first?.tabs ?? []).map { tab in
      Known(
        number: tab.number, title: tab.title.lowercased(), keys: Self.keys(first, tab.number))
    }
  }

  private static func keys(_ sheet: RecordSheet?, _ tab: Int) -> Set<String> {
    Set((sheet?.rows ?? []).lazy.filter { $0.tab == tab && !$0.key.isEmpty }.map(\.key))
  }

  /// The numbers of a sheet's tabs; new ones are known from then on.
  mutating func numbers(of sheet: RecordSheet) -> [Int] {
    // A sheet that is on one tab everywhere is the same, whatever it is called.
    if sheet.tabs.count == 1, known.count == 1 { return known.map(\.number) }
    var numbers = [Int?](repeating: nil, count: sheet.tabs.count)
    for (place, tab) in sheet.tabs.enumerated() {
      numbers[place] = known.first { $0.title == tab.title.lowercased() }?.number
    }
    for (place, tab) in sheet.tabs.enumerated() where numbers[place] == nil {
      let own = Self.keys(sheet, tab.number)
      let alike = known.filter { !numbers.contains($0.number) }.map { ($0.number, $0.keys.intersection(own).count) }
        .max { ($0.1, -$0.0) < ($1.1, -$1.0) }
      if let (number, count) = alike, count > 0, count * 2 >= own.count {
        numbers[place] = number
        continue
      }
      let number = (known.map(\.number).max() ?? -1) + 1
      known.append(Known(number: number, title: tab.title.lowercased(), keys: own))
      numbers[place] = number
    }
    return numbers.compactMap(\.self)
  }

  mutating func numbered(_ sheet: RecordSheet) -> RecordSheet { sheet.renumbered(numbers(of: sheet)) }
}
