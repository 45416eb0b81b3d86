// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Playbook
import Spreadsheet

/// Situations and scenarios as JSON: money in 元, probabilities from 0 to 1, dates as `2026-03-31`, and null for unknown values.
struct SituationJSON {
  static let schemaVersion = 1

  let system: DateSystem

  func write(_ situation: Situation, to json: inout JSONText) {
    json.object { json in
      json.objects("owners", situation.owners) { json, owner in
        if !owner.id.isEmpty { json.field("target_id", owner.id) }
        json.field("owner", owner.name)
        writePeriodAndFigures(owner, to: &json)
      }
      json.objects("teams", situation.teams) { json, team in
        json.field("team", team.name)
        writePeriodAndFigures(team, to: &json)
        json.field("exact", team.isExact)
      }
      json.key("company")
      if let company = situation.company {
        json.object { json in
          writePeriodAndFigures(company, to: &json)
          json.field("exact", company.isExact)
        }
      } else {
        json.null()
      }
      json.objects("stages", situation.stages) { json, stage in
        json.field("stage", stage.label)
        for key in Situation.stageKeys {
          json.key(key)
          json.value(stage.values[key] ?? .blank)
        }
      }
      json.objects("cash", situation.cash) { json, month in
        json.field("month", month.month)
        json.field("due", month.due)
        json.field("expected", month.expected)
      }
      json.objects("ageing", situation.ageing) { json, bucket in
        json.field("bucket", bucket.label)
        json.field("outstanding", bucket.amount)
        json.field("provision", bucket.provision)
      }
      json.field("provision", situation.provision)
      json.key("renewals")
      json.object { json in
        for (key, value) in [
          ("nrr", situation.retention.net), ("grr", situation.retention.gross),
          ("forecast", situation.retention.forecast),
        ] {
          json.key(key)
          if let value { json.number(value) } else { json.null() }
        }
      }
    }
  }

  private func writePeriodAndFigures(_ prospect: Situation.Prospect, to json: inout JSONText) {
    json.field("p_start", day(prospect.start))
    json.field("p_end", day(prospect.end))
    for key in Situation.prospectKeys {
      json.key(key)
      json.value(prospect.values[key] ?? .blank)
    }
  }

  func day(_ serial: Double?) -> String? {
    serial.flatMap { SerialDate.isoText(serial: $0.rounded(.down), system: system) }
  }

  func write(_ rules: TargetRules?, to json: inout JSONText) {
    guard let rules else { return json.null() }
    json.object { json in
      json.field("team", rules.team)
      json.objects("rules", rules.results) { json, result in
        json.field("rule", result.rule.rawValue)
        json.field("p_start", day(result.start))
        json.field("p_end", day(result.end))
        json.key("pool")
        if result.lowest == nil { json.number(result.pool) } else { json.null() }
        json.field("lowest", result.lowest)
        json.field("fastOxIndex", result.fastOxIndex)
        json.field("growthLow", result.growths?.lowerBound)
        json.field("growthHigh", result.growths?.upperBound)
        json.field("loadLow", result.loads?.lowerBound)
        json.field("loadHigh", result.loads?.upperBound)
        json.objects("owners", result.shares) { json, share in
          json.field("target_id", share.id)
          json.field("owner", share.owner)
          json.field("target", share.target)
          json.field("next", share.next)
          json.field("growth", share.growth)
          json.field("load", share.load)
          json.field("fastOx", share.isFastOx)
        }
      }
    }
  }

  /// - Parameter conclusion: whether the rates are offered as a scenario, and why not.
  func write(_ calibration: Calibration?, conclusion: String, to json: inout JSONText) {
    guard let calibration else { return json.null() }
    json.object { json in
      json.field("fewest", Calibration.fewest)
      json.field("offered", !calibration.changes.isEmpty)
      json.field("conclusion", conclusion)
      if let seen = calibration.seen {
        json.field("deals", seen.deals.count)
        json.field("workbooks", seen.workbooks)
        json.field("from", seen.first)
        json.field("to", seen.last)
        json.field("leftOut", seen.leftOut)
      }
      json.objects("stages", calibration.stages) { json, stage in
        json.field("stage", stage.label)
        json.field("stated", stage.stated)
        json.field("rate", stage.rate)
        json.field("low", stage.low)
        json.field("high", stage.high)
        json.field("closed", stage.closed)
        json.field("won", stage.won)
        json.field("brier", stage.brier)
        json.field("conv", stage.passed)
        json.field("convLow", stage.passedLow)
        json.field("convHigh", stage.passedHigh)
        json.field("statedConv", stage.statedPass)
        json.field("enough", stage.isEnough)
      }
      json.field("changes", calibration.changes)
    }
  }

  /// One element of `scenarios`.
  ///
  /// - Parameter targets: the next targets, if they are wanted.
  func written(
    _ outcome: Outcome, tellsWhy: Bool, targets: TargetRules??, _ language: Language
  ) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.field("name", outcome.scenario.name)
      if !outcome.scenario.note.isEmpty { json.field("note", outcome.scenario.note) }
      json.objects("changes", outcome.changes) { json, change in
        json.field("change", change.text)
        json.field("cells", change.count)
        if change.isAssumed { json.field("assumed", true) }
        json.objects("first", change.cells) { json, cell in
          json.field("sheet", cell.sheet)
          json.field("row", cell.row)
          json.field("column", cell.column)
          json.key("before")
          write(cell.before, cell.type, to: &json)
          json.key("after")
          write(cell.after, cell.type, to: &json)
        }
      }
      if !outcome.scenario.bonds.isEmpty {
        json.field("together", outcome.scenario.bonds)
      }
      json.key("after")
      write(outcome.after, to: &json)
      if let targets {
        json.key("targets")
        write(targets, to: &json)
      }
      guard tellsWhy else { return }
      json.objects("why", outcome.reasons(in: language)) { json, reason in
        json.field("column", reason.column.description)
        json.field("sheet", reason.sheet)
        json.field("header", reason.title)
        json.field("formula", reason.formula)
        json.field("words", reason.words)
        json.field("through", reason.through)
        json.field("rows", reason.count)
        json.objects("first", reason.rows) { json, row in
          json.field("row", row.id)
          json.key("before")
          write(row.before, reason.type, to: &json)
          json.key("after")
          write(row.after, reason.type, to: &json)
        }
      }
    }
    return json.bytes
  }

  /// Dates are written as such.
  private func write(_ value: CellValue, _ type: ColumnType, to json: inout JSONText) {
    if type == .date, case .number(let serial) = value {
      if let day = day(serial) { json.string(day) } else { json.null() }
    } else {
      json.value(value)
    }
  }
}
