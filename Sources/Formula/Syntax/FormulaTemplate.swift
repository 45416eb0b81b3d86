// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// A formula of a playbook, such as `=IF({amount}="","",{amount}*{prob})`: one text for all rows of a sheet.
public struct FormulaTemplate: Hashable, Sendable {
  private let parsed: Parsed

  /// What copies of a template share.
  private final class Parsed: Sendable {
    let formula: ParsedFormula
    let memo = BindingMemo()
    let keys: [String]
    let names: [String]

    init(_ formula: ParsedFormula) {
      self.formula = formula
      keys = FormulaTemplate.distinct(formula.keys.map(\.name))
      names = FormulaTemplate.distinct(formula.names.map(\.name))
    }
  }

  /// Parses `text`; a leading `=` is allowed and ignored.
  public init(_ text: String) throws(FormulaError) {
    parsed = Parsed(try ParsedFormula(text, notation: .template))
  }

  public var formula: ParsedFormula { parsed.formula }
  var memo: BindingMemo { parsed.memo }

  public var expression: Expression { formula.expression }
  /// The distinct keys in `{key}` or `{^key}`, in the order of the text.
  public var keys: [String] { parsed.keys }
  /// The distinct defined names, in the order of the text.
  public var names: [String] { parsed.names }
  /// The distinct functions, in upper case, in the order of the text.
  public var functions: [String] { Self.distinct(formula.calls.map(\.name)) }

  public static func == (left: Self, right: Self) -> Bool {
    left.parsed === right.parsed || left.formula == right.formula
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(formula) }

  /// The formula as it is stored in the cells of a sheet, without `=`.
  ///
  /// `{key}` becomes `$J` followed by the row number, and `{^key}` becomes `$J$5:$J` followed by it. Nothing else changes: text constants,
  /// names and white space stay as they are.
  ///
  /// - Parameters:
  ///   - columns: the place of a key's cells; nil if there is none.
  ///   - firstRow: the first data row.
  ///   - absent: the stand-in for a key without a place: a cell that is always empty, `_meta!$A$1`.
  public func rowFormula(columns: (String) -> ColumnPlace?, firstRow: Int, absent: String) -> RowFormula {
    let bytes = Array(formula.source.utf8)
    var tokens = FormulaTokenizer.tokens(in: bytes, notation: .template)[...]
    tokens = tokens.drop { $0.kind == .whitespace }
    if let first = tokens.first, bytes[first.range] == [UInt8(ascii: "=")] { tokens.removeFirst() }

    var segments: [String] = []
    var segment: [UInt8] = []
    for token in tokens {
      guard token.kind == .templateCell || token.kind == .templateColumn else {
        segment += bytes[token.range]
        continue
      }
      let toHere = token.kind == .templateColumn
      let key = String(decoding: bytes[token.range.dropFirst(toHere ? 2 : 1).dropLast()], as: UTF8.self)
      switch columns(key) {
      case .column(let column, let sheet):
        let letters = ColumnName.letters(column)
        let qualifier = sheet.map { "\(SheetQualifier(first: $0))!" } ?? ""
        segment += "\(qualifier)\(toHere ? "$\(letters)$\(firstRow):" : "")$\(letters)".utf8
        segments.append(String(decoding: segment, as: UTF8.self))
        segment = []
      case .text(let text): segment += Self.operand(text).utf8
      case nil: segment += absent.utf8
      }
    }
    segments.append(String(decoding: segment, as: UTF8.self))
    return RowFormula(segments: segments)
  }

  /// The text, in parentheses unless it binds tightly enough by itself.
  private static func operand(_ text: String) -> String {
    let precedence = (try? Expression(parsing: text))?.precedence
    return precedence.map { $0 >= .range } == true ? text : "(\(text))"
  }

  private static func distinct(_ names: [String]) -> [String] {
    guard names.count > 1 else { return names }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

/// What a template's key stands for in a sheet.
public enum ColumnPlace: Hashable, Sendable {
  /// The cells of this column (1 is `A`), on another sheet if `sheet` is given.
  case column(Int, sheet: String? = nil)
  /// The same text in every row: a number, a cell, a formula. Parentheses are added where needed.
  case text(String)
}
