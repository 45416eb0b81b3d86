// SPDX-License-Identifier: Apache-2.0

import Playbook

extension DashboardSource {
  /// The figures that cannot be computed although the workbook has a sheet for them, with the reasons, in a sentence; empty if there are
  /// none.
  func lackingFigures() -> [String] {
    let figures: [(key: DashboardFigures.Key, title: String)] = [
      (.won, words("已簽", "Won")), (.commit, words("承諾", "Commit")), (.best, words("樂觀", "Best case")),
      (.chance, words("達標機率", "P(target)")), (.overdue, words("逾期未收", "Overdue")),
    ]
    var lacking: [(tile: String, reason: String)] = []
    for figure in figures {
      if let reason = whyLacking(figure.key) { lacking.append((figure.title, reason)) }
    }
    return lacking.isEmpty ? [] : [words.leftOut(lacking)]
  }

  /// Why a figure cannot be computed; nil if it can, or if the workbook has nothing for it.
  func whyLacking(_ key: DashboardFigures.Key) -> String? {
    if let id = lack(DashboardFigures.needs(key)) { return isWorthTelling(id) ? reason(lacking: id) : nil }
    return nothingCounts(key)
  }
}
