// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Compares formulas, ignoring differences that spreadsheet programs introduce when they save.
public enum FormulaComparison {
  /// Whether both texts parse to the same expression, ignoring: white space, the case of functions, names and sheets, `TRUE` versus
  /// `TRUE()`, needless parentheses, `_xlfn.` prefixes, the spelling of numbers and their digits beyond the fifteenth, quotes around a
  /// sheet's name, `A:A` versus `A1:A1048576`, and a leading `=` or `+`. A `$` counts, and so does the case of text constants.
  ///
  /// A text that does not parse is equal only to itself.
  public static func sameFormula(a: String, b: String) -> Bool {
    if a.utf8.elementsEqual(b.utf8) { return true }
    guard let first = normalForm(a), let second = normalForm(b) else { return false }
    return first == second
  }

  /// The normal form that all spellings of a formula share; nil if `text` does not parse.
  public static func normalForm(_ text: String) -> Expression? {
    var rest = text.utf8[...]
    var mayBeEqualSign = true
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "+"): break
      case UInt8(ascii: "=") where mayBeEqualSign: mayBeEqualSign = false
      default:
        guard let source = String(rest), let expression = try? Expression(parsing: source) else { return nil }
        return normalForm(expression)
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Recursive: trees are at most ``ParsedFormula/maxDepth`` deep.
  static func normalForm(_ expression: Expression) -> Expression {
    switch expression {
    case .text, .boolean, .error, .missing, .cell, .cellsToHere: expression
    case .number(let value): .number(NumberSpelling.fifteenDigits(value))
    case .array(let rows): .array(rows.map { $0.map(normalForm) })
    case .reference(let reference): .reference(normalForm(reference))
    case .name(let name, let sheet): .name(FormulaParser.functionName(name), sheet: sheet.map(normalForm))
    case .structured(let reference):
      .structured(
        StructuredReference(table: reference.table?.uppercased(), specifier: reference.specifier.uppercased()))
    case .unary(let unary, let operand): .unary(unary, normalForm(operand))
    case .binary(let binary, let left, let right): .binary(binary, normalForm(left), normalForm(right))
    case .call("TRUE", []): .boolean(true)
    case .call("FALSE", []): .boolean(false)
    case .call(let name, let arguments): .call(name, arguments.map(normalForm))
    }
  }

  private static func normalForm(_ reference: Reference) -> Reference {
    var area = reference.area
    if case .range(let first, let last) = area {
      if first.row.number == 1, last.row.number == CellReference.maxRow {
        area = .columns(first.column, last.column)
      } else if first.column.number == 1, last.column.number == CellReference.maxColumn {
        area = .rows(first.row, last.row)
      }
    }
    return Reference(sheet: reference.sheet.map(normalForm), area: area)
  }

  private static func normalForm(_ sheet: SheetQualifier) -> SheetQualifier {
    SheetQualifier(
      workbook: sheet.workbook?.uppercased(), path: sheet.path.uppercased(), first: sheet.first.uppercased(),
      last: sheet.last?.uppercased())
  }
}
