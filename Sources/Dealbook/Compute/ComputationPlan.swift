// SPDX-License-Identifier: Apache-2.0

public import Formula
public import Playbook
import Spreadsheet

/// The computed columns whose inputs a workbook has, in the order in which they can be computed.
public struct ComputationPlan: Sendable {
  /// A computed column that will exist.
  public struct Step: Sendable {
    public let id: ColumnID
    public let definition: ColumnDefinition
    /// Nil for a value that the tool computes, such as an exact probability.
    public let template: FormulaTemplate?
  }

  public let steps: [Step]
  /// Computed columns whose sheets exist but whose inputs do not.
  public let skipped: [SkippedColumn]

  private let planned: Set<ColumnID>
  /// Columns that are not understood, and columns that depend on them, including computed ones.
  private let tainted: Set<ColumnID>
  /// Settings whose value is not known.
  let unknownSettings: Set<String>

  /// Whether a column is not understood or depends on one that is not.
  func isTainted(_ id: ColumnID) -> Bool { tainted.contains(id) }

  public func contains(_ id: ColumnID) -> Bool { planned.contains(id) }
}

/// A computed column that is left out, and why.
public struct SkippedColumn: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// Prefixes of sheets that the workbook lacks.
    case sheetsMissing([String])
    /// At least one of these columns would have to exist.
    case columnsMissing([ColumnID])
    /// The cells of this column are not understood.
    case notUnderstood(ColumnID, Obstacle)
    /// The value of this setting cannot be determined, and no default can stand in for it.
    case settingMissing(String, UnknownSetting)
    /// Nobody has said how many of the deals with this label are won.
    case chanceUnknown(String)
    /// Its sheet cannot be written, or cannot get another column; the report says why.
    case sheetLeftOut(String)
    /// This column, which it reads, is left out.
    case restsOn(ColumnID)
    /// It was not requested, or a column that it needs was not.
    case notRequested

    /// The header of this column states a money unit other than 元.
    public static func foreignUnit(_ column: ColumnID) -> Self { .notUnderstood(column, .foreignUnit) }
  }

  public let id: ColumnID
  public let reason: Reason
}

extension ComputationPlan {
  /// Decides by `needs` and `must` which columns are computed (documents/method.md, What is computed, and when), and orders them by their
  /// dependencies.
  init(
    _ sheets: [LocatedSheet], _ eligibility: Eligibility, playbook: Playbook, templates: FormulaTemplates
  ) throws(DealbookError) {
    let candidates = sheets.flatMap { sheet in
      sheet.definition.computedColumns.map { (ColumnID(sheet: sheet.prefix, key: $0.key), $0) }
    }
    let (written, missing) = eligibility.settle(candidates)
    var skipped = candidates.compactMap { id, _ in
      missing[id].map { SkippedColumn(id: id, reason: $0) }
    }

    // Anything that depends on cells that are not understood would be wrong, even if the dependency is optional.
    var tainted: [ColumnID: SkippedColumn.Reason] = [:]
    for (id, obstacle) in eligibility.obstacles { tainted[id] = .notUnderstood(id, obstacle) }
    for (id, reason) in missing {
      if case .notUnderstood = reason { tainted[id] = reason }
    }
    var reads: [ColumnID: [ColumnID]] = [:]
    for (id, _) in candidates where written.contains(id) {
      if let lacking = templates.lacking[id] {
        let sheet = eligibility.references.lost[lacking].flatMap(playbook.sheet)?.titles
        let reason =
          eligibility.references.missing.contains(lacking)
          ? SkippedColumn.Reason.columnsMissing([lacking])
          : .notUnderstood(lacking, .unknownReferences(sheet: sheet ?? .empty))
        tainted[id] = reason
        skipped.append(SkippedColumn(id: id, reason: reason))
      }
      reads[id] = templates.columnsRead(by: id, playbook: playbook) + ToolColumns.columnsRead(by: id)
      // What the cells hold is said first.
      if reads[id]?.contains(where: { eligibility.obstacles[$0] != nil }) != true,
        let list = templates.listsRead(by: id, playbook: playbook).first(where: {
          eligibility.unknownChances[$0] != nil && !(id == OwnChances.column && eligibility.hasOwnChances)
        })
      {
        tainted[id] = .chanceUnknown(eligibility.unknownChances[list] ?? "")
        skipped.append(SkippedColumn(id: id, reason: .chanceUnknown(eligibility.unknownChances[list] ?? "")))
      }
      let settings = templates.settingsRead(by: id, playbook: playbook) + ToolColumns.settingsRead(by: id)
      guard let setting = settings.first(where: { eligibility.unknownSettings[$0] != nil }),
        let unknown = eligibility.unknownSettings[setting], tainted[id] == nil
      else { continue }
      tainted[id] = .settingMissing(setting, unknown)
      skipped.append(SkippedColumn(id: id, reason: .settingMissing(setting, unknown)))
    }
    var changed = !tainted.isEmpty
    while changed {
      changed = false
      for (id, _) in candidates where written.contains(id) && tainted[id] == nil {
        guard let source = reads[id]?.lazy.compactMap({ tainted[$0] }).first else { continue }
        tainted[id] = source
        skipped.append(SkippedColumn(id: id, reason: source))
        changed = true
      }
    }

    let chosen = candidates.filter { written.contains($0.0) && tainted[$0.0] == nil }
    let formulas = chosen.filter { $0.1.formula != nil }
    let order: [Int]
    do {
      order = try ComputationOrder.sorted(
        formulas.map { (name: $0.0.name, reads: (reads[$0.0] ?? []).map(\.name)) })
    } catch {
      throw .formula(error, of: nil)
    }
    // Values of the tool depend on formula columns, and no formula depends on them.
    steps =
      order.map { Step(id: formulas[$0].0, definition: formulas[$0].1, template: templates[formulas[$0].0]) }
      + chosen.filter { $0.1.formula == nil }.map { Step(id: $0.0, definition: $0.1, template: nil) }
    self.skipped = skipped
    planned = Set(chosen.map(\.0))
    self.tainted = Set(tainted.keys)
    unknownSettings = Set(eligibility.unknownSettings.keys)
  }
}

