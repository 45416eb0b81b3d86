// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

extension CellValue {
  /// The value as plain text; numbers in the shortest form that reads back as the same number.
  public var shownText: String {
    switch self {
    case .blank: ""
    case .number(let number): Self.shown(number)
    case .text(let text): text
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .error(let error): error.code
    }
  }

  /// Whether the cell holds nothing visible.
  var isEmpty: Bool {
    switch self {
    case .blank: true
    case .text(let text): StraySpace.isBlank(text)
    default: false
    }
  }

  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// `5` rather than `5.0`.
  static func shown(_ number: Double) -> String {
    if let whole = Int64(exactly: number), abs(number) < 1e15 { return String(whole) }
    return "\(number)"
  }
}
