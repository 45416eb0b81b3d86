// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The wording of a dashboard in three languages.
struct DashboardWords: SaysInThreeLanguages {
  let language: Language

  /// The text as a string constant in a formula.
  func quoted(_ traditional: TraditionalText, _ english: String) -> String { quoted(self(traditional, english)) }

  /// A text in the language of the dashboard as a string constant in a formula.
  func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// A formula for a count and its noun. The noun follows, except in English, where it comes first and needs no plural.
  func counted(_ x: String, _ traditional: TraditionalText, _ english: String) -> String {
    language == .english ? "\"\(english): \"&\(x)" : "\(x)&\(quoted(traditional, ""))"
  }

  var dashboard: String { self("總覽", "Dashboard") }
  var chartData: String { self("圖表資料", "Chart data") }
  var title: String { self("銷售總覽", "Sales dashboard") }
  var dataNote: String {
    self(
      "總覽的圖表讀這張表；dealbook fill 會更新它。請勿在此輸入。",
      "The charts of the dashboard read this sheet, and dealbook fill updates it. Please do not type here.")
  }
  /// What a chart says that has nothing to show yet.
  func typeFirst(_ sheet: String) -> String { self("填寫「\(sheet)」表後顯示", "Type on the sheet \(sheet), and this fills") }
  var others: String { self("其他", "Others") }
  var team: String { self("團隊", "Team") }
  var noData: String { self("還沒有資料", "no data yet") }
  var tooLarge: String { self("金額太大，無法精確相加", "amounts too large to add up exactly") }
  /// Why a figure of 0 is not shown.
  var besideUnread: String { self("還有一個表沒有讀取", "another table is not read") }
  var sameIDs: String { self("公式分不清某些編號", "formulas can't tell some of the IDs apart") }
  /// Why a workbook gets no dashboard, in each language.
  static let nothingToShow = Localized(
    traditionalChinese: "上面沒有一項算得出來；缺什麼，見 dealbook report",
    simplifiedChinese: "上面没有一项算得出来；缺什么，见 dealbook report",
    english: "nothing on it could be computed; dealbook report tells what is missing")
  var outdated: String { self("輸入已變，需重算（dealbook fill）", "Inputs changed: run dealbook fill") }

  func noSheet(_ title: String) -> String { self("沒有「\(title)」表", "no sheet \(title)") }
  func noColumn(_ name: String) -> String { self("沒有「\(name)」欄", "no column \(name)") }
  func noSetting(_ name: String) -> String { self("設定 \(name) 沒有可用的值", "the setting \(name) has no usable value") }
  func noChance(_ label: String) -> String {
    self("「\(label)」沒有贏單機率", "no win probability is given for “\(label)”")
  }
  func unread(_ header: String, as column: String) -> String {
    self("「\(header)」無法當作「\(column)」讀取", "“\(header)” is not read as \(column)")
  }
  var noClosingDate: String { self("簽約日都讀不出來", "no closing date can be read") }
  var noPeriods: String {
    self("目標沒有寫明起訖：加「期初」「期末」兩欄日期", "targets do not say from when to when: add columns Period start and Period end")
  }
  /// A header and what stands in the way of it: “Amount is mostly text”.
  func clause(_ header: String, _ obstacle: Obstacle) -> String {
    let words = obstacle.words(in: language)
    let clause = language == .english ? header + words : self("「\(header)」", "") + words.drop { $0 == " " }
    guard case .texts = obstacle else { return clause }
    return clause
      + self(
        "，dealbook fill --repair safe 可轉換，或說明為何不能", "; dealbook fill --repair safe converts it, or says why it can't")
  }
  func foreignUnit(_ column: LocatedColumn) -> String {
    // A header may have several lines.
    let header = column.header.split(whereSeparator: \.isNewline).joined(separator: " ")
    if let line = column.unitLine, line.isOfSeveralCurrencies {
      return self(
        "「\(header)」含多種幣別或單位（\(line.unit(in: language))）",
        "\(header) is in several currencies or units (\(line.unit(in: language)))")
    }
    if let line = column.unitLine {
      return self(
        "「\(header)」不是以元為單位（\(line.place)），請換算後改那段文字",
        "\(header) is in thousands or more (\(line.place)); convert it and change the text")
    }
    return HeaderNormalizer.inSingleUnits(header) == nil
      ? self("「\(header)」不是以元為單位，請換算後改欄名", "\(header) is in thousands or more; convert it and change the header")
      : self(
        "「\(header)」不是以元為單位，dealbook fill --repair safe 可換算，或說明為何不能",
        "\(header) is in thousands or more; dealbook fill --repair safe converts it, or says why it can't")
  }
  func leftOut(_ parts: [(tile: String, reason: String)]) -> String {
    // What is missing for one reason stands together.
    var groups: [(reason: String, tiles: [String])] = []
    for part in parts {
      if let place = groups.firstIndex(where: { $0.reason == part.reason }) {
        groups[place].tiles.append(part.tile)
      } else {
        groups.append((part.reason, [part.tile]))
      }
    }
    let texts = groups.map { group in
      let names = list(group.tiles)
      return self("\(names)（\(group.reason)）", "\(names) (\(group.reason))")
    }
    return self("未列出：", "Left out: ") + texts.joined(separator: semicolon)
  }

  /// That a fill never draws on a dashboard that is there, and how to have one drawn anew.
  func undrawn(_ tiles: [String], dataSheet: String) -> String {
    let names = list(tiles)
    return self(
      "這張總覽上沒有\(names)的圖：要補上，請刪除總覽和隱藏的「\(dataSheet)」表，再執行 dealbook fill --dashboard",
      "Not on this dashboard: \(names). To have them drawn, delete it and the hidden sheet “\(dataSheet)”, then run dealbook fill --dashboard"
    )
  }

  /// Why a sum gives an error.
  var readsError: String { self("所讀的儲存格裡有錯誤值", "a cell it reads holds an error") }
  /// What follows the number of a row.
  var rowMark: String { pick(" 列", " 行", "") }
  func rows(_ count: Int, of sheet: String) -> String {
    pick(
      "「\(sheet)」表的 \(count) 列", "“\(sheet)”表的 \(count) 行",
      count == 1 ? "1 row of \(sheet)" : "\(count) rows of \(sheet)")
  }
  var idsAreAlike: String {
    pick("公式分不開這些編號，見 GEN-025", "公式分不开这些编号，见 GEN-025", "formulas can't tell their IDs apart; see GEN-025")
  }

  // MARK: Flags of a deal

  /// The text for each code of the risk flags.
  var flags: [(code: String, text: String)] {
    [
      ("STALL", self("停滯", "stalled")), ("PAST", self("過期", "past close")),
      ("GATE", self("缺關卡", "gates missing")), ("INFLATED", self("虛高", "inflated")),
      ("NOGUIDE", self("無向導", "no guide")), ("LAG", self("落後", "behind")),
      ("NONEXT", self("無下一步", "no next step")), ("NEXTLATE", self("下一步逾期", "next step late")),
    ]
  }
}
