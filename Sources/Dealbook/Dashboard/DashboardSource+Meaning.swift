// SPDX-License-Identifier: Apache-2.0

import Playbook

extension DashboardSource {
  /// The numbers of a list's rows with these codes, and of the team's own words for the same, whose codes have a number: `TALK2`.
  func places(of codes: [String], in list: String) -> [Int] {
    let known = team.lists[list]?.columns["code"]?.map(\.shownText) ?? []
    let places = known.indices.filter { place in codes.contains { Self.means(known[place], $0) } }.map { $0 + 1 }
    return places.isEmpty ? Array(1...codes.count) : places
  }

  /// Whether a label of the list means one of these codes.
  func label(_ text: String, in list: String, isOneOf codes: [String]) -> Bool {
    let labels = team.lists[list]?.columns["label"]?.map(\.shownText) ?? []
    let known = team.lists[list]?.columns["code"]?.map(\.shownText) ?? []
    return zip(labels, known).contains { label, code in
      label.lowercased() == text.lowercased() && codes.contains { Self.means(code, $0) }
    }
  }

  private static func means(_ code: String, _ base: String) -> Bool {
    code.hasPrefix(base) && code.dropFirst(base.count).allSatisfy(\.isNumber)
  }

  /// Whether the rows on which a figure rests have no number for it at all, so that 0 would say what nobody knows.
  func holdsOnlyBlanks(_ key: DashboardFigures.Key) -> Bool {
    let (prefix, name) =
      switch key {
      case .overdue, .overdueLines: ("pa", "pa_outstanding")
      case .due30, .due60, .due90: ("re", "re_days_exp")
      default: ("", "")
      }
    guard let sheet = team.sheet(prefix), column(name) != nil, !holdsNumbers(name) else { return false }
    // Rows made ready for entries owe nothing.
    return (0..<sheet.rows.count).contains { sheet.rows.kinds[$0] == .data && sheet.hasEntry(at: $0) }
  }
}
