// SPDX-License-Identifier: Apache-2.0

package import Calculation
import Playbook
package import Spreadsheet

extension CalculatedWorkbook {
  /// Throws if a formula that `edit` sets gives more values than there are empty cells for.
  package func requireRoom(for edit: WorkbookEdit, in workbook: Workbook) throws(DealbookError) {
    let own = blocked.first { edit.sheets[$0.sheet]?.cells[$0.cell]?.spills == true }
    guard let own else { return }
    let words = Spoken.words
    let reason =
      if let range = own.range, let obstacle = own.obstacle {
        words(
          "公式的結果需要 \(range)，但 \(obstacle) 已有內容", "the result needs \(range), but \(obstacle) is not empty")
      } else { words("公式的結果超出工作表的範圍", "the result reaches beyond the sheet") }
    throw .usage(words.then(words.at("\(workbook.sheets[own.sheet].name)!\(own.cell)", reason), words.nothingWritten))
  }
}
