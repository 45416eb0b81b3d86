public import Spreadsheet

/// A formula that follows the grammar: its text as it was, the expression it stands for, and what it mentions where.
public struct ParsedFormula: Hashable, Sendable {
  /// The longest formula Excel takes, in UTF-16 units (“Excel specifications and limits”).
  public static let maxLength = 8192
  /// How many calls Excel lets stand inside one outermost call (the same page: nested levels of functions).
  public static let maxNestedCalls = 64
  /// Brackets open at one time, calls included: a bound of ours.
  public static let maxOpenBrackets = 256
  /// Levels of an expression: a bound of ours. A sum of this many terms has as many levels.
  ///
  /// So expressions may be walked recursively, also on the 512 KiB that some systems give a thread: one level takes
  /// up to 1 KiB. Formulas of real workbooks have fewer than 20.
  public static let maxDepth = 512
  /// The most arguments a call has in Excel.
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
  /// - Parameter isDefinedName: the text of a defined name, where a list of areas needs no parentheses.
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
  /// Of the name, in UTF-16 units from 1.
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
