// SPDX-License-Identifier: Apache-2.0

/// What Excel opens at most.
package enum ExcelLimits {
  /// Text in a cell, in UTF-16 code units.
  package static let textLength = 32_767
  /// A formula, in UTF-16 code units.
  package static let formulaLength = 8_192
  static let cellFormats = 65_490
}
