// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Which sheets of two workbooks correspond: data sheets by kind, others by name, renamed ones by content.
struct SheetPairs {
  struct Pair {
    var old: RecordSheet?
    var new: RecordSheet?
  }

  /// In the order of the new workbook, followed by sheets that only the old one has.
  private(set) var pairs: [Pair] = []

  init(_ old: RecordBook, _ new: RecordBook) throws(SpreadsheetError) {
    var rest = old.sheets
    var unpaired: [RecordSheet] = []
    func take(_ isIt: (RecordSheet) -> Bool) -> RecordSheet? {
      rest.firstIndex(where: isIt).map { rest.remove(at: $0) }
    }
    var found: [Int: Pair] = [:]
    for (place, sheet) in new.sheets.enumerated() {
      let match: RecordSheet? =
        switch sheet.kind {
        case .around: take { $0.kind == sheet.kind && $0.tabs[0].number == sheet.tabs[0].number }
        case .data, .settings, .list: take { $0.kind == sheet.kind }
        case .plain: take { $0.kind == .plain && $0.title.lowercased() == sheet.title.lowercased() }
        }
      if let match { found[place] = Pair(old: match, new: sheet) } else { unpaired.append(sheet) }
    }
    // A sheet that was recognized in only one workbook is compared by its cells.
    for (place, sheet) in new.sheets.enumerated() where found[place] == nil {
      guard let other = rest.first(where: { $0.title.lowercased() == sheet.title.lowercased() }) else { continue }
      let index = other.sheetIndex
      rest.removeAll { $0.sheetIndex == index }
      let isFirst = !found.values.contains { $0.new?.sheetIndex == sheet.sheetIndex }
      guard isFirst else { continue }
      found[place] = Pair(old: try old.plain(at: index), new: try new.plain(at: sheet.sheetIndex))
    }
    // Renamed sheets.
    for (place, sheet) in new.sheets.enumerated() where found[place] == nil && sheet.kind == .plain {
      let alike = rest.filter { $0.kind == .plain }.map { ($0, Self.likeness($0, sheet)) }.max { $0.1 < $1.1 }
      guard let (match, share) = alike, share >= 0.5 else { continue }
      rest.removeAll { $0.sheetIndex == match.sheetIndex }
      found[place] = Pair(old: match, new: sheet)
    }
    let paired = Set(found.values.compactMap { $0.new?.sheetIndex })
    for (place, sheet) in new.sheets.enumerated() {
      if let pair = found[place] {
        pairs.append(pair)
      } else if !paired.contains(sheet.sheetIndex) || sheet.kind != .plain {
        pairs.append(Pair(old: nil, new: sheet))
      }
    }
    pairs += rest.map { Pair(old: $0, new: nil) }
    pairs = pairs.filter { !(($0.old?.isEmptyAround ?? true) && ($0.new?.isEmptyAround ?? true)) }
  }

  /// The share of rows that both have, 0 … 1.
  static func likeness(_ a: RecordSheet, _ b: RecordSheet) -> Double {
    guard !a.rows.isEmpty, !b.rows.isEmpty else { return 0 }
    let columns = ColumnPairs(a, b)
    let own = Set(a.rows.indices.map { columns.hash(ofOld: $0) })
    let shared = b.rows.indices.count { own.contains(columns.hash(ofNew: $0)) }
    return Double(shared) / Double(max(a.rows.count, b.rows.count))
  }
}

extension RecordSheet {
  fileprivate var isEmptyAround: Bool {
    if case .around = kind { return rows.isEmpty }
    return false
  }
}
