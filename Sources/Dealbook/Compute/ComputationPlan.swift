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

  public func contains(_ id: ColumnID) -> Bool { planned.contains(id) }
}

/// A computed column that is left out, and why.
public struct SkippedColumn: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// Prefixes of sheets that the workbook does not have.
    case sheetsMissing([String])
    /// Of these columns at least one would have to be there.
    case columnsMissing([ColumnID])
    /// The header of this column states another money unit than 元.
    case foreignUnit(ColumnID)
    /// Not among the columns that were asked for, or one that it needs is not.
    case notRequested
  }

  public let id: ColumnID
  public let reason: Reason
}

extension ComputationPlan {
  /// Decides by `needs` and `must` (method.md, 4) which columns are computed, and orders them by what they read.
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

    // What rests on a column in another money unit would be wrong by its factor, however softly it refers to it.
    var tainted: [ColumnID: ColumnID] = [:]
    for id in eligibility.foreignUnits { tainted[id] = id }
    for case (let id, .foreignUnit(let source)) in missing { tainted[id] = source }
    var reads: [ColumnID: [ColumnID]] = [:]
    for (id, _) in candidates where written.contains(id) {
      reads[id] = templates.columnsRead(by: id, playbook: playbook)
    }
    var changed = !tainted.isEmpty
    while changed {
      changed = false
      for (id, _) in candidates where written.contains(id) && tainted[id] == nil {
        guard let source = reads[id]?.lazy.compactMap({ tainted[$0] }).first else { continue }
        tainted[id] = source
        skipped.append(SkippedColumn(id: id, reason: .foreignUnit(source)))
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
  }
}

/// What is there to compute from: where it is the same, so is the plan.
struct Eligibility: Hashable {
  /// Their prefixes.
  private let sheets: [String]
  private let inputs: Set<ColumnID>
  let foreignUnits: [ColumnID]

  init(_ located: [LocatedSheet]) {
    sheets = located.map(\.prefix)
    var inputs: Set<ColumnID> = []
    var foreign: [ColumnID] = []
    for sheet in located {
      for column in sheet.columns where !column.definition.isComputed {
        let id = ColumnID(sheet: sheet.prefix, key: column.key)
        if column.moneyScale != nil { foreign.append(id) } else { inputs.insert(id) }
      }
    }
    self.inputs = inputs
    foreignUnits = foreign
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
      if let foreign = ids.first(where: { foreignUnits.contains($0) }) { return .foreignUnit(foreign) }
      return .columnsMissing(ids)
    }
    return nil
  }
}
