import Dealbook
import Playbook
import Spreadsheet

/// Situations and scenarios as JSON: money in 元, chances from 0 to 1, days as `2026-03-31`, null for what is not known.
struct SituationJSON {
  static let schemaVersion = 1

  let system: DateSystem

  func write(_ situation: Situation, to json: inout JSONText) {
    json.object { json in
      json.key("owners")
      json.array { json in
        for owner in situation.owners {
          json.object { json in
            if !owner.id.isEmpty { json.field("target_id", owner.id) }
            json.field("owner", owner.name)
            writePeriodAndFigures(owner, to: &json)
          }
        }
      }
      json.key("teams")
      json.array { json in
        for team in situation.teams {
          json.object { json in
            json.field("team", team.name)
            writePeriodAndFigures(team, to: &json)
            json.field("exact", team.isExact)
          }
        }
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
      json.key("stages")
      json.array { json in
        for stage in situation.stages {
          json.object { json in
            json.field("stage", stage.label)
            for key in Situation.stageKeys {
              json.key(key)
              write(stage.values[key] ?? .blank, to: &json)
            }
          }
        }
      }
      json.key("cash")
      json.array { json in
        for month in situation.cash {
          json.object { json in
            json.field("month", month.month)
            json.field("due", month.due)
            json.field("expected", month.expected)
          }
        }
      }
      json.key("ageing")
      json.array { json in
        for bucket in situation.ageing {
          json.object { json in
            json.field("bucket", bucket.label)
            json.field("outstanding", bucket.amount)
            json.field("provision", bucket.provision)
          }
        }
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
      write(prospect.values[key] ?? .blank, to: &json)
    }
  }

  func write(_ value: CellValue, to json: inout JSONText) {
    switch value {
    case .number(let number): json.number(number)
    case .text(let text): json.string(text)
    case .boolean(let truth): json.string(truth ? "TRUE" : "FALSE")
    case .blank, .error: json.null()
    }
  }

  func day(_ serial: Double?) -> String? {
    serial.flatMap { SerialDate.isoText(serial: $0.rounded(.down), system: system) }
  }

  func write(_ rules: TargetRules?, to json: inout JSONText) {
    guard let rules else { return json.null() }
    json.object { json in
      json.field("team", rules.team)
      json.key("rules")
      json.array { json in
        for result in rules.results {
          json.object { json in
            json.field("rule", result.rule.rawValue)
            json.field("p_start", day(result.start))
            json.field("p_end", day(result.end))
            json.key("pool")
            if result.lowest == nil { json.number(result.pool) } else { json.null() }
            field("lowest", result.lowest, to: &json)
            field("fastOxIndex", result.fastOxIndex, to: &json)
            field("growthLow", result.growths?.lowerBound, to: &json)
            field("growthHigh", result.growths?.upperBound, to: &json)
            field("loadLow", result.loads?.lowerBound, to: &json)
            field("loadHigh", result.loads?.upperBound, to: &json)
            json.key("owners")
            json.array { json in
              for share in result.shares {
                json.object { json in
                  json.field("target_id", share.id)
                  json.field("owner", share.owner)
                  json.field("target", share.target)
                  json.field("next", share.next)
                  json.field("growth", share.growth)
                  field("load", share.load, to: &json)
                  json.field("fastOx", share.isFastOx)
                }
              }
            }
          }
        }
      }
    }
  }

  func write(_ calibration: Calibration?, to json: inout JSONText) {
    guard let calibration else { return json.null() }
    json.object { json in
      json.field("fewest", Calibration.fewest)
      json.key("stages")
      json.array { json in
        for stage in calibration.stages {
          json.object { json in
            json.field("stage", stage.label)
            json.field("stated", stage.stated)
            field("rate", stage.rate, to: &json)
            field("low", stage.low, to: &json)
            field("high", stage.high, to: &json)
            json.field("closed", stage.closed)
            json.field("won", stage.won)
            field("brier", stage.brier, to: &json)
            field("conv", stage.passed, to: &json)
            field("statedConv", stage.statedPass, to: &json)
            json.field("enough", stage.isEnough)
          }
        }
      }
      json.key("changes")
      json.array { json in for change in calibration.changes { json.string(change) } }
    }
  }

  private func field(_ name: String, _ number: Double?, to json: inout JSONText) {
    json.key(name)
    if let number { json.number(number) } else { json.null() }
  }

  /// One element of `scenarios`.
  ///
  /// - Parameter targets: the next targets, where they are wanted.
  func written(
    _ outcome: Outcome, tellsWhy: Bool, targets: TargetRules??, _ language: Language
  ) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.field("name", outcome.scenario.name)
      if !outcome.scenario.note.isEmpty { json.field("note", outcome.scenario.note) }
      json.key("changes")
      json.array { json in
        for change in outcome.changes {
          json.object { json in
            json.field("change", change.text)
            json.field("cells", change.count)
            json.key("first")
            json.array { json in
              for cell in change.cells {
                json.object { json in
                  json.field("sheet", cell.sheet)
                  json.field("row", cell.row)
                  json.field("column", cell.column)
                  json.key("before")
                  write(cell.before, cell.type, to: &json)
                  json.key("after")
                  write(cell.after, cell.type, to: &json)
                }
              }
            }
          }
        }
      }
      if !outcome.scenario.bonds.isEmpty {
        json.key("together")
        json.array { json in for bond in outcome.scenario.bonds { json.string(bond) } }
      }
      json.key("after")
      write(outcome.after, to: &json)
      if let targets {
        json.key("targets")
        write(targets, to: &json)
      }
      guard tellsWhy else { return }
      json.key("why")
      json.array { json in
        for reason in outcome.reasons(in: language) {
          json.object { json in
            json.field("column", reason.column.description)
            json.field("sheet", reason.sheet)
            json.field("header", reason.title)
            json.field("formula", reason.formula)
            json.field("words", reason.words)
            json.key("through")
            json.array { json in for name in reason.through { json.string(name) } }
            json.field("rows", reason.count)
            json.key("first")
            json.array { json in
              for row in reason.rows {
                json.object { json in
                  json.field("row", row.id)
                  json.key("before")
                  write(row.before, reason.type, to: &json)
                  json.key("after")
                  write(row.after, reason.type, to: &json)
                }
              }
            }
          }
        }
      }
    }
    return json.bytes
  }

  /// A day as such.
  private func write(_ value: CellValue, _ type: ColumnType, to json: inout JSONText) {
    if type == .date, case .number(let serial) = value {
      if let day = day(serial) { json.string(day) } else { json.null() }
    } else {
      write(value, to: &json)
    }
  }
}
