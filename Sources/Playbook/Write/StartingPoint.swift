/// What `playbook init` writes: a file that changes nothing until a line is uncommented.
///
/// A `#` followed by one space is a remark; any other `#` stands before an example, and a test reads them all.
struct StartingPoint {
  let words: ExplainWords

  var text: String {
    """
    \(remark("這個檔案疊在內建的大客戶方法之上:沒寫到的都照內建。檢查用 dealbook playbook check,全文用 dealbook playbook show。", "Laid over the built-in key-account method: what is not said here stays as it is there. Check it with ‘dealbook playbook check’; ‘dealbook playbook show’ prints everything."))
    \(remark("檔名 dealbook.yaml,放在工作簿旁邊或上層資料夾。去掉行首的 # 即生效。", "Keep it as dealbook.yaml beside the workbooks or in a folder above. Take the # away to make a line count."))

    playbook: my-team
    extends: key-account

    \(remark("core 只用六張表;full 要十三張。", "core asks for six sheets, full for all thirteen."))
    #profile: core

    \(remark("設定的預設值:門檻、權重、天數。工作簿裡有的值優先。", "Defaults of settings: thresholds, weights, days. A value in the workbook wins."))
    #settings:
    #  PotHigh: 2000000
    #  DriftDays: 45
    #  TaxRate:
    #    title: {zh-Hant: 稅率, en: Tax rate}
    #    default: 0.05
    #    unit: {zh-Hant: 比例, en: ratio}

    \(remark("清單:按代碼改標籤和參數;off 刪一列;order 給出全部代碼和次序。", "Lists: change labels and parameters by code; ‘off’ takes a row away; ‘order’ names all that stay, in their order."))
    #lists:
    #  st:
    #    rows:
    #      BID: {conv: 0.65, max_days: 60}
    #  vm:
    #    rows:
    #      DEMO: {zh-Hant: 現場演示, en: Demonstration}
    #      EXPO: off
    #    order: [ONSITE, HOST, DEMO, CALL, ONLINE]

    #sheets:
    \(remark("表名和欄名:舊名仍然認得。", "Titles and headers: the old ones are still recognised.", indent: 2))
    #  de:
    #    title: {zh-Hant: 專案, en: Projects}
    #    aliases: [專案清單]
    #    columns:
    #      amount:
    #        title: {zh-Hant: 合約額(元), en: Contract value}
    \(remark("清空一個鍵即取消內建的規定:這裡產品編號不再必填。", "An empty key takes the built-in one away: here the product is no longer required.", indent: 6))
    #      product_id:
    #        required:
    \(remark("新的輸入欄。", "A new input column.", indent: 6))
    #      discount:
    #        title: {zh-Hant: 折扣, en: Discount}
    #        type: percent
    #        range: 0..1
    \(remark("新的計算欄。{key} 是本列的格,de_amount 是整欄,TaxRate 是設定。", "A new computed column: {key} is a cell of this row, de_amount a whole column, TaxRate a setting.", indent: 6))
    #      net:
    #        title: {zh-Hant: 折後金額(元), en: Net amount}
    #        type: money
    #        means: Amount less discount.
    #        must: [amount]
    #        formula: =IF(ISNUMBER({amount}),ROUND({amount}*(1-N({discount})),2),"")
    #    rules:
    \(remark("新規則:test 為 TRUE 即報告。", "A new rule: it reports where its test is TRUE.", indent: 6))
    #      MY-001:
    #        severity: warning
    #        on: discount
    #        when: Discount above a fifth.
    #        test: =N({discount})>0.2
    #        message: {zh-Hant: '折扣 {value},折後 {n}', en: 'Discount {value}, net {n}'}
    #        values: {n: '={net}'}
    \(remark("不用的表或欄。", "Sheets and columns that you do not use.", indent: 2))
    #  vi: off

    \(remark("改規則的級別,或停用。", "Change the severity of a rule, or switch it off."))
    #rules:
    #  DEA-010: info
    #  ACC-015: off

    """
  }

  /// Wrapped where a line would get long.
  private func remark(_ traditional: String, _ english: String, indent: Int = 0) -> String {
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
