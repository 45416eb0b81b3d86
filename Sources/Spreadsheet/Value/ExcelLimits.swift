// SPDX-License-Identifier: Apache-2.0

/// What Excel opens at most.
enum ExcelLimits {
  /// Text in a cell, in UTF-16 code units.
  static let textLength = 32_767
  /// A formula, in UTF-16 code units.
  static let formulaLength = 8_192
  static let cellFormats = 65_490
}
