// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// A formula that follows the grammar: its original text, its expression, and the positions of what it mentions.
public struct ParsedFormula: Hashable, Sendable {
  /// The longest formula that Excel accepts, in UTF-16 units (“Excel specifications and limits”).
  public static let maxLength = 8192
  /// The number of calls that Excel allows to be nested inside an outermost call (same page: nested levels of functions).
  public static let maxNestedCalls = 64
  /// Brackets open at one time, including calls; our own limit.
  public static let maxOpenBrackets = 256
  /// Levels of an expression; our own limit. A sum of this many terms has as many levels.
  ///
  /// It makes recursion safe even with the 512 KiB stack that some systems give a thread: one level takes up to 1 KiB. Formulas in real
  /// workbooks have fewer than 20 levels.
  public static let maxDepth = 512
  /// The most arguments that Excel allows in a call.
  public static let maxArguments = 255

  /// The text as given.
  public let source: String
  public let notation: FormulaNotation
  public let expression: Expression
  /// Every call, in the order of the text.
  public let calls: [FunctionUse]
  /// Every defined name, in the order of the text.
  public let names: [NameUse]
  /// Every key in `{key}` or `{^key}`, in the order of the text.
  public let keys: [NameUse]

  /// Parses `text`; a leading `=` is allowed and ignored.
  ///
  /// - Parameter isDefinedName: whether this is the text of a defined name, in which a list of areas needs no parentheses.
  public init(_ text: String, notation: FormulaNotation = .excel, isDefinedName: Bool = false) throws(FormulaError) {
    var parser = try FormulaParser(text, notation: notation, isDefinedName: isDefinedName)
    expression = try parser.parse()
    source = text
    self.notation = notation
    calls = parser.calls.sorted { $0.position < $1.position }
    names = parser.names
    keys = parser.keys
  }
}

/// A call in the text of a formula.
public struct FunctionUse: Hashable, Sendable {
  /// In upper case, without `_xlfn.`.
  public let name: String
  public let argumentCount: Int
  /// The position of the name, in UTF-16 units from 1.
  public let position: Int
}

/// A name or a key in the text of a formula.
public struct NameUse: Hashable, Sendable {
  public let name: String
  /// In UTF-16 units from 1.
  public let position: Int
}

extension Expression {
  /// Parses `text`; a leading `=` is allowed and ignored.
  public init(parsing text: String, notation: FormulaNotation = .excel) throws(FormulaError) {
    self = try ParsedFormula(text, notation: notation).expression
  }
}
