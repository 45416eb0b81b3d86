import Formula
import Playbook

/// Which computed columns a fill writes.
public enum ColumnSelection: String, CaseIterable, Sendable {
  /// All whose inputs are there; helpers are added hidden.
  case all
  /// The headline columns and what they rest on.
  case headline
  /// Those that the workbook has a header for already.
  case present
}

/// The columns that a selection comes to in one workbook.
struct ColumnChoice: Sendable {
  let ids: Set<ColumnID>
  /// What could be computed but was not asked for.
  let skipped: [SkippedColumn]

  init(_ selection: ColumnSelection, from plan: ComputationPlan, of team: TeamWorkbook, templates: FormulaTemplates) {
    // A sheet without rows gets no columns: there is nothing to put under them.
    let steps = plan.steps.filter { (team.sheet($0.id.sheet)?.rows.count ?? 0) > 0 }
    let all = Set(steps.map(\.id))
    func dependencies(_ id: ColumnID) -> [ColumnID] {
      templates.columnsRead(by: id, playbook: team.playbook).filter(all.contains)
    }
    var chosen: Set<ColumnID> = []
    switch selection {
    case .all:
      chosen = all
    case .headline:
      var open = steps.filter(\.definition.isHeadline).map(\.id)
      while let id = open.popLast() {
        if chosen.insert(id).inserted { open += dependencies(id) }
      }
    case .present:
      // In order of computation, so that what a column rests on is settled before it.
      for step in steps
      where team.sheet(step.id.sheet)?.column(step.id.key) != nil && dependencies(step.id).allSatisfy(chosen.contains) {
        chosen.insert(step.id)
      }
    }
    ids = chosen
    skipped = steps.map(\.id).filter { !chosen.contains($0) }.map { SkippedColumn(id: $0, reason: .notRequested) }
  }
}
