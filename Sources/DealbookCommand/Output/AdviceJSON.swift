// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Playbook
import Spreadsheet

/// Advice as JSON.
struct AdviceJSON {
  let table: SandTable
  let file: String
  let page: AdvicePage

  private var situations: SituationJSON { SituationJSON(system: table.analysis.team.workbook.dateSystem) }

  func written(_ advice: Advice) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.field("schemaVersion", SituationJSON.schemaVersion)
      json.field("file", file)
      json.field("asOf", table.analysis.team.asOfText)
      json.field("language", page.language.rawValue)
      json.field("reach", advice.reach)
      json.field("bound", advice.bound)
      if !advice.bonds.isEmpty { json.field("together", advice.bonds) }
      json.key("moves")
      json.array { json in
        for goal in advice.goals { for (place, set) in goal.sets.enumerated() { write(set, place, goal, to: &json) } }
      }
      json.key("goals")
      json.array { json in for goal in advice.goals { write(goal, to: &json) } }
      json.objects("collect", advice.collections) { json, line in
        json.field("change", line.change)
        json.field("row", line.row)
        json.field("account", line.account)
        json.field("owner", line.owner)
        json.field("outstanding", line.outstanding)
        json.field("provision", line.provision)
        json.field("daysOver", line.daysOver)
      }
      json.objects("renew", advice.renewals) { json, renewal in
        json.field("change", renewal.change)
        json.field("row", renewal.row)
        json.field("account", renewal.account)
        json.field("owner", renewal.owner)
        json.field("worth", renewal.worth)
        json.field("expiry", situations.day(renewal.expiry))
      }
      json.field("assumptions", page.page(advice).notes)
    }
    json.newline()
    return json.bytes
  }

  private func writeGoal(_ goal: Advice.Goal, to json: inout JSONText) {
    if !goal.prospect.id.isEmpty { json.field("target_id", goal.prospect.id) }
    json.field("owner", goal.prospect.name.isEmpty ? nil : goal.prospect.name)
    json.field("p_start", situations.day(goal.prospect.start))
    json.field("p_end", situations.day(goal.prospect.end))
  }

  private func write(_ set: Advice.MoveSet, _ place: Int, _ goal: Advice.Goal, to json: inout JSONText) {
    json.object { json in
      writeGoal(goal, to: &json)
      json.field("rank", place + 1)
      json.key("changes")
      json.array { json in for move in set.moves { json.string(move.change) } }
      json.field("pBefore", set.chanceBefore)
      json.field("pAfter", set.chanceAfter)
      for (name, key) in [("p10", "p10"), ("commit", "commit")] {
        for (suffix, prospect) in [("Before", set.before), ("After", set.after)] {
          json.key(name + suffix)
          json.value(prospect.values[key] ?? .blank)
        }
      }
      json.key("steps")
      json.array { json in for move in set.moves { write(move, to: &json) } }
      json.field("exact", goal.isExact)
    }
  }

  private func write(_ move: Advice.Move, to json: inout JSONText) {
    json.object { json in
      json.field("kind", move.kind.rawValue)
      json.field("change", move.change)
      json.field("row", move.row)
      json.field("name", move.name)
      json.field("owner", move.owner)
      json.field("amount", move.amount)
      for (key, value) in [("before", move.before), ("after", move.after)] {
        json.key(key)
        if move.type == .date, case .number(let serial) = value, let day = situations.day(serial) {
          json.string(day)
        } else {
          json.value(value)
        }
      }
      json.key("worth")
      json.object { json in
        json.field("p", move.worth.chance)
        json.field("p10", move.worth.p10)
        json.field("commit", move.worth.commit)
      }
    }
  }

  private func write(_ goal: Advice.Goal, to json: inout JSONText) {
    json.object { json in
      writeGoal(goal, to: &json)
      json.key("p")
      json.value(goal.prospect.values["p_exact"] ?? .blank)
      json.field("reached", goal.isReached)
      json.field("over", goal.isOver)
      json.field("possible", goal.isReached || !goal.sets.isEmpty)
      json.field("exact", goal.isExact)
      json.field("tried", goal.tried)
      json.field("pWithAllMoves", goal.chanceOfAll)
      json.key("candidates")
      json.array { json in for move in goal.moves { write(move, to: &json) } }
      json.objects("newPipeline", goal.newPipeline) { json, new in
        json.field("stage", new.stage)
        json.field("probability", new.probability)
        json.field("deals", new.count)
        json.field("size", new.size)
        json.field("amount", new.amount)
        json.field("p", new.chance)
      }
      json.objects("needEvidence", goal.blocked) { json, deal in
        json.field("row", deal.row)
        json.field("name", deal.name)
        json.field("owner", deal.owner)
        json.field("stage", deal.stage)
        json.field("missing", deal.missing)
      }
      json.field("closeLater", goal.later)
      json.field("spared", goal.spared)
    }
  }
}
