// SPDX-License-Identifier: Apache-2.0

import Playbook
import Synchronization

/// Which columns have one cause where a rule finds something in the cells of several.
///
/// A text in a column of amounts is corrected otherwise than one in a column of dates, and an unknown stage otherwise than an unknown channel.
/// Blanks are filled in the same way everywhere, and what one repair settles is one cause in all columns.
package struct ColumnKinds {
  /// Whether findings of each rule differ by the kind of their column.
  let isDivided: [Bool]
  /// Whether findings of each rule differ by the reason that they name.
  let hasReasons: [Bool]
  /// The kind of each column, by sheet and number, 0 for those of which nothing is known; columns of one kind take the same values.
  private let kinds: [String: [Int]]
  /// What the columns of each kind have in common, by kind; the same in every workbook with this playbook.
  private let names: [String]
  var count: Int { names.count }

  package init(_ team: BoundWorkbook) {
    isDivided = team.playbook.rules.map { rule in
      switch rule.kind {
      case .type, .list, .range, .pattern, .reference, .badCharacters, .twoReadings, .foreignCurrency, .foreignLabels:
        true
      default: false
      }
    }
    hasReasons = team.playbook.rules.map { [.type, .spelling].contains($0.kind) }
    var known: [String: Int] = [:]
    var names = [""]
    var kinds: [String: [Int]] = [:]
    let ranges = team.playbook.memo.value { RangeNames() }
    for sheet in team.sheets {
      var own = [Int](repeating: 0, count: (sheet.columns.map(\.number).max() ?? 0) + 1)
      for column in sheet.columns {
        let name = "\(column.definition.type.rawValue) \(Self.name(of: column, on: sheet, ranges))"
        let kind = known[name] ?? names.count
        if known[name] == nil {
          known[name] = kind
          names.append(name)
        }
        own[column.number] = kind
      }
      kinds[sheet.prefix] = own
    }
    self.kinds = kinds
    self.names = names
  }

  private static func name(of column: LocatedColumn, on sheet: LocatedSheet, _ ranges: RangeNames) -> String {
    switch column.definition.allowed {
    case .anything, .uniqueText, .suggestions: ""
    // An id that is not found is looked for on the sheet that has it, and written in the form of that sheet.
    case .pattern: "\(sheet.prefix).\(column.key)"
    case .reference(let target): "\(target.sheet).\(target.column)"
    case .list(let prefix): prefix
    case .range(let range): ranges.name(of: range)
    case .ticks(let ticks): ticks.map(\.rawValue).joined()
    }
  }

  /// What a kind is called; empty for 0.
  func name(of kind: Int) -> String { names[kind] }

  /// The kind of column, and the reason, by which a finding belongs to a cause; nil if all findings of its rule are one.
  package func name(of finding: Finding) -> String? {
    let reason = hasReasons[finding.rule] ? finding.reason : ""
    var kind = 0
    if isDivided[finding.rule], let kinds = kinds[finding.sheet], kinds.indices.contains(finding.columnNumber) {
      kind = kinds[finding.columnNumber]
    }
    return kind > 0 || !reason.isEmpty ? Self.name(names[kind], reason) : nil
  }

  static func name(_ kind: String, _ reason: String) -> String { reason.isEmpty ? kind : "\(kind) \(reason)" }

  /// The kinds of the columns of a sheet, by number.
  func kinds(ofSheet sheet: String) -> [Int] { kinds[sheet] ?? [] }
}

/// What ranges are called in the names of kinds. The runtime takes long to describe one, and a playbook has few.
private final class RangeNames: Sendable {
  private let known = Mutex<[NumberRange: String]>([:])

  func name(of range: NumberRange) -> String {
    known.withLock { known in
      if let name = known[range] { return name }
      let name = "\(range)"
      known[range] = name
      return name
    }
  }
}
