// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Targets with a column for each period: pages read them, and formulas do not.
extension FigureGaps {
  func targetsInColumns() -> [String] {
    if let sheet = source.team.sheet(BoundWorkbook.targets), let columns = sheet.targetColumns {
      return [read(columns, on: sheet)]
    }
    let tabs = (try? source.team.targetTabs()) ?? []
    let readable = tabs.filter { if case .read? = $0.outcome { true } else { false } }
    if readable.count == 1, let tab = readable.first {
      return [
        words(
          "「\(tab.title)」的目標按期間分欄，公式不讀取；dealbook report 計入",
          "“\(tab.title)” has targets in columns of periods, which formulas do not read; dealbook report counts them")
      ]
    }
    return Dictionary(grouping: tabs) { tab -> TargetColumns.Doubt? in
      if case .doubted(let doubt)? = tab.outcome { doubt } else { nil }
    }.map { doubt, tabs in
      let names = words.list(tabs.map { words("「\($0.title)」", "“\($0.title)”") }, most: 6)
      return (names: names, count: tabs.count, doubt: doubt)
    }.sorted { $0.names < $1.names }.map { unread($0.names, $0.count, $0.doubt) }
  }

  /// Owners that a sheet calls by numbers, and figures by names.
  func staffNumbers() -> [String] {
    source.team.sheets.compactMap { sheet in
      guard let tab = sheet.staffTab, let owner = sheet.column("owner") else { return nil }
      return words(
        "「\(sheet.title)」的「\(owner.header)」是編號，按「\(tab)」換成姓名；工作簿裡的公式不換",
        "“\(owner.header)” on “\(sheet.title)” holds numbers of people, and “\(tab)” says whose they are; formulas of the workbook do not"
      )
    }
  }

  private func read(_ columns: TargetColumns, on sheet: LocatedSheet) -> String {
    func cell(_ row: Int, _ period: TargetColumns.Period?) -> String {
      CellReference(row: row, column: period?.number ?? 1)?.description ?? ""
    }
    let first = cell(columns.rows.lowerBound, columns.columns.first)
    let last = cell(columns.rows.upperBound, columns.columns.last)
    func day(_ day: SerialDate?) -> String {
      day?.serial(in: .year1900).flatMap { SerialDate.isoText(serial: $0, system: .year1900) } ?? ""
    }
    let (start, end) = (day(columns.columns.first?.first), day(columns.columns.last?.last))
    let year = columns.yearOfDeals.map {
      words("；表上沒有年份，依商機的年份作 \($0) 年", "; no year is said there, and all deals close in \($0)")
    }
    return words(
      "目標取自「\(sheet.title)」按期間分的欄（\(first):\(last)，\(start) – \(end)）；工作簿裡的公式不讀取",
      "Targets are those of “\(sheet.title)” in columns of periods (\(first):\(last), \(start) – \(end)); formulas of the workbook do not read them"
    ) + (year ?? "")
  }

  private func unread(_ names: String, _ count: Int, _ doubt: TargetColumns.Doubt?) -> String {
    let isOne = count == 1
    let why: String =
      switch doubt {
      case .noYear: words("沒有說是哪一年", "no year is said")
      case .otherTotal(let cell):
        words("\(cell) 的合計與各期之和不同", "the total in \(cell) is not the sum of its parts")
      case .unstored(let cell):
        words("\(cell) 的公式沒有儲存值", "the formula in \(cell) has no stored value")
      case .businessYear: words("是哪個財年有兩種讀法", "its business year can be read in two ways")
      case .twice(let cell): words("同一期間有兩欄（\(cell)）", "two columns are of the same period (\(cell))")
      case nil:
        words(
          "每人每期一列（責任人、期初、期末、目標），或每人一列、每期一欄，才讀得到",
          "what is read has a row for each owner and period, with columns Owner, Period start, Period end and Target, or a row for each owner and a column for each period"
        )
      }
    return words(
      "\(names)可能有目標，但沒有讀取；\(why)",
      "\(names) may hold targets, and \(isOne ? "is" : "are") not read; \(why)")
  }
}
