// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// What the parser finds where an operand is expected.
enum FormulaPrimary {
  case value(Expression)
  /// The name of a function; its `(` has been read too.
  case call(String)
}

extension FormulaParser {
  /// Reads a literal, a reference, a name, a key, or the beginning of a call.
  mutating func readPrimary() throws(FormulaError) -> FormulaPrimary {
    let token = tokens[index]
    switch token.kind {
    case .number:
      guard let value = Double(text(at: index)), value.isFinite else {
        throw unexpected(at: index, expected: "a number up to 1.79E+308")
      }
      index += 1
      return .value(.number(value))
    case .text:
      let value = try textLiteral(at: index)
      index += 1
      return .value(.text(value))
    case .boolean:
      defer { index += 1 }
      return .value(.boolean(token.range.count == 4))
    case .error: return .value(.error(readError()))
    case .templateCell, .templateColumn: return .value(try readKey())
    case .openBrace: return .value(try readArray())
    case .sheet:
      let sheet = Self.qualifier(bytes[token.range])
      index += 1
      guard index < tokens.count, tokens[index].kind.followsSheet else {
        throw unexpected(at: index, expected: "a reference or a name behind the sheet’s name")
      }
      return try readReference(on: sheet)
    case .cell, .column, .row, .name, .function, .structured: return try readReference(on: nil)
    case .unknown: throw unexpected(at: index, expected: expectedInstead(of: index))
    case .semicolon: throw unexpected(at: index, expected: "‘,’ between arguments")
    default: throw unexpected(at: index, expected: "a value or a reference")
    }
  }

  // MARK: References and names

  private mutating func readReference(on sheet: SheetQualifier?) throws(FormulaError) -> FormulaPrimary {
    let start = index
    index += 1
    switch tokens[start].kind {
    case .error:
      // `Plan!#REF!`: the reference has no target left.
      index = start
      return .value(.error(readError()))
    case .cell:
      guard let corner = corner(at: start) else { throw unexpected(at: start, expected: "a cell of a worksheet") }
      return .value(.reference(Reference(sheet: sheet, area: .cell(corner))))
    case .column, .row: return .value(.reference(try readLines(from: start, sheet: sheet)))
    case .structured: return .value(.structured(StructuredReference(table: nil, specifier: specifier(at: start))))
    case .function:
      // The tokenizer has made sure that a parenthesis follows.
      index += 1
      return .call(prefix(sheet) + Self.functionName(text(at: start)))
    default:
      let name = text(at: start)
      if index < tokens.count, tokens[index].kind == .structured {
        index += 1
        let table = prefix(sheet) + name
        return .value(.structured(StructuredReference(table: table, specifier: specifier(at: index - 1))))
      }
      if sheet == nil, isSpacedCall(name) {
        index += 2
        return .call(Self.functionName(name))
      }
      names.append(NameUse(name: name, position: positions[start]))
      return .value(.name(name, sheet: sheet))
    }
  }

  /// A space before the parenthesis, as people type it: `SUM (A1)`. Only for known functions: other names may intersect with the
  /// parentheses.
  private func isSpacedCall(_ name: String) -> Bool {
    index + 1 < tokens.count && tokens[index].kind == .whitespace && tokens[index + 1].kind == .openParenthesis
      && FunctionCatalogue.function(named: Self.functionName(name)) != nil
  }

  private func corner(at token: Int) -> Reference.Corner? {
    guard let axes = FormulaAxes(bytes.span, tokens[token].range), axes.column > 0, axes.row > 0 else { return nil }
    return Reference.Corner(
      column: Reference.Axis(axes.column, absolute: axes.columnIsAbsolute),
      row: Reference.Axis(axes.row, absolute: axes.rowIsAbsolute))
  }

  /// `A:C` or `1:3`: the tokenizer produces such ends only in pairs.
  private mutating func readLines(from start: Int, sheet: SheetQualifier?) throws(FormulaError) -> Reference {
    guard start + 2 < tokens.count, tokens[start + 2].kind == tokens[start].kind,
      let first = FormulaAxes(bytes.span, tokens[start].range),
      let last = FormulaAxes(bytes.span, tokens[start + 2].range)
    else { throw unexpected(at: start, expected: "whole columns or rows") }
    index = start + 3
    let area: Reference.Area =
      if tokens[start].kind == .column {
        .columns(
          Reference.Axis(first.column, absolute: first.columnIsAbsolute),
          Reference.Axis(last.column, absolute: last.columnIsAbsolute))
      } else {
        .rows(
          Reference.Axis(first.row, absolute: first.rowIsAbsolute),
          Reference.Axis(last.row, absolute: last.rowIsAbsolute))
      }
    return Reference(sheet: sheet, area: area)
  }

  private func prefix(_ sheet: SheetQualifier?) -> String { sheet.map { "\($0)!" } ?? "" }

  private func specifier(at token: Int) -> String { text(tokens[token].range.dropFirst().dropLast()) }

  /// The function's name without prefixes: `_xlfn._xlws.Sort` is `SORT`.
  static func functionName(_ written: String) -> String {
    let name = written.uppercased()
    guard name.utf8.first == UInt8(ascii: "_") else { return name }
    var rest = name.utf8[...]
    while let prefix = ["_XLFN.", "_XLWS.", "_XLPM."].first(where: {
      rest.starts(with: $0.utf8) && Self.canBegin(name: rest.dropFirst($0.utf8.count))
    }) {
      rest = rest.dropFirst(prefix.utf8.count)
    }
    return String(decoding: rest, as: UTF8.self)
  }

