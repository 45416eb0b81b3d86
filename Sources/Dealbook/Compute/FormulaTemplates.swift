// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook

/// The formulas of a playbook's computed columns, parsed once.
struct FormulaTemplates: Sendable {
  private var templates: [ColumnID: FormulaTemplate] = [:]

  /// The defined names in the formulas of computed columns.
  var names: Set<String> { Set(templates.values.flatMap(\.names)) }

  /// The formulas that columns had in earlier editions of the playbook.
  private var former: [ColumnID: [FormulaTemplate]] = [:]
  /// The formulas that columns have on a sheet that lacks a certain column, in the order of the sheet's columns.
  private var alternatives: [ColumnID: [(missing: String, template: FormulaTemplate)]] = [:]
  /// The columns with alternatives, by the prefix of their sheet.
  private var withAlternatives: [String: [ColumnID]] = [:]
  /// By the prefix of their sheet.
  private var guarded: [String: [Guarded]] = [:]
  /// For a workbook, what applies to columns whose usual formula does not: the formula, then the others, which count as former ones. The
  /// other dictionaries are shared by all workbooks.
  private var choices: [ColumnID: [FormulaTemplate]] = [:]
  /// The columns that cannot be computed for a workbook, and the reference that says nothing.
  private(set) var lacking: [ColumnID: ColumnID] = [:]

  /// A column whose formulas, or some of them, ask of the row's ID only whether there is one.
  private struct Guarded {
    let id: ColumnID
    let key: String
    /// Columns that say what a row is about, where it has no ID.
    let others: [String]
    let usual: String
    let alternatives: [(missing: String, formula: String)]

    /// Nil if every formula needs the ID itself.
    init?(_ id: ColumnID, key: String, others: [String], _ usual: String, _ alternatives: [(String, String)]) {
      (self.id, self.key, self.others, self.usual, self.alternatives) = (id, key, others, usual, alternatives)
      guard !others.isEmpty, ([usual] + alternatives.map(\.1)).contains(where: asksOnlyWhether) else { return nil }
    }

    private func asksOnlyWhether(_ formula: String) -> Bool {
      formula.contains("{\(key)}") && !formula.replacing("{\(key)}=\"\"", with: "").contains("{\(key)}")
    }

    /// What the formula is on a sheet without IDs, and what earlier editions made of it; empty if it needs the ID itself, or nothing else
    /// says what a row is about.
    ///
    /// The contract and the customer of payments often stand only beside the first instalment, so any of them says that there is a row.
    func formulas(_ isThere: (ColumnID) -> Bool) -> [String] {
      func has(_ key: String) -> Bool { isThere(ColumnID(sheet: id.sheet, key: key)) }
      let formula = alternatives.first { !has($0.missing) }?.formula ?? usual
      let there = others.filter(has)
      guard asksOnlyWhether(formula), let other = there.first else { return [] }
      let single = formula.replacing("{\(key)}", with: "{\(other)}")
      let signs = there + ["amt_override"].filter(has)
      guard id.sheet == "pa", signs.count > 1 else { return [single] }
      let blank = signs.map { "{\($0)}=\"\"" }.joined(separator: ",")
      return [formula.replacing("{\(key)}=\"\"", with: "AND(\(blank))"), single]
    }
  }

  /// - Parameter hundreds: columns whose cells the formulas divide by 100.
  init(_ playbook: Playbook, _ hundreds: PercentHundreds) throws(DealbookError) {
    for sheet in playbook.sheets {
      let key = sheet.columns.first { $0.type == .id && !$0.isComputed }?.key
      let others = Self.subjects.filter { $0 != key && sheet.column($0)?.isComputed == false }
      for column in sheet.columns {
        guard let computed = column.computed, let formula = computed.formula else { continue }
        let id = ColumnID(sheet: sheet.prefix, key: column.key)
        let alternatives = sheet.columns.compactMap { other in computed.without[other.key].map { (other.key, $0) } }
        if let key, let column = Guarded(id, key: key, others: others, formula, alternatives) {
          guarded[sheet.prefix, default: []].append(column)
        }
        do {
          templates[id] = try hundreds.applied(to: .known(formula), on: sheet.prefix)
          for earlier in computed.formerly { former[id, default: []].append(try FormulaTemplate.known(earlier)) }
          for (missing, text) in alternatives {
            self.alternatives[id, default: []].append(
              (missing, try hundreds.applied(to: .known(text), on: sheet.prefix)))
          }
          if !alternatives.isEmpty { withAlternatives[sheet.prefix, default: []].append(id) }
        } catch {
          throw .formula(error, of: "\(sheet.prefix).\(column.key)")
        }
      }
    }
  }

