// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

extension EditError.Reason {
  /// A clause that says why a cell, or a sheet, cannot be written, as far as a person can do something about it; what can only be a fault
  /// of a file or a caller stays in English.
  var words: Localized {
    let english = description
    let chinese: (String, String)? =
      switch self {
      case .partOfArray(let range):
        ("這一格屬於 \(range) 的陣列公式，只能整個改", "这一格属于 \(range) 的数组公式，只能整个改")
      case .partOfDataTable(let range):
        ("這一格屬於 \(range) 的運算列表，只能整個改", "这一格属于 \(range) 的模拟运算表，只能整个改")
      case .sharedPart(let other): ("工作表「\(other)」用同一份內容，也會跟著變", "工作表“\(other)”用同一份内容，也会跟着变")
      case .coveredByMerge(let range):
        (
          "這一格被合併儲存格 \(range) 蓋住，值在 \(range.first)", "这一格被合并单元格 \(range) 盖住，值在 \(range.first)"
        )
      case .discussedCell: ("這一格有討論串，不能再加附註", "这一格有批注讨论，不能再加批注")
      case .tableHeader(let table, _):
        ("這一格是表格「\(table)」的欄名，必須是那一欄的名稱", "这一格是表格“\(table)”的列名，必须是那一列的名称")
      case .tableTotals(let table, _):
        ("這一格在表格「\(table)」的合計列，只能寫文字", "这一格在表格“\(table)”的合计行，只能写文字")
      case .tableColumn(let table, let column, _):
        ("表格「\(table)」不能加上欄「\(column)」", "表格“\(table)”不能加上列“\(column)”")
      case .noRoom(_, let range, _): ("\(range) 已有內容，擴充不了", "\(range) 已有内容，扩充不了")
      case .unorderedRows(let row):
        ("第 \(row) 列寫不進去，因為這張表的列次序顛倒或重複", "第 \(row) 行写不进去，因为这张表的行次序颠倒或重复")
      case .unorderedCells(let row):
        ("第 \(row) 列寫不進去，因為其中儲存格的次序顛倒或重複", "第 \(row) 行写不进去，因为其中单元格的次序颠倒或重复")
      case .storedTwice:
        (
          "檔案裡同一列或同一格存了兩次，各程式讀哪一個並不一致；刪掉一個就能寫", "文件里同一行或同一格存了两次，各程序读哪一个并不一致；删掉一个就能写"
        )
      case .signed: ("檔案有數位簽章，一改就失效", "文件有数字签名，一改就失效")
      case .textTooLong(let length): ("文字有 \(length) 個字元，一格放不下", "文字有 \(length) 个字符，一格放不下")
      case .tooManyStyles: ("檔案的格式數量已達上限", "文件的格式数量已达上限")
      default: nil
      }
    return Localized(
      traditionalChinese: chinese?.0 ?? english, simplifiedChinese: chinese?.1 ?? english, english: english)
  }
}

extension EditError {
  /// Why a sheet is left out, with the cell.
  var clause: Localized {
    let words = reason.words
    guard let cell else { return words }
    return Localized(
      traditionalChinese: "\(cell)：\(words.traditionalChinese)",
      simplifiedChinese: "\(cell)：\(words.simplifiedChinese)",
      english: "cell \(cell): \(words.english)")
  }
}
