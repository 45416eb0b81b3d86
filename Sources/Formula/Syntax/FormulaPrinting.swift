// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension Expression: CustomStringConvertible {
  /// The canonical text, without a leading `=`: with the fewest parentheses, without needless white space, with functions in upper case and
  /// without `_xlfn.`. Parsing it gives the same expression.
  ///
  /// It is meant for display and comparison; files get the source text instead.
  public var description: String {
    var printer = FormulaPrinter()
    printer.print(self)
    return printer.text
  }
}

extension SheetQualifier: CustomStringConvertible {
  /// The qualifier without the `!`: `'My sheet'`.
  public var description: String {
    var name = path
    if let workbook { name += "[\(workbook)]" }
    name += first
    if let last { name += ":\(last)" }
    let isBare =
      path.isEmpty && (workbook.map { $0.utf8.allSatisfy(\.isASCIIWord) } ?? true)
      && (first.isEmpty ? workbook != nil && last == nil : Self.isBare(first)) && last.map(Self.isBare) ?? true
    return isBare ? name : "'" + name.doubling("'") + "'"
  }

  /// Whether a sheet's name needs no quotes in any program: it is an ASCII word and not a cell reference.
  static func isBare(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.allSatisfy(\.isASCIIWord), !first.isASCIIDigit else { return false }
    return CellReference(name) == nil && !looksLikeR1C1(name) && ColumnName.number(name) == nil
      && name.uppercased() != "TRUE" && name.uppercased() != "FALSE"
  }

  /// `R`, `C`, `R1`, `C2`, `R1C2`, in upper or lower case.
  private static func looksLikeR1C1(_ name: String) -> Bool {
    name.uppercased().wholeMatch(of: /R\d*|C\d*|R\d*C\d*/) != nil
  }
}

extension Reference: CustomStringConvertible {
  public var description: String {
    let place =
      switch area {
      case .cell(let corner): Self.text(corner)
      case .range(let first, let last): Self.text(first) + ":" + Self.text(last)
      case .columns(let first, let last): Self.columnText(first) + ":" + Self.columnText(last)
      case .rows(let first, let last): Self.rowText(first) + ":" + Self.rowText(last)
      }
    return sheet.map { "\($0)!\(place)" } ?? place
  }

  private static func text(_ corner: Corner) -> String { columnText(corner.column) + rowText(corner.row) }

  private static func columnText(_ axis: Axis) -> String {
    (axis.absolute ? "$" : "") + ColumnName.letters(axis.number)
  }

  private static func rowText(_ axis: Axis) -> String { (axis.absolute ? "$" : "") + String(axis.number) }
}

extension StructuredReference: CustomStringConvertible {
  public var description: String { (table ?? "") + "[" + specifier + "]" }
}

/// Prints expressions, recursively: trees are at most ``ParsedFormula/maxDepth`` deep.
private struct FormulaPrinter {
  var text = ""

  mutating func print(_ expression: Expression) {
    switch expression {
    case .number(let value): text += NumberSpelling.shortest(value)
    case .text(let value): text += "\"" + value.doubling("\"") + "\""
    case .boolean(let value): text += value ? "TRUE" : "FALSE"
    case .error(let error): text += error.code
    case .missing: break
    case .reference(let reference): text += reference.description
    case .name(let name, let sheet): text += (sheet.map { "\($0)!" } ?? "") + name
    case .structured(let reference): text += reference.description
    case .cell(let key): text += "{\(key)}"
    case .cellsToHere(let key): text += "{^\(key)}"
    case .unary(let unary, let operand): print(unary, operand)
    case .binary(let binary, let left, let right): print(binary, left, right)
    case .call("", let arguments) where !arguments.isEmpty:
      print(arguments[0])
      text += "("
      print(list: Array(arguments.dropFirst()))
      text += ")"
    case .call(let name, let arguments):
      text += name + "("
      print(list: arguments)
      text += ")"
    case .array(let rows):
      text += "{"
      for (index, row) in rows.enumerated() {
        if index > 0 { text += ";" }
        print(list: row)
      }
      text += "}"
    }
  }

  private mutating func print(list: [Expression]) {
    for (index, item) in list.enumerated() {
      if index > 0 { text += "," }
      print(item)
    }
  }

  private mutating func print(_ unary: UnaryOperator, _ operand: Expression) {
    if !unary.isPostfix { text += unary.rawValue }
    print(operand, atLeast: unary.precedence)
    if unary.isPostfix { text += unary.rawValue }
  }

  private mutating func print(_ binary: BinaryOperator, _ left: Expression, _ right: Expression) {
    switch binary {
    case .union:
      text += "("
      printUnion(left, right)
      text += ")"
    case .range, .intersection:
      print(referenceOperand: left, of: binary, atLeast: binary.precedence)
      text += binary.rawValue
      print(referenceOperand: right, of: binary, atLeast: binary.precedence.tighter)
    default:
      print(left, atLeast: binary.precedence)
      text += binary.rawValue
      print(right, atLeast: binary.precedence.tighter)
    }
  }

  /// Prints a union nested on the left as `A1,B2,C3`; one nested on the right keeps its parentheses.
  private mutating func printUnion(_ left: Expression, _ right: Expression) {
    if case .binary(.union, let first, let second) = left { printUnion(first, second) } else { print(left) }
    text += ","
    print(right)
  }

  /// Next to `:` or a space, a name without parentheses would read as something else: `Jan:Dec!A1` names sheets, `A:B` columns, `SUM (A1)`
  /// a call.
  private mutating func print(referenceOperand operand: Expression, of binary: BinaryOperator, atLeast: Precedence) {
    var needsParentheses = false
    if case .name(let name, _) = operand {
      needsParentheses = binary == .range || FunctionCatalogue.function(named: name) != nil
    }
    print(operand, atLeast: needsParentheses ? nil : atLeast)
  }

  /// Nil forces parentheses.
  private mutating func print(_ expression: Expression, atLeast: Precedence?) {
    if let atLeast, expression.precedence >= atLeast {
      print(expression)
    } else {
      text += "("
      print(expression)
      text += ")"
    }
  }
}

extension String {
  /// The text with each `quote` doubled.
  func doubling(_ quote: Character) -> String {
    var result = ""
    for character in self.unicodeScalars {
      result.unicodeScalars.append(character)
      if character == quote.unicodeScalars.first { result.unicodeScalars.append(character) }
    }
    return result
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var isASCIILetter: Bool {
    let lower = self | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  /// A letter, a digit, `_` or `.`.
  var isASCIIWord: Bool { isASCIIDigit || isASCIILetter || self == UInt8(ascii: "_") || self == UInt8(ascii: ".") }
}