  /// Keys of columns that say what a row is about, where it has no ID.
  private static let subjects = ["account_id", "name", "contract_id", "invoice_no", "owner"]

  subscript(id: ColumnID) -> FormulaTemplate? { choices[id]?.first ?? templates[id] }

  /// The formulas for a workbook with these columns. If a missing column has an alternative formula, that one is used, and the usual one
  /// counts as a former formula.
  ///
  /// On a sheet without IDs, the column that says what a row is about says which rows there are.
  ///
  /// - Parameters:
  ///   - prefixes: those of the workbook's sheets.
  ///   - read: makes a template of a formula on a sheet; nil if it is none.
  func chosen(
    on prefixes: [String], _ isThere: (ColumnID) -> Bool,
    read: (_ formula: String, _ prefix: String) -> FormulaTemplate?
  ) -> FormulaTemplates {
    var chosen = self
    for prefix in prefixes {
      for id in withAlternatives[prefix] ?? [] {
        let alternatives = alternatives[id] ?? []
        guard let usual = templates[id],
          let place = alternatives.firstIndex(where: { !isThere(ColumnID(sheet: prefix, key: $0.missing)) })
        else { continue }
        let others = alternatives.indices.filter { $0 != place }.map { alternatives[$0].template }
        chosen.choices[id] = [alternatives[place].template, usual] + others
      }
      for column in guarded[prefix] ?? [] where !isThere(ColumnID(sheet: prefix, key: column.key)) {
        let own = column.formulas(isThere).compactMap { read($0, prefix) }
        guard let usual = templates[column.id], !own.isEmpty else { continue }
        let others = chosen.choices[column.id] ?? [usual] + (alternatives[column.id] ?? []).map(\.template)
        chosen.choices[column.id] = own + others
      }
    }
    return chosen
  }

  /// The formulas for a workbook with these references. What a formula is without them counts as a former one.
  func referring(_ formulas: ReferenceFormulas, on prefixes: [String]) -> FormulaTemplates {
    guard !formulas.references.isEmpty else { return self }
    var chosen = self
    for (id, usual) in templates where prefixes.contains(id.sheet) {
      let current = choices[id] ?? [usual] + (alternatives[id] ?? []).map(\.template)
      guard let first = current.first else { continue }
      let (template, lacks) = formulas.applied(to: first, on: id.sheet)
      if let lacks { chosen.lacking[id] = lacks }
      if template != first { chosen.choices[id] = [template] + current }
    }
    return chosen
  }

  /// The formula of a column, followed by its alternatives and its former ones; empty if it has none.
  func all(of id: ColumnID) -> [FormulaTemplate] {
    let current = choices[id] ?? (templates[id].map { [$0] } ?? []) + (alternatives[id] ?? []).map(\.template)
    return current + (former[id] ?? [])
  }

  /// The settings that the formula of `id` reads.
  func settingsRead(by id: ColumnID, playbook: Playbook) -> [String] {
    (self[id]?.names ?? []).filter { playbook.setting($0) != nil }
  }

  /// The lists of which the formula of `id` reads a computed parameter, such as the chance of winning from a stage.
  func listsRead(by id: ColumnID, playbook: Playbook) -> [String] {
    guard let names = self[id]?.names, names.contains(where: { $0.hasSuffix("_prob") }) else { return [] }
    return playbook.lists.compactMap { list in
      list.computedColumns.contains { names.contains("\(list.prefix)_\($0.name)") } ? list.prefix : nil
    }
  }

  /// The columns, of any sheet, that the formula of `id` reads.
  func columnsRead(by id: ColumnID, playbook: Playbook) -> [ColumnID] {
    self[id]?.columnsRead(on: id.sheet, playbook) ?? []
  }
}

extension FormulaTemplate {
  /// The columns, of any sheet, that the formula reads when it stands on this sheet.
  func columnsRead(on prefix: String, _ playbook: Playbook) -> [ColumnID] {
    keys.map { ColumnID(sheet: prefix, key: $0) } + columnsReadWhole(playbook)
  }

  /// The prefixes of the sheets of which the formula reads a whole column.
  func sheetsReadWhole(_ playbook: Playbook) -> Set<String> { Set(columnsReadWhole(playbook).map(\.sheet)) }

  /// The columns that the formula reads as a whole, by name.
  private func columnsReadWhole(_ playbook: Playbook) -> [ColumnID] {
    names.compactMap { name in
      guard case .column(let reference)? = playbook.meaning(ofName: name) else { return nil }
      return ColumnID(sheet: reference.sheet, key: reference.column)
    }
  }
}
