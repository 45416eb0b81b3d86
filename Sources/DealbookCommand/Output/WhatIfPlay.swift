// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

/// Runs the scenarios of a command and prints their results.
struct WhatIfPlay {
  /// What is kept of a scenario after it has been printed; the columns it changed are not.
  struct Played: Sendable {
    var name: String
    /// What the sheet calls it.
    var heading: String
    /// Kept for the sheet; nil if none is wanted.
    var after: Situation?
    /// An element of `scenarios`; empty if no JSON is wanted.
    var json: [UInt8]
    var sections: [ReportPage.Section]
  }

  private(set) var played: [Played] = []
  private let command: WhatIfCommand
  private let table: SandTable
  private let page: OutcomePage
  private let calibration: Calibration?
  private let seen: Calibration?
  private let hasBonds: Bool

  private var writer: SituationJSON { SituationJSON(system: table.analysis.team.workbook.dateSystem) }

  init(_ command: WhatIfCommand, _ table: SandTable, _ wished: [Scenario]) throws(Failure) {
    self.command = command
    self.table = table
    page = OutcomePage(
      table, file: command.file, output: command.sheet ? command.outputOptions.output ?? command.file : nil,
      language: command.playbookOptions.language)
    calibration = command.calibrate ? Calibration(table) : nil
    var scenarios = wished
    seen = try command.seenDeals().flatMap { Calibration(table, history: $0) }
    for calibration in [calibration, seen].compactMap(\.self) {
      if let scenario = calibration.scenario(named: page.name(of: calibration)) { scenarios.append(scenario) }
    }
    hasBonds = scenarios.contains { !$0.bonds.isEmpty }
    let all = scenarios
    let (page, writer) = (page, writer)
    let (isJSON, why, targets) = (command.format == .json, command.why, command.targets)
    let isForSheet = command.sheet
    do throws(DealbookError) {
      played = try concurrentMap(all.count) { (place: Int) throws(DealbookError) in
        let outcome = try table.play(all[place])
        let heading = isForSheet ? page.heading(of: outcome) : ""
        let rules = targets ? outcome.targetRules() : nil
        if isJSON {
          let json = writer.written(outcome, tellsWhy: why, targets: targets ? .some(rules) : nil, page.language)
          return Played(
            name: all[place].name, heading: heading, after: isForSheet ? outcome.after : nil, json: json, sections: [])
        }
        var sections = page.sections(outcome, number: all.count > 1 ? place + 1 : nil, tellsWhy: why)
        if let rules { sections += page.sections(rules, of: all[place].name) }
        return Played(
          name: all[place].name, heading: heading, after: isForSheet ? outcome.after : nil, json: [],
          sections: sections)
      }
    } catch {
      throw Failure(error, file: command.file)
    }
  }

  /// Writes it piece by piece, so that what scenarios say is not held twice.
  func write(as format: WhatIfFormat) {
    switch format {
    case .json: writeJSON()
    case .text: StandardOutput.write(Array(told.printable().utf8))
    case .markdown: StandardOutput.write(Array(told.markdown().utf8))
    }
  }

  private var told: ReportPage {
    var sections: [ReportPage.Section] = []
    for calibration in [calibration, seen].compactMap(\.self) { sections += page.sections(calibration) }
    if command.targets, let rules = table.targetRules() { sections += page.sections(rules) }
    return page.page(sections + played.flatMap(\.sections), hasBonds: hasBonds)
  }

  private func writeJSON() {
    var json = JSONText()
    let writer = writer
    json.object { json in
      json.field("schemaVersion", SituationJSON.schemaVersion)
      json.field("file", command.file)
      json.field("asOf", table.analysis.team.asOfText)
      json.field("playbook", table.analysis.team.playbook.name)
      json.field("language", page.language.rawValue)
      json.key("before")
      writer.write(table.before, to: &json)
      if command.targets {
        json.key("targets")
        writer.write(table.targetRules(), to: &json)
      }
      let calibrations = [
        ("calibration", command.calibrate, calibration), ("historyCalibration", command.history != nil, seen),
      ]
      for (key, isWanted, calibration) in calibrations where isWanted {
        json.key(key)
        writer.write(calibration, conclusion: calibration.map(page.conclusion) ?? "", to: &json)
      }
      json.key("scenarios")
      json.array { json in
        for scenario in played {
          json.written(scenario.json)
          StandardOutput.write(json.take())
        }
      }
      json.key("assumptions")
      json.array { json in for note in page.page([], hasBonds: hasBonds).notes { json.string(note) } }
    }
    json.newline()
    StandardOutput.write(json.bytes)
  }
}
