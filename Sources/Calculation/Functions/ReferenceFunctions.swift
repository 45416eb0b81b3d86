// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// References given by position or by text.
enum ReferenceFunctions {
  static let all: [Function] = [
    Function("ROW", "R") { (call) throws(Halt) in
      guard call.has(0) else { return .number(call.place.row) }
      guard let area = try call.area(0) else { throw try call.wrongKind(0) }
      if area.rows == 1 || !call.frame.inArray { return .number(area.top) }
      let rows = call.evaluator.trimmed(area).rows
      try call.evaluator.reserve(rows: rows, columns: 1)
      return .array(
        try Matrix(rows: rows, columns: 1) { (row, _) throws(Halt) in
          .number(Double(area.top + row))
        })
    },
    Function("COLUMN", "R") { (call) throws(Halt) in
      guard call.has(0) else { return .number(call.place.column) }
      guard let area = try call.area(0) else { throw try call.wrongKind(0) }
      if area.columns == 1 || !call.frame.inArray { return .number(area.left) }
      let columns = call.evaluator.trimmed(area).columns
      try call.evaluator.reserve(rows: 1, columns: columns)
      return .array(
        try Matrix(rows: 1, columns: columns) { (_, column) throws(Halt) in
          .number(Double(area.left + column))
        })
    },
    Function("ROWS", "A") { (call) throws(Halt) in
      if let area = try call.area(0) { return .number(area.rows) }
      if case .scalar(.error(let error)) = call.values[0] { throw .error(error) }
      return .number(try call.matrix(0).rows)
    },
    Function("COLUMNS", "A") { (call) throws(Halt) in
      if let area = try call.area(0) { return .number(area.columns) }
      if case .scalar(.error(let error)) = call.values[0] { throw .error(error) }
      return .number(try call.matrix(0).columns)
    },
    Function("AREAS", "R") { (call) throws(Halt) in
      switch call.values[0] {
      case .area: return .number(1)
      case .areas(let areas): return .number(areas.count)
      default: throw try call.wrongKind(0)
      }
    },
    Function("CHOOSE", "V|L") { (call) throws(Halt) in
      let index = try call.whole(0)
      guard index >= 1, index < Double(call.count) else { throw .value }
      let value = try call.evaluate(Int(index))
      return value.isMissing ? .number(0) : value
    },
    Function("OFFSET", "RV") { (call) throws(Halt) in
      guard let area = try call.area(0) else { throw try call.wrongKind(0) }
      let rows = try call.whole(1)
      let columns = try call.whole(2)
      let height = try size(call, 3, area.rows)
      let width = try size(call, 4, area.columns)
      guard height != 0, width != 0 else { throw .reference }
      var top = Double(area.top) + rows
      var left = Double(area.left) + columns
      // A negative size extends up or to the left.
      if height < 0 { top += height + 1 }
      if width < 0 { left += width + 1 }
      let bottom = top + height.magnitude - 1
      let right = left + width.magnitude - 1
      guard top >= 1, left >= 1, bottom <= Double(CellReference.maxRow), right <= Double(CellReference.maxColumn) else {
        throw .reference
      }
      return .area(Area(sheet: area.sheet, top: Int(top), left: Int(left), bottom: Int(bottom), right: Int(right)))
    },
    Function("INDIRECT", "V") { (call) throws(Halt) in
      let text = try call.text(0)
      let isA1 = try call.truth(1, default: true)
      let source = isA1 ? text : try R1C1.a1(text, from: call.place)
      guard source.utf8.count <= 1024, let parsed = try? ParsedFormula(source), parsed.calls.isEmpty else {
        throw .reference
      }
      var compiler = Compiler(call.evaluator.book, base: call.place)
      let evaluator = call.evaluator
      let node = compiler.node(parsed.expression)
      let value = try evaluator.caught { () throws(Halt) in
        try evaluator.evaluate(node, Frame(scope: nil, inArray: true))
      }
      guard value.isReference else { throw .reference }
      return value
    },
    Function("ADDRESS", "V") { (call) throws(Halt) in
      let row = try call.whole(0)
      let column = try call.whole(1)
      let kind = try call.whole(2, default: 1)
      let isA1 = try call.truth(3, default: true)
      guard (1...4).contains(kind) else { throw .value }
      let fixedRow = kind == 1 || kind == 2
      let fixedColumn = kind == 1 || kind == 3
      var text = ""
      if isA1 {
        guard row >= 1, column >= 1, row <= Double(CellReference.maxRow), column <= Double(CellReference.maxColumn)
        else {
          throw .value
        }
        text =
          (fixedColumn ? "$" : "") + ColumnName.letters(Int(column)) + (fixedRow ? "$" : "") + String(Int(row))
      } else {
        guard row.magnitude <= Double(CellReference.maxRow), column.magnitude <= Double(CellReference.maxColumn),
          !fixedRow || row >= 1, !fixedColumn || column >= 1
        else { throw .value }
        func part(_ letter: String, _ number: Int, _ isFixed: Bool) -> String {
          isFixed ? letter + String(number) : number == 0 ? letter : "\(letter)[\(number)]"
        }
        text = part("R", Int(row), fixedRow) + part("C", Int(column), fixedColumn)
      }
      guard call.has(4) else { return .text(text) }
      let sheet = try call.text(4)
      return .text(sheet.isEmpty ? "!" + text : "\(SheetNames.quoted(sheet))!\(text)")
    },
    Function("FORMULATEXT", "R") { (call) throws(Halt) in
      guard let area = try call.area(0) else { throw try call.wrongKind(0) }
      let place = area.first
      guard let formula = call.evaluator.book.formula(at: place) else { throw .notAvailable }
      return .text(try call.evaluator.book.shownText(of: formula))
    },
    Function("HYPERLINK", "V") { (call) throws(Halt) in
      if call.isPresent(1) { return .scalar(try call.scalar(1)) }
      return .text(try call.text(0))
    },
    Function("TRANSPOSE", "A") { (call) throws(Halt) in .matrix(try call.matrix(0).transposed) },
  ]

