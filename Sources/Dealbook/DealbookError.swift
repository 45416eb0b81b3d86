// SPDX-License-Identifier: Apache-2.0

public import Formula
internal import Playbook
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
    case .spreadsheet(let error): Spoken.words.text(error)
    case .formula(let error, nil): Spoken.words("規則手冊：\(Spoken.words.text(error))", "playbook: \(error)")
    case .formula(let error, let place?):
      Spoken.words("規則手冊，\(place)：\(Spoken.words.text(error))", "playbook, \(place): \(error)")
    case .usage(let message): message
    }
  }
}
