// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension FigureGaps {
  /// Won deals that count by the day on which they were expected to close, because the sheet says no other, and the column that may.
  func closesExpected() -> [String] {
    guard source.lack(["de_amount", "de_is_won", "de_is_open", "de_in_period", "de_close_eff"]) == nil,
      let rows = SheetRows(source, "de", ["amount", "is_won", "is_open", "in_period", "close_eff", "stage"]),
      !rows.sheet.holds("actual_close"), let expected = rows.sheet.column("expected_close"),
      let start = source.team.settings.number("PeriodStart"), let end = source.team.settings.number("PeriodEnd")
    else { return [] }
    let won = rows.rows.filter {
      rows.number("is_won", $0) == 1 && rows.number("amount", $0) != nil && rows.number("close_eff", $0) != nil
    }
    guard !won.isEmpty else { return [] }
    let open = rows.rows.filter { rows.number("is_open", $0) == 1 }
    let unread = (try? UnreadDays.all(on: rows.sheet, of: source.team.workbook)) ?? []
    let other = unread.filter {
      $0.count(won) * 2 > won.count && $0.isEmpty(open) && !Self.saysBeginning($0.header.header)
    }
    guard !other.isEmpty || Self.saysExpected(expected.header) else { return [] }
    func sum(_ offsets: [Int]) -> String {
      ReportNumbers.grouped(offsets.reduce(0) { $0 + (rows.number("amount", $1) ?? 0) })
    }
    let outside = won.filter { rows.number("in_period", $0) != 1 }
    let isOne = won.count == 1
    var sentence = words(
      "「\(rows.sheet.title)」沒有實際結單日的欄，\(won.count) 筆贏單（\(sum(won))）按「\(expected.header)」計算",
      "“\(rows.sheet.title)” has no column for the day on which a deal closed, so \(words.count(won.count, "won deal", "won deals")) (\(sum(won))) \(isOne ? "counts" : "count") by “\(expected.header)”"
    )
    if !outside.isEmpty {
      sentence += words(
        "，其中 \(outside.count) 筆（\(sum(outside))）不在本期",
        ", which puts \(outside.count) of them (\(sum(outside))) outside the period")
    }
    if let column = other.max(by: { $0.count(won) < $1.count(won) }) {
      let later = won.filter { offset in
        column.days[offset].map { !(start...end).contains($0.rounded(.down)) } ?? false
      }
      sentence += words(
        "；「\(column.header.header)」只有已結束的商機填了日期，可能就是結單日，但沒有讀取：按它計算有 \(later.count) 筆（\(sum(later))）不在本期",
        "; “\(column.header.header)”, which is not read, has dates only for deals that are over and may be that column: by it, \(later.count) (\(sum(later))) would be outside the period"
      )
    }
    return [sentence]
  }

  /// Whether a header says of a day that it is not certain.
  private static func saysExpected(_ header: String) -> Bool {
    let folded = Simplified.text(TextFolding.folded(header))
    return expected.contains { folded.contains($0) }
  }

  private static func saysBeginning(_ header: String) -> Bool {
    let folded = Simplified.text(TextFolding.folded(header))
    return ["start", "begin", "开始", "启动"].contains { folded.contains($0) }
  }

  private static let expected = [
    "expect", "estim", "anticip", "forecast", "project", "planned", "target", "probab", "due", "预", "计划", "目标", "拟",
    "voraus", "erwart", "geplant", "planung", "prognos", "ziel", "prévu", "prevu", "previst", "previst", "estimad",
  ]
}
