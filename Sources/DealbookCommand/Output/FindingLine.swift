// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Playbook
import Spreadsheet

/// Formats a finding as one line.
struct FindingLine {
  let words: CheckWords
  let style: TextStyle

  /// With a path, in the format that editors and grep understand: `team.xlsx:商機!I7: error DEA-004 D-006 安洛精密 金額(元): …`.
  func text(_ finding: DescribedFinding, path: String?) -> String {
    var place = path ?? ""
    if !finding.sheet.isEmpty { place += (place.isEmpty ? "" : ":") + finding.sheet }
    if let cell = finding.cell ?? finding.row.map(String.init) { place += (place.isEmpty ? "" : "!") + cell }
    let severity = path == nil ? words.severity(finding.severity) : finding.severity.rawValue
    var text = Printable.text(place) + (place.isEmpty ? "" : ": ")
    text += "\(style.colored(severity, finding.severity)) \(finding.rule)"
    for part in [finding.rowID, finding.rowName, finding.header] where !part.isEmpty {
      text += " \(Printable.text(part))"
    }
    text += ": \(Printable.text(finding.message))"
    if let repair = finding.repair { text += " → \(Printable.text(repair))" }
    return text
  }
}
