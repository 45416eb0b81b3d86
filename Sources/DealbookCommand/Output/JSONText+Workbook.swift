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

  /// What became of a workbook: its file, where the result is, and whether anything was written.
  ///
  /// - Parameters:
  ///   - output: nil for the file itself.
  ///   - outcome: nil if nothing was to be written.
  mutating func saved(_ path: String, to output: String?, _ outcome: SaveOutcome?) {
    field("file", path)
    field("output", outcome == nil ? nil : output ?? path)
    field("written", outcome != nil && outcome != .unchanged)
  }
}
