// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// On which of several tabs that are read as one sheet a row belongs, where the tabs divide it by what one of its columns says: by owner,
/// region or month.
struct TabChoice {
  /// The columns by which the tabs divide the rows.
  private(set) var keys: Set<String> = []
  private let titles: [String]
  /// By key, the tabs on which a value occurs.
  private var places: [String: [String: Set<Int>]] = [:]
  private let isByTitle: Bool

  /// - Parameter keys: the columns that a row of an export may have, except that of the IDs.
  init(_ sheet: LocatedSheet, keys candidates: [String]) {
    titles = sheet.tabTitles
    let tabs = (0..<sheet.rows.count).map { sheet.place(ofRow: sheet.rows.range.lowerBound + $0).part }
    var named: Set<String> = []
    var told: Set<String> = []
    for key in candidates {
      guard let column = sheet.column(key), !column.definition.type.isNumeric else { continue }
      var (onTabs, own, all): ([String: Set<Int>], [Int: Int], [Int: Int]) = ([:], [:], [:])
      for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
        guard let text = column.values[offset].text, !StraySpace.isBlank(text) else { continue }
        let tab = tabs[offset]
        onTabs[TextFolding.name(text), default: []].insert(tab)
        all[tab, default: 0] += 1
        if Self.names(titles[tab], text) { own[tab, default: 0] += 1 }
      }
      guard all.count == titles.count else { continue }
      places[key] = onTabs
      if all.allSatisfy({ (own[$0.key] ?? 0) * 2 > $0.value }) { named.insert(key) }
      // One value on each tab, and not by chance, as where each has a single row.
      if onTabs.count == titles.count, onTabs.values.allSatisfy({ $0.count == 1 }),
        all.values.reduce(0, +) >= 2 * titles.count
      {
        told.insert(key)
      }
    }
    isByTitle = !named.isEmpty
    keys = isByTitle ? named : told
  }

  /// The tab of a row, 0 for the first one; nil if it is unclear.
  ///
  /// - Parameter text: what the row says in a column.
  func tab(_ text: (String) -> String) -> Int? {
    var found: Set<Int?> = []
    for key in keys { found.insert(tab(of: text(key), in: key)) }
    return found.count == 1 ? found.first.flatMap { $0 } : nil
  }

  func tab(of text: String, in key: String) -> Int? {
    guard !StraySpace.isBlank(text) else { return nil }
    let named = titles.indices.filter { Self.names(titles[$0], text) }
    if isByTitle { return named.count == 1 ? named[0] : nil }
    let places = places[key]?[TextFolding.name(text)] ?? []
    return places.count == 1 ? places.first : nil
  }

  /// Whether a title names what a cell says: `Anna` and `Deals Anna Becker` name Anna Becker, 北區 names 北區業務部.
  private static func names(_ title: String, _ text: String) -> Bool {
    let (one, two) = (words(title), words(text))
    if !one.isEmpty, !two.isEmpty, one.isSubset(of: two) || two.isSubset(of: one) { return true }
    let (a, b) = (TextFolding.name(title), TextFolding.name(text))
    // Names are not divided into words in Chinese.
    guard a.utf8.count >= 6, b.utf8.count >= 6, !a.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    return a.contains(b) || b.contains(a)
  }

  private static func words(_ text: String) -> Set<String> {
    Set(TextFolding.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
