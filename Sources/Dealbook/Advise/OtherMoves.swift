// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Moves that do not affect the target's chance: overdue payments to collect and renewals to save. A target is about signed contracts.
struct OtherMoves {
  private let table: SandTable
  private let reader: SituationReader
  private let owner: String?

  init(_ table: SandTable, owner: String?) {
    self.table = table
    self.owner = owner?.lowercased()
    reader = SituationReader(table.team, table.base.environment, plan: table.analysis.plan)
  }

  private func isTheirs(_ prefix: String, _ row: Int) -> Bool {
    owner.map { $0 == reader.text("\(prefix)_owner", row).lowercased() } ?? true
  }

  private func isOne(_ prefix: String, _ id: String) -> Bool {
    if case .one? = table.rowNames(prefix)[StraySpace.trimmed(id).lowercased()] { true } else { false }
  }

  /// Overdue payment lines.
  func collections() -> [Advice.Collection] {
    guard let sheet = table.team.sheet("pa"), table.analysis.plan.contains(ColumnID(sheet: "pa", key: "days_over")),
      sheet.column("received") != nil
    else { return [] }
    let found = reader.rows("pa").compactMap { row -> Advice.Collection? in
      let id = sheet.rowID(at: row)
      guard isTheirs("pa", row), isOne("pa", id), let open = reader.value("pa", "outstanding", row).number, open > 0,
        let days = reader.value("pa", "days_over", row).number, days > 0,
        let planned = reader.value("pa", "planned", row).number
      else { return nil }
      return Advice.Collection(
        change: "payments.\(id).received=\(CellValue.number(planned).shownText)", row: id,
        account: reader.text("pa_acct", row), owner: reader.text("pa_owner", row), outstanding: open,
        provision: reader.value("pa", "provision", row).number ?? 0, daysOver: days)
    }
    return found.sorted { ($1.provision, $1.outstanding, $0.row) < ($0.provision, $0.outstanding, $1.row) }
  }

  /// Renewals that are neither done nor lost and that have a warning.
  func renewals() throws(DealbookError) -> [Advice.Renewal] {
    guard let sheet = table.team.sheet("re"), let labels = table.team.lists["rs"]?.labels,
      let codes = table.team.lists["rs"]?.columns["code"]?.map(\.shownText), let done = codes.firstIndex(of: "DONE"),
      let lost = codes.firstIndex(of: "LOST"), sheet.column("status") != nil, done < labels.count, lost < labels.count,
      table.analysis.plan.contains(ColumnID(sheet: "re", key: "forecast"))
    else { return [] }
    var found: [Advice.Renewal] = []
    for row in reader.rows("re") {
      let id = sheet.rowID(at: row)
      let status = reader.value("re", "status", row)
      guard isTheirs("re", row), isOne("re", id), status != labels[done], status != labels[lost],
        !reader.value("re", "alert", row).isEmpty
      else { continue }
      let change = "renewals.\(id).status=\(labels[done].shownText)"
      let supposed = try ScenarioApplication(Scenario(name: "", changes: [change]), on: table)
      let trial = try Trial(supposed.team, supposed.edits, on: table)
      let before = reader.value("re", "forecast", row).number ?? 0
      let after =
        trial.environment.column("re_forecast").flatMap { row < $0.count ? $0.number(at: row) : nil } ?? before
      guard after > before else { continue }
      found.append(
        Advice.Renewal(
          change: change, row: id, account: reader.text("re_account_id", row), owner: reader.text("re_owner", row),
          worth: SituationReader.cents(after - before), expiry: reader.number("re_expiry", row)))
    }
    return found.sorted { ($1.worth, $0.row) < ($0.worth, $1.row) }
  }
}
