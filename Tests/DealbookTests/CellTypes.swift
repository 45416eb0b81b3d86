// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension CellValue {
  /// The number in a cell; nil for anything else.
  var asNumber: Double? { if case .number(let number) = self { number } else { nil } }

  /// The text in a cell; nil for anything else.
  var asText: String? { if case .text(let text) = self { text } else { nil } }
}
