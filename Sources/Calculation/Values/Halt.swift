// SPDX-License-Identifier: Apache-2.0

/// Why a formula, or part of one, has no value at this point.
///
/// Only ``error`` is a result that IFERROR and similar functions can catch; the other cases end the whole formula.
enum Halt: Error {
  /// The value is this error.
  case error(ErrorValue)
  /// Cells that the formula needs are not calculated yet. They are recorded, and the formula is evaluated again after them.
  case waiting
  /// The formula cannot be calculated here, so the stored value is kept.
  case kept(KeptReason)

  static let null = Halt.error(.null)
  static let divisionByZero = Halt.error(.divisionByZero)
  static let value = Halt.error(.value)
  static let reference = Halt.error(.reference)
  static let name = Halt.error(.name)
  static let number = Halt.error(.number)
  static let notAvailable = Halt.error(.notAvailable)
  static let calculation = Halt.error(.calculation)
}

/// Why a formula keeps its stored value.
public enum KeptReason: Hashable, Sendable {
  /// A function that is not implemented here.
  case unknownFunction(String)
  /// A function of Excel's whose result nothing in the file determines.
  case undetermined(function: String, UndeterminedFunction)
  /// A regular expression that Excel may read in another way, or that takes too long on the text.
  case pattern(function: String, pattern: String)
  /// A number format in the words, digits, calendar or marks of another language.
  case language(function: String, format: String)
  /// A reference to another workbook.
  case externalLink
  /// A data table (one of Excel's what-if tools).
  case dataTable
  /// A function whose result depends on the clock or on chance.
  case volatile(String)
  /// A text with a day and a month, which in Excel are of the current year.
  case yearless(String)
  /// The formula cannot be parsed.
  case unreadable(String)
  /// A circular reference: the cells, in the order of their dependencies.
  case cycle([String])
  /// The formula needs more work than the limit allows.
  case limit(name: String, limit: Int)
  /// The formula depends on a cell that keeps its stored value.
  case dependent(String)
}

extension KeptReason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownFunction(let name): "the function \(name) is not known here"
    case .undetermined(let name, let why): why.description(of: name)
    case .pattern(let name, let pattern): "\(name) with the pattern ‘\(pattern)’ on this text is left to Excel"
    case .language(let name, let format):
      "what \(name) makes of the format ‘\(format)’ depends on the language of Excel"
    case .externalLink: "it refers to another workbook"
    case .dataTable: "it belongs to a data table"
    case .volatile(let name): "\(name) gives another value each time, and no moment was given"
    case .yearless(let text): "‘\(text)’ is a day of the year in which Excel calculates it"
    case .unreadable(let why): "the formula cannot be read: \(why)"
    case .cycle(let cells): "its cells need each other: \((cells + cells.prefix(1)).joined(separator: " → "))"
    case .limit(let name, let limit): "more work than allowed: \(name) is at most \(limit)"
    case .dependent(let cell): "it needs \(cell), which can't be calculated"
    }
  }
}