  /// A height or width; a fraction below 1 counts as 1.
  private static func size(_ call: borrowing Call, _ index: Int, _ own: Int) throws(Halt) -> Double {
    guard call.isPresent(index) else { return Double(own) }
    let number = try call.number(index)
    return number.magnitude < 1 && number != 0 ? (number < 0 ? -1 : 1) : number.rounded(.towardZero)
  }
}

extension Call {
  /// The error for an argument that is not a reference.
  borrowing func wrongKind(_ index: Int) throws(Halt) -> Halt {
    if case .scalar(.error(let error)) = values[index] { return .error(error) }
    return .value
  }
}

enum SheetNames {
  /// The name, in quotes if a formula needs them.
  static func quoted(_ name: String) -> String {
    SheetQualifier(first: name).description
  }
}

/// References in R1C1 notation: `R1C1`, `R[-1]C`.
enum R1C1 {
  /// The same reference in A1 notation; throws `#REF!` if the text is not one.
  static func a1(_ text: String, from place: Place) throws(Halt) -> String {
    var sheet = ""
    var rest = Substring(text)
    if let mark = text.lastIndex(of: "!") {
      sheet = String(text[...mark])
      rest = text[text.index(after: mark)...]
    }
    let corners = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(corners.count) else { throw .reference }
    var parts: [String] = []
    for corner in corners { parts.append(try cell(corner, place)) }
    // In A1 notation, a whole row or column needs both ends.
    if parts.count == 1, !(parts[0].contains { $0.isNumber } && parts[0].contains { $0.isLetter }) {
      parts.append(parts[0])
    }
    return sheet + parts.joined(separator: ":")
  }

  private static func cell(_ text: Substring, _ place: Place) throws(Halt) -> String {
    var rest = Array(text.uppercased().utf8)[...]
    func axis(_ letter: Unicode.Scalar, _ base: Int, _ size: Int) throws(Halt) -> Int? {
      guard rest.first == UInt8(ascii: letter) else { return nil }
      rest = rest.dropFirst()
      let isRelative = rest.first == UInt8(ascii: "[")
      if isRelative { rest = rest.dropFirst() }
      let digits = rest.prefix { $0 == UInt8(ascii: "-") || ($0 >= 0x30 && $0 <= 0x39) }
      rest = rest.dropFirst(digits.count)
      if isRelative {
        guard rest.first == UInt8(ascii: "]"), let number = Int(String(decoding: digits, as: UTF8.self)) else {
          throw .reference
        }
        rest = rest.dropFirst()
        return (base + number - 1 + size) % size + 1
      }
      if digits.isEmpty { return base }
      guard let number = Int(String(decoding: digits, as: UTF8.self)), number >= 1, number <= size else {
        throw .reference
      }
      return number
    }
    let row = try axis("R", place.row, CellReference.maxRow)
    let column = try axis("C", place.column, CellReference.maxColumn)
    guard rest.isEmpty, row != nil || column != nil else { throw .reference }
    return (column.map { "$" + ColumnName.letters($0) } ?? "") + (row.map { "$\($0)" } ?? "")
  }
}
