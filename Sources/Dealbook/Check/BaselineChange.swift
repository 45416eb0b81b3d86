// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
public import Playbook
import Spreadsheet

/// What a rule about changes since an earlier state asks of one cell: the one meaning that `check --against` and the night have.
public struct BaselineChange: Hashable, Sendable {
  /// The share of a number that may change without a word.
  public var ratio: Double?
  /// `down` or `up`: the way that is meant; nil for both.
  public var direction: String?

  public init(ratio: Double?, direction: String?) {
    self.ratio = ratio
    self.direction = direction
  }

  init(_ rule: RuleDefinition) {
    self.init(ratio: rule.parameters.number("ratio"), direction: rule.parameters.text("direction"))
  }

  /// What such a cell held.
  public struct State: Hashable, Sendable {
    /// As the team sees it.
    public var shown: String
    /// The number that is compared: for a label its place in the list; nil where there is none.
    public var number: Double?

    public init(shown: String, number: Double?) {
      self.shown = shown
      self.number = number
    }

    /// As a message says it: numbers with separators, however they are stored.
    fileprivate var told: String { number != nil && Double(shown) == number ? ThousandsGroups.text(shown) : shown }
  }

  /// What the message says of a change; nil for one that the rule does not mean.
  public func arguments(from old: State, to new: State) -> [String: String]? {
    // Entered for the first time is no change.
    if old.shown.isEmpty { return nil }
    var arguments = ["a": old.told, "b": new.told]
    if let ratio {
      guard let a = old.number, let b = new.number, a != 0 else { return nil }
      let change = (b - a) / abs(a)
      // At half a cent, and not one that binary fractions make of 20 %.
      guard abs(change) > ratio + 1e-9 else { return nil }
      arguments["p"] =
        (change > 0 ? "+" : "")
        + ShownValue.text(.number((change * 1000).rounded() / 1000), type: .percent, system: .year1900)
    }
    if let direction {
      guard let a = old.number, let b = new.number else { return nil }
      guard direction == "down" ? b < a : b > a else { return nil }
    }
    return arguments
  }

  /// Whether two states say the same: numbers but for their last bits, texts but for case and spaces.
  public static func isSame(_ a: State, _ b: State) -> Bool {
    if let x = a.number, let y = b.number { return abs(x - y) <= 1e-9 * max(1, abs(x), abs(y)) }
    return a.number == nil && b.number == nil
      && StraySpace.cleaned(a.shown).lowercased() == StraySpace.cleaned(b.shown).lowercased()
  }
}

/// The cells at which a rule about changes looks, as they are now: what a later run compares with.
public struct WatchedColumn: Sendable {
  public struct Row: Sendable {
    public let id: String
    public let row: Int
    public let cell: String
    public let state: BaselineChange.State
    /// What excuses a change, where the rule knows such a column.
    public let reason: String
  }

  public let rule: RuleDefinition
  public let change: BaselineChange
  public let prefix: String
  /// The title on the tab.
  public let sheet: String
  public let column: String
  public let rows: [Row]
}

extension Analysis {
  /// What rules about changes look at, of rows that have an id of their own.
  public var watchedColumns: [WatchedColumn] {
    guard team.standing == .team else { return [] }
    let readers = CellReaders(team)
    return team.playbook.rules.compactMap { rule in
      guard rule.kind == .changedAgainstBaseline, case .sheet(let prefix) = rule.sheet,
        let key = rule.parameters.text("column"), let sheet = team.sheet(prefix), let column = sheet.column(key)
      else { return nil }
      let reason = rule.parameters.text("unless").flatMap { sheet.column($0) }
      let change = BaselineChange(rule)
      let ids = sheet.rowIDs
      var counts: [String: Int] = [:]
      for offset in 0..<sheet.rows.count { counts[ReferenceIndex.key(ids[offset]), default: 0] += 1 }
      var rows: [WatchedColumn.Row] = []
      for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
        let id = ids[offset]
        guard !id.isEmpty, counts[ReferenceIndex.key(id)] == 1 else { continue }
        let place = sheet.place(ofRow: sheet.rows.range.lowerBound + offset)
        let value = offset < column.values.count ? column.values[offset] : .blank
        rows.append(
          .init(
            id: id, row: place.row, cell: "\(ColumnName.letters(column.number))\(place.row)",
            state: change.state(of: value, in: column, team, readers),
            reason: reason.map { offset < $0.values.count ? StraySpace.trimmed($0.values[offset].shownText) : "" } ?? ""
          ))
      }
      return WatchedColumn(
        rule: rule, change: change, prefix: prefix, sheet: sheet.title, column: key, rows: rows)
    }
  }
}

extension BaselineChange {
  /// What a cell holds, as the rule looks at it.
  func state(of value: CellValue, in column: LocatedColumn, _ team: BoundWorkbook, _ readers: CellReaders) -> State {
    let shown = value.isEmpty ? "" : ShownValue.plain(value, column.definition.type, team.workbook.dateSystem)
    if direction != nil { return State(shown: shown, number: Self.rank(value, column, team, readers)) }
    switch column.definition.type.isNumeric ? readers.number(value, in: column) : .unreadable(nil) {
    case .number(let number), .readable(let number): return State(shown: shown, number: number)
    default: return State(shown: shown, number: nil)
    }
  }

  /// The place of a label in its list, or a number as it is. Closed deals that were not won stand at no place of the funnel.
  private static func rank(
    _ value: CellValue, _ column: LocatedColumn, _ team: BoundWorkbook, _ readers: CellReaders
  ) -> Double? {
    guard case .list(let prefix) = column.definition.allowed, let table = team.lists[prefix] else {
      return value.number
    }
    let text = StraySpace.cleaned(value.shownText)
    var label = text
    if case .otherLanguage(let known, _)? = readers.labels[prefix]?.meaning(of: text) { label = known }
    guard let place = table.labels.firstIndex(where: { $0.shownText.lowercased() == label.lowercased() }) else {
      return nil
    }
    if let rates = table.columns["conv"] ?? table.columns["prob"], rates.indices.contains(place),
      let rate = rates[place].number, rate == 0
    {
      return nil
    }
    return Double(place)
  }
}
