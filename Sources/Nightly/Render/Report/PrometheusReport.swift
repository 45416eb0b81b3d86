// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

extension NightlyRun {
  /// The text format of Prometheus, for the textfile collector of node-exporter. It has no timestamps, which the collector
  /// rejects, and no label whose number of values grows with the folder.
  public func prometheus(status: Int) -> [UInt8] {
    var text = ""
    func metric(_ name: String, _ help: String, _ samples: [(labels: String, value: Double)]) {
      text += "# HELP dealbook_nightly_\(name) \(help)\n# TYPE dealbook_nightly_\(name) gauge\n"
      for sample in samples { text += "dealbook_nightly_\(name)\(sample.labels) \(Self.number(sample.value))\n" }
    }
    let day = SerialDate.serial(iso: asOf, system: .year1900).map { ($0 - 25569) * 86400 } ?? 0
    metric("as_of_timestamp_seconds", "Midnight (UTC) of the day that the run was about.", [("", day)])
    metric(
      "exit_status", "The exit code: 0 clean, 1 findings, 3 something could not be checked.", [("", Double(status))])
    metric(
      "files", "Workbooks by what became of them.",
      FileResult.Outcome.allCases.map { outcome in
        ("{outcome=\"\(outcome.rawValue)\"}", Double(files.count { $0.outcome == outcome }))
      })
    metric("rows", "Data rows in the checked workbooks.", [("", Double(files.reduce(0) { $0 + ($1.rows ?? 0) }))])
    // Open, accepted and past findings are separate metrics, so that the sum over each of them has a meaning.
    func count(_ name: String, _ help: String, _ states: [FindingState]) {
      metric(
        name, help,
        SeverityName.all.flatMap { severity in
          states.map { state in
            ("{severity=\"\(severity)\",state=\"\(state.rawValue)\"}", Double(findings.total.count(severity, state)))
          }
        })
    }
    count("findings", "Findings that are there, by severity and state.", [.new, .reopened, .persisting])
    count("findings_waived", "Findings that the team accepts, by severity.", [.waived])
    count("findings_over", "Findings of the run before that are not there any more, by severity.", [.fixed, .notAsked])
    metric("targets_at_risk", "Targets below the confidence asked for.", [("", Double(digest.targetsAtRisk.count))])
    metric(
      "overdue_amount", "Money that is overdue, by currency; none where the workbooks do not say.",
      digest.overdueTotals.sorted { $0.key < $1.key }.map { ("{currency=\"\(Self.label($0.key))\"}", $0.value) })
    metric("renewals_due", "Renewals that are due soon or have expired.", [("", Double(digest.renewalsDue.count))])
    metric(
      "authority_info", "What decides the night: in force, or found among the workbooks and ignored.",
      authorities.map { authority in
        (
          "{kind=\"\(authority.kind.rawValue)\",path=\"\(Self.label(authority.path))\","
            + "sha256=\"\(authority.sha256)\",state=\"\(authority.isInForce ? "in force" : "ignored")\"}", 1
        )
      })
    return Array(text.utf8)
  }

  private static func label(_ text: String) -> String {
    var label = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": label += "\\\\"
      case "\"": label += "\\\""
      case "\n": label += "\\n"
      default: label.unicodeScalars.append(scalar.isControl ? "\u{FFFD}" : scalar)
      }
    }
    return label
  }

  private static func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
