// SPDX-License-Identifier: Apache-2.0

/// Writes the file of `playbook init`, which changes nothing until a line is uncommented.
///
/// A `#` followed by one space is a remark; any other `#` precedes an example. A test reads all examples.
struct StartingPoint {
  let words: ExplainWords

  var text: String {
    """
    \(remark("這個檔案是內建大客戶方法的延伸：沒寫到的都照內建。用 dealbook playbook check 檢查，用 dealbook playbook show 看完整內容。", "This file extends the built-in key-account method: whatever is not stated here stays as built in. Check it with ‘dealbook playbook check’; ‘dealbook playbook show’ prints the whole method."))
    \(remark("檔名 dealbook.yaml，放在工作簿旁邊或上層資料夾。去掉行首的 # 即生效。", "Keep it as dealbook.yaml beside the workbooks or in a folder above. Remove the # to activate a line."))

    playbook: my-team
    extends: key-account

    \(remark("core 只用六張表；full 要十三張。", "core needs six sheets, full all thirteen."))
    #profile: core

    #settings:
    \(remark("設定的預設值：門檻、權重、天數。工作簿裡有的值優先。", "Defaults of settings: thresholds, weights, days. A value in the workbook wins.", indent: 2))
    #  PotHigh: 2000000
    #  DriftDays: 45
    \(remark("新的設定。", "A new setting.", indent: 2))
    #  TaxRate:
    #    title: {zh-Hant: 稅率, en: Tax rate}
    #    default: 0.05
    #    unit: {zh-Hant: 比例, en: ratio}

    #lists:
    \(remark("階段和比率：代碼不動，改標籤和參數。", "Stages and rates: the codes stay, labels and parameters change.", indent: 2))
    #  st:
    #    rows:
    #      BID: {zh-Hant: 方案報價, en: Proposal, conv: 0.65, max_days: 60}
    \(remark("增減選項：off 刪一列；order 給出全部代碼和次序。", "Other options: ‘off’ removes a row; ‘order’ lists all codes that stay, in order.", indent: 2))
    #  vm:
    #    rows:
    #      DEMO: {zh-Hant: 現場演示, en: Demonstration}
    #      EXPO: off
    #    order: [ONSITE, HOST, DEMO, CALL, ONLINE]
    \(remark("新的清單，可帶參數。公式寫 tier_label、tier_price。", "A new list, with a parameter. Formulas say tier_label and tier_price.", indent: 2))
    #  tier:
    #    title: {zh-Hant: 等級, en: Tier}
    #    columns: [price]
    #    rows:
    #      BASIC: {zh-Hant: 基礎版, en: Basic, price: 100}
    #      PRO: {zh-Hant: 專業版, en: Pro, price: 300}

    #special_sheets:
    \(remark("設定、清單、漏斗三張表的名稱。", "The titles of the sheets Settings, Lists and Funnel.", indent: 2))
    #  settings:
    #    title: {zh-Hant: 參數設定, en: Parameters of ours}

    #sheets:
    #  de:
    \(remark("表名：舊名仍然認得。", "The title of a sheet: the old one is still recognised.", indent: 4))
    #    title: {zh-Hant: 專案, en: Projects}
    #    aliases: [專案清單]
    #    columns:
    \(remark("欄名：舊名仍然認得。", "A header: the old one is still recognised.", indent: 6))
    #      amount:
    #        title: {zh-Hant: 合約額(元), en: Contract value}
    \(remark("清空一個鍵即取消內建的規定：這裡產品編號不再必填。", "An empty key cancels the built-in rule: here the product is no longer required.", indent: 6))
    #      product_id:
    #        required:
    \(remark("不用的欄。", "A column that you do not use.", indent: 6))
    #      rival: off
    \(remark("新的輸入欄。", "A new input column.", indent: 6))
    #      discount:
    #        title: {zh-Hant: 折扣, en: Discount}
    #        type: percent
    #        range: 0..1
    \(remark("新的計算欄。{key} 是本列的格，de_amount 是整欄，CommitMin 是設定。", "A new computed column: {key} is a cell of this row, de_amount a whole column, CommitMin a setting.", indent: 6))
    #      share:
    #        title: {zh-Hant: 佔全部金額, en: Share of all amounts}
    #        type: percent
    #        means: {zh-Hant: 本單佔全部商機金額的比例。, en: This deal’s share of the amount of all deals.}
    #        must: [amount]
    #        formula: =IF(ISNUMBER({amount}),ROUND({amount}/SUM(de_amount),4),"")
    \(remark("另換一個計算欄的公式。", "Change the formula of a computed column.", indent: 6))
    #      weighted:
    #        formula: =IF(ISNUMBER({amount}),ROUND({amount}*{prob},0),"")
    #    rules:
    \(remark("新規則：test 為 TRUE 即報告。", "A new rule: it reports where its test is TRUE.", indent: 6))
    #      MY-001:
    #        severity: warning
    #        on: amount
    #        when: A large deal with a low probability.
    #        test: =AND(N({amount})>PotHigh,N({prob})<0.2)
    #        message: {zh-Hant: '大單 {value}，機率僅 {p}', en: 'A deal of {value} with a probability of only {p}'}
    #        values: {p: '={prob}'}
    \(remark("自己的一張表，第一欄為編號。", "A sheet of your own; its first column names the rows.", indent: 2))
    #  pt:
    #    title: {zh-Hant: 夥伴, en: Partners}
    #    columns:
    #      partner_id: {title: {zh-Hant: 夥伴編號, en: Partner ID}, type: id, required: always, pattern: '^R[0-9]+$'}
    #      name: {title: {zh-Hant: 夥伴名稱, en: Partner name}, type: text, required: always}
    \(remark("不用的表。", "A sheet that you do not use.", indent: 2))
    #  vi: off

    \(remark("不要漏斗表。", "No funnel table."))
    #funnel: off

    #rules:
    \(remark("改規則的級別。", "Change the severity of a rule.", indent: 2))
    #  DEA-010: info
    \(remark("停用規則。", "Switch a rule off.", indent: 2))
    #  ACC-015: off
    \(remark("改規則的條件或說法。", "Change the test of a rule, or its message.", indent: 2))
    #  DEA-001:
    #    message: {zh-Hant: 請填合約額, en: Please fill in the contract value}

    """
  }

  /// Wraps long lines.
  private func remark(_ traditional: TraditionalText, _ english: String, indent: Int = 0) -> String {
    let start = String(repeating: " ", count: indent) + "# "
    let text = words(traditional, english)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + word.count > 100 - indent {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [line]).map { start + $0 }.joined(separator: "\n")
  }
}
