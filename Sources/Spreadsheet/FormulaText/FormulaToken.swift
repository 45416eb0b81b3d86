/// Which signs a formula may hold besides those of the file format.
public enum FormulaNotation: Sendable {
  /// As a workbook holds it: en-US function names and separators, A1 references (ECMA-376 Part 1, 18.17).
  case excel
  /// As a playbook declares a column: with `{key}` and `{^key}` on top. An array constant never looks like these.
  case template
}

/// One lexical piece of a formula.
public struct FormulaToken: Hashable, Sendable {
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// Spaces, tabs and line ends; between two references a space is the intersection operator.
    case whitespace
    /// `12`, `.5`, `1.5E-3`; never signed.
    case number
    /// `"say ""yes"""`, with its quotes.
    case text
    /// `#N/A` and its like.
    case error
    /// `TRUE` or `FALSE` in either case.
    case boolean
    /// A defined name, the name of a table, a parameter of a LAMBDA.
    case name
    /// The name before a `(`, with any `_xlfn.` prefix; the parenthesis is a token of its own.
    case function
    /// `B7`, `$B$7`: see ``FormulaAxes``.
    case cell
    /// One end of `A:C` or `$A:$C`.
    case column
    /// One end of `1:3` or `$1:$3`.
    case row
    /// A sheet qualifier with its `!`: `Plan!`, `'It''s'!`, `[1]Rates!`, `Jan:Dec!`, `[1]!` before a name.
    case sheet
    /// The bracket part of a structured reference: `[Amount]`, `[[#This Row],[a]]`.
    case structured
    /// One of `+ - * / ^ & = <> < <= > >= % : @ #`.
    case operation
    /// `,`: separates arguments and columns of an array constant, or unites references.
    case comma
    /// `;`: separates rows of an array constant.
    case semicolon
    case openParenthesis, closeParenthesis
    case openBrace, closeBrace
    /// `{key}` in template notation.
    case templateCell
    /// `{^key}` in template notation.
    case templateColumn
    /// Bytes that begin none of the above, for example an unfinished text.
    case unknown
  }

  public let kind: Kind
  /// Bytes of the UTF-8 text. Tokens follow each other without a gap.
  public let range: Range<Int>

  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// What a token of the kind `cell`, `column` or `row` says: the numbers (0 where it names none) and their `$`.
public struct FormulaAxes: Hashable, Sendable {
  public var column = 0
  public var row = 0
  public var columnIsAbsolute = false
  public var rowIsAbsolute = false

  /// Reads `B7`, `$B`, `$7` and all between, in either case. Nil when this is no such piece or lies outside a sheet.
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
