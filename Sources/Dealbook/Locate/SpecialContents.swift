// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Whether a sheet with one of the playbook's special titles has the content of such a sheet. A team's own sheet of parameters or codes
/// does not, and nothing is written to it.
struct SpecialContents {
  let playbook: Playbook
  let prepared: PreparedPlaybook

  /// The last row that is examined.
  private static let lastRow = 60

  func fits(_ kind: SpecialSheetKind, _ sample: SheetSample, of workbook: Workbook) -> Bool {
    if sample.rows.isEmpty { return true }
    let texts = sample.rows.lazy.filter { $0.index <= Self.lastRow }.map { row in row.cells.compactMap(\.value.text) }
    switch kind {
    case .settings: return isMostlySettings(sample) || hasOurNames(sample, of: workbook)
    case .lists:
      return texts.contains { $0.contains(where: isListHeader) }
    case .funnel:
      return texts.contains { $0.count { prepared.funnelTitles.contains(HeaderNormalizer.key($0)) } > 1 }
    }
  }

  /// Whether most of what has a value beside it is a setting. One label that a team's own parameters share with ours, such as Language,
  /// does not make them ours.
  private func isMostlySettings(_ sample: SheetSample) -> Bool {
    var known = 0
    var others = 0
    for row in sample.rows where row.index <= Self.lastRow {
      let keys = row.cells.compactMap { $0.value.text.map(HeaderNormalizer.key) }
      if keys.contains(where: { prepared.settings[$0] != nil || SettingsTable.rocNames.contains($0) }) {
        known += 1
      } else if row.cells.count > 1, case .text = row.cells[0].value, known > 0 || keys.count < row.cells.count {
        // Texts alone above the first setting are headers.
        others += 1
      }
    }
    return known > others
  }

  /// Whether the name of a setting refers to the sheet, as those that were written for the settings do.
  private func hasOurNames(_ sample: SheetSample, of workbook: Workbook) -> Bool {
    workbook.definedNames.contains { name in
      name.sheetIndex == nil && playbook.setting(name.name) != nil
        && SheetPlace(name.formula, in: workbook)?.sheetIndex == sample.sheetIndex
    }
  }

  /// `st.code`
  private func isListHeader(_ text: String) -> Bool {
    let parts = text.split(separator: ".", maxSplits: 1).map { StraySpace.trimmed(String($0)).lowercased() }
    return parts.count == 2 && playbook.list(parts[0])?.hasColumn(parts[1]) == true
  }
}

extension Workbook {
  /// A sheet's title without the suffix that ``freeTitle(_:)`` added.
  static func bareTitle(_ name: String) -> String {
    guard name.hasSuffix(")"), let mark = name.firstRange(of: " (dealbook") else { return name }
    return String(name[..<mark.lowerBound])
  }

  /// A name for a new sheet that no other sheet has.
  func freeTitle(_ title: String) -> String {
    let taken = Set(sheets.map { $0.name.lowercased() })
    guard taken.contains(title.lowercased()) else { return title }
    let others = ["\(title) (dealbook)"] + (2...99).map { "\(title) (dealbook \($0))" }
    return others.first { !taken.contains($0.lowercased()) } ?? title
  }
}
