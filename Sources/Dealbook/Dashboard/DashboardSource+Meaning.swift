// SPDX-License-Identifier: Apache-2.0

import Playbook

extension DashboardSource {
  /// The numbers of a list's rows with these codes, and of the team's own words for the same.
  func places(of codes: [String], in list: String) -> [Int] {
    let known = team.lists[list]?.meanings ?? []
    let places = known.indices.filter { codes.contains(known[$0]) }.map { $0 + 1 }
    return places.isEmpty ? Array(1...codes.count) : places
  }

  /// Whether the rows on which a figure rests have no number for it at all, so that 0 would say what nobody knows.
  func holdsOnlyBlanks(_ key: DashboardFigures.Key) -> Bool {
    let prefix = Self.sheet(of: key)
    let name =
      switch prefix {
      case "pa": "pa_outstanding"
      case "re": "re_days_exp"
      default: ""
      }
    guard let sheet = team.sheet(prefix), column(name) != nil, !holdsNumbers(name) else { return false }
    // Rows made ready for entries owe nothing.
    return (0..<sheet.rows.count).contains { sheet.rows.kinds[$0] == .data && sheet.hasEntry(at: $0) }
  }

  /// Whether a table, or a tab, that may hold rows of the sheet on which a figure rests is not read, or rows of it have no figures.
  func leavesUnread(_ key: DashboardFigures.Key) -> Bool {
    let prefix = Self.sheet(of: key)
    guard let sheet = team.sheet(prefix) else { return false }
    return !sheet.mergedIDs.isEmpty || !sheet.unreadBlocks.isEmpty
      || team.otherSheets.contains { $0.reason == .secondOf(prefix) }
  }

  /// Why such a figure is not known.
  func unreadReason(_ key: DashboardFigures.Key) -> String {
    guard let sheet = team.sheet(Self.sheet(of: key)), !sheet.mergedIDs.isEmpty else { return words.besideUnread }
    return words.sameIDs
  }

  /// The sheet whose rows a figure adds up or counts; empty for the target.
  private static func sheet(of key: DashboardFigures.Key) -> String {
    switch key {
    case .won, .commit, .best, .weighted, .chance, .p10, .p50, .p90: "de"
    case .overdue, .overdueLines: "pa"
    case .due30, .due60, .due90: "re"
    case .alerts, .watches: "acc"
    case .target, .changed: ""
    }
  }
}
