// SPDX-License-Identifier: Apache-2.0

package import Calculation
import Playbook
package import Spreadsheet

extension CalculatedWorkbook {
  /// Refuses an edit whose formula depends on its own cell: Excel warns of it and shows 0. A workbook that iterates calculates such formulas.
  package func requireNoCycle(for edit: WorkbookEdit, in workbook: Workbook) throws(DealbookError) {
    for kept in kept where edit.sheets[kept.sheet]?.cells[kept.cell]?.formula != nil {
      guard case .cycle(let cells) = kept.reason else { continue }
      let words = Spoken.words
      let path = (cells + cells.prefix(1)).joined(separator: " → ")
      throw .usage(
        words.then(
          words.at(
            "\(workbook.sheets[kept.sheet].name)!\(kept.cell)",
            words("公式要用到自己的值（循環參照）：\(path)", "the formula needs its own value (a circular reference): \(path)")),
          words.nothingWritten))
    }
  }
}