/// What is available to compute from: if two workbooks agree on this, their plans are the same.
struct Eligibility: Hashable {
  /// Their prefixes.
  private let sheets: [String]
  private let inputs: Set<ColumnID>
  /// Input columns whose cells are not understood.
  let obstacles: [ColumnID: Obstacle]
  let unknownSettings: [String: UnknownSetting]
  /// The first label of each list whose share of won deals is not known.
  let unknownChances: [String: String]
  /// Whether no open deal needs the share of its stage.
  let hasOwnChances: Bool
  let references: References

  init(_ team: BoundWorkbook) {
    sheets = team.sheets.map(\.prefix)
    var inputs: Set<ColumnID> = []
    var obstacles: [ColumnID: Obstacle] = [:]
    for sheet in team.sheets {
      for column in sheet.columns where !column.definition.isComputed {
        let id = ColumnID(sheet: sheet.prefix, key: column.key)
        if let obstacle = column.obstacle { obstacles[id] = obstacle } else { inputs.insert(id) }
      }
      if let obstacle = sheet.receiptObstacle { obstacles[ColumnID(sheet: sheet.prefix, key: "received")] = obstacle }
    }
    self.inputs = inputs
    self.obstacles = obstacles
    unknownSettings = team.settings.unknown
    unknownChances = team.lists.unknownChances
    hasOwnChances = unknownChances[AdoptedList.stages] != nil && OwnChances.areComplete(team)
    references = team.references
  }

  /// The candidates whose sheets and columns exist or are written too, and what the others lack.
  func settle(
    _ candidates: [(ColumnID, ColumnDefinition)]
  ) -> (written: Set<ColumnID>, missing: [ColumnID: SkippedColumn.Reason]) {
    var written: Set<ColumnID> = []
    var missing: [ColumnID: SkippedColumn.Reason] = [:]
    var changed = true
    while changed {
      changed = false
      for (id, definition) in candidates where !written.contains(id) {
        if let reason = lack(id, definition, written) {
          missing[id] = reason
        } else {
          written.insert(id)
          missing[id] = nil
          changed = true
        }
      }
    }
    return (written, missing)
  }

  private func lack(
    _ id: ColumnID, _ definition: ColumnDefinition, _ written: Set<ColumnID>
  ) -> SkippedColumn.Reason? {
    guard let computed = definition.computed else { return nil }
    let absent = computed.needs.filter { !sheets.contains($0) }
    if !absent.isEmpty { return .sheetsMissing(absent) }
    for alternatives in computed.must {
      let ids = alternatives.map { ColumnID(sheet: $0.sheet ?? id.sheet, key: $0.column) }
      if ids.contains(where: { inputs.contains($0) || written.contains($0) }) { continue }
      for id in ids {
        if let obstacle = obstacles[id] { return .notUnderstood(id, obstacle) }
      }
      return .columnsMissing(ids)
    }
    return nil
  }
}
