// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Spreadsheet

/// The available moves, and the deals without evidence for one.
struct FoundMoves {
  struct Found {
    var row: Int
    /// The deal after the move.
    var item: TotalDistribution.Item
    var told: Advice.Move
  }

  /// Sorted by the IDs of their rows.
  var moves: [Found] = []
  var blocked: [Advice.Blocked] = []
  /// The deals that close after the period where the sheet does not count postponements, so that nothing shows which have slipped.
  var later = 0
}

/// Finds the moves for a goal: deals to advance by one stage, as far as their evidence allows, and deals that slipped out of the period to
/// bring back.
struct MoveFinder {
  private let table: SandTable
  private let reader: SituationReader
  private let container: String
  /// The keys of the checks of a deal, in order.
  private let checks: [String]
  /// How many deals have a name, by the name in lower case.
  private let names: [String: Int]
  /// The chances without a move if deals depend on each other.
  private let together: TrialOutlook?

  init(_ table: SandTable, together: TrialOutlook? = nil) {
    self.table = table
    self.together = together
    container = "deals"
    let reader = SituationReader(table.team, table.base.environment, plan: table.analysis.plan)
    self.reader = reader
    names = reader.rows("de").reduce(into: [:]) { $0[reader.text("de_name", $1).lowercased(), default: 0] += 1 }
    checks = (1...99).map { "k\($0)" }.prefix { table.team.playbook.sheet("de")?.column($0) != nil }
      .filter { table.team.sheet("de")?.column($0) != nil }
  }

  private var environment: Environment { table.base.environment }

  /// - Parameter target: the row of the Targets sheet for which the value of each move alone is told; nil for none.
  func moves(
    for owners: [String], start: Double, end: Double, target: Int?
  ) throws(DealbookError) -> FoundMoves {
    guard let sheet = table.team.sheet("de"), let stages = table.team.playbook.funnel?.list,
      let labels = table.team.lists[stages]?.labels, let open = table.team.lists[stages]?.columns["open"],
      let stageKey = stageColumn(stages, on: sheet)
    else { return FoundMoves() }
    let owners = Set(owners.map { $0.lowercased() })
    var found = FoundMoves()
    var candidates: [MoveTrials.Candidate] = []
    for row in reader.rows("de") where owners.contains(reader.text("de_owner", row).lowercased()) {
      guard reader.number("de_is_open", row) == 1, let close = reader.number("de_close_eff", row),
        let amount = reader.number("de_amount", row), amount > 0
      else { continue }
      guard let address = address(row, on: sheet) else { continue }
      if close > end {
        if sheet.column("pushes") == nil { found.later += 1 }
        guard let pushes = reader.number("de_pushes", row), pushes >= 1, let column = sheet.column("expected_close"),
          let day = SerialDate.isoText(serial: end, system: table.team.workbook.dateSystem)
        else { continue }
        candidates.append(
          .init(
            row: row, key: column.key,
            told: move(
              .bringBack, row, address, amount, column, "\(day)", column.values[row], .number(end), .date, on: sheet)))
      } else if close >= start, let declared = reader.number("de_declared_no", row).flatMap({ Int(exactly: $0) }),
        declared < open.count, declared < labels.count, open[declared] == .number(1),
        let column = sheet.column(stageKey)
      {
        // Indexes count from 0 and stages from 1, so this is the next stage.
        let label = labels[declared]
        candidates.append(
          .init(
            row: row, key: column.key,
            told: move(
              .advance, row, address, amount, column, label.shownText, column.values[row], label, .label, on: sheet)))
      }
    }
    let tried = try MoveTrials(table: table, reader: reader, together: together).attempts(candidates, target)
    for (candidate, attempt) in zip(candidates, tried) {
      switch attempt {
      case .move(let item, let worth):
        var told = candidate.told
        told.worth = worth
        found.moves.append(.init(row: candidate.row, item: item, told: told))
      case .lacksEvidence: found.blocked.append(blocked(candidate.row, candidate.told))
      case .changesNothing: break
      }
    }
    found.moves.sort { $0.told.row < $1.told.row }
    return found
  }

  /// How a change names a row: by its ID or, on a sheet without IDs, by a name that no other deal has; nil if there is no such way.
  private func address(_ row: Int, on sheet: LocatedSheet) -> String? {
    let id = sheet.rowID(at: row)
    if case .one? = table.rowNames("de")[StraySpace.trimmed(id).lowercased()] { return ".\(id)" }
    guard id.isEmpty, let column = sheet.column("name"), row < column.values.count else { return nil }
    let name = column.values[row].shownText
    guard !name.isEmpty, ChangeText.canName(name), names[name.lowercased()] == 1 else { return nil }
    return "[\(column.key)=\"\(name)\"]"
  }

  private func stageColumn(_ list: String, on sheet: LocatedSheet) -> String? {
    sheet.definition.columns.first { $0.key == "stage" && $0.allowed == .list(list) }?.key
  }

  private func move(
    _ kind: Advice.Move.Kind, _ row: Int, _ address: String, _ amount: Double, _ column: LocatedColumn, _ value: String,
    _ before: CellValue, _ after: CellValue, _ type: Advice.MoveType, on sheet: LocatedSheet
  ) -> Advice.Move {
    let (id, name) = (sheet.rowID(at: row), reader.text("de_name", row))
    return Advice.Move(
      kind: kind, change: "\(container)\(address).\(column.key)=\(value)", row: id.isEmpty ? name : id, name: name,
      owner: reader.text("de_owner", row), amount: amount, column: column.header, before: before, after: after,
      type: type, worth: .init(chance: 0, p10: 0, commit: 0))
  }

  /// The unmet checks of the next stage.
  private func blocked(_ row: Int, _ told: Advice.Move) -> Advice.Blocked {
    let sheet = table.team.sheet("de")
    let list = table.team.playbook.funnel.flatMap { table.team.lists[$0.list] }
    let verified = reader.number("de_stage_no", row).flatMap { Int(exactly: $0) } ?? 0
    // Indexes count from 0 and stages from 1, so these are the checks required by the stage after the verified one.
    let gates = list?.columns["gate_n"] ?? []
    let need = verified < gates.count ? gates[verified].number ?? 0 : 0
    let next = list.flatMap { verified < $0.labels.count ? $0.labels[verified].shownText : nil }
    let missing = checks.prefix(Int(need)).filter { key in
      let mark = TickReader.read(.text(reader.text("de_\(key)", row)))
      return mark != .yes && mark != .notApplicable
    }
    return Advice.Blocked(
      row: told.row, name: told.name, owner: told.owner, missing: missing.compactMap { sheet?.column($0)?.header },
      stage: next ?? told.after.shownText)
  }
}
