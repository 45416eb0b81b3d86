// SPDX-License-Identifier: Apache-2.0

import Playbook

extension UnreadText {
  /// Follows the unreadable text in a message: ` (it is approximate)`.
  var words: Localized {
    switch self {
    case .approximate:
      Localized(traditionalChinese: "（約數）", simplifiedChinese: "（约数）", english: " (it is approximate)")
    case .span: Localized(traditionalChinese: "（範圍）", simplifiedChinese: "（范围）", english: " (it is a range)")
    case .bound:
      Localized(
        traditionalChinese: "（只有上限或下限）", simplifiedChinese: "（只有上限或下限）", english: " (it is a limit, not a value)")
    case .rate:
      Localized(traditionalChinese: "（是單價或費率）", simplifiedChinese: "（是单价或费率）", english: " (it is a rate)")
    case .noYear: Localized(traditionalChinese: "（沒有年份）", simplifiedChinese: "（没有年份）", english: " (it has no year)")
    case .noDay: Localized(traditionalChinese: "（沒有日）", simplifiedChinese: "（没有日）", english: " (it has no day)")
    case .shortYear:
      Localized(
        traditionalChinese: "（年份只有兩位，哪一段是年不明）", simplifiedChinese: "（年份只有两位，哪一段是年不明）",
        english: " (its year has two digits, and it is not clear which part is the year)")
    case .republicYear:
      Localized(
        traditionalChinese: "（像是民國年；加上 --roc-years 就讀得懂）", simplifiedChinese: "（像是民国年；加上 --roc-years 就读得懂）",
        english: " (its year looks like a Republic of China year; --roc-years reads it)")
    case .noSuchDay:
      Localized(traditionalChinese: "（曆法上沒有這一天）", simplifiedChinese: "（历法上没有这一天）", english: " (there is no such day)")
    case .scale:
      Localized(
        traditionalChinese: "（不清楚這一欄的 60% 記作 60 還是 0.6）", simplifiedChinese: "（不清楚这一列的 60% 记作 60 还是 0.6）",
        english: " (it is not clear whether this column writes 60% as 60 or as 0.6)")
    }
  }

  /// What to do about it; nil where what holds for the column does.
  var remedy: Localized? {
    switch self {
    case .approximate:
      Localized(
        traditionalChinese: "改填你估計的數字；「約」之類的字句寫到備註。", simplifiedChinese: "改填你估计的数字；“约”之类的字句写到备注。",
        english: "Enter the number that you reckon with; words such as “about” belong in the notes.")
    case .span:
      Localized(
        traditionalChinese: "改填一個你估計的數字；範圍寫到備註。", simplifiedChinese: "改填一个你估计的数字；范围写到备注。",
        english: "Enter the one number that you reckon with; the range belongs in the notes.")
    case .bound:
      Localized(
        traditionalChinese: "改填一個你估計的數字；上限或下限寫到備註。", simplifiedChinese: "改填一个你估计的数字；上限或下限写到备注。",
        english: "Enter the one number that you reckon with; the limit belongs in the notes.")
    case .rate:
      Localized(
        traditionalChinese: "改填總額；單價或費率寫到備註。", simplifiedChinese: "改填总额；单价或费率写到备注。",
        english: "Enter the whole amount; the rate belongs in the notes.")
    case .noYear:
      Localized(
        traditionalChinese: "把年份也寫上，例如 2026-12-31。", simplifiedChinese: "把年份也写上，例如 2026-12-31。",
        english: "Write the year as well, for example 2026-12-31.")
    case .noDay:
      Localized(
        traditionalChinese: "改填某一天；只知道月份、季度或年份時，填它的最後一天，例如 2026-12-31。",
        simplifiedChinese: "改填某一天；只知道月份、季度或年份时，填它的最后一天，例如 2026-12-31。",
        english: "Enter a day; where only the month, quarter or year is known, its last day, for example 2026-12-31.")
    case .shortYear:
      Localized(
        traditionalChinese: "年份寫四位，例如 2026-03-15。", simplifiedChinese: "年份写四位，例如 2026-03-15。",
        english: "Write the year with four digits, for example 2026-03-15.")
    case .republicYear:
      Localized(
        traditionalChinese: "加上 --roc-years，或改填西元日期，例如 2026-03-01。",
        simplifiedChinese: "加上 --roc-years，或改填公历日期，例如 2026-03-01。",
        english: "Add --roc-years, or enter the day with its year as in 2026-03-01.")
    case .noSuchDay:
      Localized(
        traditionalChinese: "改成曆法上有的一天；月份只有 12 個，各月的天數也有限。", simplifiedChinese: "改成历法上有的一天；月份只有 12 个，各月的天数也有限。",
        english: "Correct the month or the day: the calendar has no such day.")
    case .scale: nil
    }
  }
}
