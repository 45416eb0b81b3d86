// SPDX-License-Identifier: Apache-2.0

package import Playbook

extension Obstacle {
  /// A clause whose subject is the column: “ is mostly text”, “ 大多是文字”.
  package func words(in language: Language) -> String {
    switch self {
    case .foreignUnit: language.pick(" 的單位不是元", " 的单位不是元", " is in thousands or more")
    case .currencies: language.pick(" 含多種幣別或單位", " 含多种币种或单位", " is in several currencies or units")
    case .percentHundreds: language.pick(" 把 60% 寫成 60", " 把 60% 写成 60", " stores 60% as 60")
    case .percentScale:
      language.pick(
        " 的 60% 有時寫 60，有時寫 0.6", " 的 60% 有时写 60，有时写 0.6", " stores 60% sometimes as 60 and sometimes as 0.6")
    case .noStoredValue:
      language.pick(" 的公式沒有可用的值", " 的公式没有可用的值", " has formulas without a usable stored value")
    case .texts: language.pick(" 大多是文字", " 大多是文字", " is mostly text")
    case .dayNumbers:
      language.pick(
        " 把日期寫成 20260105 這樣的數字", " 把日期写成 20260105 这样的数字", " has days as numbers such as 20260105, which are not dates")
    case .signs:
      language.pick(
        " 的金額大多是負數，合計的正負會相反", " 的金额大多是负数，合计的正负会相反", " is mostly negative, so sums would come out with the wrong sign")
    case .labels: language.pick(" 大多是清單裡沒有的選項", " 大多是清单里没有的选项", " has mostly labels that are not on the list")
    case .otherCurrency(let own, let other):
      language.pick(" 的幣別是 \(own)，金額是 \(other)", " 的币种是 \(own)，金额是 \(other)", " is in \(own), the amounts in \(other)")
    case .repeatedIDs(let header):
      language.pick(
        " 在「\(header)」的同一個編號下有好幾列，可能是明細，也可能重複", " 在“\(header)”的同一个编号下有好几行，可能是明细，也可能重复",
        " stands on several rows for one “\(header)”, which may be its lines or the same again")
    case .saidElsewhere(let header):
      language.pick(
        " 不明：「\(header)」可能說明收了多少，但讀不成金額", " 不明：“\(header)”可能说明收了多少，但读不成金额",
        " is not known: “\(header)” may say what was paid, but not as an amount")
    case .openElsewhere(let header):
      language.pick(
        " 不明：「\(header)」寫的是還沒收的金額", " 不明：“\(header)”写的是还没收的金额",
        " is not known: “\(header)” says what is still open instead")
    case .onOtherTab(let title):
      language.pick(
        " 不明：分頁「\(title)」可能記著收了多少，但沒有讀取", " 不明：工作表“\(title)”可能记着收了多少，但没有读取",
        " is not known: the tab “\(title)” may say what was paid, and is not read")
    case .rowSign(let header, let text, let cell):
      language.pick(
        " 有疑問：\(cell) 的「\(header)」寫著「\(text)」", " 有疑问：\(cell) 的“\(header)”写着“\(text)”",
        " is doubtful: “\(header)” says “\(text)” in \(cell)")
    case .unknownUnit(let unit):
      language.pick(
        " 的單位「\(unit)」看不懂", " 的单位“\(unit)”看不懂", " is in a unit that is not understood, “\(unit)”")
    case .otherKind(let header):
      language.pick(
        " 與「\(header)」一個含稅一個未稅，或一個按月一個按年，不能相比", " 与“\(header)”一个含税一个未税，或一个按月一个按年，不能相比",
        " and “\(header)” are net and gross, or by month and by year, and cannot be compared")
    case .otherDay:
      language.pick(
        " 在沒有收款的列也有日期，可能是發票日", " 在没有收款的行也有日期，可能是发票日",
        " stands where nothing was received, too: it may be the day of the invoice")
    case .unknownReferences(let sheet):
      sheet[language].isEmpty
        ? language.pick(
          " 與另一欄一個寫編號、一個寫名稱，對不起來", " 与另一列一个写编号、一个写名称，对不起来",
          " holds IDs where another column holds names, or the other way round")
        : language.pick(
          " 的內容在「\(sheet[language])」表裡大多找不到", " 的内容在“\(sheet[language])”表里大多找不到",
          " has entries most of which are not on the sheet “\(sheet[language])”")
    case .noAmount(let cell):
      language.pick(
        " 在 \(cell) 的格式是日期或時間，不像金額", " 在 \(cell) 的格式是日期或时间，不像金额",
        " is formatted in \(cell) as a date or a time, not as an amount")
    case .merged(let range):
      language.pick(
        " 的 \(range) 是合併儲存格，公式只讀得到第一列", " 的 \(range) 是合并单元格，公式只读得到第一行",
        " has merged cells (\(range)), which formulas read in the first row alone")
    case .unitPrice(let header):
      language.pick(
        " 像是單價：旁邊有「\(header)」，金額可能是兩者的乘積", " 像是单价：旁边有“\(header)”，金额可能是两者的乘积",
        " may be the price of one: beside it stands “\(header)”, and the amount may be their product")
    case .pattern(let text):
      language.pick(
        " 有「\(text)」，公式會連別的內容一起找到", " 有“\(text)”，公式会连别的内容一起找到",
        " has “\(text)”, with which formulas find others too")
    case .otherScale(let header):
      language.pick(
        " 與「\(header)」像是不同單位：一筆就超過目標的 100 倍", " 与“\(header)”像是不同单位：一笔就超过目标的 100 倍",
        " seems to be in another unit than “\(header)”: the usual deal is more than 100 times a target")
    case .flags:
      language.pick(" 每列只有 1 或 0，不是金額", " 每行只有 1 或 0，不是金额", " is 1 or 0 in every row, not an amount")
    }
  }
}
