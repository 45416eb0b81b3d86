// SPDX-License-Identifier: Apache-2.0

import Formula
public import Playbook
public import Spreadsheet

/// A computed column that a scenario changes, and the inputs through which it changes.
public struct Reason: Sendable {
  /// `de.prob`.
  public var column: ColumnID
  /// The name on its sheet's tab, and the header or title of the column.
  public var sheet: String
  public var title: String
  public var type: ColumnType
  /// As in the playbook; nil for a value that no formula gives.
  public var formula: String?
  /// The meaning of the column, in words.
  public var words: String
  /// The changed inputs: columns and settings by their names in the playbook.
  public var through: [String]
  /// The number of changed rows.
  public var count: Int
  /// The first few of them.
  public var rows: [Row]

  public struct Row: Sendable {
    public var id: String
    public var before: CellValue
    public var after: CellValue
  }
}

extension Outcome {
  private static let mostRows = 5

  /// What changed through which formulas, in the order of computation; the chances come last.
  public func reasons(in language: Language) -> [Reason] {
    let table = trial.table
    var reasons: [Reason] = trial.computed.compactMap { id in
      guard let rows = trial.changed[id.name.lowercased()], let reads = table.reads[id] else { return nil }
      let columns = reads.columns.filter { trial.changed[$0] != nil }
      let values = reads.values.filter { trial.changedValues.contains($0) }
      return reason(id, rows, through: columns.sorted() + values.sorted(), language) { row in
        trial.environment.column(id.name).map { row < $0.count ? $0[row] : .blank } ?? .blank
      }
    }
    let rows = outlook.rows.keys.sorted()
    guard !rows.isEmpty else { return reasons }
    for key in OutlookFigures.keys {
      let id = ColumnID(sheet: "tg", key: key)
      guard table.analysis.plan.contains(id) else { continue }
      let before = table.base.environment.column(id.name)
      let changed = rows.filter { row in
        let old = before.map { row < $0.count ? $0[row] : .blank } ?? .blank
        return (outlook.rows[row]??.value(key) ?? .text("")) != old
      }
      guard !changed.isEmpty else { continue }
      let read = ToolColumns.columnsRead(by: id).map { $0.name.lowercased() }
      var through = read.filter { trial.changed[$0] != nil }
      if key == "commit", trial.changedValues.contains("targetconf") { through.append("targetconf") }
      if let reason = reason(
        id, changed, through: through, language, after: { outlook.rows[$0]??.value(key) ?? .text("") })
      {
        reasons.append(reason)
      }
    }
    return reasons
  }

  private func reason(
    _ id: ColumnID, _ rows: [Int], through: [String], _ language: Language, after: (Int) -> CellValue
  ) -> Reason? {
    guard let sheet = trial.team.sheet(id.sheet), let definition = sheet.definition.column(id.key) else { return nil }
    let before = trial.table.base.environment.column(id.name)
    return Reason(
      column: id, sheet: sheet.title, title: sheet.column(id.key)?.header ?? definition.titles[trial.team.language],
      type: definition.type, formula: definition.formula,
      words: definition.computed?.words[language] ?? "", through: through.map(playbookName),
      count: rows.count,
      rows: rows.prefix(Self.mostRows).map { row in
        Reason.Row(
          id: sheet.rowID(at: row), before: before.map { row < $0.count ? $0[row] : .blank } ?? .blank,
          after: after(row))
      })
  }

  /// `de_amount` as `de.amount`; a setting with its original spelling.
  private func playbookName(_ name: String) -> String {
    let playbook = trial.team.playbook
    if let setting = playbook.settings.first(where: { $0.name.lowercased() == name }) { return setting.name }
    guard let underscore = name.firstIndex(of: "_") else { return name }
    return name[..<underscore] + "." + name[name.index(after: underscore)...]
  }
}
