// SPDX-License-Identifier: Apache-2.0

public import Formula
public import Spreadsheet

/// Why an operation failed. A problem in the team's data is a ``Finding``, never an error.
public enum DealbookError: Error, Sendable {
  case spreadsheet(SpreadsheetError)
  /// A formula of the playbook; `of` names the column or rule.
  case formula(FormulaError, of: String?)
  /// An unreadable cell reference or value.
  case usage(String)
}

extension DealbookError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .spreadsheet(let error): "\(error)"
    case .formula(let error, nil): "playbook: \(error)"
    case .formula(let error, let place?): "playbook, \(place): \(error)"
    case .usage(let message): message
    }
  }
}
