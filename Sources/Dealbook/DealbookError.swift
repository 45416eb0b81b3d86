public import Formula
public import Spreadsheet

/// Why a job could not be done. What is wrong with the team's data is a ``Finding`` and never an error.
public enum DealbookError: Error, Sendable {
  case spreadsheet(SpreadsheetError)
  /// A formula of the playbook; `of` names the column or rule.
  case formula(FormulaError, of: String?)
  /// The text of a cell reference or of a value that cannot be read.
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
