// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The IDs of each sheet, for checking references to them. IDs are trimmed and compared without regard to case.
struct ReferenceIndex {
  private var ids: [ColumnReference: Set<String>] = [:]
  private let wide: [ColumnReference: [String: Set<String>]]
  /// By column.
  private(set) var strangers: [ColumnID: Strangers] = [:]

  init(_ team: BoundWorkbook) {
    wide = Self.widths(team)
    var wanted: Set<ColumnReference> = []
    for sheet in team.playbook.sheets {
      for column in sheet.columns {
        if case .reference(let target) = column.allowed { wanted.insert(target) }
      }
    }
    wanted.formUnion(team.references.columns(team.playbook))
    for target in wanted {
      guard let sheet = team.sheet(target.sheet), let column = sheet.column(target.column) else { continue }
      var set: Set<String> = []
      for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
        let id = column.values[offset]
        if !id.isEmpty { set.insert(Self.key(id.shownText)) }
      }
      ids[target] = set
    }
    for sheet in team.sheets {
      for column in sheet.columns {
        strangers[ColumnID(sheet: sheet.prefix, key: column.key)] = strangers(column, of: sheet, team)
      }
    }
  }

  /// The entries of a column that are not found on the sheet to which it refers, as one finding tells them.
  struct Strangers {
    /// How often each occurs.
    var counts: [String: Int] = [:]
    /// The filled cells of the column.
    var filled = 0
  }

  /// A column with more distinct entries that are not found has one finding about them, on a sheet that is the team's own.
  private static let mostSingle = 5

  /// Nil for a column each of whose strange entries has a finding of its own.
  private func strangers(_ column: LocatedColumn, of sheet: LocatedSheet, _ team: BoundWorkbook) -> Strangers? {
    let isLost = team.references.lost[ColumnID(sheet: sheet.prefix, key: column.key)] != nil
    guard isLost || !(team.playbook.isBuiltIn && sheet.confidence == 1) else { return nil }
    var target: ColumnReference?
    if case .reference(let stated) = column.definition.allowed { target = stated }
    guard isLost || target.map({ ids[$0] != nil }) == true else { return nil }
    var texts: [String: Int] = [:]
    var found = Strangers()
    for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
      let value = column.values[offset]
      if value.isEmpty { continue }
      texts[value.shownText, default: 0] += 1
      found.filled += 1
    }
    for (text, count) in texts where target.map({ contains(text, in: $0) }) != true {
      found.counts[StraySpace.trimmed(text), default: 0] += count
    }
    return !found.counts.isEmpty && (isLost || found.counts.count > Self.mostSingle) ? found : nil
  }

  // MARK: Full-width IDs

  /// The forms in which each ID of a column is written, by the one without full-width characters; only of columns with such an ID.
  private static func widths(_ team: BoundWorkbook) -> [ColumnReference: [String: Set<String>]] {
    var widths: [ColumnReference: [String: Set<String>]] = [:]
    for sheet in team.sheets {
      for column in sheet.columns where !column.definition.isComputed {
        guard case .pattern = column.definition.allowed else { continue }
        var isSeen = [Bool](repeating: false, count: column.values.textCount)
        var forms: [String: Set<String>] = [:]
        var isWide = false
        for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
          guard let number = column.values.textNumber(at: offset), !isSeen[number],
            let text = column.values[offset].text
          else { continue }
          isSeen[number] = true
          let narrow = UsualSpelling.narrow(text)
          if narrow != nil { isWide = true }
          forms[key(narrow ?? text), default: []].insert(key(text))
        }
        if isWide { widths[ColumnReference(sheet: sheet.prefix, column: column.key)] = forms }
      }
    }
    return widths
  }

  /// Whether an ID of the column, written without full-width characters, is that of one row alone.
  func isOnlyForm(of narrow: String, in column: ColumnReference) -> Bool {
    (wide[column]?[Self.key(narrow)]?.count ?? 0) < 2
  }

  /// Whether the column has the ID in another width, so that the ID and not the reference is to be corrected.
  func isWide(_ id: String, in target: ColumnReference) -> Bool { wide[target]?[Self.key(id)] != nil }

  /// Whether a reference with full-width characters clearly means the row whose ID is the same without them; nil if it is no such
  /// reference.
  func narrowing(_ id: String, to narrow: String, in target: ColumnReference) -> Bool? {
    guard target.sheet != "pe", let isExact = contains(id, in: target), let isFound = contains(narrow, in: target)
    else { return nil }
    let forms = wide[target]?[Self.key(narrow)] ?? []
    if isExact && isFound || !isFound && forms.isEmpty { return nil }
    return forms.count < 2
  }

  /// Nil if the target sheet or column does not exist, so that nothing can be said.
  func contains(_ id: String, in target: ColumnReference) -> Bool? {
    ids[target].map { $0.contains(Self.key(id)) }
  }

  static func key(_ id: String) -> String { StraySpace.trimmed(id).lowercased() }
}
