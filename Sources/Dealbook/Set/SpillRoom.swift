// SPDX-License-Identifier: Apache-2.0

package import Calculation
import Playbook
package import Spreadsheet

extension CalculatedWorkbook {
  /// Throws if a formula that `edit` sets gives more values than there are empty cells for.
  package func requireRoom(for edit: WorkbookEdit, in workbook: Workbook) throws(DealbookError) {
    let own = blocked.first { blocked in
      edit.sheets[blocked.sheet]?.cells[blocked.cell].map { $0.spills || $0.spillsIfSeveral } ?? false
    }
    guard let own else { return }
    let words = Spoken.words
    let reason =
      if let range = own.range, let merged = own.merged {
        words(
          "公式的結果需要 \(range)，但 \(merged) 是合併儲存格", "the result needs \(range), but \(merged) is merged")
      } else if let range = own.range, let table = own.table {
        words(
          "公式的結果需要 \(range)，但那裡有表格「\(table)」", "the result needs \(range), but the table ‘\(table)’ is there")
      } else if let range = own.range, let obstacle = own.obstacle {
        words(
          "公式的結果需要 \(range)，但 \(obstacle) 已有內容", "the result needs \(range), but \(obstacle) is not empty")
      } else { words("公式的結果超出工作表的範圍", "the result reaches beyond the sheet") }
    throw .usage(words.then(words.at("\(workbook.sheets[own.sheet].name)!\(own.cell)", reason), words.nothingWritten))
  }
}
