// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

extension JSONText {
  /// The value of a cell; null for blanks and errors.
  mutating func value(_ value: CellValue) {
    switch value {
    case .number(let number): self.number(number)
    case .text(let text): string(text)
    case .boolean(let truth): string(truth ? "TRUE" : "FALSE")
    case .blank, .error: null()
    }
  }
}
