public import Formula
public import Playbook
import Spreadsheet

/// Which computed columns a workbook gives the inputs for, in the order in which they can be computed.
public struct ComputationPlan: Sendable {
  /// A computed column that will be there.
  public struct Step: Sendable {
    public let id: ColumnID
    public let definition: ColumnDefinition
    /// Nil for a value that the tool computes, such as an exact probability.
    public let template: FormulaTemplate?
  }

  public let steps: [Step]
  /// Computed columns of sheets that are there, but whose inputs are not.
  public let skipped: [SkippedColumn]

  private let planned: Set<ColumnID>
  /// Columns that are not understood or rest on what is not, computed ones among them.
  private let tainted: Set<ColumnID>
  /// Settings whose value is not known.
  let unknownSettings: Set<String>

  /// Whether what a column holds is not understood, or rests on what is not.
  func isTainted(_ id: ColumnID) -> Bool { tainted.contains(id) }

  public func contains(_ id: ColumnID) -> Bool { planned.contains(id) }
}

/// A computed column that is left out, and why.
public struct SkippedColumn: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// Prefixes of sheets that the workbook does not have.
    case sheetsMissing([String])
    /// Of these columns at least one would have to be there.
    case columnsMissing([ColumnID])
    /// The cells of this column are not understood.
    case notUnderstood(ColumnID, Obstacle)
    /// What this setting is can't be told, and nobody's default stands in for it.
    case settingMissing(String, UnknownSetting)
    /// Its sheet can't be written, or can't get another column: the report says why.
    case sheetLeftOut(String)
    /// This column, which it reads, is left out.
    case restsOn(ColumnID)
    /// Not among the columns that were asked for, or one that it needs is not.
    case notRequested

    /// The header of this column states another money unit than 元.
    public static func foreignUnit(_ column: ColumnID) -> Self { .notUnderstood(column, .foreignUnit) }
  }

  public let id: ColumnID
  public let reason: Reason
}

extension ComputationPlan {
  /// Decides by `needs` and `must` (documents/method.md, What is computed, and when) which columns are computed, and orders them by what they read.
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

    // What rests on cells that are not understood would be wrong, however softly it refers to them.
    var tainted: [ColumnID: SkippedColumn.Reason] = [:]
    for (id, obstacle) in eligibility.obstacles { tainted[id] = .notUnderstood(id, obstacle) }
    for (id, reason) in missing {
      if case .notUnderstood = reason { tainted[id] = reason }
    }
    var reads: [ColumnID: [ColumnID]] = [:]
    for (id, _) in candidates where written.contains(id) {
      reads[id] = templates.columnsRead(by: id, playbook: playbook) + ToolColumns.columnsRead(by: id)
      let settings = templates.settingsRead(by: id, playbook: playbook) + ToolColumns.settingsRead(by: id)
      guard let setting = settings.first(where: { eligibility.unknownSettings[$0] != nil }),
        let unknown = eligibility.unknownSettings[setting]
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
    let formulas = chosen.filter { $0.1.computed?.formula != nil }
    let order: [Int]
    do {
      order = try ComputationOrder.sorted(
        formulas.map { (name: $0.0.name, reads: (reads[$0.0] ?? []).map(\.name)) })
    } catch {
      throw .formula(error, of: nil)
    }
    // Values of the tool rest on formula columns, and no formula rests on them.
    steps =
      order.map { Step(id: formulas[$0].0, definition: formulas[$0].1, template: templates[formulas[$0].0]) }
      + chosen.filter { $0.1.computed?.formula == nil }.map { Step(id: $0.0, definition: $0.1, template: nil) }
    self.skipped = skipped
    planned = Set(chosen.map(\.0))
    self.tainted = Set(tainted.keys)
    unknownSettings = Set(eligibility.unknownSettings.keys)
  }
}

/// What is there to compute from: where it is the same, so is the plan.
struct Eligibility: Hashable {
  /// Their prefixes.
  private let sheets: [String]
  private let inputs: Set<ColumnID>
  /// Input columns whose cells are not understood.
  let obstacles: [ColumnID: Obstacle]
  let unknownSettings: [String: UnknownSetting]

  init(_ team: TeamWorkbook) {
    sheets = team.sheets.map(\.prefix)
    var inputs: Set<ColumnID> = []
    var obstacles: [ColumnID: Obstacle] = [:]
    for sheet in team.sheets {
      for column in sheet.columns where !column.definition.isComputed {
        let id = ColumnID(sheet: sheet.prefix, key: column.key)
        if let obstacle = column.obstacle { obstacles[id] = obstacle } else { inputs.insert(id) }
      }
    }
    self.inputs = inputs
    self.obstacles = obstacles
    unknownSettings = team.settings.unknown
  }

  /// The candidates whose sheets and columns are there or themselves written, and what the others lack.
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
