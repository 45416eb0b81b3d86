// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// Something in a workbook that reads cells that a repair changes, or that states their unit.
public struct OutsideReader: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    case formula, chart, pivot, conditionalFormat, validation, format, text, note, prompt, printHeader, drawing, tab,
      name
  }

  public let kind: Kind
  public let sheet: String
  /// The cell, the range, or the part.
  public let place: String

  init(_ kind: Kind, sheet: String, place: String) {
    self.kind = kind
    self.sheet = sheet
    self.place = place
  }

  public var description: String { words.english }

  /// A noun phrase that names it.
  public var words: Localized {
    let cell = "\(sheet)!\(place)"
    let (traditional, simplified, english) =
      switch kind {
      case .formula: ("公式 \(cell)", "公式 \(cell)", "the formula \(cell)")
      case .chart: ("\(sheet) 上的圖表（\(place)）", "\(sheet) 上的图表（\(place)）", "a chart on \(sheet) (\(place))")
      case .pivot:
        ("取自 \(sheet) 的樞紐分析表（\(place)）", "取自 \(sheet) 的数据透视表（\(place)）", "a pivot table over \(sheet) (\(place))")
      case .conditionalFormat:
        ("\(cell) 的條件式格式", "\(cell) 的条件格式", "the conditional format of \(cell)")
      case .validation: ("\(cell) 的資料驗證", "\(cell) 的数据验证", "the validation of \(cell)")
      case .format:
        (
          "\(sheet) 上含「\(place)」的數值格式", "\(sheet) 上含“\(place)”的数字格式", "the number format with “\(place)” on \(sheet)"
        )
      case .name: ("名稱 \(place)", "名称 \(place)", "the name \(place)")
      case .text: ("\(cell) 的文字", "\(cell) 的文字", "the text in \(cell)")
      case .note: ("\(cell) 的附註", "\(cell) 的批注", "the note on \(cell)")
      case .prompt: ("\(cell) 的輸入提示", "\(cell) 的输入提示", "the input message of \(cell)")
      case .printHeader: ("\(sheet) 列印的頁首或頁尾", "\(sheet) 打印的页眉或页脚", "the printed header or footer of \(sheet)")
      case .drawing: ("\(sheet) 上的文字方塊（\(place)）", "\(sheet) 上的文本框（\(place)）", "a text box on \(sheet) (\(place))")
      case .tab: ("工作表的名稱「\(place)」", "工作表的名称“\(place)”", "the name on the tab “\(place)”")
      }
    return Localized(traditionalChinese: traditional, simplifiedChinese: simplified, english: english)
  }
}
