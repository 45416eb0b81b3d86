// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook

/// Which computed columns a fill writes.
public enum ColumnSelection: String, CaseIterable, Sendable {
  /// All columns whose inputs exist; helper columns are added hidden.
  case all
  /// The headline columns and their dependencies.
  case headline
  /// Those that already have a header in the workbook.
  case present
}

/// The columns that a selection includes in one workbook.
struct ColumnChoice: Sendable {
  let ids: Set<ColumnID>
  /// Columns that could be computed but were not requested.
  let skipped: [SkippedColumn]

  /// - Parameter obstacles: the sheets that cannot be written, or cannot get new columns, by prefix.
  init(
    _ selection: ColumnSelection, from plan: ComputationPlan, of team: BoundWorkbook, templates: FormulaTemplates,
    obstacles: [String: SheetObstacle] = [:]
  ) {
    // A sheet without rows gets no columns, because there is nothing to put under the headers.
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
      // In order of computation, so that a column's dependencies are decided before it.
      for step in steps
      where team.has(step.id) && dependencies(step.id).allSatisfy(chosen.contains) {
        chosen.insert(step.id)
      }
    }
    let unasked = steps.map(\.id).filter { !chosen.contains($0) }.map { SkippedColumn(id: $0, reason: .notRequested) }
    let barred =
      obstacles.isEmpty
      ? [] : Self.barred(steps.map(\.id).filter(chosen.contains), of: team, obstacles, dependencies)
    ids = chosen.subtracting(barred.map(\.id))
    skipped = barred + unasked
  }

  /// Columns that cannot be written, and those that depend on them: their formulas would read cells that do not exist.
  private static func barred(
    _ ids: [ColumnID], of team: BoundWorkbook, _ obstacles: [String: SheetObstacle],
    _ dependencies: (ColumnID) -> [ColumnID]
  ) -> [SkippedColumn] {
    var reasons: [ColumnID: SkippedColumn.Reason] = [:]
    for id in ids {
      guard let obstacle = obstacles[id.sheet],
        !obstacle.isForNewColumns || !team.has(id)
      else { continue }
      reasons[id] = .sheetLeftOut(id.sheet)
    }
    var changed = true
    while changed {
      changed = false
      for id in ids where reasons[id] == nil {
        guard let source = dependencies(id).first(where: { reasons[$0] != nil }) else { continue }
        reasons[id] = .restsOn(source)
        changed = true
      }
    }
    return ids.compactMap { id in reasons[id].map { SkippedColumn(id: id, reason: $0) } }
  }
}

/// Why a sheet cannot be written.
struct SheetObstacle: Hashable, Sendable {
  var why: Localized
  /// Whether only new columns are affected, so that cells of existing columns can still be written.
  var isForNewColumns: Bool
  /// Whether what is typed on the sheet is mostly not understood. Its columns may then be left out for that reason alone.
  var isOfInputs = false
}
