// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension FormulaParser {
  mutating func skipWhitespace() {
    while index < tokens.count, tokens[index].kind == .whitespace { index += 1 }
  }

  func text(at token: Int) -> String { text(tokens[token].range) }

  /// Decodes bytes rather than characters: a quotation mark followed by a combining accent is a single character.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The sign of an operator; empty if the token is not an operator.
  func operation(at token: Int) -> String { tokens[token].kind == .operation ? text(at: token) : "" }

  static func undoubled(_ text: ArraySlice<UInt8>, quote: UInt8) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var skips = false
    for byte in text {
      skips = byte == quote && !skips
      if !skips { result.append(byte) }
    }
    return result
  }

  // MARK: Errors

  func unexpected(at token: Int, expected: String) -> FormulaError {
    let found =
      if token < tokens.count {
        "‘" + text(at: token).prefix(24) + "’"
      } else {
        "the end"
      }
    return .syntax(formula: source, position: positions[token], found: found, expected: expected)
  }

  func tooDeep(at token: Int, what: String, limit: Int) -> FormulaError {
    .tooDeep(formula: source, position: positions[token], what: what, limit: limit)
  }

  func expectedInstead(of token: Int) -> String {
    switch bytes[tokens[token].range.lowerBound] {
    case UInt8(ascii: "\""): "a text that ends with a quotation mark"
    case UInt8(ascii: "'"): "a sheet’s name that ends with ‘'!’"
    case UInt8(ascii: "["): "a bracket that is closed"
    default: "a value or a reference"
    }
  }
}