  /// Whether the rest of a name without its prefix is a valid name: `_xlfn.1A` must stay whole.
  private static func canBegin(name rest: Substring.UTF8View) -> Bool {
    rest.first.map { $0 >= 0x80 || $0 == UInt8(ascii: "_") || (0x41...0x5A).contains($0) } ?? false
  }

  /// Splits a sheet token: `'C:\Data\[Rates.xlsx]Jan:Dec'!`, where all parts but one name are optional.
  static func qualifier(_ token: ArraySlice<UInt8>) -> SheetQualifier {
    var name = token.dropLast()
    if name.first == UInt8(ascii: "'") {
      name = undoubled(name.dropFirst().dropLast(), quote: UInt8(ascii: "'"))[...]
    }
    var qualifier = SheetQualifier(first: "")
    if let close = name.lastIndex(of: UInt8(ascii: "]")), let open = name[..<close].lastIndex(of: UInt8(ascii: "[")) {
      qualifier.path = String(decoding: name[..<open], as: UTF8.self)
      qualifier.workbook = String(decoding: name[(open + 1)..<close], as: UTF8.self)
      name = name[(close + 1)...]
    }
    if let colon = name.firstIndex(of: UInt8(ascii: ":")) {
      qualifier.last = String(decoding: name[(colon + 1)...], as: UTF8.self)
      name = name[..<colon]
    }
    qualifier.first = String(decoding: name, as: UTF8.self)
    return qualifier
  }

  // MARK: Literals and keys

  /// Reads an error and, after `#REF!`, the reference that follows it: `#REF!$A$1` remains when a sheet is deleted.
  private mutating func readError() -> CellError {
    let error = CellError(code: text(at: index).uppercased())
    index += 1
    if error == .reference, index < tokens.count {
      switch tokens[index].kind {
      case .cell, .name: index += 1
      case .column, .row: index += 3
      default: break
      }
    }
    return error
  }

  private mutating func readKey() throws(FormulaError) -> Expression {
    let toHere = tokens[index].kind == .templateColumn
    let key = text(tokens[index].range.dropFirst(toHere ? 2 : 1).dropLast())
    guard key.utf8.first.map({ $0.isASCIILetter }) == true, key == key.lowercased() else {
      throw unexpected(at: index, expected: "a key of small letters, digits and ‘_’")
    }
    keys.append(NameUse(name: key, position: positions[index]))
    index += 1
    return toHere ? .cellsToHere(key: key) : .cell(key: key)
  }

  private func textLiteral(at token: Int) throws(FormulaError) -> String {
    let content = bytes[tokens[token].range.dropFirst().dropLast()]
    let value = String(decoding: Self.undoubled(content, quote: UInt8(ascii: "\"")), as: UTF8.self)
    // Excel refuses to load a longer text, but files of other programs contain them.
    if notation == .template, value.utf16.count > 255 {
      throw unexpected(at: token, expected: "a text of at most 255 characters")
    }
    return value
  }

  /// An array constant `{1,-2;"a",#N/A}` with rows of equal length.
  private mutating func readArray() throws(FormulaError) -> Expression {
    guard notation == .excel else { throw unexpected(at: index, expected: "a key, ‘{key}’ or ‘{^key}’") }
    index += 1
    var rows: [[Expression]] = [[]]
    while true {
      skipWhitespace()
      rows[rows.count - 1].append(try readArrayElement())
      skipWhitespace()
      guard index < tokens.count else { throw unexpected(at: index, expected: "‘}’") }
      let isRowEnd = tokens[index].kind != .comma
      guard !isRowEnd || rows[rows.count - 1].count == rows[0].count else {
        throw unexpected(at: index, expected: "as many values as in the first row of the array")
      }
      switch tokens[index].kind {
      case .comma: break
      case .semicolon: rows.append([])
      case .closeBrace:
        index += 1
        return .array(rows)
      default: throw unexpected(at: index, expected: "‘,’, ‘;’ or ‘}’")
      }
      index += 1
    }
  }

  private mutating func readArrayElement() throws(FormulaError) -> Expression {
    var sign = 1.0
    if index < tokens.count, ["+", "-"].contains(operation(at: index)) {
      sign = operation(at: index) == "-" ? -1 : 1
      index += 1
      skipWhitespace()
      guard index < tokens.count, tokens[index].kind == .number else {
        throw unexpected(at: index, expected: "a number")
      }
    }
    guard index < tokens.count, [.number, .text, .boolean, .error].contains(tokens[index].kind),
      case .value(let value) = try readPrimary()
    else { throw unexpected(at: index, expected: "a number, a text, TRUE, FALSE or an error") }
    if case .number(let number) = value { return .number(sign * number) }
    return value
  }
}

extension FormulaToken.Kind {
  /// Whether white space before the token can be the intersection operator.
  var beginsReference: Bool {
    switch self {
    case .cell, .column, .row, .name, .function, .sheet, .structured, .error, .openParenthesis, .templateCell,
      .templateColumn:
      true
    default: false
    }
  }

  /// Whether the token can follow `Plan!`.
  var followsSheet: Bool {
    switch self {
    case .cell, .column, .row, .name, .function, .error: true
    default: false
    }
  }
}
