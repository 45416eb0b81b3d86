// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The rows whose figures would leave out cells of other sheets that seem to mean them (``LikeReferences``), by column. Nothing is written
/// there.
struct DoubtedRows: Sendable {
  private var rows: [ColumnID: Set<Int>] = [:]

  init(_ team: BoundWorkbook, _ plan: ComputationPlan, _ templates: FormulaTemplates) {
    guard !team.likes.isEmpty else { return }
    for step in plan.steps {
      let read = templates.columnsRead(by: step.id, playbook: team.playbook) + ToolColumns.columnsRead(by: step.id)
      var doubted = team.likes.offsets(on: step.id.sheet, reading: read + read.map(team.references.source))
      for id in read where id.sheet == step.id.sheet { doubted.formUnion(rows[id] ?? []) }
      if !doubted.isEmpty { rows[step.id] = doubted }
    }
  }

  /// The offsets of the rows.
  subscript(id: ColumnID) -> Set<Int> { rows[id] ?? [] }

  /// Whether a cell is left blank. A formula of an earlier fill goes on counting what it finds.
  func isBlank(_ offset: Int, of id: ColumnID, _ states: [CellState]?) -> Bool {
    guard rows[id]?.contains(offset) == true else { return false }
    guard let states, offset < states.count else { return true }
    return states[offset] == .empty
  }
}
