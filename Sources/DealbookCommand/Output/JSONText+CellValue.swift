// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

extension JSONText {
  /// What a cell holds: null for nothing and for errors.
  mutating func value(_ value: CellValue) {
    switch value {
    case .number(let number): self.number(number)
    case .text(let text): string(text)
    case .boolean(let truth): string(truth ? "TRUE" : "FALSE")
    case .blank, .error: null()
    }
  }
}
