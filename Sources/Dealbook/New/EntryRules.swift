// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The data validations of a sheet's columns, from their types and what the playbook allows.
struct EntryRules {
  private let frame: SheetFrame
  private let plan: BookPlan
  private var words: NewWords { plan.words }

  init(_ frame: SheetFrame, plan: BookPlan) {
    self.frame = frame
    self.plan = plan
  }

  func validations(names: inout NewNames) -> [EntryRule] {
    frame.columns.compactMap { column in
      if let legend = legend(of: column) { return legend }
      guard !column.definition.isComputed, let range = range(of: column.number),
        let (kind, severity, message) = rule(column, &names)
      else { return nil }
      return EntryRule(
        range: range, kind: kind, severity: severity,
        errorTitle: severity == .warning ? words.pleaseCheck : words.notAllowed, errorMessage: message)
    }
  }

  /// What the codes of risk flags mean, beside the cell that is selected: the cells keep the codes, which formulas look for.
  private func legend(of column: SheetFrame.Column) -> EntryRule? {
    guard frame.definition.prefix == "de", column.definition.key == "flags", let range = range(of: column.number) else {
      return nil
    }
    let flags = DashboardWords(language: plan.language).flags
    return EntryRule(
      range: range, kind: .custom("TRUE"), severity: .none, promptTitle: column.definition.titles[plan.language],
      prompt: flags.map { "\($0.code) \($0.text)" }.joined(separator: "\n"))
  }

  private func range(of column: Int) -> CellRange? {
    guard let first = CellReference(row: frame.roomRows.lowerBound, column: column),
      let last = CellReference(row: frame.roomRows.upperBound, column: column)
    else { return nil }
    return CellRange(first, last)
  }

  private func rule(
    _ column: SheetFrame.Column, _ names: inout NewNames
  ) -> (EntryRule.Kind, EntryRule.Severity, String)? {
    let definition = column.definition
    switch definition.allowed {
    case .list(let prefix):
      let name = "\(prefix)_label"
      guard names.define(all: [name]) else { return nil }
      return (.listFormula(name), .stop, words.pickFromList)
    case .ticks(let ticks): return (.list(ticks.map(\.rawValue)), .stop, words.pickFromList)
    case .suggestions(let texts):
      let shown = texts.map { $0[plan.language] }
      return EntryRule.canList(shown) ? (.list(shown), .none, "") : nil
    case .reference(let reference):
      guard let name = names.defineChoice(of: reference) else { return nil }
      let title = plan.frame(reference.sheet)?.title ?? ""
      return (.listFormula(name), .warning, words.unknownID(title))
    case .pattern, .uniqueText: return unique(column)
    case .range(let range):
      guard let bounds = Self.bounds(range) else { return number(definition) }
      return (
        definition.type == .integer ? .whole(bounds) : .decimal(bounds), .stop, words.needsRange(range.description)
      )
    case .anything: return number(definition)
    }
  }

  /// Warns about an ID that another row has.
  private func unique(_ column: SheetFrame.Column) -> (EntryRule.Kind, EntryRule.Severity, String)? {
    guard column.number == frame.idColumn else { return nil }
    let letters = ColumnName.letters(column.number)
    let rows = frame.roomRows
    let formula =
      "COUNTIF($\(letters)$\(rows.lowerBound):$\(letters)$\(rows.upperBound),$\(letters)\(rows.lowerBound))<2"
    return (.custom(formula), .warning, words.duplicateID)
  }

  /// Numbers and dates stored as text are the most frequent mistake.
  private func number(_ definition: ColumnDefinition) -> (EntryRule.Kind, EntryRule.Severity, String)? {
    switch definition.type {
    case .date: (.date(.between(1, 2_958_465)), .stop, words.needsDate)
    case .money, .number, .integer, .percent, .ratio, .score:
      (.decimal(.between(-1e15, 1e15)), .stop, words.needsNumber)
    case .id, .key, .text, .tick, .list: nil
    }
  }

  /// Nil if a bound is another column, or if there is no bound.
  private static func bounds(_ range: NumberRange) -> EntryRule.Bounds? {
    func number(_ bound: NumberRange.Bound?) -> Double? {
      if case .number(let value)? = bound?.value { return value }
      return nil
    }
    switch (number(range.minimum), number(range.maximum)) {
    case (let low?, let high?): return .between(low, high)
    case (let low?, nil): return range.minimum?.inclusive == false ? .above(low) : .atLeast(low)
    case (nil, let high?): return range.maximum?.inclusive == false ? .below(high) : .atMost(high)
    case (nil, nil): return nil
    }
  }
}
