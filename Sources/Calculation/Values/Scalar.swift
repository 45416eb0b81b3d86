// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// A single value: the content of a cell, or an element of an array.
public enum Scalar: Hashable, Sendable {
  case blank
  case number(Double)
  case text(String)
  case boolean(Bool)
  case error(ErrorValue)

  init(_ value: CellValue) {
    self =
      switch value {
      case .blank: .blank
      case .number(let number): .number(number)
      case .text(let text): .text(text)
      case .boolean(let truth): .boolean(truth)
      case .error(let error): .error(ErrorValue(error))
      }
  }

  /// The content of a cell with this value.
  public var cellValue: CellValue {
    switch self {
    case .blank: .blank
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .boolean(let truth): .boolean(truth)
    case .error(let error): .error(CellError(code: error.code))
    }
  }

  var isBlank: Bool { if case .blank = self { true } else { false } }
  var isNumber: Bool { if case .number = self { true } else { false } }
  var isText: Bool { if case .text = self { true } else { false } }
  var isError: Bool { if case .error = self { true } else { false } }
}

// MARK: Coercion

extension Scalar {
  /// The value as a number in arithmetic: a blank is 0, TRUE is 1, text must read as a number.
  var number: Double {
    get throws(Halt) {
      switch self {
      case .number(let number): return number
      case .blank: return 0
      case .boolean(let truth): return truth ? 1 : 0
      case .text(let text):
        guard let number = NumberText.number(text) else {
          if DateTexts.lacksYear(text) { throw .kept(.yearless(text)) }
          throw .value
        }
        return number
      case .error(let error): throw .error(error)
      }
    }
  }

  /// The value as text, as `&` converts it.
  var text: String {
    get throws(Halt) {
      switch self {
      case .text(let text): return text
      case .number(let number): return NumberText.text(number)
      case .blank: return ""
      case .boolean(let truth): return truth ? "TRUE" : "FALSE"
      case .error(let error): throw .error(error)
      }
    }
  }

  /// The value as a condition: a number is true unless it is 0; text must be TRUE or FALSE.
  var truth: Bool {
    get throws(Halt) {
      switch self {
      case .boolean(let truth): return truth
      case .number(let number): return number != 0
      case .blank: return false
      case .text(let text):
        switch text.uppercased() {
        case "TRUE": return true
        case "FALSE": return false
        default: throw .value
        }
      case .error(let error): throw .error(error)
      }
    }
  }
}
