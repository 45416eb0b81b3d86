// SPDX-License-Identifier: Apache-2.0

/// The syntax that a formula may use in addition to that of the file format.
public enum FormulaNotation: Sendable {
  /// As stored in a workbook: English function names, commas as separators, and A1 references (ECMA-376 Part 1, 18.17).
  case excel
  /// As a playbook declares a column: with the placeholders `{key}` and `{^key}`, which no array constant looks like.
  case template
}

/// One token of a formula.
public struct FormulaToken: Hashable, Sendable {
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// Spaces, tabs and line ends. Between two references, a space is the intersection operator.
    case whitespace
    /// `12`, `.5`, `1.5E-3`; never with a sign.
    case number
    /// `"say ""yes"""`, including its quotes.
    case text
    /// An error value such as `#N/A`.
    case error
    /// `TRUE` or `FALSE`, in upper or lower case.
    case boolean
    /// A defined name, a table name, or a parameter of a LAMBDA.
    case name
    /// The name before a `(`, including any `_xlfn.` prefix. The parenthesis is a token of its own.
    case function
    /// `B7` or `$B$7`: see ``FormulaAxes``.
    case cell
    /// One end of `A:C` or `$A:$C`.
    case column
    /// One end of `1:3` or `$1:$3`.
    case row
    /// A sheet prefix including its `!`: `Plan!`, `'It''s'!`, `[1]Rates!`, `Jan:Dec!`, or `[1]!` before a name.
    case sheet
    /// The brackets of a structured reference: `[Amount]`, `[[#This Row],[a]]`.
    case structured
    /// One of `+ - * / ^ & = <> < <= > >= % : @ #`.
    case operation
    /// `,`: separates arguments or the columns of an array constant, or is the union operator.
    case comma
    /// `;`: separates the rows of an array constant.
    case semicolon
    case openParenthesis, closeParenthesis
    case openBrace, closeBrace
    /// `{key}` in template notation.
    case templateCell
    /// `{^key}` in template notation.
    case templateColumn
    /// Bytes that do not begin any other token, for example an unterminated string.
    case unknown
  }

  public let kind: Kind
  /// The range of bytes in the UTF-8 text. Tokens follow each other without gaps.
  public let range: Range<Int>

  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// The contents of a `cell`, `column` or `row` token: its numbers (0 for one that is missing) and whether each has a `$`.
package struct FormulaAxes: Hashable, Sendable {
  public var column = 0
  public var row = 0
  public var columnIsAbsolute = false
  public var rowIsAbsolute = false

  /// Parses `B7`, `$B`, `$7` and so on, in upper or lower case. Nil if the text is not such a reference or lies outside the grid.
  public init?(_ text: Span<UInt8>, _ range: Range<Int>) {
    var at = range.lowerBound
    let end = min(range.upperBound, text.count)
    var dollar = false
    if at < end, text[at] == UInt8(ascii: "$") {
      dollar = true
      at += 1
    }
    while at < end, let digit = ColumnName.digit(text[at]) {
      column = column * 26 + digit
      guard column <= CellReference.maxColumn else { return nil }
      at += 1
    }
    if column > 0 {
      columnIsAbsolute = dollar
      dollar = false
      if at < end, text[at] == UInt8(ascii: "$") {
        dollar = true
        at += 1
      }
    }
    let firstDigit = at
    while at < end, text[at] >= UInt8(ascii: "0"), text[at] <= UInt8(ascii: "9") {
      row = row * 10 + Int(text[at] - UInt8(ascii: "0"))
      guard row <= CellReference.maxRow else { return nil }
      at += 1
    }
    guard at == end, at > firstDigit ? row > 0 : column > 0 && !dollar else { return nil }
    rowIsAbsolute = row > 0 && dollar
  }
}
