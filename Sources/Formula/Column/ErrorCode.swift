// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Numbers for errors, so that a column can store them in its payload.
enum ErrorCode {
  /// The errors that Excel knows. A file may contain others, which a column keeps as text in its pool.
  static let known: [CellError] = [
    .null, .divisionByZero, .value, .reference, .name, .number, .notAvailable,
    CellError(code: "#GETTING_DATA"), CellError(code: "#SPILL!"), CellError(code: "#CALC!"),
    CellError(code: "#FIELD!"), CellError(code: "#BLOCKED!"), CellError(code: "#UNKNOWN!"),
    CellError(code: "#CONNECT!"), CellError(code: "#EXTERNAL!"), CellError(code: "#BUSY!"),
    CellError(code: "#PYTHON!"),
  ]

  /// Where the payloads of unknown errors begin; the excess is the number of the error's text in the column's pool.
  static let firstOther = 64

  static let divisionByZero = 1.0
  static let value = 2.0
  static let reference = 3.0
  static let number = 5.0
  static let notAvailable = 6.0

  static func payload(_ error: CellError) -> Double? {
    known.firstIndex(of: error).map(Double.init)
  }
}
