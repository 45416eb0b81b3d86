// SPDX-License-Identifier: Apache-2.0

public import Calculation
public import Playbook

extension KeptReason {
  /// A clause that says why a formula could not be calculated.
  public var words: Localized {
    switch self {
    case .unknownFunction(let name):
      Localized(
        traditionalChinese: "不認得函數 \(name)", simplifiedChinese: "不认得函数 \(name)",
        english: description)
    case .undetermined(let name, let why): why.words(of: name, english: description)
    case .pattern(let name, let pattern):
      Localized(
        traditionalChinese: "\(name) 的樣式「\(pattern)」用在這段文字上，留給 Excel 計算",
        simplifiedChinese: "\(name) 的模式“\(pattern)”用在这段文字上，留给 Excel 计算", english: description)
    case .language(let name, let format):
      Localized(
        traditionalChinese: "\(name) 的格式「\(format)」用的是另一種語言的文字、曆法或符號，留給 Excel 計算",
        simplifiedChinese: "\(name) 的格式“\(format)”用的是另一种语言的文字、历法或符号，留给 Excel 计算", english: description)
    case .externalLink:
      Localized(
        traditionalChinese: "引用了另一個工作簿", simplifiedChinese: "引用了另一个工作簿", english: description)
    case .dataTable:
      Localized(traditionalChinese: "屬於運算列表", simplifiedChinese: "属于模拟运算表", english: description)
    case .volatile(let name):
      Localized(
        traditionalChinese: "\(name) 每次的值都不同；用 --as-of 指定 TODAY 和 NOW 的日期",
        simplifiedChinese: "\(name) 每次的值都不同；用 --as-of 指定 TODAY 和 NOW 的日期",
        english: "\(name) gives a different value each time; --as-of sets the day for TODAY and NOW")
    case .yearless(let text):
      Localized(
        traditionalChinese: "「\(text)」沒有年份，Excel 以計算當年為準", simplifiedChinese: "“\(text)”没有年份，Excel 以计算当年为准",
        english: description)
    case .unreadable(let why):
      Localized(
        traditionalChinese: "公式讀不出來：\(why)", simplifiedChinese: "公式读不出来：\(why)",
        english: description)
    case .cycle(let cells):
      Self.cycle((cells + cells.prefix(1)).joined(separator: " → "))
    case .limit(let name, let limit):
      Localized(
        traditionalChinese: "超過允許的計算量：\(name) 最多 \(limit)", simplifiedChinese: "超过允许的计算量：\(name) 最多 \(limit)",
        english: description)
    case .dependent(let cell):
      Localized(
        traditionalChinese: "要用到 \(cell)，而該格算不出來", simplifiedChinese: "要用到 \(cell)，而该单元格算不出来",
        english: "it needs \(cell), which could not be calculated")
    }
  }

  private static func cycle(_ path: String) -> Localized {
    Localized(
      traditionalChinese: "循環引用：\(path)", simplifiedChinese: "循环引用：\(path)",
      english: "circular reference: \(path)")
  }
}

extension UndeterminedFunction {
  fileprivate func words(of function: String, english: String) -> Localized {
    let (traditional, simplified) =
      switch self {
      case .unpublished:
        (
          "Excel 沒有公開 \(function) 的擬合方法，在這裡算可能得出不同的值",
          "Excel 没有公开 \(function) 的拟合方法，在这里算可能得出不同的值"
        )
      case .service: ("\(function) 要向網路上的服務取資料", "\(function) 要向网络上的服务取数据")
      case .program:
        (
          "\(function) 的值來自樞紐分析表、Cube、增益集或其他程式",
          "\(function) 的值来自数据透视表、多维数据集、加载项或其他程序"
        )
      case .language: ("\(function) 的結果取決於 Excel 的語言", "\(function) 的结果取决于 Excel 的语言")
      case .machine: ("\(function) 的結果取決於所用的電腦", "\(function) 的结果取决于所用的电脑")
      case .look: ("\(function) 查的是儲存格的外觀", "\(function) 查的是单元格的外观")
      case .arguments: ("\(function) 的這種用法留給 Excel 計算", "\(function) 的这种用法留给 Excel 计算")
      }
    return Localized(traditionalChinese: traditional, simplifiedChinese: simplified, english: english)
  }
}
